"""What the release that ships says of a code: what can be chosen, and what is pointed out on record."""

from itertools import count

import pytest

from recovery_desktop.diagnoses import code_problem, release_note
from recovery_desktop.diagnoses.codes import bare, entry_at, place_of

RELEASE = "ICD-10-CM April 2026"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("F10.20", ""),
        ("f1020", ""),
        ("F99.99", ""),  # of another release, perhaps: pointed out, not refused
        ("alcohol", "no code"),
        ("F10", "F10 is a heading. Choose the code below it that fits, such as F10.10."),
        ("Z59.86", "Z59.86 is a heading."),
        ("Z63.7", "such as Z63.71"),
    ],
)
def test_which_codes_can_be_chosen(code: str, problem: str) -> None:
    assert problem in code_problem(code)
    assert bool(code_problem(code)) == bool(problem)


@pytest.mark.parametrize(
    ("code", "release", "words"),
    [
        ("F10.20", RELEASE, ""),
        ("F10.20", "ICD-10-CM October 2024", "Recorded with ICD-10-CM October 2024. In ICD-10-CM April 2026 it is"),
        ("F10", RELEASE, "F10 is a heading. Choose the code below it that fits, such as F10.10."),
        ("Z59.86", "ICD-10-CM October 2024", "Z59.86 is a heading in ICD-10-CM April 2026. It stays as recorded (ICD"),
        ("F99.99", "", "has no code F99.99. It stays as recorded (an unnamed release)"),
    ],
)
def test_a_code_that_does_not_hold_today_is_pointed_out(code: str, release: str, words: str) -> None:
    note = release_note(code, release)
    assert words in note.words
    assert bool(note.words) == bool(words)
    assert note.still_holds == (code == "F10.20")


def test_below_each_heading_there_is_a_code_to_choose() -> None:
    """The words name the first billable code behind a heading: it must be one below it."""
    wrong = []
    for code, place in place_of().items():
        if not entry_at(place).billable:
            first = next(each for at in count(place + 1) if (each := entry_at(at)).billable)
            wrong += [] if bare(first.code).startswith(code) else [code]
    assert wrong == []
