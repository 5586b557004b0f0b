"""Trauma and violence: PC-PTSD-5, PCL-5, HARK, ACE.

Prins et al. 2016; Weathers et al. 2013 and the National Center for PTSD; Sohal et al. 2007; CDC-Kaiser ACE Study.
"""

import pytest

from recovery_desktop.instruments import score
from recovery_desktop.plans.answered import recorded
from tests.instruments.published import YES_NO, adding_up_to, both_sides, in_words, numbered, without

CLUSTERS = {"B": range(1, 6), "C": range(6, 8), "D": range(8, 15), "E": range(15, 21)}
ENOUGH = {"B": 1, "C": 1, "D": 2, "E": 2}  # so many items at 2 or more fit the provisional rule


@pytest.mark.parametrize(("total", "severity"), both_sides("0-2 negative, 3-5 positive"))
def test_pc_ptsd_5(total: int, severity: str) -> None:
    """A cut of 3 is the most sensitive; it is followed by the PCL-5."""
    found = score("pc-ptsd-5", ["yes", *in_words(adding_up_to(total, [YES_NO] * 5))])
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert ("PCL-5" in found.meaning) == (severity == "positive")
    assert found.bands_source


@pytest.mark.parametrize("rest", [[], [None] * 5, ["yes"] * 5, ["no"] * 5])
def test_pc_ptsd_5_stops_at_0_without_exposure(rest: list[str | None]) -> None:
    found = score("pc-ptsd-5", ["no", *rest])
    assert (found.status, found.total, found.severity) == ("complete", 0, "negative")
    assert found.missing_items == ()
    assert found.meaning.startswith("No exposure to such an event was reported") and "not asked" in found.meaning
    assert [row["band"] for row in recorded(found)] == ["no exposure, items not asked"]


@pytest.mark.parametrize("answers", [["yes", *["no"] * 5], ["no", "maybe"], []])
def test_pc_ptsd_5_says_of_nothing_else_that_it_was_not_asked(answers: list[str]) -> None:
    found = score("pc-ptsd-5", answers)
    assert "not asked" not in found.meaning
    assert "no exposure, items not asked" not in [row.get("band") for row in recorded(found)]


def test_pc_ptsd_5_asks_on_after_exposure_and_needs_the_gate() -> None:
    assert score("pc-ptsd-5", {"exposure": "yes"}).missing_items == ("1", "2", "3", "4", "5")
    found = score("pc-ptsd-5", numbered(["yes"] * 5))
    assert (found.status, found.total, found.severity) == ("incomplete", None, None)
    assert found.missing_items == ("exposure",)


@pytest.mark.parametrize(("total", "severity"), both_sides("0-32 negative, 33-80 positive"))
def test_pcl_5(total: int, severity: str) -> None:
    """The published cut is 31 to 33; ours is 33."""
    found = score("pcl-5", adding_up_to(total, [range(5)] * 20))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert "31-33" in found.bands_source


@pytest.mark.parametrize("item", range(1, 21))
def test_pcl_5_clusters(item: int) -> None:
    found = score("pcl-5", [4 if each == item else 0 for each in range(1, 21)])
    assert found.subscales == {name: 4 if item in items else 0 for name, items in CLUSTERS.items()}
    assert found.total == 4


@pytest.mark.parametrize("short", ["", *CLUSTERS])
@pytest.mark.parametrize("points", [1, 2, 4])
def test_pcl_5_provisional_rule(short: str, points: int) -> None:
    """One B, one C, two D and two E items at 2 or more; `short` names a cluster with one fewer."""
    answers = [0] * 20
    for name, items in CLUSTERS.items():
        for item in list(items)[: ENOUGH[name] - (name == short)]:
            answers[item - 1] = points
    told = bool(score("pcl-5", answers).notes)
    assert told == (points >= 2 and not short)


@pytest.mark.parametrize(("total", "severity"), both_sides("0 negative, 1-4 positive"))
def test_hark(total: int, severity: str) -> None:
    found = score("hark", in_words(adding_up_to(total, [YES_NO] * 4)))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert found.flags == ({"partner_violence"} if total else set())


@pytest.mark.parametrize("item", "1234")
def test_hark_raises_its_flag_at_once(item: str) -> None:
    found = score("hark", {item: "yes"})
    assert (found.status, found.total, found.severity) == ("incomplete", None, None)
    assert found.flags == {"partner_violence"}
    assert score("hark", {item: "no"}).flags == set()


@pytest.mark.parametrize(("total", "severity"), both_sides("0-3 below 4, 4-10 high exposure"))
def test_ace(total: int, severity: str) -> None:
    """Four or more is high exposure; never a forecast for one person."""
    found = score("ace", in_words(adding_up_to(total, [YES_NO] * 10)))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert "does not predict" in found.meaning


def test_ace_may_be_declined_item_by_item() -> None:
    found = score("ace", numbered(["yes"] * 10) | {"3": "declined"})
    assert (found.status, found.total, found.severity) == ("incomplete", None, None)
    assert found.missing_items == ("3",)
    assert score("ace", without(["yes"] * 10, 3)).missing_items == ("3",)
