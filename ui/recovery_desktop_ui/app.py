"""Starts the window: the application, its looks and guards, and what hears of mistakes."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from recovery_desktop.places import default_folder, settings_file
from recovery_desktop.settings import Settings, read
from recovery_desktop.text import use_language
from recovery_desktop_ui.gate import Gate
from recovery_desktop_ui.look import Look
from recovery_desktop_ui.mistakes import Mistakes
from recovery_desktop_ui.parts.background import finish_all, run
from recovery_desktop_ui.parts.collecting import Collector
from recovery_desktop_ui.parts.guards import install_guards
from recovery_desktop_ui.window import TITLE, MainWindow

_THREADS = 3  # at least, also where there is one core


def start(vault: Path | None = None, *, sample: bool = False) -> int:
    """Shows the window and returns the exit code when it is closed. Python's collector rests until the window is there.

    `vault` is the folder of the practice, in place of the one used last; with `sample` the sample practice is opened.
    """
    file = settings_file()
    settings = read(file)
    app = make_application(settings)
    folder = vault or settings.vault_folder or default_folder()
    window = open_window(app, settings, file if vault is None else None, folder)
    mistakes = Mistakes()
    mistakes.happened.connect(window.tell_mistake)
    mistakes.listen()
    window.furnished.connect(lambda: _warm_up(window))
    if sample:
        QTimer.singleShot(0, window.gate.open_sample)
    code = app.exec()
    finish_all()
    mistakes.stop()
    return code


def _warm_up(window: MainWindow) -> None:
    """Loads what comes next; Python's collector, which rested until the window was there, begins after it."""
    from recovery_desktop_ui.ahead import load_ahead

    def collect() -> None:
        if window.keeper is None:  # what is frozen is never collected, and a record must not be among it
            gc.freeze()
        Collector(window)

    def fly(error: BaseException) -> None:
        collect()
        raise error

    run(load_ahead, lambda _nothing: collect(), fly)


def make_application(settings: Settings) -> QApplication:
    """The application, before any window."""
    app = QApplication(sys.argv[:1])
    use_language(settings.language or QLocale.system().name().partition("_")[0])
    app.setApplicationName(TITLE)
    pool = QThreadPool.globalInstance()
    pool.setMaxThreadCount(max(_THREADS, pool.maxThreadCount()))  # the passphrase waits for no other work
    app.setDesktopFileName("recovery-desktop")
    install_guards(app)
    app.setQuitOnLastWindowClosed(False)  # the window itself ends the program once all is saved
    return app


def open_window(app: QApplication, settings: Settings, file: Path | None, folder: Path) -> MainWindow:
    """The window, on the screen."""
    look = Look(app, settings.text_size, settings.look)
    gate = Gate(settings, file, folder)
    window = MainWindow(gate, look)
    gate.begin()
    window.show()
    return window
