"""Somebody with the passphrase edits the file by other means: whatever is changed inside the chain of the audit or in
what was signed and handed over is named, however it was changed."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from recovery_desktop.desk.sealing import faults
from recovery_desktop.records.store import Store
from tests.desk.signed_practice import signed_practice

SEALED = ("audit", "signed_plan", "plan_version", "signature", "override", "looked_at", "addendum", "disclosure")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """What is sealed, and nothing that keeps the tables."""
    store = signed_practice(tmp_path_factory.mktemp("practice") / "vault")
    connection = store.vault.connection()
    connection.is_sealed = False
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("PRAGMA foreign_keys = 0")
    yield store
    store.close()


def named(store: Store) -> list[str]:
    """All that the two checks have to say."""
    return [*store.vault.audit.verify(), *faults(store.vault.database)]


class Hand:
    """Changes one thing that is sealed, at random."""

    def __init__(self, connection: Any, seed: int) -> None:
        self.execute, self.chance = connection.execute, random.Random(seed)

    def edit(self, table: str) -> None:
        """Another value in one column of one row."""
        number = self._number(table)
        columns = [(row[1], row[2]) for row in self.execute(f'PRAGMA table_info("{table}")') if not row[5]]
        column, kind = self.chance.choice(columns)
        value = self.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (number,)).fetchone()[0]
        self.execute(
            f'UPDATE OR REPLACE "{table}" SET "{column}" = ? WHERE rowid = ?', (self._other(value, kind), number)
        )

    def delete(self, table: str) -> None:
        self.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (self._number(table),))

    def reorder(self, table: str) -> None:
        """Two rows change their places, all else staying theirs."""
        one, other = self.chance.sample(self._numbers(table), 2)
        for old, new in ((one, -1), (other, one), (-1, other)):
            self.execute(f'UPDATE "{table}" SET rowid = ? WHERE rowid = ?', (new, old))

    def insert(self, table: str) -> None:
        """A row like another one, at the end or, in the audit, anywhere."""
        columns = [row[1] for row in self.execute(f'PRAGMA table_info("{table}")') if not row[5]]
        listed = ", ".join(f'"{column}"' for column in columns if column != "version_id" or table != "signed_plan")
        place, number = max(self._all(table)) + 1, self._number(table)
        if table == "audit":
            place = self.chance.choice(self._numbers(table))
            self.execute("UPDATE audit SET seq = -seq - 1 WHERE seq >= ?", (place,))
            self.execute("UPDATE audit SET seq = -seq WHERE seq < 0")
            number = 1
        extra = (", version_id", f", {-place}") if table == "signed_plan" else ("", "")
        key = "seq" if table == "audit" else "id"
        self.execute(
            f'INSERT INTO "{table}" ({key}, {listed}{extra[0]})'
            f' SELECT {place}, {listed}{extra[1]} FROM "{table}" WHERE rowid = {number}'
        )

    def _number(self, table: str) -> int:
        return self.chance.choice(self._numbers(table))

    def _numbers(self, table: str) -> list[int]:
        """The rows that are sealed; the end of the audit alone cannot be, and is kept outside."""
        if table == "audit":
            return self._all(table)[:-1]
        of_signed = {"plan_version": "id", "signature": "version_id", "override": "version_id"}
        of_signed |= {"looked_at": "version_id", "addendum": "version_id"}
        where = f"WHERE {of_signed[table]} IN (SELECT version_id FROM signed_plan)" if table in of_signed else ""
        return self._all(table, where)

    def _all(self, table: str, where: str = "") -> list[int]:
        return [number for (number,) in self.execute(f'SELECT rowid FROM "{table}" {where} ORDER BY rowid')]

    def _other(self, value: Any, kind: str) -> Any:
        if isinstance(value, bytes):
            place = self.chance.randrange(len(value))
            return value[:place] + bytes([value[place] ^ 1 << self.chance.randrange(8)]) + value[place + 1 :]
        if kind == "INTEGER":
            return (value or 0) + self.chance.choice((-1, 1))
        return f"{value or ''}x"


EDITS: tuple[Callable[[Hand, str], None], ...] = (Hand.edit, Hand.edit, Hand.delete, Hand.reorder, Hand.insert)


def _try_edits(store: Store, count: int) -> None:
    connection = store.vault.connection()
    assert named(store) == []
    for seed in range(count):
        table, edit = SEALED[seed % len(SEALED)], EDITS[seed // len(SEALED) % len(EDITS)]
        if (edit, table) == (Hand.insert, "plan_version"):
            continue  # a version that was signed elsewhere may be here without what was frozen; it claims no seal
        connection.execute("BEGIN")
        edit(Hand(connection, seed), table)
        found = named(store)
        connection.execute("ROLLBACK")
        assert found, f"{edit.__name__} of {table}, seed {seed}"
    assert named(store) == []


def test_forty_edits_are_named(store: Store) -> None:
    _try_edits(store, 40)


@pytest.mark.long
def test_every_one_of_600_edits_is_named(store: Store) -> None:
    _try_edits(store, 600)
