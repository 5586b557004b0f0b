"""A real encrypted practice for tests: cheap to unlock, everything else as in earnest."""

from pathlib import Path

from recovery_desktop.records.store import Store, create_store, open_store
from recovery_desktop.vault import KeyCost, unlock_key

PASSPHRASE = "correct horse battery"
CHEAP = KeyCost(memory=8 * 1024, passes=1, lanes=1)
PRACTICE = {"name": "Test Practice", "phone": "555-0100"}


def new_practice(folder: Path) -> Store:
    """An empty practice in a new vault."""
    store, _code = create_store(folder, PASSPHRASE, PRACTICE, user="Test Counselor", cost=CHEAP, ballast=64 * 1024)
    return store


def reopened(store: Store) -> Store:
    """The same practice after closing and unlocking it again."""
    folder = store.vault.folder
    store.close()
    return open_store(folder, unlock_key(folder, PASSPHRASE))
