"""What is loaded while the passphrase is typed is what the window needs afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from recovery_desktop_ui.ahead import AHEAD, load_ahead
from recovery_desktop_ui.parts.background import Task

from recovery_desktop.records.store import Store
from tests.practices import PASSPHRASE

ROOT = Path(__file__).parents[2]
OPENED = """
import os, sys
sys.path[:0] = [ROOT, UI]
from pathlib import Path
from PySide6.QtCore import QTimer
from recovery_desktop.settings import Settings
from recovery_desktop_ui.app import make_application, open_window
from recovery_desktop_ui.ahead import load_ahead
from recovery_desktop_ui.parts.background import Task

sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
settings = Settings()
app = make_application(settings)
window = open_window(app, settings, None, Path(VAULT))

def type_it():
    load_ahead(Task(print, print))
    from recovery_desktop.records.store import open_store
    from recovery_desktop.vault import unlock_key
    store = open_store(Path(VAULT), unlock_key(Path(VAULT), PASSPHRASE))
    before = set(sys.modules)
    window.gate.opened.emit(store, "")
    window.workplace.painted.connect(lambda: tell(before))

def tell(before):
    print("new:", *sorted(name for name in set(sys.modules) - before if name.startswith("recovery_desktop")))
    sys.stdout.flush()
    os._exit(0)

window.furnished.connect(lambda: QTimer.singleShot(0, type_it))
app.exec()
"""


def test_the_first_page_waits_for_no_module(store: Store) -> None:
    folder = store.vault.folder
    store.close()
    head = f"ROOT, UI, VAULT, PASSPHRASE = {str(ROOT)!r}, {str(ROOT / 'ui')!r}, {str(folder)!r}, {PASSPHRASE!r}"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", f"{head}\n{OPENED}"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert done.returncode == 0, done.stderr
    ears = {"recovery_desktop_ui.access.system_lock", "recovery_desktop_ui.access.system_signs"}
    ears |= {f"recovery_desktop_ui.access.{name}" for name in ("desktop_bus", "windows_session")}
    backup = {"recovery_desktop.desk.sealing", "recovery_desktop.desk.told"}  # in its own thread, or not yet
    assert set(done.stdout.partition("new:")[2].split()) <= ears | backup


def test_nothing_more_is_loaded_once_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    task = Task(lambda _result: None, lambda _error: None)

    def load(name: str) -> None:
        loaded.append(name)
        task.let_go()

    monkeypatch.setattr("importlib.import_module", load)
    load_ahead(task)
    assert loaded == [AHEAD[0]]
