"""How fast the window is there and answers; the floor is a bare PySide6 window with six tabs."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from peewee import chunked
from pytest_benchmark.fixture import BenchmarkFixture

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.practices import new_practice

ROOT = Path(__file__).parents[2]
SHOWN = "shown at"

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget
app = QApplication([])
window, tabs = QMainWindow(), QTabWidget()
for n in range(6):
    tabs.addTab(QWidget(), f"Tab {n}")
window.setCentralWidget(tabs)
window.resize(1366, 768)
window.show()
"""
OURS = """
from pathlib import Path
from recovery_desktop.settings import Settings
from recovery_desktop_ui.app import make_application, open_window
settings = Settings()
app = make_application(settings)
window = open_window(app, settings, None, Path({folder!r}))
"""
UNLOCKED = """
from recovery_desktop.records.store import open_store
from recovery_desktop.vault import unlock_key
window.gate.opened.emit(open_store(Path({folder!r}), unlock_key(Path({folder!r}), {passphrase!r})), "")
"""
PAINTED = """
import time
app.processEvents()
print("shown at", time.time(), flush=True)
import os
os._exit(0)
"""


def seconds_to_paint(code: str) -> float:
    """From the start of a process to its first painted window."""
    path = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'ui')!r}]\n"
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    begun = time.time()
    command = [sys.executable, "-c", path + code + PAINTED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.rpartition(SHOWN)[2]) - begun


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A locked practice with 300 clients."""
    folder = tmp_path_factory.mktemp("practice") / "vault"
    store = new_practice(folder)
    store.vault.write(lambda: _fill(store))
    store.close()
    yield folder


def _fill(store: Store) -> None:
    rows = []
    for number in range(300):
        row = Client(record_number=f"RD-{number:06}", legal_given="Dee", legal_family=f"Example {number}")
        rows.append({name: getattr(row, name) for name in row.described()} | row.settle())
    for part in chunked(rows, 100):
        Client.insert_many(part).execute()
    episode = {name: field.empty for name, field in Episode.described().items()}
    Episode.insert_many([{**episode, "client": number} for number in range(1, 301)]).execute()


def measure(benchmark: BenchmarkFixture, code: str) -> None:
    """Twelve starts; what is counted is the time to the first paint, without the end of the process."""
    starts = 1 if benchmark.disabled else 12
    seconds_to_paint(code)
    times = iter([seconds_to_paint(code) for _start in range(starts)])
    benchmark.pedantic(lambda: time.sleep(next(times)), rounds=starts, iterations=1)


def test_unlock_window(benchmark: BenchmarkFixture, practice: Path) -> None:
    benchmark.group = "process start to the unlock page"
    benchmark.extra_info["at_most"] = 1.5
    measure(benchmark, OURS.format(folder=str(practice)))


def test_unlock_window_floor(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "process start to the unlock page"
    measure(benchmark, BARE)


def test_full_window(benchmark: BenchmarkFixture, practice: Path) -> None:
    from tests.practices import PASSPHRASE

    benchmark.group = "process start to the window with 300 clients"
    benchmark.extra_info["at_most"] = 2.5
    code = OURS + UNLOCKED
    measure(benchmark, code.format(folder=str(practice), passphrase=PASSPHRASE))


def test_full_window_floor(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "process start to the window with 300 clients"
    measure(benchmark, BARE)
