"""Finding clients by what is typed: parts of names whatever the accents, record number, birth date; slips forgiven."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from recovery_desktop.records.client import Client, plain, without_accents

MOST_FOUND = 200
ENOUGH = 3  # hits from which on nobody is looked for whose name is only near
_LEAST_LETTERS = 3  # of a word in which a slip is forgiven
_LONG = 8  # letters of a word in which two are
_FIGURES = re.compile(r"([a-z]{1,3}-)?[\d-]+")  # of a record number or a birth date
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")

_COLUMNS = "id, record_number, preferred_name, legal_given, legal_family, coalesce(birth_date, '')"
_NAMES = "id, preferred_name, legal_given, legal_middle, legal_family"
_BY_NAME = "ORDER BY legal_family COLLATE NOCASE, legal_given COLLATE NOCASE, id"


@dataclass(frozen=True)
class Found:
    """A client in a list of hits."""

    id: int
    record_number: str
    preferred_name: str
    legal_given: str
    legal_family: str
    birth_date: str  # ISO, empty when not known


class Names:
    """The words of all clients' names, held to forgive slips at every key; told of each change."""

    def __init__(self) -> None:
        self._of: dict[int, frozenset[str]] = {}
        self._with: dict[str, set[int]] = {}
        for number, *names in Client._meta.database.execute_sql(f"SELECT {_NAMES} FROM client"):
            self._enter(number, names)

    def renew(self, number: int) -> None:
        """Reads the names of one client anew."""
        for word in self._of.pop(number, frozenset()):
            self._with[word].discard(number)
        row = Client._meta.database.execute_sql(f"SELECT {_NAMES} FROM client WHERE id = ?", (number,)).fetchone()
        if row is not None:
            self._enter(row[0], row[1:])

    def _enter(self, number: int, names: Iterable[str]) -> None:
        words = frozenset(plain(without_accents(" ".join(names))).replace("-", " ").split())
        self._of[number] = words
        for word in words:
            self._with.setdefault(word, set()).add(number)

    def near(self, typed: list[str]) -> list[int]:
        """Clients who have for each word typed a near one or one that begins so: those with the fewest slips first."""
        slips: dict[int, int] | None = None
        for word in typed:
            here: dict[int, int] = {}
            for one, apart in self._near_words(plain(word)).items():
                for number in self._with[one]:
                    here[number] = min(apart, here.get(number, apart))
            slips = here if slips is None else {n: slips[n] + here[n] for n in slips.keys() & here.keys()}
        return sorted(slips or {}, key=lambda number: ((slips or {})[number], number))

    def _near_words(self, word: str) -> dict[str, int]:
        """The words of names that are near one that was typed, with the number of letters that differ."""
        from rapidfuzz import process  # no start waits for it
        from rapidfuzz.distance import OSA

        most = 0 if len(word) < _LEAST_LETTERS else 1 if len(word) < _LONG else 2
        hits = process.extract(word, self._with.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
        begun = dict.fromkeys((one for one in self._with if one.startswith(word)), 0)
        return {one: int(apart) for one, apart, _place in hits} | begun


def find_clients(words: str, limit: int = MOST_FOUND, names: Names | None = None) -> list[Found]:
    """Clients in whom every word typed is found, by last name; then, when they are few, those in whom it nearly is.

    All clients when nothing is typed. A word may be any part of a name, of the record number or of the birth date,
    which can be typed as 1997-05-04 or 5/4/1997. A record last saved before keys were made of plain letters has its
    own ones in its key (Łukasz, not Lukasz), so a word is looked for in both ways where they differ. `names` are read
    when they are not given.
    """
    typed = [_as_day(word) for word in without_accents(words).split()]
    found = _with_parts(typed, limit)
    if len(found) < ENOUGH:
        known = {one.id for one in found}
        found += islice((one for one in _near(typed, names) if one.id not in known), limit)
    return found[:limit]


def _near(typed: list[str], names: Names | None) -> Iterator[Found]:
    """Clients with names near the typed ones, and with exactly the figures typed beside them."""
    figures = [word for word in typed if _FIGURES.fullmatch(word)]
    written = [word for word in typed if word not in figures]
    if any(len(word) >= _LEAST_LETTERS for word in written):
        near = (names or Names()).near(written)
        for at in range(0, len(near), MOST_FOUND):  # often the first ones are enough
            for one in _read_all(near[at : at + MOST_FOUND]):
                if all(figure in f"{one.record_number} {one.birth_date}".casefold() for figure in figures):
                    yield one


def _with_parts(typed: list[str], limit: int) -> list[Found]:
    ways = [sorted({plain(word), word}) for word in typed]
    condition = " AND ".join(["1", *(_any_of(len(each)) for each in ways)])
    values = [f"%{_literal(word)}%" for each in ways for word in each]
    return _read(f"WHERE {condition} {_BY_NAME} LIMIT ?", *values, limit)


def _read_all(numbers: list[int]) -> list[Found]:
    found = {one.id: one for one in _read(f"WHERE id IN ({', '.join(map(str, numbers))})")}
    return [found[number] for number in numbers]


def _as_day(word: str) -> str:
    """A date typed as month/day/year as it stands in the key."""
    found = _DAY.fullmatch(word)
    if found is None:
        return word
    month, day, year = found.groups()
    return f"{year if len(year) == 4 else ''}-{int(month):02d}-{int(day):02d}"


def _read(condition: str, *values: object) -> list[Found]:
    rows = Client._meta.database.execute_sql(f"SELECT {_COLUMNS} FROM client {condition}", values)
    return [Found(*row) for row in rows]


def _any_of(count: int) -> str:
    return "(" + " OR ".join(["search_key LIKE ? ESCAPE '\\'"] * count) + ")"


def _literal(word: str) -> str:
    """A word as LIKE takes it letter by letter."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
