"""What a pointer may point at: the rows of the same client, or of the practice, each in words."""

from collections.abc import Callable, Sequence
from typing import Any

from recovery_desktop.dates import short_date
from recovery_desktop.plans.people_to_call import may_be_named
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.safety_answers import is_private_step, private_action
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.base import Record
from recovery_desktop.records.family import SocialNeed, SupportPerson
from recovery_desktop.records.fields import Line, Text
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.substances import Substance
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form, Options
from recovery_desktop_ui.editing.whose import client_of, rows_of


def pointer_field(form: Form, name: str, *, bare: bool = False) -> FieldRow:
    """The row of a pointer of a form's record."""
    return form.field(name, options=options_for(form, name), bare=bare)


def options_for(form: Form, name: str) -> Options:
    """The rows that the pointer `name` of a form may point at, read anew each time the form is filled; who has left the
    staff, whom the client has no contact with or is afraid of, is offered only where they are named already."""
    target = form.model.refs()[name].rel_model

    def options() -> Sequence[tuple[int | None, str]]:
        stands = form.row or form.owner
        client = client_of(stands) if stands is not None else None
        named = getattr(form.row, f"{name}_id", None)
        rows = [row for row in rows_of(target, client) if row.id == named or _is_offered(row)]
        return [(row.id, row_words(row)) for row in rows]

    return options


def has_left(row: Record) -> bool:
    """Whether a row is somebody of the staff who does not work here any more."""
    return isinstance(row, Staff) and row.left_on is not None and row.left_on <= today()


def _is_offered(row: Record) -> bool:
    return may_be_named(as_entry(row)) if isinstance(row, SupportPerson) else not has_left(row)


def row_words(row: Any) -> str:
    """A row in a few words, as one names it among others of its kind."""
    special = _WORDS.get(type(row))
    return (special(row) if special else _first_words(row)) or _(type(row).title)


def _first_words(row: Record) -> str:
    """The field without which there would be no such row, or else the first that says something."""
    written = [(name, field) for name, field in row.described().items() if isinstance(field, (Line, Text))]
    written.sort(key=lambda one: not one[1].required)
    return next((words for name, field in written if (words := field.shown(getattr(row, name)))), "")


def _substance(row: Substance) -> str:
    return row.name or row.described()["substance_class"].shown(row.substance_class)


def _administration(row: Administration) -> str:
    return joined([row.name or row.instrument, short_date(row.given_on)])


def _social_need(row: SocialNeed) -> str:
    return joined([row.described()["domain"].shown(row.domain), row.detail], ": ")


def _safety_step(row: SafetyStep) -> str:
    return private_action() if is_private_step(as_entry(row)) else row.action


def _staff(row: Staff) -> str:
    return joined([row.name, row.credential])


_WORDS: dict[type[Record], Callable[[Any], str]] = {
    Substance: _substance,
    Administration: _administration,
    SafetyStep: _safety_step,
    SocialNeed: _social_need,
    Staff: _staff,
}
