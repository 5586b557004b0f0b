"""What the program's own connection may not do once the vault is open: take away or go around what keeps the tables.

Against mistakes, not against somebody who holds the passphrase and can program.
"""

from sqlcipher3 import dbapi2

_OK, _DENY = 0, 1  # SQLITE_OK, SQLITE_DENY
_PRAGMA = dbapi2.SQLITE_PRAGMA
_REFUSED = frozenset(
    (
        *(dbapi2.SQLITE_DROP_TABLE, dbapi2.SQLITE_DROP_TRIGGER, dbapi2.SQLITE_DROP_INDEX, dbapi2.SQLITE_DROP_VIEW),
        *(dbapi2.SQLITE_CREATE_TRIGGER, dbapi2.SQLITE_CREATE_TEMP_TRIGGER),
        *(dbapi2.SQLITE_CREATE_VIEW, dbapi2.SQLITE_CREATE_TEMP_VIEW),
        *(dbapi2.SQLITE_ALTER_TABLE, dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH),
    )
)
_KEPT_SETTINGS = frozenset(
    (
        *("writable_schema", "recursive_triggers", "ignore_check_constraints", "trusted_schema", "foreign_keys"),
        *("user_version", "application_id", "journal_mode", "locking_mode", "synchronous"),
    )
)


def authorize(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    """SQLite's question whether a statement may do something, asked when it is prepared."""
    if action == _PRAGMA:
        is_set = second is not None and (first or "").lower() in _KEPT_SETTINGS
        return _DENY if is_set else _OK
    return _DENY if action in _REFUSED else _OK
