"""SOCRATES 8A (drinking) and 8D (drugs), by the CASAA version 8 scoring form; the deciles are norms of 8A alone."""

import pytest

from recovery_desktop.instruments import score
from tests.instruments.published import adding_up_to, both_sides, without

RECOGNITION = (1, 3, 7, 10, 12, 15, 17)
AMBIVALENCE = (2, 6, 11, 16)
TAKING_STEPS = (4, 5, 8, 9, 13, 14, 18, 19)
SUBSCALES = {"recognition": RECOGNITION, "ambivalence": AMBIVALENCE, "taking_steps": TAKING_STEPS}
WORDS = {10: "very low", 30: "low", 50: "medium", 70: "high", 90: "very high"}
DECILES = {
    "recognition": "7-26 10, 27-28 20, 29-30 30, 31 40, 32-33 50, 34 60, 35 70",
    "ambivalence": "4-8 10, 9-11 20, 12-13 30, 14 40, 15 50, 16 60, 17 70, 18 80, 19-20 90",
    "taking_steps": "8-25 10, 26-29 20, 30 30, 31-32 40, 33 50, 34-35 60, 36 70, 37-38 80, 39-40 90",
}
EVERY_BOUNDARY = [(name, *each) for name, bands in DECILES.items() for each in both_sides(bands)]


def answers_for(name: str, total: int) -> list[int]:
    """The lowest answer to all but the items of one subscale, which come to `total`."""
    answers = [1] * 19
    points = adding_up_to(total, [range(1, 6)] * len(SUBSCALES[name]))
    for item, each in zip(SUBSCALES[name], points, strict=True):
        answers[item - 1] = each
    return answers


@pytest.mark.parametrize(("name", "total", "decile"), EVERY_BOUNDARY)
def test_deciles_of_8a(name: str, total: int, decile: str) -> None:
    found = score("socrates-8a", answers_for(name, total))
    assert (found.status, found.subscales[name]) == ("complete", total)
    words = WORDS.get(int(decile))
    assert found.subscale_levels[name] == (f"decile {decile}, {words}" if words else f"decile {decile}")


@pytest.mark.parametrize(("name", "total", "decile"), EVERY_BOUNDARY)
def test_8d_has_the_same_scores_and_no_deciles(name: str, total: int, decile: str) -> None:
    found = score("socrates-8d", answers_for(name, total))
    assert (found.status, found.subscales[name], found.subscale_levels) == ("complete", total, {})


@pytest.mark.parametrize("form", ["socrates-8a", "socrates-8d"])
@pytest.mark.parametrize("item", range(1, 20))
def test_each_item_counts_for_one_subscale_and_may_be_missing(form: str, item: int) -> None:
    answers = [1] * 19
    answers[item - 1] = 5
    found = score(form, answers)
    assert found.subscales == {name: len(items) + 4 * (item in items) for name, items in SUBSCALES.items()}
    assert (found.total, found.severity) == (None, None)
    found = score(form, without(answers, item))
    assert (found.status, found.missing_items) == ("incomplete", (str(item),))
    withheld = {name for name, value in found.subscales.items() if value is None}
    assert withheld == {name for name, items in SUBSCALES.items() if item in items}
    assert not withheld & found.subscale_levels.keys()
