"""The clipboard is cleared after a while and at lock, if what is in it was copied here."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.clipboard import ClipboardWatch

SOON = 0.05


def ours(mode: QClipboard.Mode) -> bool:
    """This program filled the clipboard: without a screen the system cannot be asked."""
    return mode == QClipboard.Mode.Clipboard


def theirs(_mode: QClipboard.Mode) -> bool:
    """Another program filled it."""
    return False


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[QClipboard]:
    """The clipboard, empty before and after."""
    found = QApplication.clipboard()
    found.clear()
    yield found
    found.clear()


def copy(qtbot: QtBot, words: str) -> None:
    """Copies by the keyboard out of one of our fields."""
    field = QLineEdit(words)
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_what_was_copied_here_is_gone_after_a_while(qtbot: QtBot, clipboard: QClipboard) -> None:
    watch = ClipboardWatch(SOON, ours)
    copy(qtbot, "words of a client")
    assert clipboard.text() == "words of a client"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    del watch


def test_it_is_gone_at_lock(qtbot: QtBot, clipboard: QClipboard) -> None:
    watch = ClipboardWatch(is_ours=ours)
    copy(qtbot, "words of a client")
    watch.clear()
    assert clipboard.text() == ""


def test_each_copying_begins_the_time_anew(qtbot: QtBot, clipboard: QClipboard) -> None:
    watch = ClipboardWatch(0.3, ours)
    copy(qtbot, "first")
    qtbot.wait(200)
    copy(qtbot, "second")
    qtbot.wait(200)
    assert clipboard.text() == "second"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    del watch


def test_tools_with_a_history_are_asked_to_keep_none(qtbot: QtBot, clipboard: QClipboard) -> None:
    watch = ClipboardWatch(is_ours=ours)
    copy(qtbot, "words of a client")
    assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    watch.clear()


def test_what_comes_from_elsewhere_stays(qtbot: QtBot, clipboard: QClipboard) -> None:
    watch = ClipboardWatch(SOON, theirs)
    copy(qtbot, "not ours")
    qtbot.wait(100)
    watch.clear()
    assert clipboard.text() == "not ours"


def test_a_picture_is_left_alone(qtbot: QtBot, clipboard: QClipboard) -> None:
    watch = ClipboardWatch(SOON, ours)
    data = QMimeData()
    data.setData("image/png", b"picture")
    clipboard.setMimeData(data)
    assert not clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    del watch
