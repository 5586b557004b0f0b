"""The codes of the release that ships: all there, headings told from billable ones, found by code and by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.diagnoses import code_set, lookup, search
from recovery_desktop.diagnoses.codes import entry_at, place_of

CO_OCCURRING = (  # the list of section 3 of the clinical content: all are billable in the release of April 2026
    "F32.0 F32.1 F32.2 F32.3 F32.4 F32.5 F32.9 F32.A F33.0 F33.1 F33.2 F33.3 F33.41 F33.42 F33.9 F34.1 "
    "F31.0 F31.10 F31.11 F31.12 F31.13 F31.2 F31.30 F31.31 F31.32 F31.4 F31.5 F31.60 F31.61 F31.62 F31.63 "
    "F31.64 F31.81 F31.9 F40.00 F40.10 F41.0 F41.1 F41.9 F43.10 F43.11 F43.12 F43.0 F43.20 F43.21 F43.22 "
    "F43.23 F43.24 F43.25 F43.81 F60.0 F60.1 F60.2 F60.3 F60.4 F60.5 F60.6 F60.7 F60.81 F60.9 F20.9 F25.9 "
    "F29 F42.2 F63.0 F84.0 F90.0 F90.1 F90.2 F90.8 F90.9 G47.00 G89.4 R45.851 Z91.51"
)
HEADINGS = "Z59.0 Z59.1 Z59.4 Z59.7 Z59.81 Z59.86 Z62.8 Z63.7 F50.2 F50.81 F10 F10.2"


def test_the_release_is_named_and_whole() -> None:
    assert code_set() == "ICD-10-CM April 2026"
    entries = [entry_at(place) for place in range(len(place_of()))]
    assert len(entries) == 98_147
    assert sum(each.billable for each in entries) == 74_714
    assert all(each.code and each.title for each in entries)


@pytest.mark.parametrize("code", CO_OCCURRING.split())
def test_the_codes_of_co_occurring_conditions_can_be_diagnoses(code: str) -> None:
    entry = lookup(code)
    assert entry is not None
    assert (entry.code, entry.billable) == (code, True)


@pytest.mark.parametrize("code", HEADINGS.split())
def test_a_heading_is_no_diagnosis(code: str) -> None:
    entry = lookup(code)
    assert entry is not None
    assert not entry.billable


@pytest.mark.parametrize("typed", ["F10.20", "f10.20", "F1020", " f1020 ", "F 10.20"])
def test_a_code_is_known_however_it_is_written(typed: str) -> None:
    entry = lookup(typed)
    assert entry is not None
    assert (entry.code, entry.title) == ("F10.20", "Alcohol dependence, uncomplicated")
    assert "Alcohol use disorder, severe" in entry.names


@pytest.mark.parametrize("typed", ["", "F", "F10.2099", "alcohol", "Ü10"])
def test_what_is_no_code_has_no_entry(typed: str) -> None:
    assert lookup(typed) is None


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("alcohol severe", "F10.20"),
        ("severe alcohol", "F10.20"),
        ("F1020", "F10.20"),
        ("f10.20", "F10.20"),
        ("alchol dep rem", "F10.21"),
        ("depression", "F32.A"),
        ("homeless", "Z59.00"),
        ("generalized anxiety", "F41.1"),
        ("gad", "F41.1"),
        ("cocaine dependence", "F14.20"),
        ("borderline", "F60.3"),
        ("CANNABIS  moderate", "F12.20"),
    ],
)
def test_the_best_hit(words: str, best: str) -> None:
    assert search(words)[0].code == best


@pytest.mark.parametrize(
    ("words", "heads"),
    [("ptsd", "F43.1"), ("opiod", "F11"), ("anxeity", "F4"), ("cocane", "F14"), ("insomia", "F51"), ("nicotin", "F17")],
)
def test_typing_errors_and_abbreviations_are_understood(words: str, heads: str) -> None:
    assert all(entry.code.startswith(heads) for entry in search(words, limit=3))


def test_a_beginning_of_a_code_lists_what_it_heads() -> None:
    assert [entry.code for entry in search("F17.29")] == [
        "F17.29",
        "F17.290",
        "F17.291",
        "F17.293",
        "F17.298",
        "F17.299",
    ]


def test_medical_codes_are_found_behind_those_of_mental_health() -> None:
    found = [entry.code[0] for entry in search("withdrawal", limit=200)]
    assert found[0] == "F"
    assert found == sorted(found, key=lambda letter: letter != "F")
    assert search("fracture femur")[0].billable


@pytest.mark.parametrize("words", ["", "   ", "?!", "xyzzy", "alcohol xyzzy"])
def test_what_means_nothing_finds_nothing(words: str) -> None:
    assert search(words) == []


@given(st.text(max_size=30), st.integers(1, 30))
def test_whatever_is_typed_at_most_so_many_are_found_and_each_once(words: str, limit: int) -> None:
    codes = [entry.code for entry in search(words, limit)]
    assert len(codes) <= limit
    assert len(set(codes)) == len(codes)
