"""The page of backups, on real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.backup_pane import BackupPane
from recovery_desktop_ui.access.backup_run import under_way
from recovery_desktop_ui.access.backups import look_after
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.background import finish_all

from recovery_desktop.records.store import Store
from recovery_desktop.vault import back_up, last_check, layout, list_backups
from tests.people import sample
from tests.signing import sign
from tests.ui.access.hands import choose, part, press, said, show, words


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A drive outside the laptop."""
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> Iterator[BackupPane]:
    yield opened(qtbot, store)


def opened(qtbot: QtBot, store: Store) -> BackupPane:
    made = BackupPane(Keeper(store))
    show(qtbot, made)
    return made


def state(pane: BackupPane) -> str:
    found = [each for each in pane.findChildren(QLabel, "state") if each.isVisibleTo(pane)]
    return found[0].text()


def test_the_first_backup_goes_to_a_chosen_drive_that_is_remembered(
    qtbot: QtBot, pane: BackupPane, store: Store, drive: Path
) -> None:
    assert state(pane) == "No backup yet"
    press(qtbot, pane, "choose")
    with qtbot.waitSignal(pane.backed_up):
        choose(pane, drive)
    assert "made and checked" in said(pane)
    assert "today" in state(pane)
    assert store.practice().backup_folder == str(drive)
    assert len(list_backups(drive)) == 1
    with qtbot.waitSignal(pane.backed_up):
        press(qtbot, pane, "outside")
    assert len(list_backups(drive)) == 2


def test_one_can_be_made_on_this_laptop(qtbot: QtBot, pane: BackupPane, store: Store) -> None:
    with qtbot.waitSignal(pane.backed_up):
        press(qtbot, pane, "here")
    assert len(list_backups(store.vault.folder / layout.BACKUPS)) == 1
    assert "on this laptop · checked when it was made" in words(pane)


def test_it_can_be_cancelled(qtbot: QtBot, pane: BackupPane, store: Store) -> None:
    store.vault.write(lambda: store.vault.drafts.put("much", "x" * 4_000_000))
    press(qtbot, pane, "here")
    assert not part(pane, "here").isEnabled()
    press(qtbot, pane, "cancel")
    qtbot.waitUntil(lambda: "was stopped" in said(pane))
    assert list_backups(store.vault.folder / layout.BACKUPS) == []
    assert part(pane, "here").isEnabled()


def begin_and_leave(qtbot: QtBot, store: Store) -> None:
    """Begins a backup that takes its time, and leaves the page."""
    store.vault.write(lambda: store.vault.drafts.put("much", "x" * 4_000_000))
    pane = BackupPane(Keeper(store))
    pane.show()
    press(qtbot, pane, "here")
    pane.close()
    pane.deleteLater()


def test_it_goes_on_while_another_page_is_shown(qtbot: QtBot, store: Store) -> None:
    begin_and_leave(qtbot, store)
    again = opened(qtbot, store)
    assert under_way(store.vault) is not None
    assert not part(again, "here").isEnabled()
    with qtbot.waitSignal(again.backed_up):
        pass
    assert under_way(store.vault) is None


def test_a_lock_ends_it(qtbot: QtBot, store: Store) -> None:
    begin_and_leave(qtbot, store)
    store.close()
    qtbot.waitUntil(lambda: under_way(store.vault) is None)


def test_a_drive_that_is_away_is_told(qtbot: QtBot, store: Store, drive: Path) -> None:
    store.save(store.practice(), backup_folder=str(drive / "away"))
    pane = opened(qtbot, store)
    press(qtbot, pane, "outside")
    qtbot.waitUntil(lambda: "cannot be reached" in said(pane))


def test_every_backup_can_be_read_again(qtbot: QtBot, store: Store, drive: Path) -> None:
    whole, broken = (back_up(store.vault, drive) for _time in range(2))
    content = bytearray(broken.path.read_bytes())
    content[len(content) // 2] ^= 1
    broken.path.write_bytes(content)
    store.save(store.practice(), backup_folder=str(drive))
    pane = opened(qtbot, store)
    press(qtbot, pane, "check_all")
    qtbot.waitUntil(lambda: "1 backup is damaged" in said(pane))
    assert "read again, intact" in words(pane)
    broken.path.unlink()
    pane = opened(qtbot, store)
    press(qtbot, pane, "check_all")
    qtbot.waitUntil(lambda: "Every backup is intact" in said(pane))
    assert whole.path.exists()


def change_from_outside(store: Store) -> None:
    """Somebody with the passphrase and a program of their own changes a signed document."""
    connection = store.vault.connection()
    connection.is_sealed = False
    (kept,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'signed_plan_keeps'").fetchone()
    connection.execute("DROP TRIGGER signed_plan_keeps")
    connection.execute("UPDATE signed_plan SET pdf = x'00'")
    connection.execute(kept)
    connection.is_sealed = True


def test_all_records_can_be_checked(qtbot: QtBot, store: Store) -> None:
    sign(store, sample(store, "priya-shah").id)
    pane = opened(qtbot, store)
    assert "not been checked" in words(pane)
    with qtbot.waitSignal(pane.backed_up):
        press(qtbot, pane, "check_records")
    assert "Everything signed and logged is as it was written" in said(pane)
    assert "are as they were written. Checked" in words(pane)
    assert list_backups(store.vault.folder / layout.BACKUPS) == []


def test_what_was_changed_from_outside_is_named_with_the_way_back(qtbot: QtBot, store: Store, drive: Path) -> None:
    sign(store, sample(store, "priya-shah").id)
    store.save(store.practice(), backup_folder=str(drive))
    pane = opened(qtbot, store)
    with qtbot.waitSignal(pane.backed_up):
        press(qtbot, pane, "outside")
    (sound,) = list_backups(drive)
    change_from_outside(store)
    with qtbot.waitSignal(pane.backed_up):
        press(qtbot, pane, "check_records")
    assert "found something" in said(pane)
    shown = words(pane)
    assert "RD-000123, version 2: the document that was signed has been changed." in shown
    assert sound.path.name in shown and "Keep both" in shown
    assert "Shah" not in shown
    told: list[tuple[str, str]] = []
    look_after(store.vault, lambda *each: told.append(each))
    assert told[0] == ("Records were changed from outside the program: see Backups", "alarm")
    assert "today" in state(pane)
    finish_all()


def test_each_backup_looks_through_what_was_signed(qtbot: QtBot, store: Store) -> None:
    sign(store, sample(store, "priya-shah").id)
    change_from_outside(store)
    pane = opened(qtbot, store)
    with qtbot.waitSignal(pane.backed_up):
        press(qtbot, pane, "here")
    assert "made and checked" in said(pane)
    assert "the document that was signed has been changed" in words(pane)
    assert len(list_backups(store.vault.folder / layout.BACKUPS)) == 1
    checked = last_check(store.vault)
    assert checked is not None and checked.sound is None
