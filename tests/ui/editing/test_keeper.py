"""What is typed comes to the disk by itself, soon and at every leaving; what the disk does not take stays in sight."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing import keeper as keeping
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import admitted
from tests.ui.disk import LONG, no_room
from tests.ui.windows import click, field, lock, opened_window, press, status, type_into, type_keys, unlock


def stored(name: str) -> object:
    """What the disk has in a field of the first client."""
    return getattr(Client.get(), name)


def paste_into(window: MainWindow, name: str, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    field(window, name).setFocus()
    press(window, "Ctrl+V")


def test_typing_is_saved_after_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    assert status(window) == "Everything is saved"
    type_into(window, "client.preferred_name", "ita")
    assert status(window) == "Saving…"
    assert stored("preferred_name") == "Ros"
    qtbot.waitUntil(lambda: status(window).startswith("Saved "))
    assert stored("preferred_name") == "Rosita"


def test_who_types_without_a_pause_is_saved_too(
    qtbot: QtBot, store: Store, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "AT_MOST", 100)
    monkeypatch.setattr(keeping, "AFTER_TYPING", 60_000)
    window = opened_window(qtbot, store, client=client, page="client")

    def type_on() -> None:
        type_into(window, "client.preferred_name", "a")
        assert str(stored("preferred_name")).startswith("Rosa")

    qtbot.waitUntil(type_on)


@pytest.mark.parametrize("keys", ["Tab", "Shift+Tab", "Ctrl+7", "Ctrl+Down", "Ctrl+K", "Ctrl+D", "Ctrl+S", "Ctrl+N"])
def test_every_leaving_saves_at_once(window: MainWindow, keys: str) -> None:
    type_into(window, "client.preferred_name", "ita")
    press(window, keys)
    assert stored("preferred_name") == "Rosita"
    assert status(window).startswith("Saved ")


def test_another_client_and_another_text_size_save_too(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    other = admitted(store, record_number="RD-000901", legal_family="Ito")[0]
    type_into(window, "client.preferred_name", "i")
    assert window.workplace is not None
    window.workplace.show_client(other.id)
    assert stored("preferred_name") == "Rosi"
    window.workplace.show_client(Client.get().id)
    type_into(window, "client.preferred_name", "ta")
    press(window, "Ctrl++")
    assert stored("preferred_name") == "Rosita"
    assert field(window, "client.preferred_name").text() == "Rosita"


def test_lock_and_unlock_lead_back_to_the_field(qtbot: QtBot, window: MainWindow) -> None:
    type_into(window, "client.legal_given", "lind")
    lock(qtbot, window)
    unlock(qtbot, window)
    assert stored("legal_given") == "Rosalind"
    assert field(window, "client.legal_given").hasFocus()


def test_what_a_full_disk_does_not_take_stays_and_is_saved_by_retry(window: MainWindow, store: Store) -> None:
    with no_room(store):
        paste_into(window, "client.culture", LONG)
        press(window, "Tab")
        type_into(window, "client.pronouns", "she/her")
        press(window, "Tab")
        assert status(window).startswith("Not saved: the disk is full.")
        assert field(window, "client.culture").toPlainText() == LONG
        click(window, "status.retry")
        assert status(window).startswith("Not saved: the disk is full.")
        press(window, "Ctrl+7")  # to another tab: it stays where the text is
        assert field(window, "client.pronouns").text() == "she/her"
        assert (stored("culture"), stored("pronouns")) == ("", "")
    click(window, "status.retry")
    assert status(window).startswith("Saved ")
    assert not window.statusBar().findChild(type(field(window, "status.lock")), "status.retry").isVisible()
    assert (stored("culture"), stored("pronouns")) == (LONG, "she/her")


def test_a_failed_save_is_tried_again_by_itself(
    qtbot: QtBot, window: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "TRY_AGAIN_AFTER", 50)
    with no_room(store):
        paste_into(window, "client.culture", LONG)
        press(window, "Tab")
        assert status(window).startswith("Not saved: ")
    qtbot.waitUntil(lambda: status(window).startswith("Saved "))
    assert stored("culture") == LONG


def test_a_mistake_in_one_field_holds_up_no_other_and_not_the_lock(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    pronouns = field(window, "client.pronouns").parent()
    monkeypatch.setattr(pronouns, "value", lambda: 1 // 0)
    with qtbot.captureExceptions() as mistakes:
        type_into(window, "client.pronouns", "they")
        type_into(window, "client.preferred_name", "ita")
        lock(qtbot, window)
    assert {kind for kind, _error, _trace in mistakes} == {ZeroDivisionError}
    unlock(qtbot, window)
    assert stored("preferred_name") == "Rosita"
    assert field(window, "client.pronouns").text() == "they"


def test_a_half_typed_value_is_kept_as_a_draft_until_it_is_one(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    type_into(window, "client.birth_date", "31/31/19")
    press(window, "Tab")
    assert status(window).startswith("Saved ")
    assert stored("birth_date") is None
    assert len(store.vault.drafts.names()) == 1
    lock(qtbot, window)
    unlock(qtbot, window)
    line = field(window, "client.birth_date")
    assert line.text() == "31/31/19"
    assert line.property("tone") == "care", "what is wrong is said at once"
    line.setFocus()
    line.selectAll()
    type_keys(window, "1997-05-04")
    press(window, "Tab")
    assert str(stored("birth_date")) == "1997-05-04"
    assert window.keeper is not None
    assert window.keeper.store.vault.drafts.names() == []
