"""What is to be put right among the diagnoses is said in words that tell what to do, and otherwise nothing is."""

from typing import Any

import pytest

from recovery_desktop.diagnoses import code_set
from recovery_desktop.plans.diagnosis_checks import codes_to_choose, to_put_right
from recovery_desktop.plans.principal_diagnosis import principal_to_choose
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.client import Episode
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.store import Store
from tests.people import admitted, sample

NONE_YET = "No diagnosis is principal yet. Choose the one that treatment is mainly for."
ALCOHOL = {"kind": "use_disorder", "code": "F10.20", "name": "Alcohol use disorder"}
WORRY = {"kind": "mental", "code": "F41.1", "name": "Generalized anxiety disorder"}
DEBT = {"kind": "social", "code": "Z59.868", "name": "Debt"}
PRINCIPAL, OTHER = {"role": "principal"}, {"role": "other"}


@pytest.fixture
def episode(store: Store) -> Episode:
    return admitted(store)[1]


def _said(store: Store, episode: Episode, *rows: dict[str, Any]) -> str:
    for values in rows:
        store.add(Diagnosis, episode, **values)
    return principal_to_choose(_read(episode).rows("diagnoses"))


def _read(episode: Episode) -> Entry:
    return take(episode.client.id).rows("episodes")[0]


@pytest.mark.parametrize(
    "rows",
    [
        (ALCOHOL,),
        (ALCOHOL | OTHER, WORRY),
        ({"name": "Of no kind yet"},),
        (ALCOHOL | {"status": "remission"},),
        (ALCOHOL | PRINCIPAL | {"status": "resolved"}, WORRY),
        (ALCOHOL, DEBT | PRINCIPAL),
    ],
)
def test_where_none_is_principal_one_is_to_be_chosen(store: Store, episode: Episode, rows: Any) -> None:
    assert _said(store, episode, *rows) == NONE_YET


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (DEBT,),
        (DEBT | PRINCIPAL,),
        (ALCOHOL | {"status": "ruled_out"}, WORRY | {"status": "resolved"}),
        (ALCOHOL | PRINCIPAL, WORRY | OTHER, DEBT),
        (ALCOHOL | PRINCIPAL | {"status": "remission"}, WORRY),
        (ALCOHOL | PRINCIPAL, WORRY | PRINCIPAL | {"status": "ruled_out"}),
    ],
)
def test_where_one_is_principal_or_none_can_be_nothing_is_said(store: Store, episode: Episode, rows: Any) -> None:
    assert _said(store, episode, *rows) == ""


def test_of_several_each_is_named(store: Store, episode: Episode) -> None:
    two = "Two are principal: F10.20 Alcohol use disorder and F41.1 Generalized anxiety disorder. Choose one."
    assert _said(store, episode, ALCOHOL | PRINCIPAL, WORRY | PRINCIPAL) == two
    three = "3 are principal: F10.20 Alcohol use disorder; F41.1 Generalized anxiety disorder; Insomnia. Choose one."
    assert _said(store, episode, {"name": "Insomnia"} | PRINCIPAL) == three


def test_a_social_factor_called_principal_beside_a_diagnosis_is_one_too_many(store: Store, episode: Episode) -> None:
    assert "Two are principal" in _said(store, episode, ALCOHOL | PRINCIPAL, DEBT | PRINCIPAL)


# -- codes


def test_codes_that_no_diagnosis_can_have_are_named_once_each_and_only_while_they_count(
    store: Store, episode: Episode
) -> None:
    for code, status in (("F10", ""), ("F10", "active"), ("F99.99", "remission"), ("F12", "resolved"), ("F41.1", "")):
        store.add(Diagnosis, episode, name="As in the file", code=code, code_set=code_set(), status=status)
    said = codes_to_choose(_read(episode))
    assert said[0] == "F10 is a heading. Choose the code below it that fits, such as F10.10."
    assert "has no code F99.99" in said[1]
    assert len(said) == 2
    assert to_put_right(_read(episode)) == [NONE_YET, *said]


def test_a_code_of_an_older_release_that_still_holds_is_nothing_to_put_right(store: Store, episode: Episode) -> None:
    store.add(Diagnosis, episode, code_set="ICD-10-CM October 2024", **ALCOHOL)
    store.add(Diagnosis, episode, name="Worry, not coded yet")
    assert codes_to_choose(_read(episode)) == []


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_nothing_is_to_be_put_right_for_the_sample_clients(store: Store, name: str) -> None:
    assert to_put_right(take(sample(store, name).id).rows("episodes")[-1]) == []
