"""The encrypted database: SQLCipher behind peewee, with the key kept out of every SQL text."""

import datetime
import decimal
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

import peewee
from sqlcipher3 import dbapi2

from recovery_desktop.vault import layout
from recovery_desktop.vault.errors import VaultDamaged, VaultForeign
from recovery_desktop.vault.guard import named_driver_error
from recovery_desktop.vault.sealed import Connection

T = TypeVar("T")
_KEY_LENGTH = 32
_STATEMENTS = 1024  # kept prepared: a reading of one record alone has a hundred
_PLAIN = b"SQLite format 3\x00"
_PRAGMAS = (
    "cipher_memory_security = OFF",  # eight times slower searches, and Python holds copies anyway
    "locking_mode = EXCLUSIVE",
    "trusted_schema = 0",
    "cell_size_check = 1",
    "recursive_triggers = 1",  # without it REPLACE slips past the triggers that refuse DELETE
    "foreign_keys = 1",
    "fullfsync = 1",
    "synchronous = EXTRA",
    "cache_size = -24000",  # kibibytes: 300 whole records stay deciphered; with the 8 MB of before half are read twice
)

for _kind in (decimal.Decimal, datetime.date, datetime.time, datetime.datetime):
    dbapi2.register_adapter(_kind, str)


class VaultDatabase(peewee.SqliteDatabase):
    """One connection, shared by the threads of the program, exclusive among programs.

    `key` is asked at each connecting, so the key stays in one place. `new` allows the file to be made. Not a child of
    peewee's own SqlCipherDatabase: that one writes a plain file when the passphrase is empty, and offers rekeying in
    place.
    """

    server_version = dbapi2.sqlite_version_info

    def __init__(self, path: Path, key: Callable[[], bytes], *, new: bool = False) -> None:
        self._key = key
        self._new = new
        self.open_anew: Callable[[], None] | None = None  # set by who may close and connect while records are read
        self._is_sealed = False
        self.kept: dict[Hashable, Any] = {}  # what was read and never changes; gone once the database is closed
        self._remembered: tuple[Hashable, Any] | None = None
        super().__init__(str(path), lock_type="IMMEDIATE", thread_safe=False, autoconnect=False)

    def _connect(self) -> Any:
        """An open, checked, exclusive connection.

        Raises VaultDamaged, VaultForeign (not our key, or not encrypted), VaultInUse, VaultReadOnly, DiskFailed.
        """
        key = self._key()
        if len(key) != _KEY_LENGTH:
            raise ValueError("a raw key has 32 bytes")  # SQLCipher would take it for a passphrase
        if not self._new:
            check_file(Path(self.database))
        connection = dbapi2.connect(
            self.database,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_STATEMENTS,
            factory=Connection,
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.set_key(b"x'" + key.hex().encode() + b"'")
            if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
                raise VaultForeign
            self._begin_exclusively(connection)
            # peewee's own SQL functions, for dates and JSON
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
            connection.is_sealed = self._is_sealed
        except BaseException:
            connection.close()
            raise
        return connection

    def seal(self) -> None:
        """From now on, over each later connection too, nothing takes away tables and triggers or turns them off."""
        self._is_sealed = True
        self.connection().is_sealed = True

    def _begin_exclusively(self, connection: Any) -> None:
        try:
            for pragma in _PRAGMAS:  # some read page 1: the first moment a wrong key or damage shows
                connection.execute("PRAGMA " + pragma)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = TRUNCATE")
        except dbapi2.DatabaseError as error:
            named = named_driver_error(error)
            if isinstance(named, VaultDamaged) and not _any_page_opens(connection):
                raise VaultForeign from error
            raise named or error from error

    def connection(self) -> Any:
        """The open connection. Raises InterfaceError when closed: a locked vault does not open itself again."""
        if self.is_closed():
            raise peewee.InterfaceError("the vault is closed")
        return super().connection()  # type: ignore[no-untyped-call]

    def remembered(self, what: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, read once as long as nothing is written; whoever gets it must not change it.

        One `what` at a time, nothing in a transaction, which may be undone, and nothing once the database is closed.
        """
        connection = self.connection()
        if connection.in_transaction:
            return read()
        asked, kept = (what, connection.total_changes), self._remembered
        if kept is None or kept[0] != asked:
            kept = self._remembered = asked, read()
        result: T = kept[1]
        return result

    def close(self) -> bool:
        """Closes the connection, and forgets what was read over it."""
        self._remembered = None
        self.kept.clear()
        return bool(super().close())

    def execute_sql(self, sql: str, params: Any = None, **options: Any) -> Any:
        """Runs one statement. A connection that calls the file damaged outside of a transaction is opened anew once:
        now and then SQLCipher 4.19 takes a whole file for a damaged one, and a fresh connection reads it. What is
        really damaged is so for that one too."""
        try:
            return super().execute_sql(sql, params, **options)  # type: ignore[no-untyped-call]
        except peewee.DatabaseError as error:
            if self.open_anew is None or self.in_transaction() or not _calls_it_damaged(error):
                raise
            self.open_anew()
            return super().execute_sql(sql, params, **options)  # type: ignore[no-untyped-call]

    def rollback(self) -> None:
        """Undoes the open transaction; SQLite may have done so by itself, when the disk was full."""
        if self.connection().in_transaction:
            super().rollback()


def _calls_it_damaged(error: Exception) -> bool:
    return isinstance(named_driver_error(error), VaultDamaged)


def table_names(connection: Any) -> list[str] | None:
    """The names of all tables, indexes and triggers as the first page tells them; None where it cannot be read."""
    try:
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema").fetchall()]
    except dbapi2.DatabaseError:
        return None


def check_file(path: Path) -> None:
    """Refuses what SQLite would open as an empty or a plain database. Raises VaultDamaged, VaultForeign."""
    if not path.is_file() or path.stat().st_size < layout.PAGE:
        raise VaultDamaged
    with path.open("rb") as file:
        if file.read(len(_PLAIN)) == _PLAIN:
            raise VaultForeign


def _any_page_opens(connection: Any) -> bool:
    """True when the key fits at least one page: then the file is damaged, else it is another key's."""
    failures = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    size = Path(connection.execute("PRAGMA database_list").fetchone()[2]).stat().st_size
    return len(failures) < -(-size // layout.PAGE)  # a cut page counts as one


def cipher_problems(connection: Any) -> int:
    """How many pages fail their seal: 0 for a whole file. Reads all of it."""
    return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())


def logical_problems(connection: Any) -> list[str]:
    """What SQLite's own check and the foreign keys report, without content of any record; empty for a whole file."""
    report = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    return report + [f"{row[0]} points to a missing row of {row[2]}" for row in broken]


def row_counts(connection: Any) -> dict[str, int]:
    """The number of rows in each ordinary table."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    )
    quoted = [(name, name.replace('"', '""')) for (name,) in names.fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{safe}"').fetchone()[0] for name, safe in quoted}
