"""A directory of help from a CSV file: checked whole, shown before anything is written, taken over in one piece."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, Protocol

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.csv_cells import rows_of
from recovery_desktop.exchange.directory_out import BETWEEN
from recovery_desktop.records.fields import Described, Several
from recovery_desktop.records.practice import Resource
from recovery_desktop.text import _, ngettext

MOST_BYTES = 10_000_000
MOST_ROWS = 1000
_MOST_PROBLEMS = 200
_NAMED = 5


class BadDirectoryFile(KnownError):
    """A file that is no directory or has mistakes in it; `problems` names each with row and column."""

    def __init__(self, problems: Sequence[str]) -> None:
        count = len(problems)
        mistakes = ngettext("The file has {count} mistake.", "The file has {count} mistakes.", count)
        named = [problem.rstrip(".") for problem in problems[:_NAMED]]
        named += [_("and {count} more").format(count=count - _NAMED)] if count > _NAMED else []
        super().__init__(
            mistakes.format(count=count),
            _("Nothing of it was taken over."),
            _("Correct this in the file and choose it again: {places}.").format(places="; ".join(named)),
        )
        self.problems = tuple(problems)


class EntryTwice(KnownError):
    """Two rows of a file are one entry of the directory, and say different things of it."""

    def __init__(self, first: int, second: int) -> None:
        super().__init__(
            _("Rows {first} and {second} have the same name and phone, but differ.").format(first=first, second=second),
            _("Nothing of it was taken over."),
            _("Make one row of them, or give one another name or phone, and choose the file again."),
        )


class FileNotRead(KnownError):
    """The file cannot be opened."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            _("The file could not be read: {reason}.").format(reason=error.strerror or str(error)),
            _("The directory is unchanged."),
            _("Close the file in other programs, or copy it to this computer, and choose it again."),
        )


@dataclass(frozen=True)
class FileRow:
    """An entry as a row of the file has it, by field name and without what is empty."""

    number: int  # as a spreadsheet program counts
    values: Mapping[str, Any]


@dataclass(frozen=True)
class DirectoryChanges:
    """What taking a file over would do: new entries, and the fields of known ones that get other values."""

    added: tuple[Mapping[str, Any], ...] = ()
    changed: tuple[tuple[Resource, Mapping[str, Any]], ...] = ()
    same: int = 0


class Keeps(Protocol):
    """What writes: the store, or the history that can take it back."""

    def add(self, model: type[Resource], owner: None = None, **values: Any) -> Resource: ...

    def save(self, row: Resource, **changes: Any) -> Resource: ...


