"""Reads a damaged table as far as it goes: from the front, from the back, and the rows between the broken pages."""

from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2

from recovery_desktop.vault.database import VaultDatabase

Row = tuple[Any, ...]
_MOST_ROWS_OF_A_PAGE = 700  # the smallest take six bytes


class Readable:
    """The readable rows of one table; `lost` counts the row numbers between them where nothing could be read."""

    def __init__(self, database: VaultDatabase, table: str) -> None:
        """`database` is open, and nobody else uses it: after each broken page it is opened anew."""
        self._database = database
        self._name = '"' + table.replace('"', '""') + '"'
        query = "SELECT sql FROM sqlite_schema WHERE name = ?"
        definition = str(database.connection().execute(query, (table,)).fetchone()[0])
        self._has_rowid = "WITHOUT ROWID" not in definition.upper()
        self.lost = 0

    def rows(self) -> Iterator[Row]:
        """Each readable row once, without its row number."""
        if not self._has_rowid:
            yield from self._until_broken(f"SELECT 0, * FROM {self._name}")
            return
        first_broken, broken = 0, False
        for number, *row in self._numbered("ORDER BY rowid"):
            if number is None:
                broken = True
            else:
                first_broken = number + 1
                yield tuple(row)
        if broken:
            yield from self._behind(first_broken)

    def _behind(self, first_broken: int) -> Iterator[Row]:
        """The rows after the first break, from the back until the last one and then those between."""
        last_broken = None
        for number, *row in self._numbered("ORDER BY rowid DESC"):
            if number is not None and number < first_broken:
                return  # no row is missing: the break was in a page that none of them needs
            if number is not None:
                last_broken = number - 1
                yield tuple(row)
        if last_broken is None:
            yield from self._onwards(first_broken)
        else:
            yield from self._between(first_broken, last_broken)

    def _onwards(self, first: int) -> Iterator[Row]:
        """Where the end is broken too: tries on from number to number, as far as one page can reach."""
        missed = 0
        while missed < _MOST_ROWS_OF_A_PAGE:
            broken = False
            for number, *row in self._numbered(f"WHERE rowid >= {first + missed:d} ORDER BY rowid"):
                if number is None:
                    broken = True
                else:
                    self.lost += missed
                    first, missed = number + 1, 0
                    yield tuple(row)
            if not broken:
                return
            missed += 1
        self.lost += 1  # at least one more, nobody knows how many

    def _between(self, first: int, last: int) -> Iterator[Row]:
        """Halves the rows between two breaks until only unreadable ones are left out."""
        if first > last:
            return
        try:
            query = f"SELECT * FROM {self._name} WHERE rowid BETWEEN ? AND ?"
            rows = self._database.connection().execute(query, (first, last)).fetchall()
        except dbapi2.DatabaseError:
            self._open_anew()
            if first == last:
                self.lost += 1
                return
            middle = (first + last) // 2
            yield from self._between(first, middle)
            yield from self._between(middle + 1, last)
            return
        yield from rows

    def _numbered(self, order: str) -> Iterator[Row]:
        """Rows behind their numbers, until a broken page: then one row of None."""
        try:
            yield from self._database.connection().execute(f"SELECT rowid, * FROM {self._name} {order}")
        except dbapi2.DatabaseError:
            self._open_anew()
            yield (None,)

    def _until_broken(self, query: str) -> Iterator[Row]:
        try:
            for _nought, *row in self._database.connection().execute(query):
                yield tuple(row)
        except dbapi2.DatabaseError:
            self._open_anew()
            self.lost += 1

    def _open_anew(self) -> None:
        """SQLCipher reads no further page, not even a good one, once it has met a broken one."""
        self._database.close()
        self._database.connect()
