"""The calendar of reviews and follow-ups: what is looked at again, when, and what came of it."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.text import _
from recovery_desktop.when import when
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords

_SOON = 15  # days: what is nearer, or late, says how far it is


def follow_up_form(form: Form) -> QWidget:
    """All fields of a follow-up."""
    return hold(
        col(
            Columns(form.field("kind"), form.field("what"), least=260, gap=16, shares=(2, 3)),
            across(form, "due_on", "repeats", "instrument"),
            form.field("condition"),
            Columns(form.field("held_on"), form.field("result"), least=216, gap=16, shares=(1, 2)),
            gap=14,
        )
    )


def follow_up_words(one: FollowUp) -> RowWords:
    """A follow-up in one line."""
    fields = one.described()
    kind = fields["kind"].shown(one.kind)
    only_if = _("only if: {condition}").format(condition=lower_first(one.condition)) if one.condition else ""
    parts = [kind if one.what else "", fields["repeats"].shown(one.repeats), only_if, one.result]
    late = one.held_on is None and one.due_on is not None and one.due_on < today()
    mark = "done" if one.held_on else "care" if late else "empty"
    return RowWords(one.what or kind, joined(parts, " · "), _when(one), mark, tone="care" if late else "quiet")


def _when(one: FollowUp) -> str:
    if one.held_on:
        return _("held {day}").format(day=short_date(one.held_on))
    if one.due_on is None:
        return _("no date yet")
    says_how_far = (one.due_on - today()).days < _SOON
    return joined([short_date(one.due_on), when(one.due_on, today()) if says_how_far else ""])
