"""The practice that the vault is tried with: the real records, saved the real way.

Each save puts the next number into a client's field and an entry into the audit, so after a crash both can be counted.
"""

from pathlib import Path

from recovery_desktop.records.client import Client
from recovery_desktop.records.schema import SCHEMA
from recovery_desktop.records.store import Store, create_store, open_store
from recovery_desktop.vault import Step, Vault, create, unlock_key
from tests.practices import CHEAP, PASSPHRASE

BALLAST = 64 * 1024
SECRET = "Zebulon-Quillfeather"  # stands for a client's words: it may lie in no file readably
_FULL = "x" * 400


def new_practice(folder: Path) -> Store:
    """A practice with one client, number 0 saved."""
    store, _code = create_store(folder, PASSPHRASE, {"name": "P"}, user="Counselor", cost=CHEAP, ballast=BALLAST)
    store.add(Client, record_number="1", legal_given=SECRET, legal_family="Client", preferred_name="0")
    return store


def open_practice(folder: Path, passphrase: str = PASSPHRASE) -> Store:
    """The practice, unlocked and open."""
    return open_store(folder, unlock_key(folder, passphrase), ballast=BALLAST)


def save(store: Store, number: int) -> None:
    """Saves `number` in one field; returns when it is on the disk."""
    store.save(Client.get(), preferred_name=str(number))


def saved(store: Store) -> int:
    """The number that was saved last."""
    return int(Client.get().preferred_name)


def problems(vault: Vault) -> list[str]:
    """What the deep check finds."""
    return vault.check()


def old_practice(folder: Path, clients: int) -> None:
    """A closed vault with the tables of the first schema step only, and some clients in it."""
    vault = create(folder, PASSPHRASE, SCHEMA[:1], user="Counselor", cost=CHEAP, ballast=BALLAST).vault
    columns = vault.connection().execute("PRAGMA table_info(client)").fetchall()
    known = {"legal_given": SECRET, "legal_family": _FULL}
    needed = [name for _n, name, kind, not_null, default, key in columns if not_null and default is None and not key]
    marks = ", ".join("?" * len(needed))

    def work() -> None:
        for number in range(clients):
            row = [known.get(name, str(number)) for name in needed]
            vault.connection().execute(f"INSERT INTO client ({', '.join(needed)}) VALUES ({marks})", row)

    vault.write(work)
    vault.close()


def newest_step() -> int:
    """The number of the last schema step."""
    return SCHEMA[-1].number


def steps() -> tuple[Step, ...]:
    """All schema steps."""
    return SCHEMA
