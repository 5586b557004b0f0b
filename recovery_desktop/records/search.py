"""Finding clients by what is typed: parts of names whatever the accents, record number, birth date."""

from dataclasses import dataclass

from recovery_desktop.records.client import Client, folded

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
    """Clients in whom every word typed is found, by last name; all clients when nothing is typed."""
    condition = " AND ".join(["1", *("search_key LIKE ? ESCAPE '\\'" for _ in folded(words).split())])
    sql = (
        "SELECT id, record_number, preferred_name, legal_given, legal_family, coalesce(birth_date, '') FROM client "
        f"WHERE {condition} ORDER BY legal_family COLLATE NOCASE, legal_given COLLATE NOCASE, id LIMIT ?"
    )
    values = [f"%{_literal(word)}%" for word in folded(words).split()]
    return [Found(*row) for row in Client._meta.database.execute_sql(sql, (*values, limit))]


def _literal(word: str) -> str:
    """A word as LIKE takes it letter by letter."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
