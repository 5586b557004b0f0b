"""A real encrypted practice for tests: cheap to unlock, everything else as in earnest."""

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

from recovery_desktop.records.schema import SCHEMA
from recovery_desktop.records.store import Store, create_store, open_store
from recovery_desktop.vault import KeyCost, Vault, VaultKey, layout, unlock_key
from recovery_desktop.vault.lock import FolderLock
from recovery_desktop.vault.vault import Settings

PASSPHRASE = "correct horse battery"
CHEAP = KeyCost(memory=8 * 1024, passes=1, lanes=1)
PRACTICE = {"name": "Test Practice", "phone": "555-0100"}
_BALLAST = 64 * 1024

_filled: dict[tuple[bytes, str], bytes] = {}  # the database after what was done, by where its audit chain ended before


def new_practice(folder: Path) -> Store:
    """An empty practice in a new vault."""
    store, _code = create_store(folder, PASSPHRASE, PRACTICE, user="Test Counselor", cost=CHEAP, ballast=_BALLAST)
    return store


def copied_practice(folder: Path) -> Store:
    """An empty practice as it is just after it was made; all of a process have one key, copied from the first."""
    files, key = _just_made()
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    vault = Vault(folder, key, FolderLock(folder), Settings(tuple(SCHEMA), ballast=_BALLAST))
    vault.database.seal()
    return Store(vault)


@functools.cache
def _just_made() -> tuple[dict[str, bytes], VaultKey]:
    with tempfile.TemporaryDirectory() as place:
        store = new_practice(Path(place, "vault"))
        files = {path.name: path.read_bytes() for path in store.vault.folder.iterdir()}
        store.close()
        return files, store.vault.key


def done_once(store: Store, what: str, work: Callable[[], object]) -> None:
    """Does `work`, or puts in place the database as it was after the same work on the same records.

    The end of the audit chain tells of all that is in the records, from the key on; so it is the same for copied
    practices alone, on which the same was done. For what takes long and is itself tested elsewhere.
    """
    before = store.vault.audit.head().mac, what
    database = store.vault.folder / layout.DATABASE
    if before in _filled:
        with store.vault.shut():
            database.write_bytes(_filled[before])
    else:
        work()
        _filled[before] = database.read_bytes()


def reopened(store: Store) -> Store:
    """The same practice after closing and unlocking it again."""
    folder = store.vault.folder
    store.close()
    return open_store(folder, unlock_key(folder, PASSPHRASE))
