"""What must hold before a record is kept: each field's own rule, unique values, pointers within one client."""

from collections.abc import Mapping
from typing import Any

from recovery_desktop.errors import KnownError
from recovery_desktop.records import stored
from recovery_desktop.records.base import Record
from recovery_desktop.text import _


class NotKept(KnownError):
    """Values that their fields cannot hold; `problems` has a sentence for each field's name."""

    def __init__(self, model: type[Record], problems: Mapping[str, str]) -> None:
        fields = model.described()
        super().__init__(
            _("Something entered cannot be kept as it is."),
            _("What was saved before is unchanged."),
            " ".join(f"{fields[name].label}: {problem}" for name, problem in problems.items()),
        )
        self.problems = dict(problems)


def tidy(model: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are kept: text of blanks alone is empty. Raises TypeError for a name that is no field."""
    fields = model.described()
    if unknown := values.keys() - fields.keys() - model.refs().keys():
        raise TypeError(f"{model.__name__} has no field {', '.join(sorted(unknown))}")
    return {
        name: fields[name].empty if name in fields and fields[name].is_empty(value) else value
        for name, value in values.items()
    }


def check(model: type[Record], values: Mapping[str, Any], number: int | None) -> None:
    """Raises NotKept when a field cannot hold its value or another row than `number` has it already."""
    fields = model.described()
    problems = {name: problem for name, value in values.items() if (problem := fields[name].problem(value))}
    for name, value in values.items():
        if name not in problems and fields[name].unique and _is_taken(model, name, value, number):
            problems[name] = _("Another entry has this already. Choose a different one.")
    if problems:
        raise NotKept(model, problems)


def _is_taken(model: type[Record], name: str, value: Any, number: int | None) -> bool:
    others = model.select().where((getattr(model, name) == value) & (model.id != (number or 0)))
    return bool(others.exists())


def check_within_one_client(row: Record, *others: Any) -> None:
    """Raises ValueError when a record would point into another client's record; None points nowhere."""
    roots = {root for other in others if isinstance(other, Record) and (root := _root(other)) is not None}
    own = _root(row) if roots else None
    if own is not None and roots != {own}:
        raise ValueError("a record cannot point into another client's")


def _root(row: Record) -> tuple[type[Record], int] | None:
    """The client a record belongs to; None for what the practice as a whole owns."""
    owner = type(row).owner()
    if owner is None:
        return None if type(row).is_shared() else (type(row), row.id)
    model, number = owner.rel_model, row.__data__[owner.name]
    while number is not None and (owner := model.owner()) is not None:
        model, number = owner.rel_model, stored.value(model, number, owner.column_name)
    return None if number is None or model.is_shared() else (model, number)
