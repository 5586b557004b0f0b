"""How fast the window is there and answers; the floor is a bare PySide6 window with six tabs."""

import datetime
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.questionnaires import insert_people
from tests.practices import PASSPHRASE, new_practice

ROOT = Path(__file__).parents[2]
PAINTED = "painted at"

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget
app = QApplication([])
window, tabs = QMainWindow(), QTabWidget()
for n in range(6):
    tabs.addTab(QWidget(), f"Tab {n}")
window.setCentralWidget(tabs)
window.resize(1366, 768)
window.show()
tell_when_painted()
app.exec()
"""
OURS = """
from recovery_desktop.__main__ import main
import recovery_desktop_ui  # before PySide6, as the program does
from PySide6.QtWidgets import QApplication
run = QApplication.exec
QApplication.exec = lambda *_: (before_running(), run())
main(["--vault", VAULT])
"""
HELPERS = """
import os, sys, time
from pathlib import Path

sys.path[:0] = [ROOT, UI]

def tell_when_painted():  # a timer comes after the events of the screen; this one before those of our window
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    def look():
        if any(window.isExposed() for window in QGuiApplication.allWindows()):
            print("painted at", time.time(), flush=True)
            os._exit(0)
        QTimer.singleShot(0, look)

    QTimer.singleShot(0, look)

def open_practice():
    from PySide6.QtWidgets import QApplication, QMainWindow
    from recovery_desktop.records.store import open_store
    from recovery_desktop.vault import unlock_key

    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))
    window.gate.opened.emit(open_store(Path(VAULT), unlock_key(Path(VAULT), PASSPHRASE)), "")
"""
AS_A_PERSON = """
def type_when_painted():  # as a person does, who takes seconds for it; they are not counted
    from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool, QTimer
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, done)
            return False

    watch, times = Watch(), []

    def look():
        if not any(window.isExposed() for window in QGuiApplication.allWindows()):
            QTimer.singleShot(0, look)
            return
        times.append(time.time())
        QTimer.singleShot(100, wait)  # what the page does next has begun by then

    def wait():
        if QThreadPool.globalInstance().activeThreadCount():
            QTimer.singleShot(100, wait)
            return
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))
        field = window.findChild(QLineEdit, "passphrase")
        field.setText(PASSPHRASE)
        window.unlocked.connect(lambda: window.workplace.caseload.installEventFilter(watch))
        times.append(time.time())
        QTest.keyClick(field, Qt.Key.Key_Return)

    def done():
        print("painted at", times[0] + time.time() - times[1], flush=True)
        os._exit(0)

    QTimer.singleShot(0, look)

before_running = type_when_painted
"""
UNLOCK_PAGE = "before_running = tell_when_painted"
WORKPLACE = "before_running = lambda: (tell_when_painted(), open_practice())"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Python keeps what it compiled: an installed program is compiled once."""
    return tmp_path_factory.mktemp("compiled")


def seconds_to_paint(code: str, compiled: Path) -> float:
    """From the start of a process to its first painted window."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    begun = time.time()
    command = [sys.executable, "-c", f"ROOT, UI = {str(ROOT)!r}, {str(ROOT / 'ui')!r}\n{HELPERS}\n{code}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.rpartition(PAINTED)[2]) - begun


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A locked practice with 300 clients, who answered eight questionnaires each."""
    folder = tmp_path_factory.mktemp("practice") / "vault"
    store = new_practice(folder)
    store.vault.write(lambda: insert_people(300, datetime.date.today(), random.Random(1)))
    store.close()
    yield folder


def measure(benchmark: BenchmarkFixture, code: str, compiled: Path) -> None:
    """Twelve starts; what is counted is the time to the first paint, without the end of the process."""
    starts = 1 if benchmark.disabled else 12
    seconds_to_paint(code, compiled)
    times = iter([seconds_to_paint(code, compiled) for _start in range(starts)])
    benchmark.pedantic(lambda: time.sleep(next(times)), rounds=starts, iterations=1)


def ours(before_running: str, practice: Path) -> str:
    """The program's own start on a practice, with what comes before its events are run."""
    return f"VAULT, PASSPHRASE = {str(practice)!r}, {PASSPHRASE!r}\n{before_running}\n{OURS}"


STARTS = {
    "process start to the unlock page": (UNLOCK_PAGE, 1.5),
    "process start to the window with 300 clients": (WORKPLACE, 2.5),
    "both waits of a person for the window with 300 clients": (AS_A_PERSON, 2.5),
}
"""What is waited for: what comes before the events are run, and how many times a bare window it may take."""


@pytest.mark.parametrize("start", STARTS)
def test_start(benchmark: BenchmarkFixture, practice: Path, compiled: Path, start: str) -> None:
    before_running, at_most = STARTS[start]
    benchmark.group = start
    benchmark.extra_info["at_most"] = at_most
    measure(benchmark, ours(before_running, practice), compiled)


@pytest.mark.parametrize("start", STARTS)
def test_start_of_the_floor(benchmark: BenchmarkFixture, compiled: Path, start: str) -> None:
    benchmark.group = start
    measure(benchmark, BARE, compiled)
