"""The caseload search finds people by what a counselor remembers of them."""

import datetime

import pytest

from recovery_desktop.records.client import Client
from recovery_desktop.records.search import find_clients
from recovery_desktop.records.store import Store


@pytest.fixture(autouse=True)
def caseload(store: Store) -> None:
    people = [
        ("RD-000123", "Priya", "", "Shah", datetime.date(1997, 5, 4)),
        ("RD-000124", "José", "Pepe", "Núñez", datetime.date(1985, 3, 9)),
        ("RD-000125", "Per", "", "100%_Name", None),
        ("RD-000126", "Łukasz", "Æsa", "O’Brien–Đorđić", None),
    ]
    for number, given, preferred, family, born in people:
        store.add(
            Client,
            record_number=number,
            legal_given=given,
            preferred_name=preferred,
            legal_family=family,
            birth_date=born,
        )


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("priya", ["RD-000123"]),
        ("SHA pri", ["RD-000123"]),
        ("nunez", ["RD-000124"]),
        ("Núñez pepe", ["RD-000124"]),
        ("1997-05", ["RD-000123"]),
        ("000125", ["RD-000125"]),
        ("%_n", ["RD-000125"]),
        ("nobody", []),
        ("pryia", ["RD-000123"]),
        ("shaah", ["RD-000123"]),
        ("nunes jose", ["RD-000124"]),
        ("nunes priya", []),
        ("nunes 3/9/1985", ["RD-000124"]),
        ("nunes 3/8/1985", []),
        ("RD-000124 nunes", ["RD-000124"]),
        ("pre", ["RD-000125"]),
        ("5/4/1997", ["RD-000123"]),
        ("05/04/1997", ["RD-000123"]),
        ("5/4/97", ["RD-000123"]),
        ("3.9.1985", ["RD-000124"]),
        ("Lukasz", ["RD-000126"]),
        ("Łuka", ["RD-000126"]),
        ("aesa O'Brien", ["RD-000126"]),
        ("o‘brien-dordic", ["RD-000126"]),
        ("", ["RD-000125", "RD-000124", "RD-000126", "RD-000123"]),
        ("   ", ["RD-000125", "RD-000124", "RD-000126", "RD-000123"]),
    ],
)
def test_found_by_parts(typed: str, numbers: list[str]) -> None:
    assert [found.record_number for found in find_clients(typed)] == numbers


def test_the_list_is_never_longer_than_asked() -> None:
    assert len(find_clients("rd-", limit=2)) == 2


def test_a_key_of_an_older_vault_is_found_by_its_own_letters() -> None:
    Client.update(search_key="łukasz").where(Client.record_number == "RD-000126").execute()
    assert [found.record_number for found in find_clients("Łukasz")] == ["RD-000126"]
