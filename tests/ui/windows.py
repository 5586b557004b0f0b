"""The real window for tests, on a real vault, used as a person does: keys, clicks, and what stands on the screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.gate import Gate
from recovery_desktop_ui.look import Look
from recovery_desktop_ui.parts.background import finish_all
from recovery_desktop_ui.parts.guards import install_guards
from recovery_desktop_ui.parts.tokens import use_text_size
from recovery_desktop_ui.status import Status
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from recovery_desktop.settings import Settings
from tests.practices import CHEAP, PASSPHRASE

_TURNS = 10  # of the event loop: what follows from a change of the plan takes the most, one step in each


def opened_window(
    qtbot: QtBot,
    place: Store | Path,
    *,
    text_size: float = 1.0,
    look: str = "light",
    client: Client | None = None,
    page: str = "",
) -> MainWindow:
    """The window of the program on an open practice, or on the folder of one, which is unlocked by typing.

    With a `client` that record is open, on the Overview or another `page`.
    """
    if isinstance(place, Store):
        window = _window(qtbot, place.vault.folder, text_size, look)
        window.gate.opened.emit(place, "")
    else:
        window = locked_window(qtbot, place, text_size, look)
        unlock(qtbot, window)
    if client is not None:
        assert window.workplace is not None
        window.workplace.show_client(client.id, page)
    _show(qtbot, window)
    qtbot.waitUntil(window._minute.isActive)  # it looks around once it is painted, as before anybody can do anything
    settle()
    return window


def locked_window(qtbot: QtBot, folder: Path, text_size: float = 1.0, look: str = "light") -> MainWindow:
    """The window as it stands at the start: unlock, or first run where there is no practice yet."""
    window = _window(qtbot, folder, text_size, look)
    window.gate.begin()
    _show(qtbot, window)
    return window


def _window(qtbot: QtBot, folder: Path, text_size: float, look: str) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.property("guarded"):
        install_guards(app)
        app.setProperty("guarded", True)
    settings = Settings(text_size=text_size, look=look)
    window = MainWindow(Gate(settings, None, folder, cost=CHEAP, ballast=64 * 1024), Look(app, text_size, look))
    qtbot.addWidget(window, before_close_func=_put_away)
    return window


def _show(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def _put_away(window: MainWindow) -> None:
    """Closes the practice without a backup."""
    window.idle.stop()
    window.system.stop()
    window.keep()
    window.blockSignals(True)
    if window.keeper is not None and window.workplace is not None:
        window.keeper.blockSignals(True)
        window.workplace.hide()
        window.workplace._follow.stop()  # it would read a practice that is closed
        store, window.keeper = window.keeper.store, None
        finish_all()
        store.close()
    window.gate.leave()
    use_text_size(1.0)


def settle() -> None:
    """Lets all that is due at once happen, also step by step, and what is to go be gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _turn in range(_TURNS):
        QApplication.processEvents()


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    """Types the passphrase into the page that asks for it, and waits until the practice is open."""
    line = field(window.gate, "passphrase")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, passphrase)
    with qtbot.waitSignal(window.unlocked, timeout=10_000):
        QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def lock(qtbot: QtBot, window: MainWindow) -> None:
    """Locks by the key and waits until the practice is closed."""
    with qtbot.waitSignal(window.locked, timeout=10_000):
        press(window, "Ctrl+L")
    settle()


def press(window: MainWindow, keys: str) -> None:
    """Presses keys such as "Ctrl+3" or "Tab" where the cursor is."""
    QTest.keySequence(_hearer(window) or window, QKeySequence(keys))
    QApplication.processEvents()


def type_keys(window: MainWindow, words: str) -> None:
    """Types words where the cursor is."""
    for letter in words:
        hearer = _hearer(window)
        assert hearer is not None, "nothing in the window has the cursor"
        if letter.isascii():
            QTest.keyClicks(hearer, letter)
        else:  # a key that only other keyboards have
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(hearer, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()  # a list of what is meant opens and closes between two keys


def _hearer(window: MainWindow) -> QWidget | None:
    """What gets the keys: an open list or menu, or else what has the cursor."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    focused = QApplication.focusWidget()
    return focused if focused is not None and window.isAncestorOf(focused) else None


def field(window: QWidget, name: str) -> Any:
    """What is seen under an object name; a field of the record may be called without its ".input"."""
    for each in (f"{name}.input", name):
        found = [widget for widget in window.findChildren(QWidget, each) if widget.isVisibleTo(window)]
        if found:
            assert len(found) == 1, f"{name}: {len(found)} seen"
            return found[0]
    raise AssertionError(f"{name} is not seen")


def type_into(window: MainWindow, name: str, words: str) -> Any:
    """Puts the cursor at the end of a field and types."""
    target = field(window, name)
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    press(window, "Ctrl+End" if isinstance(target, QPlainTextEdit) else "End")
    type_keys(window, words)
    return target


def click(window: QWidget, name: str) -> None:
    """Clicks a button that is seen and can be pressed."""
    button = field(window, name)
    assert isinstance(button, QAbstractButton) and button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def status(window: MainWindow) -> str:
    """How the saving stands, in the words at the foot of the window."""
    bar = window.statusBar()
    assert isinstance(bar, Status)
    label = bar.findChild(QLabel, "status.saved")
    assert isinstance(label, QLabel)
    return label.text()


def open_page(window: MainWindow, key: str) -> Any:
    """Shows a page of the open client by its key of the menus, and gives it."""
    window.commands.run(key)
    settle()
    assert window.workplace is not None
    return window.workplace.page


def each_section(page: Any) -> Iterator[str]:
    """Shows the sections of a page one after the other, from the one that is shown; a page without any is one."""
    shown = None
    while shown != page.section():
        shown = page.section()
        settle()
        yield shown
        page.step_section(1)


def on_screen(window: QWidget) -> str:
    """All that can be read in the window now: texts, what stands in fields and lists, tips, and its title."""
    words = [window.windowTitle()]
    for each in window.findChildren(QWidget):
        if each.isVisible():
            words += [each.accessibleName(), each.toolTip(), *(str(getattr(each, read)()) for read in _read_by(each))]
    return "\n".join(filter(None, words))


def _read_by(widget: QWidget) -> list[str]:
    return [name for name in ("text", "toPlainText", "currentText", "words") if callable(getattr(widget, name, None))]
