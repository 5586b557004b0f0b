"""The foot of the window says long sentences whole, and never makes the window wider than a small screen."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.keeper import SaveState
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.store import Store
from recovery_desktop.vault import DiskFailed, DiskFull, VaultReadOnly
from tests.people import sample
from tests.ui.windows import field, opened_window

WIDE = 1366
STATES = (
    SaveState("failed", None, DiskFull()),
    SaveState("failed", None, DiskFailed()),
    SaveState("failed", None, VaultReadOnly()),
    SaveState("saved"),
)


def check(window: MainWindow) -> None:
    """Holds that nothing is cut, and that the window is as wide as it was."""
    assert window.width() == WIDE
    said = field(window, "status.saved")
    assert said.height() >= said.heightForWidth(said.width())
    inside = window.status.rect()
    for each in (said, *(one for one in window.status.findChildren(QAbstractButton) if one.isVisible())):
        place = each.rect().translated(each.mapTo(window.status, each.rect().topLeft()))
        assert inside.contains(place), each.objectName()


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_every_state_of_saving_fits(qtbot: QtBot, store: Store, text_size: float) -> None:
    window = opened_window(qtbot, store, client=sample(store, "priya-shah"), text_size=text_size)
    window.status.show_undo("edit “Culture and background”")
    window.status.show_backup("Backup checked 12 October 2026, 09:10, on drive E:", "care")
    heights = []
    for state in (SaveState("saved"), *STATES):
        window.status.show_saving(state)
        qtbot.waitUntil(lambda: check(window))
        heights.append(window.status.height())
    qtbot.waitUntil(lambda: window.status.height() < max(heights))  # low again, as all is saved
    assert field(window, "status.undo").accessibleName() == "Undo: edit “Culture and background”"
