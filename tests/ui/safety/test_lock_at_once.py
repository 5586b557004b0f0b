"""A lock in one of the first turns after unlocking, when what has time until then was about to begin."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from recovery_desktop.records.store import Store
from tests.ui.windows import locked_window, settle


def _in_turns(turns: int, do: Callable[[], object]) -> None:
    """Does something so many turns of the event loop later."""
    if turns:
        QTimer.singleShot(0, lambda: _in_turns(turns - 1, do))
    else:
        do()


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("is_sample", [False, True])
def test_nothing_goes_on_after_it(qtbot: QtBot, tmp_path: Path, store: Store, is_sample: bool, turns: int) -> None:
    window = locked_window(qtbot, store.vault.folder)
    settle()
    window.unlocked.connect(lambda: _in_turns(turns, lambda: window.lock("Locked.")))
    with qtbot.waitSignal(window.locked, timeout=10_000):
        if is_sample:
            window.gate.open_sample()
        else:
            window.gate.opened.emit(store, "")
    settle()
    qtbot.wait(50)
    assert window.keeper is None and window.workplace is None
    assert not window._minute.isActive() and not window.idle._timer.isActive()
    assert window.system._ear is None
