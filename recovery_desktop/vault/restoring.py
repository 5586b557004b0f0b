"""Bringing a vault back from a backup file: looked into first, put in place by one rename, the old one kept."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from recovery_desktop.files import make_folder
from recovery_desktop.vault import keyslots, layout, swap
from recovery_desktop.vault.audit import RESTORE, Head
from recovery_desktop.vault.backup_file import Packed, read_packed, unpack_database
from recovery_desktop.vault.clock import Clock
from recovery_desktop.vault.errors import BackupDamaged, VaultDamaged, VaultExists, VaultForeign
from recovery_desktop.vault.examine import examine, opened
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.keys import VaultKey, key_from, read_copies, write_header
from recovery_desktop.vault.lock import FolderLock
from recovery_desktop.vault.passphrase import as_secret
from recovery_desktop.vault.recovery_code import secret_of
from recovery_desktop.vault.state import write_state


@dataclass(frozen=True)
class BackupContents:
    """What is in a backup, as its sealed manifest says, and the key that opens it."""

    made: datetime
    program: str
    schema: int
    counts: dict[str, int]
    head: Head
    key: VaultKey
    packed: Packed = field(repr=False)


def inspect_backup(file: Path, *, passphrase: str | None = None, recovery_code: str | None = None) -> BackupContents:
    """Reads the whole backup file and opens it with the passphrase or the recovery code of its day. Slow, any thread.

    Raises BackupDamaged, BackupTooNew, WrongPassphrase, MistypedRecoveryCode, WrongRecoveryCode, DiskFailed,
    VaultMissing (the file is gone).
    """
    if passphrase is not None:
        kind, secret = keyslots.PASSPHRASE, as_secret(passphrase)
    else:
        kind, secret = keyslots.RECOVERY, secret_of(recovery_code or "")
    with named_errors():
        packed = read_packed(file)
    key = key_from([packed.header], kind, secret)
    manifest = packed.manifest
    if not packed.is_sealed_by(key.for_header) or manifest.vault != key.vault:
        raise BackupDamaged(file=file.name)
    return BackupContents(
        manifest.made, manifest.program, manifest.schema, manifest.counts, manifest.head, key, packed
    )  # fmt: skip


def restore(contents: BackupContents, folder: Path, *, clock: Clock | None = None) -> Path | None:
    """Makes the backup the vault in `folder`; open it afterwards with `contents.key`. Slow, runs in any thread.

    A vault already there must be closed and is kept whole in the returned folder `replaced-…`. Until all of the backup
    has been unpacked and looked through nothing is changed. Raises BackupDamaged, VaultInUse, VaultReadOnly, DiskFull,
    DiskFailed.
    """
    clock = clock or Clock()
    with named_errors():
        make_folder(folder)
        with FolderLock(folder):
            swap.finish(folder)
            staged = swap.stage(folder)
            _unpack(contents, staged, clock)
            old = swap.commit(staged, clock.now().astimezone(UTC), keep_old=True)
            swap.finish(folder)
            return old if old.exists() else None


def take_key_file(file: Path, folder: Path) -> None:
    """Brings back both lost copies of the key file from a backup of the same vault; its passphrase of that day opens.

    Raises VaultExists when a copy is still whole, BackupDamaged, BackupTooNew, VaultMissing, VaultInUse, DiskFailed.
    """
    with named_errors(), FolderLock(folder):
        if read_copies(folder):
            raise VaultExists
        write_header(folder, read_packed(file).header)


def _unpack(contents: BackupContents, staged: Path, clock: Clock) -> None:
    """Fills `staged` with the vault of the backup, checked against the manifest, and its audit row of the restoring."""
    path, key = staged / layout.DATABASE, contents.key
    unpack_database(contents.packed, path)
    try:
        found = examine(path, key, contents.head)
    except (VaultDamaged, VaultForeign) as error:
        raise BackupDamaged(file=contents.packed.path.name) from error
    told = (contents.schema, contents.counts, contents.head)
    if found.problems or (found.schema, found.counts, found.head) != told:
        raise BackupDamaged(file=contents.packed.path.name)
    with opened(path, key, clock) as (database, audit):
        with database.atomic("IMMEDIATE"):
            audit.append(RESTORE, f"backup of {contents.made.isoformat(timespec='seconds')}")
        write_state(staged, audit.head(), key.for_header)
    write_header(staged, key.header)
