"""Reads a client file and checks all of it against the records' own description, before anything is written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.form import (
    FORMAT,
    MOST_BYTES,
    MOST_DEPTH,
    MOST_PROBLEMS,
    SHARED_LISTS,
    VERSION,
)
from recovery_desktop.exchange.older import brought_up_to_date
from recovery_desktop.exchange.signed import SignedPart, from_plain
from recovery_desktop.exchange.signed_rows import agrees
from recovery_desktop.records.base import Link, Owner, Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import SIGNED, PlanVersion
from recovery_desktop.records.tree import links_of, owned_by
from recovery_desktop.text import _, ngettext


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a client file: where, as a path such as `client.episodes[0].goals[2].target_on`.

    A name the program does not know may be a client's words: it is counted in its object, as in `client.field 7`.
    """

    place: str
    message: str


class BadClientFile(KnownError):
    """A file that is not a client file or has mistakes in it; `problems` names each with its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            _counted(len(problems)),
            _("Nothing of it was taken over."),
            _("Have the file made again, or correct these places: {places}").format(
                places="; ".join(f"{p.place}: {p.message}" for p in problems[:5])
            ),
        )
        self.problems = problems


def _counted(count: int) -> str:
    if count >= MOST_PROBLEMS:
        return _("The file has {count} mistakes, and there may be more.").format(count=count)
    return ngettext("The file has {count} mistake.", "The file has {count} mistakes.", count).format(count=count)


@dataclass
class Row:
    """A row as read and checked, ready to be kept."""

    model: type[Record]
    values: dict[str, Any] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    links: list[tuple[type[Link], str]] = field(default_factory=list)
    lists: list["Row"] = field(default_factory=list)
    name: str = ""

    def walk(self) -> Iterator["Row"]:
        """This row and all below it."""
        yield self
        for row in self.lists:
            yield from row.walk()


@dataclass(frozen=True)
class ClientFile:
    """A checked client file: the practice's entries it carries along, and the client."""

    shared: list[Row]
    client: Row
    signed: tuple[SignedPart, ...] = ()


def read_client_file(content: bytes) -> ClientFile:
    """The content of a client file; raises BadClientFile with every problem found, at most 200."""
    plain = _parse(content)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        _refuse("format", _("This is not a client file of Recovery Desktop."))
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _refuse("version", _("The version of the file is missing."))
    if version > VERSION:
        _refuse("version", _("The file was made by a newer version of the program. Update the program first."))
    plain = brought_up_to_date(plain, version)
    reader = _Reader()
    shared = [
        reader.row(row, model, f"{name}[{i}]")
        for name, model in SHARED_LISTS.items()
        for i, row in enumerate(reader.rows(plain.get(name, []), name))
    ]
    client = reader.row(plain.get("client"), Client, "client")
    for ordinal, name in enumerate(plain, 1):
        if name not in {"format", "version", "client", "signed", *SHARED_LISTS}:
            reader.note(_counted_field(ordinal), _("The program does not know this part."))
    signed = reader.signed(plain.get("signed", []), client)
    reader.check_pointers()
    if reader.problems:
        raise BadClientFile(reader.problems)
    return ClientFile(shared, client, signed)


