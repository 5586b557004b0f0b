"""Forms and sheets made from a record's description alone: complete and tidy, until a page composes them by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import Carried, Section
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
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import Columns, Item, beside, col, hold, row
from recovery_desktop_ui.parts.texts import heading, text

_AT_HEAD = ("state", "answered_by", "asked_on")
_AT_END = ("strengths_seen", "own_words")
_LEAST = {2: 330, 3: 200}
"""The width a column needs when there are so many of them."""


@dataclass(frozen=True)
class ListOf:
    """A titled list of rows on a sheet: `title`, `add` and `empty` are marked texts, `form` makes a row's form."""

    model: type[Record]
    words: Words
    title: str
    add: str
    empty: str
    form: Build


def generated_form(form: Form, *, leave_out: Sequence[str] = ()) -> QWidget:
    """All fields of a record in the order of its description: short ones in columns, questions in a compact grid,
    long texts over the whole width, how much of it as a sentence."""
    return hold(col(*_blocks(form, leave_out), gap=16))


def _blocks(form: Form, leave_out: Sequence[str]) -> Iterator[Item]:
    dosed = Dosed.described() if issubclass(form.model, Dosed) else {}
    names = [name for name in _names(form.model) if name not in dosed and name not in leave_out]
    for is_long, group in groupby(names, lambda name: _is_long(form.model, name)):
        fields = [generated_field(form, name) for name in group]
        if is_long:
            yield from fields
        else:
            yield _columns(fields)
    if dosed:
        yield dose_row(form)


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


def generated_section(form: Form, *lists: QWidget) -> QWidget:
    """A section of the assessment: whether it was asked in the head line, then what it lists, then its fields, the
    client's words last."""
    assert issubclass(form.model, Section)
    state = form.field("state", bare=True)
    head = beside(hold(heading(_(form.model.title))), state)
    by = _columns([generated_field(form, "answered_by"), generated_field(form, "asked_on")])
    fields = _blocks(form, (*_AT_HEAD, *_AT_END))
    seen, own_words = (generated_field(form, name) for name in _AT_END)
    trouble, strength = (_prompt(words) for words in (form.model.asks_trouble, form.model.asks_strength))
    return hold(col(head, *trouble, by, *lists, *fields, hold(col(*strength, seen, gap=4)), own_words, gap=16))


def _prompt(words: str) -> list[QWidget]:
    """A question to open the conversation with."""
    return [text(_(words), "body", "quiet", wrap=True)] if words else []


def generated_sheet(keeper: Keeper, find: Find, *lists: ListOf, section: type[Section] | None = None) -> Sheet:
    """A sheet with the lists, and perhaps the section, that the record found by `find` has."""
    sheet = Sheet(keeper)
    if section is None:
        sheet.setLayout(groups(*(_titled(sheet, find, part, "heading") for part in lists), gap=32))
    else:
        form = sheet.form_below(section, find)
        sheet.setLayout(
            groups(generated_section(form, *(_titled(sheet, find, part, "strong") for part in lists)), gap=32)
        )
    return sheet


def _titled(sheet: Sheet, find: Find, part: ListOf, role: str) -> QWidget:
    title = heading(_(part.title)) if role == "heading" else row(text(_(part.title), role))
    return hold(col(title, list_on(sheet, find, part), gap=6))


def list_on(sheet: Sheet, find: Find, part: ListOf) -> RecordList:
    """The list itself, registered with its sheet."""
    return sheet.rows_below(part.model, find, part.form, part.words, add=_(part.add), empty=_(part.empty))
