"""A practice after ten years (row 13 of the security plan): unlocking, screens, search, saving, check and backup, each
beside what the same file costs without us where there is such a thing."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from recovery_desktop_ui import clock
from recovery_desktop_ui.parts.background import finish_all
from recovery_desktop_ui.parts.style import Calm
from recovery_desktop_ui.parts.tokens import palette, use_fonts
from recovery_desktop_ui.tabs.names import TABS

from recovery_desktop.desk.sealing import faults
from recovery_desktop.files import sync
from recovery_desktop.records.caseload import CaseloadReader
from recovery_desktop.records.client import Client
from recovery_desktop.records.search import Names, find_clients
from recovery_desktop.records.store import Store, create_store, open_store
from recovery_desktop.vault import FULL_COST, back_up, check_records, layout, unlock_key
from recovery_desktop.vault.database import cipher_problems
from recovery_desktop.vault.keyslots import PASSPHRASE as BY_PASSPHRASE
from recovery_desktop.vault.passphrase import as_secret
from tests.benchmarks.desk import Desk
from tests.benchmarks.ten_years import ten_years
from tests.people import TODAY
from tests.practices import PASSPHRASE, PRACTICE

pytestmark = pytest.mark.long
PANES = ("due", "practice", "services", "rules", "batch", "backup")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice, locked, with a passphrase that costs the full price."""
    folder = tmp_path_factory.mktemp("practice") / "vault"
    store, _code = create_store(folder, PASSPHRASE, PRACTICE, user="Test Counselor", cost=FULL_COST)
    ten_years(store)
    store.close()
    return folder


@pytest.fixture(scope="module")
def unlocked(folder: Path) -> Iterator[Store]:
    """The practice, open; what closes it opens it again."""
    store = open_store(folder, unlock_key(folder, PASSPHRASE))
    clock.use(TODAY)
    yield store
    clock.use(None)
    finish_all()
    store.close()


def timed(benchmark: Any, group: str, most: int, work: Any, rounds: int = 3) -> None:
    """Measures `work`, which is to take at most so many milliseconds."""
    benchmark.group, benchmark.extra_info["milliseconds"] = f"ten years: {group}", most
    benchmark.pedantic(work, rounds=rounds, iterations=1)


def floor(benchmark: Any, group: str, work: Any, rounds: int = 3) -> None:
    benchmark.group = f"ten years: {group}"
    benchmark.pedantic(work, rounds=rounds, iterations=1)


def test_unlock(benchmark: Any, folder: Path) -> None:
    def unlock() -> None:
        open_store(folder, unlock_key(folder, PASSPHRASE)).close()

    timed(benchmark, "unlocked and closed", 2000, unlock)


def test_unlock_floor(benchmark: Any, folder: Path) -> None:
    """Argon2id, and each page deciphered once."""
    slot = unlock_key(folder, PASSPHRASE).header.slot(BY_PASSPHRASE)
    assert slot is not None
    store = open_store(folder, unlock_key(folder, PASSPHRASE))
    connection = store.vault.connection()
    floor(
        benchmark,
        "unlocked and closed",
        lambda: (slot.cost.derive(as_secret(PASSPHRASE), slot.salt), cipher_problems(connection)),
    )
    store.close()


def test_check(benchmark: Any, unlocked: Store) -> None:
    """All but the signed versions, as the plan counts it."""
    timed(benchmark, "checked", 5000, lambda: unlocked.vault.check())
    assert unlocked.vault.check() == []


def test_check_floor(benchmark: Any, unlocked: Store) -> None:
    connection = unlocked.vault.connection()
    floor(benchmark, "checked", lambda: connection.execute("PRAGMA integrity_check").fetchall())


def test_signed_versions(benchmark: Any, unlocked: Store) -> None:
    timed(benchmark, "signed versions and final entries checked", 5000, lambda: faults(unlocked.vault.database))
    assert faults(unlocked.vault.database) == []


def test_check_in_the_window(benchmark: Any, unlocked: Store) -> None:
    """In another thread, of a copy: nobody waits for it."""
    timed(benchmark, "copied and checked", 10_000, lambda: check_records(unlocked.vault, [], look=faults), 2)


def test_backup(benchmark: Any, unlocked: Store, tmp_path: Path) -> None:
    timed(benchmark, "backed up, looked through and read back", 10_000, lambda: _backed_up(unlocked, tmp_path), 3)


def _backed_up(store: Store, folder: Path) -> None:
    back_up(store.vault, folder, look=faults).path.unlink()


def test_backup_floor(benchmark: Any, unlocked: Store, tmp_path: Path) -> None:
    """The file copied and synced."""

    def copied() -> None:
        with (unlocked.vault.folder / layout.DATABASE).open("rb") as source, (tmp_path / "copy").open("wb") as copy:
            shutil.copyfileobj(source, copy)
            sync(copy.fileno())

    floor(benchmark, "backed up, looked through and read back", copied)


def test_saved_field(benchmark: Any, unlocked: Store) -> None:
    client, numbers = Client.get(), count()
    benchmark.extra_info["worst_hundredth"] = 100
    timed(
        benchmark,
        "a saved field",
        100,
        lambda: unlocked.save(client, preferred_name=f"P{next(numbers)}"),
        rounds=400,
    )


@pytest.mark.parametrize("typed", ["", "priya", "sha pri", "rd-0", "1997", "gracia"])
def test_search(benchmark: Any, unlocked: Store, typed: str) -> None:
    names = Names()
    timed(benchmark, f"search for {typed!r}", 150, lambda: find_clients(typed, names=names), rounds=20)


def test_caseload(benchmark: Any, unlocked: Store) -> None:
    reader = CaseloadReader()
    timed(benchmark, "caseload read anew", 200, lambda: reader.renew(TODAY), rounds=10)


@pytest.fixture
def desk(qapp: QApplication, unlocked: Store) -> Iterator[Desk]:
    qapp.setStyle(Calm())
    qapp.setPalette(palette(dark=False))
    use_fonts(qapp)
    made = Desk(qapp, unlocked)
    yield made
    made.close()


@pytest.mark.parametrize("key", [tab.key for tab in TABS])
def test_tab(benchmark: BenchmarkFixture, desk: Desk, key: str) -> None:
    """The first visit of a client's page."""
    other = "overview" if key != "overview" else "therapies"
    benchmark.group, benchmark.extra_info["milliseconds"] = f"ten years: {key}", 200
    benchmark.pedantic(lambda: desk.visit(key), setup=lambda: desk.open(other), rounds=4, iterations=1)


@pytest.mark.parametrize("key", [tab.key for tab in TABS])
def test_next_client(benchmark: BenchmarkFixture, desk: Desk, key: str) -> None:
    """The page filled with another client, who is read from the disk."""
    desk.open(key)
    benchmark.group, benchmark.extra_info["milliseconds"] = f"ten years: another client on {key}", 200
    benchmark.pedantic(desk.next_client, rounds=6, iterations=1, warmup_rounds=1)


@pytest.mark.parametrize("key", PANES)
def test_pane(benchmark: BenchmarkFixture, desk: Desk, key: str) -> None:
    benchmark.group, benchmark.extra_info["milliseconds"] = f"ten years: {key}", 200
    desk.open("overview")

    def shown() -> None:
        assert desk.workplace is not None
        desk.workplace.show_pane(key)
        desk.settle()

    benchmark.pedantic(shown, setup=lambda: desk.visit("overview"), rounds=4, iterations=1)
