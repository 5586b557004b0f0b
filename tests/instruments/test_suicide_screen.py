"""ASQ, by the NIMH toolkit: any yes or refusal on items 1 to 4 is positive, then item 5 tells how acute. No total."""

import pytest

from recovery_desktop.instruments import score
from tests.instruments.published import without

POSITIVE, ACUTE = "suicide_risk", "suicide_risk_acute"
ALL_NO = ["no"] * 4


def with_one(item: int, answer: str | None) -> list[str | None]:
    """All no, but this one of the first four items."""
    return [answer if each == item else "no" for each in range(4)]


@pytest.mark.parametrize("fifth", [[], [None], ["no"]])
def test_all_no_is_negative_and_item_5_is_not_asked(fifth: list[str | None]) -> None:
    found = score("asq", ALL_NO + fifth)
    assert (found.status, found.severity, found.missing_items) == ("complete", "negative", ())
    assert (found.total, set(found.flags)) == (None, set())


@pytest.mark.parametrize("item", range(4))
@pytest.mark.parametrize("answer", ["yes", "declined"])
def test_one_yes_or_refusal_is_positive_and_item_5_says_how_acute(item: int, answer: str) -> None:
    not_now = score("asq", [*with_one(item, answer), "no"])
    assert (not_now.status, not_now.severity, set(not_now.flags)) == ("complete", "non-acute positive", {POSITIVE})
    now = score("asq", [*with_one(item, answer), "yes"])
    assert (now.status, now.severity, set(now.flags)) == ("complete", "acute positive", {POSITIVE, ACUTE})
    assert not_now.total is now.total is None


@pytest.mark.parametrize("item", range(4))
@pytest.mark.parametrize("fifth", [[], [None], ["declined"]])
def test_a_positive_screen_waits_for_item_5(item: int, fifth: list[str | None]) -> None:
    found = score("asq", with_one(item, "yes") + fifth)
    assert (found.status, found.severity) == ("incomplete", "acuity not assessed")
    assert (found.missing_items, set(found.flags)) == (("5",), {POSITIVE})


@pytest.mark.parametrize("item", "1234")
@pytest.mark.parametrize("answer", ["yes", "declined"])
def test_one_answer_is_enough_to_be_positive_at_once(item: str, answer: str) -> None:
    found = score("asq", {item: answer})
    assert (found.status, found.severity, set(found.flags)) == ("incomplete", "acuity not assessed", {POSITIVE})
    assert score("asq", {item: answer, "5": 7}).flags == {POSITIVE}


def test_thoughts_right_now_are_acute_at_once() -> None:
    found = score("asq", {"5": "yes"})
    assert (found.status, found.severity, set(found.flags)) == ("incomplete", "acute positive", {ACUTE})


@pytest.mark.parametrize("item", range(1, 5))
def test_it_is_negative_only_when_all_four_were_answered(item: int) -> None:
    found = score("asq", without(ALL_NO, item))
    assert (found.status, found.severity, set(found.flags)) == ("incomplete", None, set())
    assert str(item) in found.missing_items


@pytest.mark.parametrize("answer", [1, 0, True, "Yes", "maybe", 1.0])
def test_it_is_answered_in_words(answer: object) -> None:
    found = score("asq", [answer, "no", "no", "no"])
    assert (found.status, found.severity, found.error_items) == ("invalid", None, ("1",))
