"""Staff and resources of a client file become those the practice has, and only where they are the same."""

import datetime
import json
from typing import Any

import pytest

from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.practice import Resource, Staff
from recovery_desktop.records.store import Store

ANA = {"name": "Ana Li", "credential": "LCADC", "license_number": "A-1"}
SHELTER = {"name": "Salvation Army", "kind": "Shelter", "address": "1 Main Street"}
SHOP = {"name": "Salvation Army", "kind": "Thrift shop", "address": "9 Pine Street"}


def taken(store: Store, number: int, staff: list[dict[str, Any]], resources: list[dict[str, Any]] | None = None) -> str:
    """Takes a client whose counselor is the last of `staff`; returns the license number of the counselor kept."""
    names = [{"id": f"s{i}", **one} for i, one in enumerate(staff)]
    client = {"record_number": f"RD-{number}", "legal_family": "Doe", "episodes": [{"counselor": names[-1]["id"]}]}
    plain = {"format": "recovery-desktop-client", "version": 1, "staff": names, "resources": resources or []}
    take_client(store, json.dumps({**plain, "client": client}).encode())
    episode = Episode.select().join(Client).where(Client.record_number == f"RD-{number}").get()
    return str(episode.counselor.license_number)


def test_the_same_staff_in_two_files_is_one(store: Store) -> None:
    taken(store, 1, [ANA], [SHELTER])
    taken(store, 2, [ANA], [SHELTER])
    assert (Staff.select().count(), Resource.select().count()) == (1, 1)


def test_what_one_of_two_leaves_open_does_not_part_them(store: Store) -> None:
    taken(store, 1, [ANA])
    assert taken(store, 2, [{"name": "Ana Li", "credential": "LCADC", "phone": "555-0101"}]) == "A-1"
    assert Staff.select().count() == 1


@pytest.mark.parametrize("in_one_file", [True, False])
def test_two_of_one_name_stay_two(store: Store, in_one_file: bool) -> None:
    other = {**ANA, "license_number": "B-2"}
    if in_one_file:
        assert taken(store, 1, [ANA, other], [SHELTER, SHOP]) == "B-2"
    else:
        assert taken(store, 1, [ANA], [SHELTER]) == "A-1"
        assert taken(store, 2, [other], [SHOP]) == "B-2"
    assert sorted(row.license_number for row in Staff.select()) == ["A-1", "B-2"]
    assert sorted(row.kind for row in Resource.select()) == ["Shelter", "Thrift shop"]


def test_two_equal_rows_of_a_file_stay_two_and_are_found_again(store: Store) -> None:
    taken(store, 1, [ANA, ANA])
    assert Staff.select().count() == 2
    taken(store, 2, [ANA, ANA])
    assert Staff.select().count() == 2


def test_where_two_could_be_meant_neither_is(store: Store) -> None:
    taken(store, 1, [ANA, {**ANA, "license_number": "B-2"}])
    assert taken(store, 2, [{"name": "Ana Li", "credential": "LCADC"}]) == ""
    assert Staff.select().count() == 3


@pytest.mark.parametrize("left_in_file", [True, False])
def test_somebody_who_left_is_never_taken_for_another(store: Store, left_in_file: bool) -> None:
    left = {"left_on": datetime.date(2020, 5, 1)}
    store.add(Staff, **ANA, **({} if left_in_file else left))
    taken(store, 1, [{**ANA, **({"left_on": "2020-05-01"} if left_in_file else {})}])
    assert Staff.select().count() == 2
