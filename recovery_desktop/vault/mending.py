"""Gives rows whose owner was lost a stand-in, so that what was saved hangs together and can be looked through."""

from typing import Any

from sqlcipher3 import dbapi2

from recovery_desktop.vault.errors import VaultDamaged

_ROUNDS = 20  # owners of owners of owners; the record is not that deep


def mend_references(connection: Any) -> dict[str, int]:
    """Makes a stand-in for each missing row that others point to; returns how many, by table.

    Where none can be made the pointing row is emptied of its pointer or removed. Raises VaultDamaged when that does not
    come to an end.
    """
    made: dict[str, int] = {}
    for _round in range(_ROUNDS):
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if not broken:
            return made
        for table, row, parent, key in broken:
            if _stand_in(connection, table, row, parent, key):
                made[parent] = made.get(parent, 0) + 1
    raise VaultDamaged


def _stand_in(connection: Any, table: str, row: int, parent: str, key: int) -> bool:
    keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    column = next(source for number, _seq, _table, source, *_rest in keys if number == key)
    found = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
    if found is None or connection.execute(f'SELECT 1 FROM "{parent}" WHERE rowid = ?', found).fetchone():
        return False  # mended in this round already
    try:
        _insert(connection, parent, found[0])
    except dbapi2.IntegrityError:
        connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
        return False
    return True


def _insert(connection: Any, table: str, number: int) -> None:
    """A row of that number with the least that the table asks for; its own owner is the stand-in number 0."""
    values: dict[str, Any] = {}
    for _n, name, kind, not_null, default, is_key in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
        if is_key:
            values[name] = number
        elif not_null and default is None:
            values[name] = f"? {number}" if kind.upper() == "TEXT" else 0
    names = ", ".join(f'"{name}"' for name in values)
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(values))})', [*values.values()])
