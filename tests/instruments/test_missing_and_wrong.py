"""What holds for every form: a missing answer is not guessed, a wrong one is named, and neither hides the rest.

The policy: no total and no band without all answers, never prorated; an answer that the form does not have is invalid.
"""

import itertools
import re
from typing import Any

import pytest

from recovery_desktop.instruments import instrument, score
from recovery_desktop.instruments.scoring import Score
from tests.instruments.valid_answers import IDS, highest, printed

WRONG = [
    -1,
    11,
    99,
    10**400,
    0.0,
    1.0,
    float("nan"),
    True,
    False,
    "",
    "0",
    "1",
    "YES",
    " yes",
    "perhaps",
    [],
    {},
    [1],
    b"1",
]


def has_no_result(found: Score) -> bool:
    without_outcomes = not instrument(found.instrument).outcomes
    return found.total is None and ((found.severity is None and not found.meaning) or not without_outcomes)


@pytest.mark.parametrize("form_id", IDS)
def test_a_complete_form_has_nothing_missing_and_says_its_source(form_id: str) -> None:
    found = score(form_id, highest(form_id))
    assert (found.instrument, found.status) == (form_id, "complete")
    assert (found.missing_items, found.error_items) == ((), ())
    assert found.bands_source.strip() and "\n" not in found.bands_source


@pytest.mark.parametrize("form_id", IDS)
def test_a_missing_answer_is_named_and_leaves_no_result(form_id: str) -> None:
    full = highest(form_id)
    for item in instrument(form_id).items:
        left_out = {key: answer for key, answer in full.items() if key != item.key}
        ways = [left_out, full | {item.key: None}]
        if "declined" not in printed(item):
            ways.append(full | {item.key: "declined"})
        for answers in ways:
            found = score(form_id, answers)
            if item.scored:
                assert (found.status, found.missing_items, found.error_items) == ("incomplete", (item.key,), ())
                assert has_no_result(found) and found.bands_source
            else:
                assert found == score(form_id, full)


@pytest.mark.parametrize("form_id", IDS)
@pytest.mark.parametrize("nothing", [[], {}, [None] * 40])
def test_a_form_without_answers_is_incomplete(form_id: str, nothing: Any) -> None:
    found = score(form_id, nothing)
    assert found.status == "incomplete" and has_no_result(found) and found.severity is None
    assert found.flags == set() and found.notes == ()
    scored = {item.key for item in instrument(form_id).items if item.scored}
    assert set(found.missing_items) == scored
    assert all(value is None for value in found.subscales.values())


@pytest.mark.parametrize("form_id", IDS)
def test_a_wrong_answer_is_named_and_leaves_no_result(form_id: str) -> None:
    full = highest(form_id)
    for key, wrong in itertools.product(full, WRONG):
        found = score(form_id, full | {key: wrong})
        assert (found.status, found.error_items, found.missing_items) == ("invalid", (key,), ())
        assert found.total is None and found.severity is None and found.meaning == ""


@pytest.mark.parametrize("form_id", IDS)
@pytest.mark.parametrize("key", ["0", "item 1", "", 1, None, ("1",)])
def test_an_unknown_item_is_named(form_id: str, key: Any) -> None:
    found = score(form_id, highest(form_id) | {key: 1})
    assert (found.status, found.total, found.severity, found.error_items) == ("invalid", None, None, (str(key),))


@pytest.mark.parametrize("form_id", IDS)
def test_a_list_that_is_too_long_is_invalid_and_says_where(form_id: str) -> None:
    answers = list(highest(form_id).values())
    found = score(form_id, [*answers, 1])
    assert (found.status, found.total, found.severity) == ("invalid", None, None)
    assert len(found.error_items) == 1 and str(len(answers) + 1) in found.error_items[0]
    assert score(form_id, [*answers, None]) == score(form_id, answers)


@pytest.mark.parametrize("form_id", IDS)
def test_missing_and_wrong_are_told_apart(form_id: str) -> None:
    keys = [item.key for item in instrument(form_id).items if item.scored]
    answers = highest(form_id) | {keys[-1]: 99}
    del answers[keys[0]]
    found = score(form_id, answers)
    assert (found.status, found.error_items) == ("invalid", (keys[-1],))
    assert keys[0] in found.missing_items and keys[-1] not in found.missing_items


@pytest.mark.parametrize("unknown", ["", "phq", "PHQ-9", "phq-9.en", "../phq-9", "c-ssrs", "moca"])
def test_an_unknown_form_is_named(unknown: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(unknown))):
        score(unknown, [])
    with pytest.raises(ValueError, match=re.escape(repr(unknown))):
        instrument(unknown)
