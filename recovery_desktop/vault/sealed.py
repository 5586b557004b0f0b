"""The connection of an open vault: no statement over it takes away or goes around what keeps the tables.

What is known to be harmless is let through, all else is refused: a list of what is not would always lack something.
Against mistakes, not against somebody who holds the passphrase and can program. SQLite's own authorizer would do, but
it calls back into Python while it holds its lock: two threads then wait for each other for ever.
"""

import re
from typing import Any

from sqlcipher3 import dbapi2

_GAP = r"(?:[\s\ufeff]|--[^\n]*(?:\n|$)|/\*.*?\*/)*"  # what SQLite passes over between two words
_USUAL = re.compile(r"\s*(?:select|insert|update|delete)\s", re.IGNORECASE)
_ALLOWED = re.compile(
    rf"(?:{_GAP};)*{_GAP}"
    r"(?:(?:select|insert|update|delete|replace|with|values|explain|begin|commit|end|rollback|savepoint|release)\b"
    rf"|pragma{_GAP}(?:main{_GAP}\.{_GAP})?(?:\w+{_GAP};?{_GAP}$"  # one that is asked and not set
    r"|(?:table_info|foreign_key_list|index_list|index_info|foreign_key_check|integrity_check|quick_check"
    r"|defer_foreign_keys|max_page_count|cache_size)\b))",
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
        if self.is_sealed and not _USUAL.match(sql) and not _ALLOWED.match(sql):
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
