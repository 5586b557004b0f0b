"""The example client Priya: every questionnaire of her intake and of day 30, with the results her case expects."""

from typing import Any

import pytest

from recovery_desktop.instruments import instrument, score
from tests.instruments.published import numbered

no, yes = "no", "yes"
READINESS = numbered([5, 4, 4, 4, 3, 3, 4, 4, 3, 4, 4, 4, 4, 4, 5, 4, 3, 3, 3])
BAM = numbered([2, 3, 3, 2, 1, 2]) | {
    "8": 2,
    "9": 2,
    "10": 0,
    "11": 3,
    "12": 1,
    "13": 4,
    "14": 4,
    "15": 1,
    "16": 3,
    "17": 2,
}
BAM_DAY_30 = numbered([1, 2, 2, 1, 0, 1]) | {
    "8": 1,
    "9": 3,
    "10": 1,
    "11": 2,
    "12": 2,
    "13": 4,
    "14": 4,
    "15": 0,
    "16": 3,
}


@pytest.mark.parametrize(
    ("form", "answers", "total", "severity"),
    [
        ("audit", [2, 1, 1, 0, 0, 0, 1, 0, 0, 0], 5, "zone I"),
        ("dast-10", [yes, yes, no, no, yes, yes, no, no, no, no], 5, "moderate"),
        ("phq-9", [1, 1, 2, 2, 1, 1, 1, 0, 0], 9, "mild"),
        ("asq", [no, no, no, no], None, "negative"),
        ("gad-7", [2, 3, 3, 2, 1, 2, 1], 14, "moderate"),
        ("pc-ptsd-5", [no], 0, "negative"),
        ("hark", [no, no, no, no], 0, "negative"),
        ("barc-10", [5, 3, 3, 3, 4, 4, 4, 5, 4, 4], 39, "below 47"),
    ],
)
def test_totals_of_the_intake(form: str, answers: list[Any], total: int | None, severity: str) -> None:
    keys = [item.key for item in instrument(form).items]
    for given in (answers, dict(zip(keys, answers, strict=False))):
        found = score(form, given, sex="female")
        assert (found.status, found.total, found.severity) == ("complete", total, severity)
        assert (set(found.flags), found.missing_items) == (set(), ())


@pytest.mark.parametrize(
    ("form", "answers", "subscales", "flags"),
    [
        ("audit", numbered([2, 1, 1, 0, 0, 0, 1, 0, 0, 0]), (4, 0, 1), set()),
        ("bam", BAM, (5, 14, 14), {"use_attention", "risk_attention"}),
        ("bam", BAM_DAY_30, (2, 8, 17), {"use_attention"}),
        ("socrates-8d", READINESS, (29, 15, 28), set()),
    ],
)
def test_subscales(form: str, answers: dict[str, Any], subscales: tuple[int, ...], flags: set[str]) -> None:
    found = score(form, answers)
    assert found.status == "complete"
    assert tuple(found.subscales.values()) == subscales
    assert found.flags == flags


def test_the_deciles_of_drinking_do_not_apply_to_drugs() -> None:
    assert score("socrates-8d", READINESS).subscale_levels == {}


def test_gad_7_on_day_30_is_mild() -> None:
    found = score("gad-7", [1, 2, 2, 1, 1, 1, 1])
    assert (found.total, found.severity) == (9, "mild")
