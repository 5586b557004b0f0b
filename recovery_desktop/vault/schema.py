"""How a vault's tables grow from version to version: all pending steps in one transaction, or none."""

import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from recovery_desktop.vault.canonical import canonical
from recovery_desktop.vault.database import VaultDatabase, logical_problems
from recovery_desktop.vault.errors import UpdateFailed, VaultError, VaultForeign, VaultTooNew
from recovery_desktop.vault.guard import named_driver_error
from recovery_desktop.vault.own_tables import audit_key, create_own_tables, remember, remembered

_SEAL = "schema-seal"


class Connection:
    """What a schema step may do: run statements. It cannot commit, so no step can leave half of itself behind."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Runs one statement and returns its cursor."""
        return self._connection.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one statement for each row."""
        self._connection.executemany(sql, rows)


@dataclass(frozen=True)
class Step:
    """One change of the tables. `run` uses table and column names of its own time, never today's records."""

    number: int
    name: str
    run: Callable[[Connection], None]


OWN_TABLES = Step(0, "the vault's own tables", create_own_tables)


def version_of(connection: Any) -> int:
    """The number of the last step that was applied."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def pending(connection: Any, schema: Sequence[Step]) -> Sequence[Step]:
    """The steps still to be run. Raises VaultTooNew when the vault knows more steps than this program."""
    if [step.number for step in schema] != list(range(1, len(schema) + 1)):
        raise ValueError("schema steps are numbered 1, 2, 3 …")
    version = version_of(connection)
    if version > len(schema):
        raise VaultTooNew
    return schema[version:]


def migrate(database: VaultDatabase, steps: Sequence[Step], tell: Callable[[], None]) -> None:
    """Runs `steps`, checks the result and commits all of it with `tell()`'s audit row in one transaction.

    Foreign keys are off meanwhile, so that tables can be rebuilt, and on afterwards. Raises UpdateFailed when a step or
    the check fails, DiskFull, DiskFailed. In every such case nothing has changed.
    """
    connection = database.connection()
    connection.execute("PRAGMA foreign_keys = 0")  # has no effect inside a transaction
    try:
        with database.atomic("IMMEDIATE"):
            for step in steps:
                step.run(Connection(connection))
            connection.execute(f"PRAGMA user_version = {steps[-1].number:d}")
            if logical_problems(connection):
                raise UpdateFailed
            seal_tables(connection)
            tell()
    except VaultError:
        raise
    except Exception as error:  # whatever a step stumbles over, the vault is as it was and the counselor must know
        raise named_driver_error(error) or UpdateFailed() from error
    finally:
        connection.execute("PRAGMA foreign_keys = 1")


def seal_tables(connection: Any) -> None:
    """Notes how the tables are now, inside the caller's transaction."""
    remember(connection, _SEAL, _seal(connection))


def check_tables(connection: Any) -> None:
    """Raises VaultForeign when a table, index, trigger or view is not as the last step left it."""
    kept = remembered(connection, _SEAL)
    if kept != _seal(connection):
        raise VaultForeign


def _seal(connection: Any) -> str:
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " ORDER BY type, name"
    )
    return hmac.new(audit_key(connection), canonical([list(row) for row in rows.fetchall()]), "sha256").hexdigest()
