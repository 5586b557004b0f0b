"""All codes of one release of ICD-10-CM, billable ones and the headings above them; read on first use.

Source: the US National Center for Health Statistics (CDC), public domain; the release stands in the file.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recovery_desktop.assets import resources

_FILE = "icd-10-cm.tsv.gz"
_HEAD = 2  # lines: the release, and where it is from
_LETTERS_BEFORE_DOT = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A code with its title. One that is not `billable` only heads others and cannot be a diagnosis.

    `names` are what the tabular list includes under the code, such as "Alcohol use disorder, severe".
    """

    code: str
    title: str
    billable: bool
    names: tuple[str, ...]


def code_set() -> str:
    """The name of the code set with its release, as it is kept with each diagnosis: "ICD-10-CM April 2026"."""
    return _lines()[0].removeprefix("# ")


def lookup(code: str) -> Entry | None:
    """The entry of a code, with or without its dot, in capitals or not; None when this release has no such code."""
    at = place_of().get(bare(code))
    return entry_at(at) if at is not None else None


def entry_at(place: int) -> Entry:
    """The entry at a place of the tabular list."""
    code, billable, title, names = _lines()[_HEAD + place].split("\t")
    return Entry(code, title, bool(billable), tuple(names.split("|")) if names else ())


def texts() -> list[str]:
    """For each place of the tabular list what may be searched, in small letters: title and names."""
    return [line.split("\t", 2)[2].lower() for line in _lines()[_HEAD:]]


@cache
def place_of() -> dict[str, int]:
    """The place of each code in the tabular list, by the code in capitals without its dot."""
    return {code.replace(".", ""): place for place, code in enumerate(_codes())}


def bare(code: str) -> str:
    """A code as typed, in capitals and without dot and spaces."""
    return "".join(code.upper().replace(".", "").split())


def dotted(code: str) -> str:
    """A bare code as it is written: "F1020" is F10.20."""
    head, rest = code[:_LETTERS_BEFORE_DOT], code[_LETTERS_BEFORE_DOT:]
    return f"{head}.{rest}" if rest else head


def _codes() -> Iterator[str]:
    return (line.partition("\t")[0] for line in _lines()[_HEAD:])


@cache
def _lines() -> list[str]:
    with gzip.open(resources() / "codes" / _FILE, "rt", encoding="utf-8") as file:
        return file.read().splitlines()
