"""The cover over what could not be saved: it says what is in the way, and to who tries too fast, how long to wait."""

from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.not_saved import NotSavedPage
from recovery_desktop_ui.editing.keeper import Keeper, SaveState

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import Store
from recovery_desktop.vault import Attempts
from tests.ui.access.hands import line, said, show

FULL = KnownError("The disk is full.", "What was saved before is safe.", "Free some space.")


def test_who_tries_too_fast_is_told_to_wait(qtbot: QtBot, store: Store) -> None:
    keeper, attempts = Keeper(store), Attempts(lambda: 0.0)
    keeper.state = SaveState("failed", None, FULL)
    page = NotSavedPage(keeper, attempts)
    show(qtbot, page)
    assert "The disk is full." in said(page)
    for _wrong in range(4):
        attempts.note_wrong()
    qtbot.keyClicks(line(page, "passphrase"), "four tries ago\r")
    assert said(page).startswith("Wait ")
