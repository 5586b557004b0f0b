"""A day at work in the real window: `python -m tests.ui.safety.day FOLDER GIVEN`. Prints the titles of all windows."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from recovery_desktop_ui.app import make_application, open_window
from recovery_desktop_ui.mistakes import Mistakes
from recovery_desktop_ui.parts import printing
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.console import say
from recovery_desktop.places import settings_file
from recovery_desktop.settings import Settings
from tests.practices import PASSPHRASE
from tests.ui.windows import click, field, open_page, press, type_into, type_keys

NAME, QUOTE = "Quillfeather", "my weekends belong to the pony"


class Titles(QObject):
    """Hears of every title that a window gets."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowTitleChange and isinstance(watched, QWidget) and watched.isWindow():
            say(f"title {watched.windowTitle()}")
        return False


def unlock(window: MainWindow) -> None:
    """Types the passphrase and waits."""
    line = field(window.gate, "passphrase")
    line.setFocus()
    QTest.keyClicks(line, PASSPHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    until(lambda: window.workplace is not None)


def lock(window: MainWindow) -> None:
    """Locks and waits until the practice is closed."""
    press(window, "Ctrl+L")
    until(lambda: window.keeper is None)


def wait(milliseconds: int) -> None:
    """Lets the window go on as the program does: mistakes are heard of at once."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], object]) -> None:
    """Lets the window go on until something is so."""
    for _look in range(2000):
        if condition():
            return
        wait(5)
    raise TimeoutError


def come_back_to(window: MainWindow) -> None:
    """Gives the window the keys, as the system does when another one closes."""
    window.activateWindow()
    until(window.isActiveWindow)


def asked(kind: type[QDialog]) -> Any:
    """The window of the system that comes up."""
    until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def work(window: MainWindow) -> None:
    """Finds the client by name and writes on every page."""
    press(window, "Ctrl+K")
    type_keys(window, NAME)
    press(window, "Return")
    for tab in (*TABS, *BESIDE):
        open_page(window, tab.key)
    type_into(window, "client.culture", QUOTE)
    type_into(window, "client.birth_date", "31/31")
    open_page(window, "aftercare")
    click(window, "aftercare.first_step")
    type_keys(window, QUOTE)
    press(window, "Escape")
    press(window, "Ctrl+A")
    field(window, "banner.details").click()
    field(window, "client.culture").selectAll()
    press(window, "Ctrl+C")
    press(window, "Ctrl++")
    press(window, "Ctrl+-")
    press(window, "Ctrl+Shift+L")


def give_out(window: MainWindow, given: Path) -> None:
    """Previews the plan, saves it as PDF and prints it, to a file as there is no printer."""
    press(window, "Ctrl+P")
    until(lambda: field(window, "preview.save_as").isEnabled())
    press(window, "Ctrl+E")
    dialog = asked(QFileDialog)
    say(f"title {dialog.windowTitle()} {dialog.selectedFiles()}")
    dialog.setDirectory(str(given))
    dialog.accept()
    until(lambda: any(given.iterdir()) and field(window, "preview.print").isEnabled())
    come_back_to(window)
    press(window, "Ctrl+Shift+E")
    dialog = asked(QPrintDialog)
    printer = dialog.printer()
    say(f"title {printer.docName()}")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(given / "printed.pdf"))
    dialog.done(1)
    until(lambda: (given / "printed.pdf").exists() and field(window, "preview.print").isEnabled())
    come_back_to(window)


def make_mistake(window: MainWindow) -> None:
    """A mistake of the program, with a client's words in it; the report is shown and copied."""
    QTimer.singleShot(0, lambda: int(f"{NAME} {QUOTE}"))
    wait(5)
    click(window, "trouble.show")
    click(window, "trouble.copy")
    say(QGuiApplication.clipboard().text())


def main(folder: str, given: str) -> None:
    """From the start of the program to its end."""
    titles = Titles()
    app = make_application(Settings())
    app.installEventFilter(titles)
    window = open_window(app, Settings(), settings_file(), Path(folder))
    mistakes = Mistakes()
    mistakes.happened.connect(window.tell_mistake)
    mistakes.listen()
    come_back_to(window)
    unlock(window)
    work(window)
    lock(window)
    unlock(window)
    printing.has_printer = lambda: True
    give_out(window, Path(given))
    make_mistake(window)
    press(window, "Ctrl+N")
    type_keys(window, f"{NAME}-Two")
    press(window, "Ctrl+Q")
    until(lambda: window.keeper is None)
    QThreadPool.globalInstance().waitForDone()
    wait(20)
    say("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
