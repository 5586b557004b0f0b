"""Other languages of the system, time zones and turned clocks: what is typed and kept is the same everywhere."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import open_store
from recovery_desktop.vault import Clock, unlock_key
from tests.clocks import Hands, in_zone
from tests.people import admitted
from tests.practices import PASSPHRASE, new_practice
from tests.ui.safety.systems import in_language
from tests.ui.windows import click, field, lock, open_page, opened_window, press, status, type_into, type_keys, unlock

SYSTEMS = (("de_DE", "Europe/Berlin"), ("tr_TR", "Europe/Istanbul"), ("ar_EG", "Africa/Cairo"), ("C", "Pacific/Apia"))


@pytest.fixture(params=SYSTEMS, ids=[name for name, _zone in SYSTEMS])
def system(request: pytest.FixtureRequest) -> Iterator[str]:
    """A computer of another country."""
    name, zone = request.param
    with in_language(name), in_zone(zone):
        yield name


def retyped(window: MainWindow, name: str, words: str) -> None:
    """Types a value in place of what stands in a field."""
    field(window, name).setFocus()
    press(window, "Ctrl+A")
    type_keys(window, words)
    press(window, "Tab")


def test_dates_names_and_times_are_the_same_everywhere(qtbot: QtBot, tmp_path: Path, system: str) -> None:
    store = new_practice(tmp_path / "vault")
    client, _episode = admitted(store)
    window = opened_window(qtbot, store, client=client, page="client")
    retyped(window, "client.birth_date", "3/9/1997")
    retyped(window, "client.preferred_name", "İlker Iİıi ß")
    page = open_page(window, "client")
    page.step_section(3)
    retyped(window, "episode.intake_on", "2028-02-29")
    said = status(window)
    assert said.startswith("Saved ") and said[6:].replace(":", "").isdecimal() and said.isascii()
    lock(qtbot, window)
    unlock(qtbot, window)
    assert Client.get().birth_date == datetime.date(1997, 3, 9)
    assert Client.get().preferred_name == "İlker Iİıi ß"
    assert Episode.get().intake_on == datetime.date(2028, 2, 29)
    assert field(window, "episode.intake_on").text().isascii()
    press(window, "Ctrl+K")
    type_into(window, "caseload.find", "ilker")
    press(window, "Return")
    assert window.windowTitle().startswith("RD-000900")


def test_a_clock_that_was_turned_back_is_told_and_nothing_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    store = new_practice(folder)
    admitted(store)
    store.close()
    usual = Clock()
    ahead = replace(usual, now=lambda: usual.now() + datetime.timedelta(days=1))
    store = open_store(folder, unlock_key(folder, PASSPHRASE), clock=ahead)
    store.save(Client.get(), pronouns="she/her")
    store.close()
    window = opened_window(qtbot, folder, client=Client(id=1))
    told = window.findChild(QLabel, "notice.words")
    assert told is not None and told.isVisible()
    assert "clock was turned" in told.text()
    open_page(window, "client")
    retyped(window, "client.preferred_name", "Ros")
    assert Client.get().preferred_name == "Ros"
    lock(qtbot, window)
    assert not told.isVisible()
    unlock(qtbot, window)
    assert not told.isVisible(), "it is told once"


def test_a_clock_that_is_turned_while_the_practice_is_open_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    folder, hands = tmp_path / "vault", Hands()
    store = new_practice(folder)
    client, _episode = admitted(store)
    store.close()
    hands.wall = Clock().now()
    window = opened_window(
        qtbot, open_store(folder, unlock_key(folder, PASSPHRASE), clock=hands.clock), client=client, page="client"
    )
    retyped(window, "client.preferred_name", "Ros")
    told = window.findChild(QLabel, "notice.words")
    assert told is not None and not told.isVisible()
    hands.turn(datetime.timedelta(days=3653))
    retyped(window, "client.preferred_name", "Rosita")
    assert told.isVisible() and "clock was turned" in told.text()
    click(window, "notice.close")
    retyped(window, "client.preferred_name", "Rosa")
    assert not told.isVisible()
    assert Client.get().preferred_name == "Rosa"