def read_directory_at(path: Path) -> tuple[FileRow, ...]:
    """The entries of the file in a place; for any thread. Raises FileNotRead and BadDirectoryFile."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileNotRead(error) from error
    return read_directory(content)


def read_directory(content: bytes) -> tuple[FileRow, ...]:
    """The entries of a file. Raises BadDirectoryFile with every mistake."""
    heads, *rows = _cells(content)
    columns = _columns(heads)
    reader = _Reader(columns)
    numbered = [(number, row) for number, row in enumerate(rows, 2) if any(map(str.strip, row))]
    entries = tuple(FileRow(number, reader.entry(number, row)) for number, row in numbered)
    if reader.problems:
        raise BadDirectoryFile(reader.problems)
    return entries


def changes_of(rows: Sequence[FileRow]) -> DirectoryChanges:
    """What rows of a file would do to the directory. An entry of the same name and phone, in whatever case, is brought
    up to date by one row; what is empty in the row stays as it is. A row that says the same as one before it does
    nothing; raises EntryTwice for one of the same name and phone that says something else, unless the directory has as
    many such entries."""
    known: dict[tuple[str, ...], list[Resource]] = {}
    for one in Resource.select().order_by(Resource.position, Resource.id):
        known.setdefault(_key({name: getattr(one, name) for name in Resource.same_as}), []).append(one)
    read: dict[tuple[str, ...], list[FileRow]] = {}
    added: list[Mapping[str, Any]] = []
    changed: list[tuple[Resource, Mapping[str, Any]]] = []
    same = 0
    for row in rows:
        alike, before = known.get(_key(row.values), []), read.setdefault(_key(row.values), [])
        entry = max(alike, key=lambda one: len(row.values) - len(_differing(one, row.values)), default=None)
        if entry is None and any(row.values == other.values for other in before):
            same += 1
        elif entry is None and before:
            raise EntryTwice(before[-1].number, row.number)
        elif entry is None:
            added.append(row.values)
        elif differing := _differing(entry, row.values):
            changed.append((entry, differing))
        else:
            same += 1
        if entry is not None:
            alike.remove(entry)
        before.append(row)
    return DirectoryChanges(tuple(added), tuple(changed), same)


def take_over(keeps: Keeps, changes: DirectoryChanges) -> list[Resource]:
    """Writes the changes, inside one transaction; gives the entries that are new or not as they were."""
    added = [keeps.add(Resource, **entry) for entry in changes.added]
    return added + [keeps.save(row, **differing) for row, differing in changes.changed]


def _key(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(values.get(name, "").strip().casefold() for name in Resource.same_as)


def _differing(entry: Resource, values: Mapping[str, Any]) -> dict[str, Any]:
    """What a file has otherwise; spaces around a text are no difference."""
    return {name: value for name, value in values.items() if _bare(getattr(entry, name)) != value}


def _bare(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


# -- reading


def _cells(content: bytes) -> list[list[str]]:
    if len(content) > MOST_BYTES:
        _refuse(_("The file is larger than {most} MB.").format(most=MOST_BYTES // 1_000_000))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(_("The file is not in UTF-8. In the spreadsheet program, save it as “CSV UTF-8”."))
    try:
        rows = rows_of(text, MOST_BYTES)
    except ValueError:
        _refuse(_("The file is damaged or is not a CSV file."))
    if not rows:
        _refuse(_("The file is empty."))
    if len(rows) > MOST_ROWS + 1:
        _refuse(_("The file has more than {most} rows.").format(most=MOST_ROWS))
    return rows


def _refuse(problem: str) -> NoReturn:
    raise BadDirectoryFile([problem])


def _columns(heads: Sequence[str]) -> list[str]:
    """The field of each column, by the English head or that of the chosen language; each field exactly once."""
    fields = Resource.described()
    by_head = {words.casefold(): name for name, one in fields.items() for words in (one.label, str(one.verbose_name))}
    found = [by_head.get(head.strip().casefold(), "") for head in heads]
    problems = [
        _("Row 1, column {column}: the program does not know this head.").format(column=at)
        for at, name in enumerate(found, 1)
        if not name
    ]
    for name, one in fields.items():
        if name not in found:
            problems.append(_("Row 1: the column “{column}” is missing.").format(column=one.label))
        elif found.count(name) > 1:
            problems.append(_("Row 1: the column “{column}” stands there twice.").format(column=one.label))
    if problems:
        raise BadDirectoryFile(problems)
    return found


@dataclass
class _Reader:
    """Goes through the rows, collecting what is wrong."""

    columns: list[str]
    problems: list[str] = field(default_factory=list)

    def entry(self, number: int, row: list[str]) -> dict[str, Any]:
        """The values of a row; `number` is the one that a spreadsheet program gives it."""
        if len(row) != len(self.columns):
            words = _("Row {row}: it has {count} cells, but there are {columns} columns.")
            self._note(words.format(row=number, count=len(row), columns=len(self.columns)))
            return {}
        fields, values = Resource.described(), {}
        for name, cell in zip(self.columns, row, strict=True):
            try:
                values[name] = _value(fields[name], cell)
            except ValueError as problem:
                words = _("Row {row}, {column}: {problem}")
                self._note(words.format(row=number, column=fields[name].label, problem=problem))
        return {name: value for name, value in values.items() if not fields[name].is_empty(value)}

    def _note(self, problem: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)


def _value(one: Described, cell: str) -> Any:
    if one.is_empty(cell) or not cell.strip():
        if one.required:
            raise ValueError(_("Enter something here."))
        return one.empty
    if isinstance(one, Several):
        return one.from_plain(list(_codes(one, cell)))
    return one.from_plain(cell.strip())


def _codes(one: Several, cell: str) -> Iterator[str]:
    """The choices in a cell, by code or in words; one that is unknown stays, to be refused."""
    by_words = {words.casefold(): code for code, label in one.labels.items() for words in (code, label, _(label))}
    for part in filter(None, map(str.strip, cell.split(BETWEEN.strip()))):
        yield by_words.get(part.casefold(), part)
