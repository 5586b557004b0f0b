"""Turns what the disk and the database driver report into errors the counselor can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import peewee
from sqlcipher3 import dbapi2

from recovery_desktop.vault.errors import (
    DiskFailed,
    DiskFull,
    NotEnoughMemory,
    VaultDamaged,
    VaultError,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
)

_DRIVER_ERRORS: dict[int, type[VaultError]] = {  # SQLite's primary result codes
    5: VaultInUse,  # BUSY
    6: VaultInUse,  # LOCKED
    7: NotEnoughMemory,  # NOMEM
    8: VaultReadOnly,  # READONLY
    10: DiskFailed,  # IOERR
    11: VaultDamaged,  # CORRUPT
    13: DiskFull,  # FULL
    14: DiskFailed,  # CANTOPEN: the journal could not be made
    26: VaultDamaged,  # NOTADB
}
_DRIVER_TEXTS = {  # the driver's copying gives no code, only SQLite's fixed text for it
    "database is locked": 5,
    "out of memory": 7,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
_SYSTEM_ERRORS: dict[int | None, type[VaultError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: VaultReadOnly,
    errno.EACCES: VaultReadOnly,
    errno.EPERM: VaultReadOnly,
    errno.ENOENT: VaultMissing,
}


@contextmanager
def named_errors() -> Iterator[None]:
    """Within it, a full disk, a failing disk, damage and write protection come out under their own names.

    What is none of these, a broken constraint for one, is our bug and passes unchanged.
    """
    try:
        yield
    except (peewee.DatabaseError, dbapi2.DatabaseError) as error:
        named = named_driver_error(error)
        if named is None:
            raise
        raise named from error
    except OSError as error:
        raise _SYSTEM_ERRORS.get(error.errno, DiskFailed)() from error


def named_driver_error(error: Exception) -> VaultError | None:
    """The counselor's name for an error of the driver, bare or wrapped by peewee; None for a bug of ours."""
    bare = getattr(error, "orig", error)
    code = getattr(bare, "sqlite_errorcode", None) or _DRIVER_TEXTS.get(str(bare), 0)
    kind = _DRIVER_ERRORS.get(code & 0xFF)
    return kind() if kind else None
