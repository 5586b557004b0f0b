"""Holds the floors of the house: imports point down, the core knows no window, and nothing talks to a network."""

import ast
import functools
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "recovery_desktop"
WINDOW = ROOT / "ui" / "recovery_desktop_ui"

# From the ground up; a room is a package or a module right inside `recovery_desktop`, or the window's package.
FLOORS = [
    {"__init__", "assets", "text", "errors", "files", "dates", "figures", "when", "reports", "console", "responses"}
    | {"blocks", "places", "settings"},
    {"vault", "records", "instruments", "diagnoses", "documents", "spelling", "plain_language"},
    {"plans", "guidance"},
    {"exchange"},
    {"desk"},
    {"recovery_desktop_ui"},
    {"__main__"},
]
ALONG_A_FLOOR = {("records", "vault")}
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS, start=1) for room in rooms}

# The window's own floors: a room is a package or a module right inside it; the modules that are not named stand on top.
WINDOW_FLOORS = [{"clock", "recent"}, {"parts"}, {"editing"}, {"access", "help", "panes", "tabs"}]
WINDOW_FLOOR_OF = {room: number for number, rooms in enumerate(WINDOW_FLOORS) for room in rooms}

PURE = {"documents", "instruments", "diagnoses", "guidance", "spelling", "plain_language"}
STORAGE = {"peewee", "playhouse", "sqlcipher3", "sqlite3"}
NETWORK = {
    *("socket", "ssl", "asyncio", "socketserver", "http", "urllib.request", "urllib.error", "webbrowser", "xmlrpc"),
    *("ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "requests", "httpx", "aiohttp"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
}
TOP_LEVEL = {
    *("recovery_desktop", "ui", "resources", "tests", "build", "dist"),
    *("pyproject.toml", "README.md", "LICENSE"),
}


class Import(NamedTuple):
    """One name that one module of ours imports, anywhere in it."""

    module: Path
    line: int
    name: str

    @property
    def place(self) -> str:
        return f"{self.module.relative_to(ROOT).as_posix()}:{self.line} imports {self.name}"

    @property
    def room(self) -> str:
        """The room of the module that imports."""
        if self.module.is_relative_to(WINDOW):
            return WINDOW.name
        return self.module.relative_to(CORE).parts[0].removesuffix(".py")

    @property
    def target(self) -> str | None:
        """The room that is imported, or None for what is not ours."""
        package, *inside = self.name.split(".")
        if package == CORE.name:
            is_room = inside and ((CORE / inside[0]).is_dir() or (CORE / f"{inside[0]}.py").is_file())
            return inside[0] if is_room else "__init__"
        return WINDOW.name if package == WINDOW.name else None

    def reaches(self, names: set[str]) -> bool:
        return any(self.name == name or self.name.startswith(f"{name}.") for name in names)


@functools.cache
def imports() -> list[Import]:
    modules = [path for source in (CORE, WINDOW) for path in sorted(source.rglob("*.py"))]
    assert modules
    return [found for module in modules for found in _imports_of(module)]


def _imports_of(module: Path) -> Iterator[Import]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (Import(module, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = f"{'.' * node.level}{node.module or ''}"
            yield from (Import(module, node.lineno, f"{start}.{alias.name}") for alias in node.names)


def fresh(code: str) -> str:
    """What a Python that has loaded nothing yet prints for `code`."""
    path = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'ui')!r}]\n"
    done = subprocess.run([sys.executable, "-c", path + code], capture_output=True, text=True, cwd=ROOT / "tests")
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded_by(code: str, libraries: set[str]) -> set[str]:
    names = fresh(f"{code}\nprint('loaded:', *sys.modules)").rpartition("loaded:")[2].split()
    return {name.partition(".")[0] for name in names} & libraries


def every_module_of(package: Path) -> str:
    """Code that imports every module of a package of the core."""
    paths = (path.relative_to(ROOT).with_suffix("").parts for path in sorted(package.rglob("*.py")))
    return "import " + ", ".join(".".join(parts).removesuffix(".__init__") for parts in paths)


def test_every_room_has_a_floor() -> None:
    rooms = {path.stem for path in CORE.iterdir() if path.suffix == ".py" or any(path.rglob("*.py"))}
    assert rooms <= FLOOR_OF.keys()


