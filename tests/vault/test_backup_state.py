"""The state of the backups is told in words that grow louder, and local backups come when they are due."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.vault import Clock, Vault, back_up, backup_state, due_locally
from recovery_desktop.vault.backup_note import BackupNote, backup_elsewhere, local_backup, note_backup
from recovery_desktop.vault.backup_standing import state_of
from recovery_desktop.vault.layout import BACKUPS
from tests.vault.small import add_note, new_vault, opened

_HERE = timezone(timedelta(hours=-5))
_NOW = datetime(2026, 11, 20, 9, 10, tzinfo=_HERE)


def _note(
    made: datetime, path: str = "/run/media/ann/BACKUP/backup.rdbackup", *, same_drive: bool = False
) -> BackupNote:
    return BackupNote(Path(path), made, 1, same_drive)


@pytest.mark.parametrize(
    ("days", "level", "words"),
    [
        (0, "good", "Backup checked today 09:10, on drive BACKUP"),
        (1, "good", "Last backup that was checked: yesterday, on drive BACKUP"),
        (3, "good", "Last backup that was checked: 3 days ago, on drive BACKUP"),
        (7, "good", "Last backup that was checked: 7 days ago, on drive BACKUP"),
        (8, "care", "Last backup that was checked: 8 days ago, on drive BACKUP"),
        (29, "care", "Last backup that was checked: 4 weeks ago, on drive BACKUP"),
        (30, "alarm", "Last backup that was checked: 4 weeks ago, on drive BACKUP"),
    ],
)
def test_the_older_the_louder(days: int, level: str, words: str) -> None:
    state = state_of(_note((_NOW - timedelta(days=days)).astimezone(UTC)), None, _NOW)
    assert (state.days, state.level, state.words) == (days, level, words)
    assert state.when == _NOW - timedelta(days=days)


def test_yesterday_is_counted_on_the_counselors_own_calendar() -> None:
    late = datetime(2026, 11, 20, 4, 30, tzinfo=UTC)  # 19 November there
    assert state_of(_note(late), None, _NOW).days == 1


def test_a_folder_on_no_named_drive_and_one_beside_the_records() -> None:
    assert state_of(_note(_NOW, "/srv/x"), None, _NOW).words == "Backup checked today 09:10"
    beside = state_of(_note(_NOW, "/home/ann/x", same_drive=True), None, _NOW)
    assert beside.words == "Backup checked today 09:10, but on the same drive as the records"
    assert beside.level == "care"


def test_without_one_outside_it_is_said_so() -> None:
    nothing = state_of(None, None, _NOW)
    assert (nothing.level, nothing.words, nothing.when, nothing.path) == ("none", "No backup yet", None, None)
    only_local = state_of(None, _note(_NOW), _NOW)
    assert (only_local.level, only_local.words) == ("none", "No backup outside this computer yet")
    assert only_local.local == _NOW


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))
def test_any_moment_has_its_words_also_one_to_come(made: datetime) -> None:
    state = state_of(_note(made), None, _NOW)
    assert state.days is not None
    assert state.days >= 0
    assert "drive" in state.words


def test_a_drive_that_is_away_is_still_known_after_the_next_unlocking(vault: Vault, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    made = back_up(vault, drive)
    drive.rename(tmp_path / "away")
    vault.close()
    again = opened(vault.folder)
    state = backup_state(again, made.made + timedelta(days=3))
    assert (state.when, state.path, state.days) == (made.made, made.path, 3)
    assert backup_elsewhere(again).same_drive  # type: ignore[union-attr]
    assert local_backup(again) is None
    again.close()


def test_a_backup_noted_leaves_chain_and_later_backups_whole(vault: Vault, tmp_path: Path) -> None:
    head = vault.audit.head()
    back_up(vault, tmp_path)
    back_up(vault, vault.folder / BACKUPS)
    assert vault.audit.head() == head
    assert vault.check() == []
    assert backup_state(vault, datetime.now(UTC)).local is not None


class _Hands:
    """A clock that stands where the test puts it."""

    now = _NOW


def test_a_local_backup_is_due_after_a_change_and_each_half_hour(tmp_path: Path) -> None:
    hands = _Hands()
    vault = new_vault(tmp_path / "vault", Clock(now=lambda: hands.now, steady=lambda: 0.0)).vault
    assert due_locally(vault, hands.now)
    made = back_up(vault, vault.folder / BACKUPS)
    later = hands.now + timedelta(hours=1)
    assert not due_locally(vault, later)
    add_note(vault, "new")
    assert not due_locally(vault, hands.now + timedelta(minutes=29))
    assert due_locally(vault, hands.now + timedelta(minutes=30))
    assert due_locally(vault, hands.now - timedelta(minutes=1))  # the clock was turned back
    back_up(vault, vault.folder / BACKUPS)
    assert not due_locally(vault, later)
    for path in (vault.folder / BACKUPS).glob("*.rdbackup"):
        path.unlink()
    assert due_locally(vault, later)
    assert made.path.parent == vault.folder / BACKUPS
    vault.close()


def test_opening_the_vault_is_no_change(vault: Vault) -> None:
    back_up(vault, vault.folder / BACKUPS)
    vault.close()
    again = opened(vault.folder)
    later = datetime.now(UTC) + timedelta(hours=1)
    assert not due_locally(again, later)
    add_note(again, "new")
    assert due_locally(again, later)
    again.close()


def test_a_vault_closed_meanwhile_keeps_the_older_note(vault: Vault, tmp_path: Path) -> None:
    first = back_up(vault, tmp_path)
    vault.close()
    note_backup(vault, tmp_path / "later.rdbackup", first.made, 1)
    again = opened(vault.folder)
    assert backup_elsewhere(again) == BackupNote(first.path, first.made, 1, True)
    again.close()
