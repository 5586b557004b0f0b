"""The example client, entered by keys alone into an empty practice: each fact is in its field, and keys are counted."""

import datetime
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock

from recovery_desktop.assets import resources
from recovery_desktop.exchange.form import SHARED_LISTS
from recovery_desktop.exchange.writing import client_file
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.family import SOCIAL_DOMAINS
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import links_of, owned_by
from tests.exchange.test_round_trip import values_of
from tests.practices import PASSPHRASE
from tests.test_vignette import kept_at
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.whole_client import Typist
from tests.ui.windows import lock, opened_window
from tests.vignette_facts import FACTS

Row = dict[str, Any]


@pytest.fixture(autouse=True)
def _on_the_day_of_the_example() -> Iterator[None]:
    clock.use(datetime.date(2026, 10, 10))
    yield
    clock.use(None)


def example() -> Row:
    """What forms enter of the example client, as a client file with its lists in the order of the window."""
    plain: Row = json.loads((resources() / "sample" / "priya-shah.json").read_text("utf-8"))
    (episode,) = plain["client"]["episodes"]
    for rows, domains in (
        (episode["social_needs"], list(SOCIAL_DOMAINS)),
        (episode["assessments"][0]["areas_of_life"], list(DOMAINS)),
    ):
        rows.sort(key=lambda row: domains.index(row["domain"]))
    del episode[SetAside.episode.listed_as]  # no form enters these: each is written where a proposal is passed over
    return plain


def with_one_of_each() -> Row:
    """The example client with the first row of each list alone."""
    plain = example()
    client = _first_rows(Client, plain["client"])
    kept = {row["id"] for name in SHARED_LISTS for row in plain[name]} | set(_identifiers(client))
    return {**plain, "client": _pointing_at(kept, Client, client)}


def _first_rows(model: type[Record], row: Row) -> Row:
    short = dict(row)
    for owner, below in owned_by(model):
        if owner.listed_as in row:
            listed = row[owner.listed_as]
            short[owner.listed_as] = _first_rows(below, listed) if owner.only_one else [_first_rows(below, listed[0])]
    return short


def _identifiers(row: Any) -> Iterator[str]:
    for name, value in row.items():
        if name == "id":
            yield value
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, dict):
                yield from _identifiers(below)


def _pointing_at(kept: set[str], model: type[Record], row: Row) -> Row:
    """A row without pointers and threads to what is not kept."""
    lists = {owner.listed_as: below for owner, below in owned_by(model)}
    threads = {link.owner().listed_as for link in links_of(model)}
    short: Row = {}
    for name, value in row.items():
        if name in lists:
            rows = [_pointing_at(kept, lists[name], each) for each in (value if isinstance(value, list) else [value])]
            short[name] = rows if isinstance(value, list) else rows[0]
        elif name in threads:
            short[name] = [end for end in value if end in kept]
        elif name not in model.refs() or value in kept:
            short[name] = value
    return {name: value for name, value in short.items() if value != []}


def entered(qtbot: QtBot, store: Store, plain: Row) -> Keyboard:
    """Enters a client file's client, locks, and unlocks again with the passphrase."""
    window = opened_window(qtbot, store)
    keyboard = Keyboard(window)
    Typist(keyboard, plain).enter_everything()
    lock(qtbot, window)
    with qtbot.waitSignal(window.unlocked, timeout=10_000):
        keyboard.tab_to("passphrase")
        keyboard.type(PASSPHRASE)
        keyboard.press("Return")
    return keyboard


def with_sorted_threads(content: bytes) -> list[Any]:
    """All values of a client file; threads are tied in the order of the chips, and not in that of the file."""
    return [(*row, sorted(threads, key=str)) for *row, threads in values_of(content)]


def kept() -> bytes:
    """What the record holds, as a client file."""
    return client_file(take(Client.get().id), counseling_notes=True)


def test_a_client_with_one_row_of_each_kind_is_entered_by_keys_alone(qtbot: QtBot, store: Store) -> None:
    plain = with_one_of_each()
    entered(qtbot, store, plain)
    assert with_sorted_threads(kept()) == with_sorted_threads(json.dumps(plain).encode())


@pytest.mark.long
def test_the_example_client_is_entered_by_keys_alone(
    qtbot: QtBot, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = example()
    keyboard = entered(qtbot, store, plain)
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(told(keyboard)) + "\n")
    assert with_sorted_threads(kept()) == with_sorted_threads(json.dumps(plain).encode())
    client = take(Client.get().id)
    assert [fact.fact for fact in FACTS if kept_at(client, fact.path) != fact.value] == []


def told(keyboard: Keyboard) -> list[str]:
    """How many keys it took, in all and at the fields that took most beside their text."""
    counts, fields = keyboard.counts, keyboard.entered.total()
    return [
        f"{keyboard.total} keys: {counts['text']} of texts, {counts['tab']} Tabs, {counts['other']} others",
        f"{fields} values entered, {keyboard.total / fields:.1f} keys each, {counts['text'] / fields:.1f} of them text",
    ]
