"""A snapshot is the whole record as plain values, with each thread readable from both ends."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from peewee import InterfaceError

from recovery_desktop.exchange.taking import take_client
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.fields import Choice, Day, Described, Line, Text, Whole
from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.practice import OwnProfile, OwnWord
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import all_kinds, below
from tests.exchange.test_bad_files import GOOD

FILLED: dict[type[Described], Callable[[Any], Any]] = {
    Line: lambda _: "something",
    Text: lambda _: "something",
    Choice: lambda field: next(iter(field.labels)),
    Whole: lambda field: field.low,
    Day: lambda _: datetime.date(2026, 11, 2),
}


def taken(store: Store, **changes: object) -> Entry:
    plain = json.loads(json.dumps(GOOD))
    plain["client"] |= changes
    return take(take_client(store, json.dumps(plain).encode()).id)


def test_values_are_plain_and_dates_are_dates(store: Store) -> None:
    client = taken(store)
    assert client["legal_family"] == "Doe"
    assert client["birth_date"] == datetime.date(1990, 2, 28)
    assert client["preferred_name"] == "" and client["sex"] == ""
    assert client.shown("birth_date") == "28 February 1990"
    goal = client.rows("episodes")[0].rows("goals")[0]
    assert goal["domains"] == ["physical"] and goal["importance"] is None


def test_threads_are_read_from_both_ends(store: Store) -> None:
    episode = taken(store).rows("episodes")[0]
    goal, need = episode.rows("goals")[0], episode.rows("needs")[0]
    assert goal.tied("needs") == [need]
    assert need.tied("goals") == [goal]
    counselor = episode.ref("counselor")
    assert counselor is not None and counselor["name"] == "Dana Whitfield"
    assert episode.ref("supervisor") is None


def test_it_is_read_once_until_something_is_written(store: Store) -> None:
    number = taken(store).number
    first = take(number)
    assert take(number) is first
    store.save(Client.get_by_id(number), payer="state plan")
    second = take(number)
    assert (first["payer"], second["payer"]) == ("", "state plan")
    assert take(number) is second
    other = taken(store, record_number="RD-000002")
    assert take(number)["record_number"] != other["record_number"]


def test_a_change_of_what_is_shared_is_seen(store: Store) -> None:
    number = taken(store).number
    counselor = take(number).rows("episodes")[0].ref("counselor")
    assert counselor is not None
    store.save(counselor.model.get_by_id(counselor.number), name="Dana Whitfield-Ruiz")
    renamed = take(number).rows("episodes")[0].ref("counselor")
    assert renamed is not None and renamed["name"] == "Dana Whitfield-Ruiz"


def test_what_is_undone_with_its_transaction_is_not_kept(store: Store) -> None:
    number = taken(store).number

    def changed_and_given_up() -> None:
        store.save(Client.get_by_id(number), payer="state plan")
        assert take(number)["payer"] == "state plan"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.vault.write(changed_and_given_up)
    assert take(number)["payer"] == ""


def test_a_closed_vault_keeps_nothing_of_it(store: Store) -> None:
    number = taken(store).number
    database = store.vault.database
    assert database._remembered is not None
    database.close()
    assert database._remembered is None
    with pytest.raises(InterfaceError):
        take(number)


def test_other_clients_stay_out(store: Store) -> None:
    first = taken(store)
    second = taken(store, record_number="RD-000002", legal_family="Roe")
    for client, name in ((first, "Doe"), (second, "Roe")):
        assert take(client.number)["legal_family"] == name
        assert len(take(client.number).rows("episodes")[0].rows("goals")) == 1


def test_every_kind_of_row_is_read(store: Store) -> None:
    client = store.add(Client, record_number="RD-000001", legal_family="Doe")
    rows: dict[type[Record], Record] = {Client: client}
    for model in below(Client)[1:]:
        owner = model.owner()
        assert owner is not None
        required = {name: FILLED[type(field)](field) for name, field in model.described().items() if field.required}
        rows[model] = store.add(model, rows[owner.rel_model], **required)
    assert {entry.model for entry in take(client.id).walk()} == set(below(Client))


def test_nothing_of_the_practice_is_read_that_no_record_points_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = taken(store)
    read: list[str] = []
    database = Client._meta.database
    execute = database.execute_sql
    monkeypatch.setattr(database.obj, "execute_sql", lambda sql, *given: (read.append(sql), execute(sql, *given))[1])
    store.save(Client.get_by_id(client.number), preferred_name="Else")  # or it would be the one that was read before
    read.clear()
    take(client.number)
    assert read
    assert {OwnWord, OwnProfile, LibraryService} <= {model for model in all_kinds() if model.is_shared()}
    for model in (OwnWord, OwnProfile, LibraryService):
        assert not any(f'"{model._meta.table_name}"' in sql for sql in read)


def test_a_client_who_is_not_there(store: Store) -> None:
    with pytest.raises(LookupError):
        take(4711)


def test_the_practice(store: Store) -> None:
    assert take_practice()["name"] == "Test Practice"
