"""A vault with one small table, for tests of the vault alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from recovery_desktop.vault import Clock, Connection, Created, Step, Vault, create, open_vault, unlock_key
from tests.vault.practice import BALLAST, CHEAP, PASSPHRASE


def _notes(connection: Connection) -> None:
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    connection.execute("CREATE TABLE remark (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note)")


SCHEMA = (Step(1, "notes", _notes),)


def new_vault(folder: Path, clock: Clock | None = None) -> Created:
    """A new open vault and its recovery code."""
    return create(folder, PASSPHRASE, SCHEMA, user="Ann", cost=CHEAP, ballast=BALLAST, clock=clock)


def opened(folder: Path, passphrase: str = PASSPHRASE, clock: Clock | None = None) -> Vault:
    """The vault in `folder`, open."""
    return open_vault(folder, unlock_key(folder, passphrase), SCHEMA, ballast=BALLAST, clock=clock)


def add_note(vault: Vault, words: str) -> None:
    """Saves one note with its audit row."""

    def work() -> None:
        vault.connection().execute("INSERT INTO note (words) VALUES (?)", (words,))
        vault.audit.append("add", "note", None, words)

    vault.write(work)


@contextmanager
def tampering(vault: Vault) -> Iterator[Any]:
    """The connection without the audit's triggers; all is put back afterwards, and the file opened anew."""
    connection = vault.connection()
    connection.is_sealed = False
    connection.execute("BEGIN")
    connection.execute("DROP TRIGGER audit_keeps")
    connection.execute("DROP TRIGGER audit_stays")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")
        vault.database.close()  # see Vault: a rollback of changed tables can leave the connection useless
        vault.database.connect()


def notes(vault: Vault) -> list[str]:
    """All notes."""
    return [words for (words,) in vault.connection().execute("SELECT words FROM note ORDER BY id").fetchall()]
