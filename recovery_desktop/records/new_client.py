"""Before a client is added: the next free record number, and whether this person is here already."""

import datetime
import re
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import Value
from rapidfuzz.distance import OSA

from recovery_desktop.records.client import Client, plain, without_accents
from recovery_desktop.records.search import Found

_OUR_NUMBER = re.compile(r"RD-(\d+)")
_NEAR = 2  # letters that may differ
MOST_SHOWN = 5


def next_record_number() -> str:
    """The number after the highest of the shape RD-000123."""
    rows: Any = Client.select(Client.record_number).tuples()
    numbers = (_OUR_NUMBER.fullmatch(number) for (number,) in rows)
    highest = max((int(found[1]) for found in numbers if found), default=0)
    return f"RD-{highest + 1:06d}"


def likely_same(
    given: str, family: str, birth_date: datetime.date | None, preferred: str = "", limit: int = MOST_SHOWN
) -> list[Found]:
    """Clients who may be the same person, the likeliest first.

    Somebody with the same birth date and a name that differs by two letters or less, in either order of first and last
    name, or with the same name whatever the birth date says.
    """
    wanted = [_name(first, family) for first in dict.fromkeys((given, preferred)) if first or family]
    if not wanted:
        return []
    found = []
    for row in Client.select().where(_may_be(wanted, birth_date)):
        names = {_name(first, row.legal_family) for first in (row.legal_given, row.preferred_name) if first}
        names |= {_name(row.legal_family, row.legal_given)}
        apart = min(OSA.distance(one, other) for one in wanted for other in names)
        same_day = birth_date is not None and row.birth_date == birth_date
        if apart == 0 or (same_day and apart <= _NEAR):
            found.append((not same_day, apart, row))
    found.sort(key=lambda one: (one[0], one[1], one[2].id))
    return [_found(row) for _other_day, _apart, row in found[:limit]]


def _may_be(wanted: list[str], birth_date: datetime.date | None) -> Any:
    """Who was born that day, or has all words of one of the names; only these are looked at letter by letter."""
    same_day = Client.birth_date == birth_date if birth_date is not None else Value(False)
    named = (reduce(and_, (Client.search_key.contains(word) for word in name.split())) for name in wanted)
    return reduce(or_, named, same_day)


def _name(first: str, last: str) -> str:
    return plain(without_accents(f"{first} {last}"))


def _found(row: Client) -> Found:
    born = row.birth_date.isoformat() if row.birth_date else ""
    return Found(row.id, row.record_number, row.preferred_name, row.legal_given, row.legal_family, born)
