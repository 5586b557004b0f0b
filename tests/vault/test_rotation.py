"""Which backups stay: days, weeks and months, never fewer than three good ones, and nothing of anybody else's."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recovery_desktop.vault import (
    BackupFile,
    Clock,
    Vault,
    back_up,
    inspect_backup,
    list_backups,
    restore,
    rotate,
)
from recovery_desktop.vault.backup_name import BEFORE_UPDATE, REGULAR, not_needed
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

_NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _at(age: timedelta, kind: str = REGULAR) -> BackupFile:
    return BackupFile(Path(f"{kind}-{age}"), kind, _NOW - age)


def _kept(backups: list[BackupFile]) -> list[BackupFile]:
    gone = not_needed(backups, _NOW)
    return [backup for backup in backups if backup not in gone]


def test_rotation_keeps_days_weeks_and_months() -> None:
    backups = [_at(timedelta(hours=6 * number)) for number in range(4 * 500)]
    kept = _kept(backups)
    assert [backup for backup in backups if _NOW - backup.made <= timedelta(days=2)] == kept[:9]
    for period, count in (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9)):
        newest = list(dict.fromkeys(backup.made.strftime(period) for backup in backups))[:count]
        for name in newest:
            assert next(backup for backup in backups if backup.made.strftime(period) == name) in kept
    assert 9 + 9 + 7 <= len(kept) <= 9 + 12 + 10 + 9


def test_rotation_never_goes_below_three_however_old() -> None:
    backups = [_at(timedelta(days=4000 + number)) for number in range(3)]
    assert not_needed(backups, _NOW) == []
    same_day = [_at(timedelta(days=400, minutes=number)) for number in range(50)]
    assert _kept(same_day) == same_day[:3]


@pytest.mark.parametrize(("days", "kept"), [(89, True), (91, False)])
def test_backup_before_an_update_stays_90_days(days: int, kept: bool) -> None:
    newer = [_at(timedelta(days=number)) for number in range(3)]
    update = _at(timedelta(days=days), BEFORE_UPDATE)
    assert (update in _kept([*newer, update])) is kept


def _standing(moment: datetime) -> Clock:
    return Clock(now=lambda: moment)


def _aged(vault: Vault, folder: Path, ages: list[float]) -> list[BackupFile]:
    """Real backups, made by a clock that stood at each of these ages in days."""
    made = []
    for days in ages:
        vault.settings.clock = _standing(_NOW - timedelta(days=days))
        made.append(back_up(vault, folder))
    return made


def _named(source: Path, folder: Path, *stamps: str) -> list[Path]:
    """Copies of a real backup under names of other days."""
    return [Path(shutil.copy(source, folder / f"backup-{stamp}.rdbackup")) for stamp in stamps]


_ONE_DAY = ("2020-01-01T000000Z", "2020-01-01T000001Z", "2020-01-01T000002Z")


def test_rotation_leaves_other_vaults_and_damaged_files_alone(vault: Vault, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    newest = [back_up(vault, tmp_path).path for _turn in range(3)]
    ours = [*_named(newest[0], usb, *_ONE_DAY), *(Path(shutil.copy(path, usb)) for path in newest)]
    damaged = _named(newest[0], usb, "2020-01-01T000003Z")[0]
    damaged.write_bytes(damaged.read_bytes()[:-5])
    other = new_vault(tmp_path / "other").vault
    others = _named(back_up(other, tmp_path).path, usb, "2020-01-01T000004Z", "2020-01-01T000005Z")
    other.close()
    gone = rotate(usb, vault.key.vault, _NOW)
    assert sorted(backup.path for backup in gone) == ours[:2]
    assert {backup.path for backup in list_backups(usb)} == {*ours[2:], damaged, *others}


@pytest.mark.parametrize("bad", [1, 2])
def test_rotation_removes_nothing_while_fewer_than_three_good_ones_would_stay(
    bad: int, vault: Vault, tmp_path: Path
) -> None:
    newest = [back_up(vault, tmp_path).path for _turn in range(3)]
    _named(newest[0], tmp_path, *_ONE_DAY)
    for path in newest[:bad]:
        content = path.read_bytes()
        path.write_bytes(content[:2000] + bytes(1000) + content[3000:])
    gone = rotate(tmp_path, vault.key.vault, _NOW + timedelta(days=1))
    assert len(gone) == (2 if bad == 1 else 0)


def _rehearse(vault: Vault, folder: Path, ages: list[float]) -> int:
    """Makes backups of these ages and brings back every one that the rotation kept."""
    for number, age in enumerate(sorted(ages, reverse=True)):
        add_note(vault, str(number))
        _aged(vault, folder, [age])
    backups = list_backups(folder)
    for backup in backups:
        contents = inspect_backup(backup.path, passphrase=PASSPHRASE)
        restored = folder / "rehearsal" / backup.path.stem
        restore(contents, restored)
        copy = opened(restored)
        assert len(notes(copy)) == contents.counts["note"]
        assert copy.audit.holds(contents.head)
        assert copy.check() == []
        copy.close()
    return len(backups)


def test_every_backup_of_a_rotation_comes_back(vault: Vault, tmp_path: Path) -> None:
    assert _rehearse(vault, tmp_path, [100.0, 50.0, 20.0, 3.0, 1.0, 0.5, 0.0]) == 7


@pytest.mark.long
def test_every_backup_of_a_full_rotation_comes_back(vault: Vault, tmp_path: Path) -> None:
    months, weeks, days = range(9), range(2, 11), range(2, 14)
    ages = [
        *(30.0 * n for n in months),
        *(7.0 * n for n in weeks),
        *(float(n) for n in days),
        1.8,
        1.5,
        1.2,
        1.0,
        0.8,
        0.5,
        0.3,
        0.2,
    ]
    assert _rehearse(vault, tmp_path, ages) == 33
