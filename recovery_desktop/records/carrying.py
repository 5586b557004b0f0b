"""A later assessment starts from the one before: what was found then is copied and waits to be kept or changed."""

from collections.abc import Callable

from recovery_desktop.records import stored
from recovery_desktop.records.assessment import Assessment, Carried
from recovery_desktop.records.base import Record
from recovery_desktop.records.tree import owned_by

CARRIED = "carried"

NextNumber = Callable[[type[Record]], int]


def carried_models() -> tuple[type[Carried], ...]:
    """The sections and lists that a later assessment starts with, in the order of the record."""
    return tuple(model for _owner, model in owned_by(Assessment) if issubclass(model, Carried))


def copy_carried(before: Assessment, later: Assessment, next_number: NextNumber) -> None:
    """Copies all sections and lists of `before` below `later`, each marked as carried and not yet reviewed.

    `next_number` gives a number for a row that none of its kind has had. Inside a write of the store.
    """
    _copy_below(Assessment, {before.id: later.id}, next_number)


def _copy_below(above: type[Record], numbers: dict[int, int], next_number: NextNumber) -> None:
    """Copies the rows below all records of `numbers`, which maps those before to those that are later."""
    for owner, model in owned_by(above):
        if not issubclass(model, Carried):
            continue  # what was concluded then is not an answer
        rows = stored.rows_with(model, owner.column_name, numbers)
        first = next_number(model)
        copies = {row["id"]: first + place for place, row in enumerate(rows)}
        for row in rows:
            above_it = numbers[row[owner.column_name]]
            stored.insert(model, {**row, "id": copies[row["id"]], owner.column_name: above_it, "review": CARRIED})
        if rows:
            _copy_below(model, copies, next_number)