def test_imports_name_the_whole_path() -> None:
    assert [found.place for found in imports() if found.name.startswith(".")] == []


def test_imports_point_down() -> None:
    def is_right(found: Import, target: str) -> bool:
        own, other = FLOOR_OF[found.room], FLOOR_OF[target]
        return found.room == target or own == 1 == other or other < own or (found.room, target) in ALONG_A_FLOOR

    ours = [(found, found.target) for found in imports()]
    assert [found.place for found, target in ours if target and not is_right(found, target)] == []


def test_the_window_s_own_imports_point_down() -> None:
    def is_right(own: str, other: str) -> bool:
        top = len(WINDOW_FLOORS)
        here, there = WINDOW_FLOOR_OF.get(own, top), WINDOW_FLOOR_OF.get(other, top)
        return own == other or there < here or here == there == top

    inside = [found for found in imports() if found.room == found.target == WINDOW.name]
    rooms = [(found, found.module.relative_to(WINDOW).parts[0].removesuffix(".py")) for found in inside]
    assert [found.place for found, own in rooms if not is_right(own, found.name.split(".")[1])] == []


def test_only_the_start_names_the_window() -> None:
    named = [found for found in imports() if found.target == WINDOW.name and found.room != WINDOW.name]
    assert {found.room for found in named} <= {"__main__"}


@pytest.mark.parametrize("room", sorted(PURE))
def test_rooms_of_plain_values_know_no_database(room: str) -> None:
    assert [found.place for found in imports() if found.room == room and found.reaches(STORAGE)] == []


def test_nothing_names_the_network() -> None:
    assert [found.place for found in imports() if found.reaches(NETWORK)] == []


def test_the_whole_core_loads_no_qt() -> None:
    assert loaded_by(every_module_of(CORE), {"PySide6", "shiboken6", WINDOW.name}) == set()


def test_records_wait_for_no_document_library() -> None:
    assert loaded_by(every_module_of(CORE / "records"), {"reportlab", "pikepdf", "lxml", "PIL", "PySide6"}) == set()


def test_help_loads_no_library() -> None:
    ask = "import contextlib, recovery_desktop.__main__ as start\n"
    ask += "with contextlib.suppress(SystemExit): start.main(['--help'])"
    libraries = {"reportlab", "pikepdf", "lxml", "PIL", "PySide6", "peewee", "sqlcipher3", "cryptography"}
    assert loaded_by(ask, libraries) == set()


def test_the_main_job_opens_no_socket(tmp_path: Path) -> None:
    guard = "import os; sys.addaudithook(lambda event, details: event.startswith('socket.') and os._exit(1))"
    export = f"import recovery_desktop.__main__ as start; start.main(['--sample', '--export', {str(tmp_path)!r}])"
    fresh(f"{guard}\n{export}")
    assert list(tmp_path.glob("*.pdf"))


def test_the_top_level_holds_only_what_was_agreed() -> None:
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} <= TOP_LEVEL


def test_no_module_of_the_vault_hides_a_name_it_gives() -> None:
    """The names are loaded when asked for; a module of the same name would be found in their place."""
    package = importlib.import_module("recovery_desktop.vault")
    modules = {path.stem for path in (CORE / "vault").glob("*.py")}
    assert modules & set(package.__all__) == set()
    assert all(getattr(package, name).__module__.startswith("recovery_desktop.vault") for name in ("salvage", "Vault"))


def test_the_way_in_waits_for_no_records() -> None:
    """The unlock page is on the screen before the libraries of records, keys and documents are loaded."""
    ask = "import recovery_desktop_ui.app, recovery_desktop_ui.access.unlock"
    libraries = {
        "reportlab",
        "pikepdf",
        "lxml",
        "PIL",
        "peewee",
        "sqlcipher3",
        "cryptography",
        "rapidfuzz",
        "spellchecker",
    }
    assert loaded_by(ask, libraries) == set()


def test_the_way_in_listens_to_no_system_yet() -> None:
    """What hears of the computer's own lock is loaded with the first practice that is opened."""
    ask = "import recovery_desktop_ui.app, recovery_desktop_ui.access.unlock\nprint('PySide6.QtDBus' in sys.modules)"
    assert fresh(ask).split() == ["False"]
