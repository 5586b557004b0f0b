"""Depression and anxiety: PHQ-9, PHQ-2, GAD-7.

Kroenke, Spitzer & Williams 2001 and 2003; Spitzer et al. 2006; Instruction Manual for the PHQ and GAD-7.
"""

import pytest

from recovery_desktop.instruments import score
from tests.instruments.published import adding_up_to, both_sides, without

OFTEN = range(4)  # not at all, several days, more than half the days, nearly every day


@pytest.mark.parametrize(
    ("total", "severity"),
    both_sides("0-4 minimal, 5-9 mild, 10-14 moderate, 15-19 moderately severe, 20-27 severe"),
)
def test_phq_9(total: int, severity: str) -> None:
    found = score("phq-9", adding_up_to(total, [OFTEN] * 9))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert found.meaning and found.bands_source


@pytest.mark.parametrize("item", range(9))
def test_phq_9_has_no_reverse_item(item: int) -> None:
    assert score("phq-9", [3 if each == item else 0 for each in range(9)]).total == 3


@pytest.mark.parametrize("difficulty", [None, 0, 1, 2, 3])
def test_phq_9_difficulty_is_not_scored(difficulty: int | None) -> None:
    found = score("phq-9", [1] * 9 + [difficulty])
    assert (found.status, found.total, found.missing_items) == ("complete", 9, ())


@pytest.mark.parametrize("thoughts", OFTEN)
def test_phq_9_item_9_above_zero_raises_the_suicide_flag_at_once(thoughts: int) -> None:
    flags = {"suicide_item_positive"} if thoughts else set()
    assert score("phq-9", [0] * 8 + [thoughts]).flags == flags
    found = score("phq-9", {"9": thoughts})
    assert (found.status, found.total, found.severity, set(found.flags)) == ("incomplete", None, None, flags)
    assert score("phq-9", {"9": thoughts, "1": 17}).flags == flags


def test_phq_9_has_no_flag_but_of_item_9() -> None:
    assert score("phq-9", [3] * 8 + [0]).flags == set()
    assert score("phq-9", without([3] * 9, 9)).flags == set()


@pytest.mark.parametrize(("total", "severity"), both_sides("0-2 negative, 3-6 positive"))
def test_phq_2(total: int, severity: str) -> None:
    found = score("phq-2", adding_up_to(total, [OFTEN] * 2))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert ("PHQ-9" in found.meaning) == (severity == "positive")


@pytest.mark.parametrize(("total", "severity"), both_sides("0-4 minimal, 5-9 mild, 10-14 moderate, 15-21 severe"))
def test_gad_7(total: int, severity: str) -> None:
    found = score("gad-7", adding_up_to(total, [OFTEN] * 7))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert ("further evaluation" in " ".join(found.notes)) == (total >= 10)
