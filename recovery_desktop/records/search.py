"""Finding clients by what is typed: parts of names whatever the accents, record number, birth date."""

from dataclasses import dataclass

from recovery_desktop.records.client import Client, plain, without_accents

MOST_FOUND = 200


@dataclass(frozen=True)
class Found:
    """A client in a list of hits."""

    id: int
    record_number: str
    preferred_name: str
    legal_given: str
    legal_family: str
    birth_date: str  # ISO, empty when not known


def find_clients(words: str, limit: int = MOST_FOUND) -> list[Found]:
    """Clients in whom every word typed is found, by last name; all clients when nothing is typed.

    A record last saved before keys were made of plain letters has its own ones in its key (Łukasz, not Lukasz), so a
    word is looked for in both ways where they differ.
    """
    typed = [sorted({plain(word), word}) for word in without_accents(words).split()]
    condition = " AND ".join(["1", *(_any_of(len(ways)) for ways in typed)])
    sql = (
        "SELECT id, record_number, preferred_name, legal_given, legal_family, coalesce(birth_date, '') FROM client "
        f"WHERE {condition} ORDER BY legal_family COLLATE NOCASE, legal_given COLLATE NOCASE, id LIMIT ?"
    )
    values = [f"%{_literal(word)}%" for ways in typed for word in ways]
    return [Found(*row) for row in Client._meta.database.execute_sql(sql, (*values, limit))]


def _any_of(count: int) -> str:
    return "(" + " OR ".join(["search_key LIKE ? ESCAPE '\\'"] * count) + ")"


def _literal(word: str) -> str:
    """A word as LIKE takes it letter by letter."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
