"""What is to be put right among the diagnoses is said in words that tell what to do, and otherwise nothing is."""

from typing import Any

import pytest

from recovery_desktop.plans.diagnosis_checks import principal_to_choose
from recovery_desktop.plans.snapshot import take
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
    return principal_to_choose(take(episode.client.id).rows("episodes")[0])


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


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_each_sample_client_has_one(store: Store, name: str) -> None:
    assert principal_to_choose(take(sample(store, name).id).rows("episodes")[-1]) == ""
