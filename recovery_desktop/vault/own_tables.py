"""The tables that the vault keeps for itself, made with every new vault before the first step of the records."""

import secrets
from collections.abc import Sequence
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from recovery_desktop.vault import layout
from recovery_desktop.vault.errors import VaultForeign
from recovery_desktop.vault.guard import named_driver_error

_AUDIT_KEY = "audit-key"
_KEY_LENGTH = 32

_TABLES = (
    "CREATE TABLE vault (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE draft (name TEXT PRIMARY KEY, saved TEXT NOT NULL, content TEXT NOT NULL)",
    """CREATE TABLE audit (
        seq INTEGER PRIMARY KEY, utc TEXT NOT NULL, utc_offset INTEGER NOT NULL, zone TEXT NOT NULL,
        steady INTEGER NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
        before TEXT, after TEXT, mac BLOB NOT NULL)""",
    """CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'entries of the audit cannot be changed'); END""",
    """CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'entries of the audit cannot be deleted'); END""",
)


class SupportsExecute(Protocol):
    """A database connection, or a schema step's view of one."""

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Any:
        """Runs one statement."""


def create_own_tables(connection: SupportsExecute) -> None:
    """Makes the vault's own tables and its audit key, inside the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    _make_audit_key(connection)


def renew_notes(connection: Any, vault: bytes) -> None:
    """Notes anew what a damaged vault may have forgotten of itself, inside the caller's transaction."""
    remember(connection, "id", vault.hex())
    if remembered(connection, _AUDIT_KEY) is None:
        _make_audit_key(connection)


def _make_audit_key(connection: SupportsExecute) -> None:
    remember(connection, _AUDIT_KEY, secrets.token_hex(_KEY_LENGTH))


def audit_key(connection: Any) -> bytes:
    """The key of the audit chain: random, inside the encrypted file, so that a new data key leaves the chain whole.

    Raises VaultForeign where there is none.
    """
    text = remembered(connection, _AUDIT_KEY) or ""
    if len(text) != 2 * _KEY_LENGTH or not set(text) <= set("0123456789abcdef"):
        raise VaultForeign
    return bytes.fromhex(text)


def remembered(connection: Any, name: str) -> str | None:
    """What the vault noted of itself under `name`, if anything."""
    row = connection.execute("SELECT value FROM vault WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def remember(connection: SupportsExecute, name: str, value: str) -> None:
    """Notes `value` under `name`, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO vault (name, value) VALUES (?, ?)", (name, value))


def owner(connection: Any, vault: bytes) -> str:
    """The professional whose vault this is. Raises VaultForeign for any other database that the key happens to open."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != layout.APPLICATION_ID:
        raise VaultForeign
    try:
        if remembered(connection, "id") != vault.hex():
            raise VaultForeign
        return remembered(connection, "user") or ""
    except dbapi2.OperationalError as error:
        raise named_driver_error(error) or VaultForeign() from error
