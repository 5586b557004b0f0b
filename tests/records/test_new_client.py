"""Before a client is added: a free record number, and a warning when the person is here already."""

import datetime

import pytest

from recovery_desktop.records.client import Client
from recovery_desktop.records.new_client import likely_same, next_record_number
from recovery_desktop.records.store import Store

BORN = datetime.date(1997, 5, 4)


def test_record_numbers_go_on_after_the_highest(store: Store) -> None:
    assert next_record_number() == "RD-000001"
    for number in ("RD-000123", "RD-000007", "A-999", "RD-12x"):
        store.add(Client, record_number=number, legal_family="Shah")
    assert next_record_number() == "RD-000124"


@pytest.mark.parametrize(
    ("given", "family", "born", "same"),
    [
        ("Priya", "Shah", BORN, True),
        ("Priya", "Shah", None, True),
        ("Priya", "Shah", datetime.date(1980, 1, 1), True),
        ("Pria", "Shaw", BORN, True),
        ("Shah", "Priya", BORN, True),
        ("PRÍYA", "shah", BORN, True),
        ("Pri", "Shah", BORN, True),
        ("Pria", "Shaw", None, False),
        ("Paula", "Shark", BORN, False),
        ("", "", BORN, False),
    ],
)
def test_who_is_here_already_is_noticed(
    store: Store, given: str, family: str, born: datetime.date | None, same: bool
) -> None:
    store.add(Client, record_number="RD-1", legal_given="Priya", legal_family="Shah", birth_date=BORN)
    store.add(Client, record_number="RD-2", legal_given="Ernesto", legal_family="Quizhpe", birth_date=BORN)
    assert [found.record_number for found in likely_same(given, family, born)] == (["RD-1"] if same else [])


def test_the_likeliest_stands_first(store: Store) -> None:
    for number, given, born in (("RD-1", "Prya", BORN), ("RD-2", "Priya", None), ("RD-3", "Priya", BORN)):
        store.add(Client, record_number=number, legal_given=given, legal_family="Shah", birth_date=born)
    assert [found.record_number for found in likely_same("Priya", "Shah", BORN)] == ["RD-3", "RD-1", "RD-2"]


def test_the_name_somebody_goes_by_counts(store: Store) -> None:
    store.add(Client, record_number="RD-1", legal_given="Margaret", preferred_name="Meg", legal_family="Lane")
    assert likely_same("Meg", "Lane", None)
    assert likely_same("Margarete", "Lane", None, preferred="Meg")