def _parse(content: bytes) -> Any:
    if len(content) > MOST_BYTES:
        _refuse("file", _("The file is larger than {most} MB.").format(most=MOST_BYTES // 1_000_000))
    try:
        plain = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        _refuse("file", _("The file is damaged or is not a client file."))
    if _depth(plain) > MOST_DEPTH:
        _refuse("file", _("The file is nested too deeply."))
    return plain


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return plain


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number")


def _depth(plain: Any) -> int:
    depth, level = 0, [plain]
    while level and depth <= MOST_DEPTH:
        depth += 1
        level = [inner for outer in level for inner in _inside(outer)]
    return depth


def _inside(plain: Any) -> list[Any]:
    if isinstance(plain, dict):
        return list(plain.values())
    return plain if isinstance(plain, list) else []


def _refuse(place: str, message: str) -> NoReturn:
    raise BadClientFile([Problem(place, message)])


def _counted_field(ordinal: int) -> str:
    return _("field {ordinal}").format(ordinal=ordinal)


class _Reader:
    """Goes through a file once, collecting rows, identifiers and problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.named: dict[str, type[Record]] = {}
        self.pointers: list[tuple[str, str, type[Record]]] = []

    def note(self, place: str, message: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(place, message))

    def rows(self, plain: Any, place: str) -> list[Any]:
        if isinstance(plain, list):
            return plain
        self.note(place, _("A list is expected here."))
        return []

    def row(self, plain: Any, model: type[Record], place: str) -> Row:
        row = Row(model)
        if not isinstance(plain, dict):
            self.note(place, _("An object is expected here."))
            return row
        lists = {owner.listed_as: (owner, child) for owner, child in owned_by(model)}
        links = {link.owner().listed_as: link for link in links_of(model)}
        for ordinal, (name, value) in enumerate(plain.items(), 1):
            here = f"{place}.{name}"
            if name == "id":
                self._name(row, value, here)
            elif name in model.described():
                self._value(row, name, value, here)
            elif name in model.refs():
                if self._pointer(value, model.refs()[name].rel_model, here):
                    row.refs[name] = value
            elif name in links:
                self._threads(row, links[name], value, here)
            elif name in lists:
                self._list(row, *lists[name], value, here)
            else:
                self.note(f"{place}.{_counted_field(ordinal)}", _("The program does not know this field."))
        self._missing(row, place)
        return row

    def signed(self, plain: Any, client: Row) -> tuple[SignedPart, ...]:
        """What signed versions froze, each of a version that the record has and calls signed."""
        try:
            parts = tuple(from_plain(plain))
        except ValueError:
            self.note("signed", _("A signed version is damaged or was changed."))
            return ()
        episodes = [row for row in client.lists if row.model is Episode]
        for at, part in enumerate(parts):
            rows = episodes[part.episode].lists if 0 <= part.episode < len(episodes) else []
            versions = [row for row in rows if row.model is PlanVersion and row.values.get("number") == part.number]
            if not any(one.values.get("status") == SIGNED for one in versions):
                self.note(f"signed[{at}]", _("The record has no such signed version."))
            elif not any(agrees(one, part.frozen.content, read_client_file) for one in versions):
                self.note(f"signed[{at}]", _("The record says something else than what was signed."))
        return parts

    def _name(self, row: Row, value: Any, place: str) -> None:
        if not isinstance(value, str) or not 0 < len(value) <= 100:
            self.note(place, _("An id is a short text."))
        elif value in self.named:
            self.note(place, _("Another row has this id already."))
        else:
            self.named[value] = row.model
            row.name = value

    def _value(self, row: Row, name: str, value: Any, place: str) -> None:
        try:
            row.values[name] = row.model.described()[name].from_plain(value)
        except ValueError as problem:
            self.note(place, str(problem))

    def _pointer(self, value: Any, model: type[Record], place: str) -> bool:
        if isinstance(value, str):
            self.pointers.append((place, value, model))
            return True
        self.note(place, _("The id of another row is expected here."))
        return False

    def _threads(self, row: Row, link: type[Link], value: Any, place: str) -> None:
        ends = self.rows(value, place)
        if len(set(map(str, ends))) < len(ends):
            self.note(place, _("Name each row once."))
        for i, end in enumerate(ends):
            if self._pointer(end, link.target().rel_model, f"{place}[{i}]"):
                row.links.append((link, end))

    def _list(self, row: Row, owner: Owner, model: type[Record], value: Any, place: str) -> None:
        if owner.only_one:
            row.lists.append(self.row(value, model, place))
        else:
            row.lists += [self.row(one, model, f"{place}[{i}]") for i, one in enumerate(self.rows(value, place))]

    def _missing(self, row: Row, place: str) -> None:
        for name, described in row.model.described().items():
            if described.required and name not in row.values and not self._noted(f"{place}.{name}"):
                self.note(f"{place}.{name}", _("Enter something here."))

    def _noted(self, place: str) -> bool:
        return any(problem.place == place for problem in self.problems)

    def check_pointers(self) -> None:
        """Every pointer must name a row of the right kind, wherever in the file it stands."""
        for place, name, model in self.pointers:
            if name not in self.named:
                self.note(place, _("No row of the file has this id."))
            elif self.named[name] is not model:
                self.note(place, _("The row with this id is of another kind."))
