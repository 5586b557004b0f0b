"""The steps by which the tables of a vault came to be what they are; the last one is today's shape.

A step names tables and columns and never imports a record: records go on changing, a step does not. A test compares
what the steps build with what the records describe, so a changed record without its step does not pass.
"""

import unicodedata

from recovery_desktop.assets import resources
from recovery_desktop.vault import Connection, Step


def _foundation(connection: Connection) -> None:
    for statement in (resources() / "schema" / "0001_foundation.sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _caseload_search(connection: Connection) -> None:
    """Clients are found by any part of their names whatever the accents, by record number and by birth date."""
    connection.execute("ALTER TABLE client ADD COLUMN search_key TEXT NOT NULL DEFAULT ''")
    columns = "preferred_name, legal_given, legal_middle, legal_family, record_number, coalesce(birth_date, '')"
    for number, *words in connection.execute(f"SELECT id, {columns} FROM client").fetchall():
        letters = unicodedata.normalize("NFKD", " ".join(words).casefold())
        key = " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
        connection.execute("UPDATE client SET search_key = ? WHERE id = ?", (key, number))


def _declined(connection: Connection) -> None:
    """A person declines a test or a session; "refused" was the word until then."""
    connection.execute("UPDATE test_result SET result = 'declined' WHERE result = 'refused'")
    connection.execute("UPDATE family_session SET status = 'declined' WHERE status = 'refused'")


def _window(connection: Connection) -> None:
    """What the window needs: when it locks, where backups went, the counselor's own words."""
    connection.execute("ALTER TABLE practice ADD COLUMN idle_minutes INTEGER")
    connection.execute("ALTER TABLE practice ADD COLUMN backup_folder TEXT NOT NULL DEFAULT ''")
    columns = "id INTEGER NOT NULL PRIMARY KEY, position INTEGER NOT NULL, word TEXT NOT NULL"
    connection.execute(f"CREATE TABLE own_word ({columns}) STRICT")
    connection.execute("CREATE UNIQUE INDEX own_word_word ON own_word (word)")


SCHEMA: tuple[Step, ...] = (
    Step(1, "foundation", _foundation),
    Step(2, "caseload search", _caseload_search),
    Step(3, "declined, not refused", _declined),
    Step(4, "settings and words of the window", _window),
)
