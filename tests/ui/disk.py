"""A disk without room, for the vault alone: its file cannot grow, and the database says so as on a full disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from recovery_desktop.records.store import Store
from recovery_desktop.vault.layout import BALLAST

LONG = ("more than the file has room for " * 4000).strip()  # what cannot be kept then
_AS_BIG_AS_IT_GETS = 2**31


@contextmanager
def no_room(store: Store) -> Iterator[None]:
    """Inside, nothing long can be saved; the ballast was given up before."""
    (store.vault.folder / BALLAST).unlink(missing_ok=True)
    connection = store.vault.connection()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA max_page_count = {_AS_BIG_AS_IT_GETS}")
