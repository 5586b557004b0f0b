"""Backups: copied while the counselor goes on working, looked through, packed, read back, and only then counted."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from recovery_desktop import __version__
from recovery_desktop.files import make_folder, replace
from recovery_desktop.vault import layout, swap
from recovery_desktop.vault.backup_file import Manifest, file_sha256, pack, read_packed
from recovery_desktop.vault.backup_name import LEAST_GOOD, REGULAR, BackupFile, free_name, list_backups, not_needed
from recovery_desktop.vault.backup_note import note_backup
from recovery_desktop.vault.check_note import Checked, note_check
from recovery_desktop.vault.copying import Progress, copy_database
from recovery_desktop.vault.errors import (
    BackupDamaged,
    BackupDiskFull,
    BackupFailed,
    BackupStopped,
    BackupTargetLost,
    BackupTooNew,
    DiskFailed,
    DiskFull,
    VaultDamaged,
    VaultForeign,
    VaultMissing,
    VaultReadOnly,
)
from recovery_desktop.vault.examine import Examined, Look, examine
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.outside import put_back
from recovery_desktop.vault.vault import Vault


def back_up(
    vault: Vault, folder: Path, *, kind: str = REGULAR, progress: Progress | None = None, look: Look | None = None
) -> BackupFile:
    """Makes a checked backup of the open vault in `folder` and lets go of those no longer needed there.

    Runs in a worker thread while others save; what is saved meanwhile may or may not be in it. `progress` hears pages
    left and in all, `look` looks through the copy. What was changed from outside is noted (`last_check`): such a backup
    is made all the same, and no earlier one is let go of. Raises BackupStopped when the vault is closed meanwhile,
    BackupFailed when a check fails, BackupDiskFull, BackupTargetLost, VaultDamaged. No earlier backup is touched then.
    """
    with _backup_errors():
        if folder == vault.folder / layout.BACKUPS:
            make_folder(folder)
        made = vault.settings.clock.now().astimezone(UTC).replace(microsecond=0)
        staged = _workspace(vault, folder)
        try:
            copy = staged / layout.DATABASE
            examined = _checked_copy(vault, copy, progress, look)
            altered = _altered(vault, examined, [folder, vault.folder / layout.BACKUPS])
            path = _pack(vault, copy, examined, free_name(folder, kind, made), made)
        finally:
            shutil.rmtree(staged)
        note_backup(vault, path, made, examined.head.seq)
        note_check(vault, made, altered, path)
        if not altered:  # or the last that is as it was signed might go
            rotate(folder, vault.key.vault, made)
    return BackupFile(path, kind, made)


def check_records(
    vault: Vault, folders: Sequence[Path], *, progress: Progress | None = None, look: Look | None = None
) -> Checked:
    """Looks through all that the open vault holds, as for a backup, and compares it with the backups in `folders`.

    Raises what `back_up` raises.
    """
    with _backup_errors():
        staged = _workspace(vault, vault.folder)
        try:
            examined = _checked_copy(vault, staged / layout.DATABASE, progress, look)
        finally:
            shutil.rmtree(staged)
        altered = _altered(vault, examined, folders)
        checked = note_check(vault, vault.settings.clock.now().astimezone(UTC).replace(microsecond=0), altered)
    if checked is None:
        raise BackupStopped
    return checked


def _altered(vault: Vault, examined: Examined, folders: Sequence[Path]) -> list[str]:
    """What was changed from outside, seen from inside and from the backups that there are."""
    with vault.copying:
        vault.stop_if_closing()
        return [*examined.altered, *put_back(vault.connection(), vault.audit, vault.key, folders)]


def last_verified_backup(folder: Path) -> BackupFile | None:
    """The newest backup in `folder`; each was read back before it got its name. None without one; OSError."""
    return next(iter(list_backups(folder)), None)


def rotate(folder: Path, vault: bytes, now: datetime) -> list[BackupFile]:
    """Removes the backups of this vault that no rule keeps and returns them.

    Removes none unless three of those that stay are whole. Raises OSError.
    """
    ours = [backup for backup in list_backups(folder) if _is_of(backup, vault)]
    surplus = not_needed(ours, now)
    if not surplus or not _enough_good([backup for backup in ours if backup not in surplus]):
        return []
    for backup in surplus:
        backup.path.unlink()
    return surplus


def _workspace(vault: Vault, folder: Path) -> Path:
    """A new folder for the copy: beside the vault, or on the target when the vault's own disk is nearly full."""
    size = (vault.folder / layout.DATABASE).stat().st_size
    if shutil.disk_usage(vault.folder).free > 2 * size:
        return swap.stage(vault.folder)
    place = folder / f".copy-{vault.key.vault.hex()}"
    if place.exists():
        shutil.rmtree(place)  # of a backup that was cut off
    place.mkdir(mode=0o700)
    return place


