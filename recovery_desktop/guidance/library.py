"""The library of services: each as one would tell a client about it, for choosing together.

The entries that come with the program stand in `resources/library`; a practice's own take their place or stand beside
them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import tomli

from recovery_desktop.assets import resources
from recovery_desktop.text import ENGLISH, language


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `id` is empty for an own one that stands for none of the program's; `modality`, `formats` and
    `places` are codes of `records.therapies` and `records.person`, `rules` the ids of rules that suggest it."""

    id: str
    name: str
    modality: str = ""
    description: str = ""
    takes: str = ""
    usual: str = ""
    formats: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    provider: str = ""
    rules: tuple[str, ...] = ()
    is_own: bool = False


class Row(Protocol):
    """A row of `LibraryService` by field name."""

    def __getitem__(self, name: str, /) -> Any: ...


def library(own: Iterable[Row] = ()) -> tuple[Service, ...]:
    """All services by name. `own` are those of the practice."""
    mine = [_own(row) for row in own]
    replaced = {one.id for one in mine if one.id}
    kept = [one for one in _shipped(language()) if one.id not in replaced]
    return tuple(sorted([*kept, *mine], key=lambda one: one.name.casefold()))


def named_by(rule: str, services: Iterable[Service]) -> tuple[Service, ...]:
    """The services that a rule suggests; the most particular first, which the fewest other rules suggest."""
    found = [one for one in services if rule in one.rules]
    return tuple(sorted(found, key=lambda one: len(one.rules)))


def find(words: str, services: Iterable[Service]) -> list[Service]:
    """The services that hold all these words or beginnings of words; those with them in their name come first."""
    wanted = words.casefold().split()
    hits = [one for one in services if all(word in _key(one) for word in wanted)]
    return sorted(hits, key=lambda one: not all(word in one.name.casefold() for word in wanted))


def _key(one: Service) -> str:
    return " ".join((one.name, one.modality, one.description, *one.rules)).casefold()


@lru_cache(maxsize=2)
def _shipped(code: str) -> tuple[Service, ...]:
    folder = resources() / "library"
    file = folder / f"services.{code}.toml"
    content = (file if file.is_file() else folder / f"services.{ENGLISH}.toml").read_text("utf-8")
    return tuple(_service(row) for row in tomli.loads(content)["services"])


def _service(row: Mapping[str, Any]) -> Service:
    ways: dict[str, Any] = {name: tuple(row[name]) for name in ("formats", "places", "rules")}
    return Service(**{**row, **ways})


def _own(row: Row) -> Service:
    words: dict[str, Any] = {name: row[name] for name in _WORDS}
    ways: dict[str, Any] = {name: tuple(row[name]) for name in ("formats", "places")}
    rules = tuple(row["rules"].replace(",", " ").split())
    return Service(id=row["stands_for"], rules=rules, is_own=True, **ways, **words)


_WORDS = ("name", "modality", "description", "takes", "usual", "provider")
