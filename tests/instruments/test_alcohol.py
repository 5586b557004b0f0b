"""Alcohol: AUDIT (Babor et al. 2001, WHO/MSD/MSB/01.6a) and AUDIT-C (Bush et al. 1998; Bradley et al. 2003)."""

import pytest

from recovery_desktop.instruments import score
from tests.instruments.published import adding_up_to, both_sides, numbered, without

AUDIT = [range(5)] * 8 + [(0, 2, 4)] * 2
SKIPPED_AFTER_NEVER = ("2", "3", "4", "5", "6", "7", "8")


@pytest.mark.parametrize(("total", "severity"), both_sides("0-7 zone I, 8-15 zone II, 16-19 zone III, 20-40 zone IV"))
def test_audit(total: int, severity: str) -> None:
    found = score("audit", adding_up_to(total, AUDIT))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert found.meaning and found.bands_source


@pytest.mark.parametrize("item", range(1, 11))
def test_audit_subscores(item: int) -> None:
    """Consumption is 1-3, dependence 4-6, problems 7-10."""
    found = score("audit", numbered(4 if each == item else 0 for each in range(1, 11)))
    assert found.total == 4
    assert found.subscales == {
        "consumption": 4 if item <= 3 else 0,
        "dependence": 4 if 4 <= item <= 6 else 0,
        "problems": 4 if item >= 7 else 0,
    }


def test_audit_goes_to_item_9_when_the_answer_to_item_1_is_never() -> None:
    found = score("audit", {"1": 0, "9": 2, "10": 4})
    assert (found.status, found.total, found.severity) == ("complete", 6, "zone I")
    assert found.subscales == {"consumption": 0, "dependence": 0, "problems": 6}
    assert found.skipped_items == SKIPPED_AFTER_NEVER
    assert score("audit", [0, *[None] * 7, 0, 0]).total == 0


def test_audit_goes_to_item_9_when_items_2_and_3_are_both_0() -> None:
    found = score("audit", {"1": 4, "2": 0, "3": 0, "9": 4, "10": 4})
    assert (found.status, found.total, found.severity) == ("complete", 12, "zone II")
    assert found.subscales == {"consumption": 4, "dependence": 0, "problems": 8}
    assert found.skipped_items == ("4", "5", "6", "7", "8")


@pytest.mark.parametrize("answers", [{"2": 1, "3": 0}, {"2": 0, "3": 1}])
def test_audit_asks_on_when_one_of_items_2_and_3_is_above_0(answers: dict[str, int]) -> None:
    found = score("audit", {"1": 4, "9": 0, "10": 0} | answers)
    assert (found.status, found.missing_items) == ("incomplete", ("4", "5", "6", "7", "8"))


def test_audit_skips_nothing_for_an_open_answer() -> None:
    assert set(score("audit", {"9": 0, "10": 0}).missing_items) == {"1", *SKIPPED_AFTER_NEVER}
    assert score("audit", {"1": 1, "2": 0, "9": 0, "10": 0}).missing_items == ("3", "4", "5", "6", "7", "8")


@pytest.mark.parametrize("item", [9, 10])
def test_audit_never_skips_items_9_and_10(item: int) -> None:
    found = score("audit", without([0] * 10, item))
    assert (found.status, found.total, found.missing_items) == ("incomplete", None, (str(item),))


@pytest.mark.parametrize(
    ("sex", "bands"),
    [
        ("male", "0-3 negative, 4-12 positive"),
        ("female", "0-2 negative, 3-12 positive"),
        (None, "0-2 negative, 3-12 positive"),
        ("", "0-2 negative, 3-12 positive"),
        ("intersex", "0-2 negative, 3-12 positive"),
    ],
)
def test_audit_c(sex: str | None, bands: str) -> None:
    for total, severity in both_sides(bands):
        found = score("audit-c", adding_up_to(total, [range(5)] * 3), sex=sex)
        assert (found.status, found.total, found.severity) == ("complete", total, severity)
        said = "men" if sex == "male" else "women" if sex == "female" else "neither male nor female"
        assert f" {said}" in found.meaning
        assert found.bands_source


def test_audit_c_asks_no_more_after_never() -> None:
    found = score("audit-c", {"1": 0}, sex="female")
    assert (found.status, found.total, found.severity) == ("complete", 0, "negative")
    assert score("audit-c", {"1": 1}, sex="female").missing_items == ("2", "3")
