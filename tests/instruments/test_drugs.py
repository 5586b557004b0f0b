"""Drugs and nicotine: DAST-10, and forms of which only scores are entered: CAGE-AID, TCU Drug Screen 5, FTND, ASSIST.

Skinner 1982; Brown & Rounds 1995; TCU Institute of Behavioral Research; Heatherton et al. 1991; WHO ASSIST manual 2010.
"""

import pytest

from recovery_desktop.instruments import score
from tests.instruments.published import YES_NO, adding_up_to, both_sides, in_words, numbered, without

ASSIST = [(0, 2, 3, 4, 6), (0, 3, 4, 5, 6), (0, 4, 5, 6, 7), (0, 5, 6, 7, 8), (0, 3, 6), (0, 3, 6)]
QUESTIONS = ["2", "3", "4", "5", "6", "7"]


def dast(points: list[int]) -> list[str]:
    """Yes counts 1, but item 3, "always able to stop", counts 1 for no."""
    answers = in_words(points)
    answers[2] = "no" if points[2] else "yes"
    return answers


@pytest.mark.parametrize(
    ("total", "severity"), both_sides("0 none, 1-2 low, 3-5 moderate, 6-8 substantial, 9-10 severe")
)
def test_dast_10(total: int, severity: str) -> None:
    found = score("dast-10", dast(adding_up_to(total, [YES_NO] * 10)))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert found.meaning and found.bands_source


def test_dast_10_item_3_counts_the_other_way_round() -> None:
    assert score("dast-10", ["no"] * 10).total == 1
    assert score("dast-10", ["yes"] * 10).total == 9
    assert score("dast-10", dast([0] * 10)).total == 0
    assert score("dast-10", dast([1] * 10)).total == 10


@pytest.mark.parametrize("item", [each for each in range(10) if each != 2])
def test_dast_10_counts_yes_for_every_other_item(item: int) -> None:
    assert score("dast-10", in_words(each in (item, 2) for each in range(10))).total == 1


@pytest.mark.parametrize("answer", [0, 1, True, "Yes", "true", ""])
def test_dast_10_is_answered_with_yes_or_no(answer: object) -> None:
    found = score("dast-10", numbered(["no"] * 10) | {"3": answer})
    assert (found.status, found.total, found.severity, found.error_items) == ("invalid", None, None, ("3",))


@pytest.mark.parametrize(
    ("total", "severity", "told"),
    [(0, "negative", False), (1, "positive", False), (2, "positive", True), (4, "positive", True)],
)
def test_cage_aid(total: int, severity: str, told: bool) -> None:
    """Cuts of 1 and of 2 are published; the stricter one is told when it is met too."""
    found = score("cage-aid", adding_up_to(total, [YES_NO] * 4))
    assert (found.status, found.total, found.severity, bool(found.notes)) == ("complete", total, severity, told)


@pytest.mark.parametrize(("total", "severity"), both_sides("0-1 none, 2-3 mild, 4-5 moderate, 6-11 severe"))
def test_tcu_drug_screen_5(total: int, severity: str) -> None:
    found = score("tcuds-5", adding_up_to(total, [YES_NO] * 11))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)


@pytest.mark.parametrize(
    ("total", "severity"), both_sides("0-2 very low, 3-4 low, 5 moderate, 6-7 high, 8-10 very high")
)
def test_ftnd(total: int, severity: str) -> None:
    found = score("ftnd", adding_up_to(total, [range(4), YES_NO, YES_NO, range(4), YES_NO, YES_NO]))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)


@pytest.mark.parametrize(
    ("substance", "bands"),
    [
        ("alcohol", "0-10 low, 11-26 moderate, 27-39 high"),
        ("cannabis", "0-3 low, 4-26 moderate, 27-39 high"),
        ("cocaine", "0-3 low, 4-26 moderate, 27-39 high"),
        ("opioid", "0-3 low, 4-26 moderate, 27-39 high"),
        ("other", "0-3 low, 4-26 moderate, 27-39 high"),
    ],
)
def test_assist(substance: str, bands: str) -> None:
    for total, severity in both_sides(bands):
        found = score("assist", adding_up_to(total, ASSIST), substance=substance)
        assert (found.status, found.total, found.severity) == ("complete", total, severity)
        assert found.meaning and found.bands_source


@pytest.mark.parametrize(("total", "severity"), both_sides("0-3 low, 4-26 moderate, 27-31 high"))
def test_assist_does_not_ask_question_5_about_tobacco(total: int, severity: str) -> None:
    points = adding_up_to(total, [*ASSIST[:3], *ASSIST[4:]])
    answers = dict(zip([each for each in QUESTIONS if each != "5"], points, strict=True))
    for given in (answers, [*points[:3], None, *points[3:]]):
        found = score("assist", given, substance="tobacco")
        assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert score("assist", answers, substance="cannabis").missing_items == ("5",)


def test_assist_has_a_band_only_for_a_known_substance() -> None:
    """A score of 5 is low for alcohol and moderate for others."""
    found = score("assist", adding_up_to(5, ASSIST))
    assert (found.status, found.total, found.severity) == ("complete", 5, None)
    assert found.bands_source


@pytest.mark.parametrize("question", range(1, 7))
def test_assist_needs_every_question(question: int) -> None:
    found = score("assist", without([0] * 6, question), substance="alcohol")
    assert (found.status, found.total, found.missing_items) == ("incomplete", None, (QUESTIONS[question - 1],))
