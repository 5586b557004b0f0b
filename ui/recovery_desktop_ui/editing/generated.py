"""Forms and sheets made from a record's description alone: complete and tidy, until a page composes them by hand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import Carried
from recovery_desktop.records.base import Record, Ref
from recovery_desktop.records.fields import Answers, Asked, Day, Described, Several, Text, Whole
from recovery_desktop.records.therapies import Dosed
from recovery_desktop.text import _
from recovery_desktop_ui.editing.dose import dose_row
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.editing.record_list import Build, RecordList, Words
from recovery_desktop_ui.editing.sheet import Find, Sheet
from recovery_desktop_ui.parts.editors.scale import MOST_STEPS
from recovery_desktop_ui.parts.grid import Column
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.layouts import Columns, Item, col, hold

HALF = 330
"""The width that a column needs where two stand side by side."""
_LEAST = {2: HALF, 3: 200}
"""The width a column needs when there are so many of them."""


@dataclass(frozen=True)
class ListOf:
    """A titled list of rows on a sheet: `title`, `add` and `empty` are marked texts, `form` makes a row's form; with
    `columns` the rows stand as a grid."""

    model: type[Record]
    words: Words
    title: str
    add: str
    empty: str
    form: Build
    columns: tuple[Column, ...] = ()


def generated_form(form: Form, *, leave_out: Sequence[str] = ()) -> QWidget:
    """All fields of a record in the order of its description: short ones in columns, questions in a compact grid,
    long texts over the whole width, how much of it as a sentence."""
    return hold(col(*_blocks(form, leave_out), gap=16))


def _blocks(form: Form, leave_out: Sequence[str]) -> Iterator[Item]:
    dosed = Dosed.described() if issubclass(form.model, Dosed) else {}
    yield from fields_in_columns(form, [n for n in _names(form.model) if n not in dosed and n not in leave_out])
    if dosed:
        yield dose_row(form)


def fields_in_columns(form: Form, names: Sequence[str]) -> Iterator[Item]:
    """Fields in their order: short ones in columns, each long one over the whole width."""
    for is_long, group in groupby(names, lambda name: _is_long(form.model, name)):
        fields = [generated_field(form, name) for name in group]
        if is_long:
            yield from fields
        else:
            yield _columns(fields)


def generated_field(form: Form, name: str, *, bare: bool = False) -> FieldRow:
    """The row of a field; a pointer may point at all rows of the same client."""
    if name in form.model.refs():
        return pointer_field(form, name, bare=bare)
    if isinstance(form.model.described()[name], Day) and name.startswith("last_"):
        return form.field(name, bare=bare, past=True)
    return form.field(name, bare=bare)


def _names(model: type[Record]) -> list[str]:
    fields = [field.name for field in model._meta.sorted_fields if isinstance(field, (Described, Ref))]
    return [name for name in fields if not (issubclass(model, Carried) and name == "review")]


def _is_long(model: type[Record], name: str) -> bool:
    return isinstance(model.described().get(name), (Text, Several, Answers))


def _columns(fields: Sequence[FieldRow]) -> Columns:
    """Three columns of short fields; two where answers side by side or a ruler need the room."""
    across = 3 if len(fields) > 2 and not any(_is_wide(field.described) for field in fields) else 2
    return Columns(*fields, least=_LEAST[across], across=across)


def _is_wide(described: Described | Ref) -> bool:
    is_ruler = isinstance(described, Whole) and described.high - described.low < MOST_STEPS
    return isinstance(described, Asked) or is_ruler


Above = Callable[[Sheet, RecordList], Sequence[QWidget]]
"""Makes what stands between the heading of a list and its rows."""


def nothing_above(_sheet: Sheet, _rows: RecordList) -> Sequence[QWidget]:
    return ()


def generated_sheet(keeper: Keeper, find: Find, part: ListOf, above: Above = nothing_above) -> Sheet:
    """A sheet with the list that the record found by `find` has."""
    sheet = Sheet(keeper)
    rows = list_on(sheet, find, part)
    sheet.setLayout(groups(listed(_(part.title), *above(sheet, rows), rows), gap=32))
    return sheet


def list_on(sheet: Sheet, find: Find, part: ListOf) -> RecordList:
    """The list itself, registered with its sheet."""
    return sheet.rows_below(
        part.model, find, part.form, part.words, add=_(part.add), empty=_(part.empty), columns=part.columns
    )