def _checked_copy(vault: Vault, copy: Path, progress: Progress | None, look: Look | None) -> Examined:
    """A copy that passed its check. A bad one is made anew once: a save that is undone meanwhile spoils one now and
    then, and the vault itself is whole."""
    try:
        return _looked_through(vault, copy, progress, look)
    except BackupFailed:
        copy.unlink(missing_ok=True)
        return _looked_through(vault, copy, progress, look)


def _looked_through(vault: Vault, copy: Path, progress: Progress | None, look: Look | None) -> Examined:
    with vault.writing, vault.copying:  # between two saves: one that is then undone must not be looked for in the copy
        vault.stop_if_closing()  # a lock may have come before the first page
        before = vault.audit.head()
    copy_database(vault, copy, vault.key, progress)
    try:
        with named_errors():
            examined = examine(copy, vault.key, before, look)
    except (VaultDamaged, VaultForeign) as error:
        raise BackupFailed from error  # the copy is, not the vault
    if examined.problems:
        raise BackupFailed
    return examined


def _pack(vault: Vault, copy: Path, examined: Examined, path: Path, made: datetime) -> Path:
    """Packs a checked copy under its final name once it has been read back; a bad one never gets that name."""
    header = vault.key.header.to_bytes()
    temporary = path.with_name("." + path.name + ".tmp")
    manifest = Manifest(
        vault.key.vault, made, __version__, examined.schema, copy.stat().st_size, file_sha256(copy),
        hashlib.sha256(header).hexdigest(), examined.counts, examined.head,
    )  # fmt: skip
    temporary.unlink(missing_ok=True)
    try:
        pack(temporary, manifest.to_bytes(vault.key.for_header), header, copy)
        _read_back(temporary, manifest, vault.key.for_header)
        replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def _read_back(temporary: Path, manifest: Manifest, seal_key: bytes) -> None:
    try:
        packed = read_packed(temporary)
    except BackupDamaged as error:
        raise BackupFailed from error
    if packed.manifest != manifest or not packed.is_sealed_by(seal_key):
        raise BackupFailed


def _is_of(backup: BackupFile, vault: bytes) -> bool:
    try:
        return read_packed(backup.path, whole=False).manifest.vault == vault
    except (BackupDamaged, BackupTooNew):
        return False  # not known to be ours, so not ours to remove


def _enough_good(backups: list[BackupFile]) -> bool:
    good = 0
    for backup in backups:
        try:
            read_packed(backup.path)
            good += 1
        except (BackupDamaged, BackupTooNew):
            continue
        if good >= LEAST_GOOD:
            return True
    return False


@contextmanager
def _backup_errors() -> Iterator[None]:
    """A full or failing disk in the words of a backup: nothing of the vault itself is in question."""
    try:
        with named_errors():
            yield
    except BackupDiskFull:
        raise
    except DiskFull as error:
        raise BackupDiskFull from error
    except (DiskFailed, VaultReadOnly, VaultMissing) as error:
        raise BackupTargetLost from error
