"""The connection of an open vault: no statement over it takes away or goes around what keeps the tables.

Against mistakes, not against somebody who holds the passphrase and can program. SQLite's own authorizer would do, but
it calls back into Python while it holds its lock: two threads then wait for each other for ever.
"""

import re
from typing import Any

from sqlcipher3 import dbapi2

_BEFORE = r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/|;)*"  # what may stand before the first word
_KEPT_SETTINGS = "|".join(
    (
        *("writable_schema", "recursive_triggers", "ignore_check_constraints", "trusted_schema", "foreign_keys"),
        *("user_version", "application_id", "journal_mode", "locking_mode", "synchronous"),
    )
)
_REFUSED = re.compile(
    _BEFORE
    + r"(?:drop|alter|attach|detach|reindex|create\s+(?:temp\s+|temporary\s+)?(?:trigger|view)"
    + rf"|pragma\s+(?:[\w\"'`\[\]]+\s*\.\s*)?[\"'`\[]?(?:{_KEPT_SETTINGS})[\"'`\]]?\s*[=(])",
    re.IGNORECASE | re.DOTALL,
)


class Cursor(dbapi2.Cursor):  # type: ignore[misc, unused-ignore]
    """A cursor that refuses what its connection refuses.

    One that failed is closed at once: an error holds on to it, and its statement would keep the file locked after the
    connection was closed.
    """

    def execute(self, sql: str, *values: Any) -> Any:
        self.connection.check(sql)
        try:
            return super().execute(sql, *values)
        except dbapi2.Error:
            self.close()
            raise

    def executemany(self, sql: str, *values: Any) -> Any:
        self.connection.check(sql)
        try:
            return super().executemany(sql, *values)
        except dbapi2.Error:
            self.close()
            raise

    def executescript(self, sql: str) -> Any:
        self.connection.check_script()
        return super().executescript(sql)


class Connection(dbapi2.Connection):  # type: ignore[misc, unused-ignore]
    """A connection that can be sealed: from then on tables, triggers and settings stay as they are."""

    is_sealed = False

    def check(self, sql: str) -> None:
        """Raises DatabaseError for a statement that a sealed connection refuses; one statement is run at a time."""
        if self.is_sealed and _REFUSED.match(sql):
            raise dbapi2.DatabaseError("not authorized: the tables of an open vault stay as they are")

    def check_script(self) -> None:
        """Raises DatabaseError for a script on a sealed connection: its statements are not looked at one by one."""
        if self.is_sealed:
            raise dbapi2.DatabaseError("not authorized: an open vault runs single statements")

    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, *values: Any) -> Any:
        self.check(sql)
        return super().execute(sql, *values)

    def executemany(self, sql: str, *values: Any) -> Any:
        self.check(sql)
        return super().executemany(sql, *values)

    def executescript(self, sql: str) -> Any:
        self.check_script()
        return super().executescript(sql)
