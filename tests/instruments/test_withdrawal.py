"""Withdrawal, rated by a clinician: COWS (Wesson & Ling 2003), CIWA-Ar (Sullivan et al. 1989; ASAM guideline 2020)."""

import pytest

from recovery_desktop.instruments import instrument, score
from tests.instruments.published import adding_up_to, both_sides

COWS = {
    "resting pulse rate": (0, 1, 2, 4),
    "sweating": (0, 1, 2, 3, 4),
    "restlessness": (0, 1, 3, 5),
    "pupil size": (0, 1, 2, 5),
    "bone or joint aches": (0, 1, 2, 4),
    "runny nose or tearing": (0, 1, 2, 4),
    "gi upset": (0, 1, 2, 3, 5),
    "tremor": (0, 1, 2, 4),
    "yawning": (0, 1, 2, 4),
    "anxiety or irritability": (0, 1, 2, 4),
    "gooseflesh skin": (0, 3, 5),
}
CIWA = [range(8)] * 9 + [range(5)]
HALLUCINATIONS = {5, 6, 7}  # places of the tactile, auditory and visual disturbances


def with_one(place: int, points: int, length: int) -> list[int]:
    return [points if each == place else 0 for each in range(length)]


@pytest.mark.parametrize(
    ("total", "severity"),
    both_sides("0-4 none, 5-12 mild, 13-24 moderate, 25-36 moderately severe, 37-48 severe"),
)
def test_cows(total: int, severity: str) -> None:
    found = score("cows", adding_up_to(total, list(COWS.values())))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert found.meaning and found.bands_source


def test_cows_rates_the_published_signs_in_their_order() -> None:
    assert [item.text.casefold() for item in instrument("cows").items] == list(COWS)


@pytest.mark.parametrize(("total", "severity"), both_sides("0-9 mild, 10-18 moderate, 19-67 severe"))
def test_ciwa_ar(total: int, severity: str) -> None:
    found = score("ciwa-ar", adding_up_to(total, CIWA))
    assert (found.status, found.total, found.severity) == ("complete", total, severity)
    assert "ASAM" in found.bands_source and found.meaning


@pytest.mark.parametrize("place", range(10))
def test_ciwa_ar_tells_of_hallucinations_at_any_total(place: int) -> None:
    """From 4 on the form words the three disturbances as hallucinations: complicated withdrawal, says ASAM 2020."""
    assert not score("ciwa-ar", with_one(place, 3, 10)).notes
    notes = " ".join(score("ciwa-ar", with_one(place, 4, 10)).notes)
    assert ("complicated" in notes) == (place in HALLUCINATIONS)
