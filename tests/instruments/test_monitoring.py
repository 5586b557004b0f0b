"""Outcomes, recovery and pain: BAM, BARC-10, TEA, PACS, PEG.

Cacciola et al. 2013 and VA scoring; Vilsaint et al. 2017; Ling et al. 2012; Flannery et al. 1999; Krebs et al. 2009.
"""

from typing import Any

import pytest

from recovery_desktop.instruments import instrument, score
from tests.instruments.published import adding_up_to, both_sides, numbered

SUBSCALES = {
    "use": ("4", "5", "6"),
    "risk": ("1", "2", "3", "8", "11", "15"),
    "protective": ("9", "10", "12", "13", "14", "16"),
}
SCORED = [item for items in SUBSCALES.values() for item in items]
UNSCORED = ("7a", "7b", "7c", "7d", "7e", "7f", "7g", "17")
USE, RISK, PROTECTIVE = "use_attention", "risk_attention", "protective_attention"


def bam(**totals: int) -> dict[str, Any]:
    """Answers whose subscales come to these scores."""
    answers: dict[str, Any] = {}
    for name, items in SUBSCALES.items():
        allowed = [(0, 4) if item == "14" else range(5) for item in items]
        answers |= dict(zip(items, adding_up_to(totals[name], allowed), strict=True))
    return answers


@pytest.mark.parametrize(
    ("use", "risk", "protective", "flags"),
    [
        (0, 0, 24, set()),
        (0, 11, 13, set()),
        (1, 11, 13, {USE}),
        (0, 12, 13, {RISK}),
        (0, 11, 12, {PROTECTIVE}),
        (1, 12, 12, {USE, RISK, PROTECTIVE}),
        (12, 24, 0, {USE, RISK, PROTECTIVE}),
        (12, 24, 24, {USE, RISK}),
    ],
)
def test_bam_attention(use: int, risk: int, protective: int, flags: set[str]) -> None:
    """Attention on use from 1, on risk from 12, on protective at 12 or less."""
    found = score("bam", bam(use=use, risk=risk, protective=protective))
    assert found.status == "complete"
    assert found.subscales == {"use": use, "risk": risk, "protective": protective}
    assert found.flags == flags
    attention = {f"{name}_attention" for name, level in found.subscale_levels.items() if level == "attention"}
    assert attention == flags and found.subscale_levels.keys() == SUBSCALES.keys()
    assert found.bands_source


def test_bam_has_no_total() -> None:
    found = score("bam", bam(use=3, risk=9, protective=9))
    assert (found.status, found.total, found.severity) == ("complete", None, None)


@pytest.mark.parametrize("item", SCORED)
def test_bam_items_count_for_their_subscale_and_none_is_reversed(item: str) -> None:
    found = score("bam", dict.fromkeys(SCORED, 0) | {item: 4})
    assert found.subscales == {name: 4 if item in items else 0 for name, items in SUBSCALES.items()}


@pytest.mark.parametrize("item", SCORED)
def test_bam_withholds_only_the_subscale_of_a_missing_item(item: str) -> None:
    answers = dict.fromkeys(SCORED, 4)
    del answers[item]
    found = score("bam", answers)
    assert (found.status, found.missing_items) == ("incomplete", (item,))
    full = {name: 4 * len(items) for name, items in SUBSCALES.items()}
    assert found.subscales == {name: None if item in items else full[name] for name, items in SUBSCALES.items()}


@pytest.mark.parametrize("item", SCORED)
@pytest.mark.parametrize("answer", [5, -1, 2.0, True])
def test_bam_withholds_only_the_subscale_of_a_wrong_answer(item: str, answer: object) -> None:
    found = score("bam", dict.fromkeys(SCORED, 4) | {item: answer})
    assert (found.status, found.error_items) == ("invalid", (item,))
    assert [name for name, value in found.subscales.items() if value is None] == [
        name for name, items in SUBSCALES.items() if item in items
    ]


@pytest.mark.parametrize("item", UNSCORED)
def test_bam_items_7a_to_7g_and_17_are_not_scored(item: str) -> None:
    answers = bam(use=3, risk=9, protective=9)
    assert score("bam", answers).missing_items == ()
    for answer in range(5):
        found = score("bam", answers | {item: answer})
        assert (found.status, found.subscales) == ("complete", score("bam", answers).subscales)
    assert score("bam", answers | {item: 5}).error_items == (item,)


@pytest.mark.parametrize(("answer", "points"), [(0, 0), ("no", 0), (4, 4), ("yes", 4)])
def test_bam_item_14_is_no_0_or_yes_4(answer: object, points: int) -> None:
    found = score("bam", dict.fromkeys(SCORED, 0) | {"14": answer})
    assert (found.status, found.subscales["protective"]) == ("complete", points)


def test_bam_list_has_every_printed_item() -> None:
    assert [item.key for item in instrument("bam").items] == [*"123456", *UNSCORED[:-1], *map(str, range(8, 18))]
    assert score("bam", [1, 1, 1, 1, 1, 1, *[None] * 7, 1, 1, 1, 1, 1, 1, "yes", 1, 1]).status == "complete"


@pytest.mark.parametrize(("total", "severity"), both_sides("10-46 below 47, 47-60 47 or more"))
def test_barc_10(total: int, severity: str) -> None:
    """Ten items from 1 to 6; 47 is the published cut for lasting remission. One dimension, so no domain scores."""
    found = score("barc-10", adding_up_to(total, [range(1, 7)] * 10))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert found.subscales == {}


@pytest.mark.parametrize("total", [4, 5, 22, 39, 40])
def test_tea_has_a_sum_and_no_bands(total: int) -> None:
    found = score("tea", adding_up_to(total, [range(1, 11)] * 4))
    assert (found.status, found.total, found.severity, found.meaning) == ("complete", total, None, "")
    assert found.bands_source


@pytest.mark.parametrize("total", [0, 14, 15, 20, 21, 30])
def test_pacs_has_a_sum_and_no_bands(total: int) -> None:
    found = score("pacs", adding_up_to(total, [range(7)] * 5))
    assert (found.status, found.total, found.severity, found.meaning) == ("complete", total, None, "")
    assert found.bands_source


@pytest.mark.parametrize(
    ("answers", "mean"),
    [
        ([0, 0, 0], 0), ([0, 0, 1], 0.3), ([0, 1, 1], 0.7), ([1, 1, 1], 1), ([7, 6, 8], 7), ([5, 5, 6], 5.3),
        ([10, 10, 9], 9.7), ([10, 10, 10], 10),
    ],
)  # fmt: skip
def test_peg_is_the_mean_with_one_decimal(answers: list[int], mean: float) -> None:
    found = score("peg", answers)
    assert (found.status, found.total, found.severity) == ("complete", mean, None)
    assert score("peg", numbered(answers)) == found
