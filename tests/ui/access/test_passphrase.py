"""Another passphrase, a new recovery sheet, and a new key after somebody saw the passphrase."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.owing import sheet_is_owed
from recovery_desktop_ui.access.passphrase_pane import PassphrasePane
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.message import Message

from recovery_desktop.records.store import Store
from recovery_desktop.vault import WrongPassphrase, recover_key, unlock_key
from tests.practices import PASSPHRASE
from tests.ui.access.hands import line, part, press, said, show, shown_code, type_back, words


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> Iterator[PassphrasePane]:
    made = PassphrasePane(Keeper(store))
    show(qtbot, made)
    yield made


def take_offer(qtbot: QtBot, pane: PassphrasePane) -> str:
    """Types the six offered words."""
    offer = pane.findChild(QLabel, "offer").text()
    qtbot.keyClicks(line(pane, "same"), offer)
    return offer


def opens(store: Store, passphrase: str) -> bool:
    try:
        unlock_key(store.vault.folder, passphrase)
    except WrongPassphrase:
        return False
    return True


def test_the_passphrase_is_changed(qtbot: QtBot, pane: PassphrasePane, store: Store) -> None:
    press(qtbot, pane, "change")
    qtbot.keyClicks(line(pane, "old"), PASSPHRASE)
    new = take_offer(qtbot, pane)
    press(qtbot, pane, "do")
    qtbot.waitUntil(lambda: "is changed" in said(pane))
    assert opens(store, new)
    assert not opens(store, PASSPHRASE)


def test_enter_alone_leads_through_and_the_answer_is_seen(qtbot: QtBot, pane: PassphrasePane) -> None:
    pane.resize(1000, 420)  # as low as a small screen with large text leaves it
    press(qtbot, pane, "change")
    offer = pane.findChild(QLabel, "offer").text()
    for typed in (PASSPHRASE, offer):
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is changed" in said(pane))
    assert part(pane, "change").hasFocus()
    qtbot.waitUntil(lambda: seen(pane.message))


def seen(message: Message) -> bool:
    """Whether the last line of a message is on the screen."""
    return bool(message.visibleRegion().contains(message.rect().bottomLeft()))


def test_without_the_present_one_nothing_is_changed(qtbot: QtBot, pane: PassphrasePane, store: Store) -> None:
    press(qtbot, pane, "change")
    qtbot.keyClicks(line(pane, "old"), "not the present one")
    take_offer(qtbot, pane)
    press(qtbot, pane, "do")
    qtbot.waitUntil(lambda: "does not open" in said(pane))
    assert line(pane, "old").selectedText() == "not the present one"
    assert opens(store, PASSPHRASE)


def test_a_new_one_that_is_not_typed_is_refused(qtbot: QtBot, pane: PassphrasePane, store: Store) -> None:
    press(qtbot, pane, "change")
    qtbot.keyClicks(line(pane, "old"), PASSPHRASE)
    press(qtbot, pane, "do")
    assert "Type the six words" in said(pane)
    assert opens(store, PASSPHRASE)


def test_a_new_sheet_is_owed_until_it_is_typed_back(qtbot: QtBot, pane: PassphrasePane, store: Store) -> None:
    press(qtbot, pane, "new_sheet")
    qtbot.keyClicks(line(pane, "old"), PASSPHRASE)
    press(qtbot, pane, "do")
    qtbot.waitUntil(lambda: "Your new recovery sheet" in words(pane))
    groups = shown_code(pane)
    assert sheet_is_owed(store)
    type_back(qtbot, pane, groups)
    assert "new recovery sheet is valid" in said(pane)
    assert not sheet_is_owed(store)
    assert recover_key(store.vault.folder, "-".join(groups)).opened_by == "recovery"


def test_after_a_look_over_the_shoulder_all_is_encrypted_anew(qtbot: QtBot, pane: PassphrasePane, store: Store) -> None:
    before = store.vault.key.data
    press(qtbot, pane, "seen")
    qtbot.keyClicks(line(pane, "old"), PASSPHRASE)
    new = take_offer(qtbot, pane)
    press(qtbot, pane, "do")
    qtbot.waitUntil(lambda: "Your new recovery sheet" in words(pane))
    assert sheet_is_owed(store)
    groups = shown_code(pane)
    type_back(qtbot, pane, groups)
    assert not sheet_is_owed(store)
    assert store.vault.key.data != before
    assert store.practice().name == "Test Practice"
    assert opens(store, new)
    assert recover_key(store.vault.folder, "-".join(groups)).opened_by == "recovery"


@pytest.mark.parametrize("what", ["new_sheet", "seen"])
def test_whoever_does_not_know_the_passphrase_cannot_change_what_opens(
    qtbot: QtBot, pane: PassphrasePane, store: Store, what: str
) -> None:
    before = store.vault.key
    press(qtbot, pane, what)
    qtbot.keyClicks(line(pane, "old"), "somebody at the desk")
    if what == "seen":
        take_offer(qtbot, pane)
    press(qtbot, pane, "do")
    qtbot.waitUntil(lambda: "does not open" in said(pane))
    assert store.vault.key is before
    assert not sheet_is_owed(store)


def test_one_can_go_back(qtbot: QtBot, pane: PassphrasePane) -> None:
    press(qtbot, pane, "seen")
    press(qtbot, pane, "back")
    press(qtbot, pane, "change")
