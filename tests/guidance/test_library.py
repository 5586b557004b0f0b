"""The library of services: what comes with the program holds together, and a practice's own goes before it."""

import pytest

from recovery_desktop.guidance.book import rule_book
from recovery_desktop.guidance.library import library, named_by
from recovery_desktop.records.person import FORMATS, PLACES
from recovery_desktop.records.therapies import MODALITIES

WITHOUT = {"T22", "T23", "T27", "T46", "T56", "T60", "T61", "T62"}
"""Rules on how the whole plan is to be, which name no service."""


@pytest.mark.parametrize("one", library(), ids=lambda one: one.id)
def test_an_entry_says_all_that_is_shown(one) -> None:  # type: ignore[no-untyped-def]
    assert one.name and one.description and one.takes and one.usual
    assert len(one.name) <= 60 and len(one.description) <= 320 and len(one.takes) <= 200
    assert one.modality in MODALITIES
    assert set(one.formats) <= set(FORMATS) and set(one.places) <= set(PLACES)
    assert set(one.rules) <= {rule.id for rule in rule_book().therapies}
    assert not one.is_own


def test_medicine_is_a_question_to_a_prescriber() -> None:
    medicines = [one for one in library() if one.modality == "medication"]
    assert medicines
    assert [one.id for one in medicines if "ask a prescriber about" not in one.description] == []


def test_every_rule_that_names_a_service_has_one() -> None:
    named = {rule for one in library() for rule in one.rules}
    assert {rule.id for rule in rule_book().therapies} - named == WITHOUT


def test_the_most_particular_comes_first() -> None:
    assert named_by("T06", library())[0].id == "matrix_model"
    assert named_by("T99", library()) == ()


def _own(**values: object) -> dict[str, object]:
    empty = dict.fromkeys(("stands_for", "modality", "description", "takes", "usual", "provider", "rules"), "")
    return {**empty, "formats": [], "places": [], **values}


def test_an_own_entry_takes_the_place_of_the_one_it_stands_for_or_stands_beside() -> None:
    ours = _own(name="Rewards at Harbor Street", stands_for="contingency_management", rules="T05, T07")
    horses = _own(name="Time with horses", modality="other")
    found = library([ours, horses])
    assert len(found) == len(library()) + 1
    assert [one.name for one in found if one.is_own] == ["Rewards at Harbor Street", "Time with horses"]
    assert [one.name for one in named_by("T07", found)] == ["Rewards at Harbor Street"]
    assert [one.name.casefold() for one in found] == sorted(one.name.casefold() for one in found)
