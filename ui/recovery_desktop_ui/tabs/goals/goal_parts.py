"""The forms and lines of what stands below a goal: objectives, and what is done for them."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON, Intervention, InterventionObjective, Objective
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.dose import dose_row, dose_words
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.note_below import NoteBelow
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.editing.tests_counted import brief_of, whole_of
from recovery_desktop_ui.editing.ties import Ties
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.tabs.goals.same_words import SameWords

_MORE_OR_LESS = re.compile(
    r"\b(less|more|fewer|better|improved?|improving|reduced?|reducing|increased?|lower|work(s|ing)? on|try|tries)\b",
    re.IGNORECASE,
).search
"""Words that promise a change without saying how large it is."""


def objective_words(row: Objective) -> RowWords:
    """What, what its tests say, from where to where; until when, or that this is missing, at the right."""
    entry = as_entry(row)
    way = joined([brief_of(row), joined([row.baseline, row.target], " → ")], " · ")
    if row.status not in GOING_ON:
        return RowWords(row.statement, way, entry.shown("status").lower(), "done" if row.status == "met" else "closed")
    missing = what_is_missing(row)
    by = _("by {day}").format(day=short_date(row.due_on)) if row.due_on else ""
    right = joined([by, _("no measure")]) if missing and by else by or _("no date")
    return RowWords(row.statement, way, right, "care" if missing else "started", tone="care" if missing else "quiet")


def what_is_missing(row: Objective) -> str:
    """What keeps others from seeing whether an objective is met, as a sentence that says what to do."""
    if not (row.measure or row.instrument or row.tests_for or row.target):
        return _("Say how it is measured, so that everybody can see when it is met.")
    if not row.target and not any(letter.isdigit() for letter in row.statement) and _MORE_OR_LESS(row.statement):
        return _("Say how much: from where, and to where.")
    return "" if row.due_on else _("Give it a date, so that it is looked at.")


def objective_form(form: Form) -> QWidget:
    """The step, how it is measured, from where to where and until when."""
    hint = NoteBelow()
    form.shown.connect(lambda row: hint.say(what_is_missing(row) if isinstance(row, Objective) else ""))
    form.saved.connect(lambda _name: hint.say(what_is_missing(form.row) if isinstance(form.row, Objective) else ""))
    tests = NoteBelow()
    tests.setObjectName("objective.tests_counted")
    form.shown.connect(lambda row: tests.say("", _tests(row)))
    form.saved.connect(lambda _name: tests.say("", _tests(form.row)))
    return hold(
        col(
            hold(col(form.field("statement"), SameWords(form, "statement"), gap=3)),
            Columns(form.field("measure"), form.field("review_when"), least=200, gap=16, shares=(3, 2)),
            Columns(*(form.field(name) for name in ("baseline", "target", "due_on")), least=150, gap=16),
            hint,
            Columns(form.field("instrument"), form.field("tests_for"), least=200, gap=16),
            tests,
            Columns(
                form.field("status", label=_("Status of the objective")), form.field("status_reason"), least=200, gap=16
            ),
            gap=14,
        )
    )


def _tests(row: Record | None) -> str:
    return whole_of(row) if isinstance(row, Objective) else ""


def intervention_words(row: Intervention) -> RowWords:
    """What, how often and how long; who at the right."""
    return RowWords(row.what, joined([dose_words(row), lower_first(as_entry(row).shown("places"))]), row.who)


def intervention_form(form: Form) -> QWidget:
    """What is done, by whom, how much, where, and for which objectives."""
    return hold(
        col(
            hold(col(form.field("what"), SameWords(form, "what"), gap=3)),
            Columns(form.field("who"), pointer_field(form, "service"), least=200, gap=16),
            Ties(form, InterventionObjective, _("Serves the objectives"), _objectives),
            dose_row(form),
            form.field("places"),
            Columns(form.field("starts_on"), form.field("due_on"), least=200, gap=16),
            gap=14,
        )
    )


def _objectives(row: Intervention) -> Sequence[tuple[Record, str]]:
    query = Objective.select().where(Objective.goal == row.goal).order_by(Objective.position)
    return [(each, each.statement) for each in query]
