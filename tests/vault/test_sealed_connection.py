"""Over the connection of an open vault nothing takes away or goes around what keeps the tables, however it is put."""

import pytest
from sqlcipher3 import dbapi2

from recovery_desktop.vault import Vault
from tests.vault.small import add_note, notes

REFUSED = (
    "DROP TRIGGER audit_keeps",
    "\ufeffDROP TRIGGER audit_keeps",  # SQLite passes over a byte order mark
    "-- said before\nDROP TRIGGER audit_keeps",
    "/* said before */ ; drop/**/trigger audit_keeps",
    "\ufeff/* x */\ufeff DROP TABLE note",
    "CREATE/**/TRIGGER mine BEFORE UPDATE ON audit BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER mine BEFORE UPDATE ON audit BEGIN SELECT 1; END",
    "CREATE TEMP TABLE audit (seq)",  # it would be read in place of the real one
    "CREATE VIEW temp.audit AS SELECT 1",
    "CREATE TABLE other (a)",
    "ALTER TABLE note RENAME TO other",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "REINDEX",
    "VACUUM",
    "VACUUM INTO 'copy.db'",
    "PRAGMA recursive_triggers = 0",
    "PRAGMA/**/recursive_triggers=0",
    "PRAGMA recursive_triggers/* x */=0",
    "PRAGMA main . /**/ recursive_triggers = 0",
    'PRAGMA "recursive_triggers"(0)',
    "PRAGMA[recursive_triggers]=0",
    "PRAGMA 'foreign_keys' = 0",
    "PRAGMA writable_schema = 1",
    "PRAGMA ignore_check_constraints(1)",
    "PRAGMA user_version = 1",
    "PRAGMA rekey = 'other'",
    "PRAGMA key = 'other'",
    "PRAGMA cipher_plaintext_header_size = 32",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
)
ALLOWED = (
    "SELECT words FROM note",
    "  \n select 1",
    "/* said before */ SELECT 1",
    "VALUES (1)",
    "WITH one AS (SELECT 1) SELECT * FROM one",
    "PRAGMA user_version",
    "PRAGMA integrity_check(20)",
    'PRAGMA table_info("note")',
    "PRAGMA main.foreign_key_check",
    "PRAGMA defer_foreign_keys = ON",
)


@pytest.mark.parametrize("sql", REFUSED)
def test_refused(vault: Vault, sql: str) -> None:
    add_note(vault, "one")
    connection = vault.connection()
    for run in (connection.execute, connection.cursor().execute, lambda sql: connection.executemany(sql, [()])):
        with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
            run(sql)
    with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        connection.executescript(sql)
    assert connection.execute("PRAGMA recursive_triggers").fetchone() == (1,)
    assert notes(vault) == ["one"] and vault.check() == []


@pytest.mark.parametrize("sql", ALLOWED)
def test_allowed(vault: Vault, sql: str) -> None:
    vault.connection().execute(sql).fetchall()
    vault.database.execute_sql(sql).fetchall()
