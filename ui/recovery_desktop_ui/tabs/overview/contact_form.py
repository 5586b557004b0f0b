"""The form of a contact, in the order in which one types it: each answer is a key, and the cursor goes on by itself."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.goals import GOING_ON, Goal, Objective
from recovery_desktop.records.sessions import ALLIANCE, CAME, Contact, ContactObjective
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.ties import Ties
from recovery_desktop_ui.parts.editors.going_on import GoingScale, NumberedChoice
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.overview.goals_that_day import GoalsThatDay

_NEVER_FOLDED = 99


def contact_form(form: Form) -> QWidget:
    """A contact: when, how, who came, what was worked on, the client about it, and how the goals go."""
    when = Columns(
        form.field("held_on", past=True), form.field("held_at"), form.field("minutes"), form.field("place"), least=150
    )
    kind = form.field("kind", editor=NumberedChoice(Contact.kind))
    attendance = form.field("attendance", editor=NumberedChoice(Contact.attendance))
    worked = Ties(form, ContactObjective, _("Worked on"), _objectives, few=_NEVER_FOLDED, numbered=True)
    scales = (form.field(name, editor=GoingScale(getattr(Contact, name))) for name in ALLIANCE)
    asked = Columns(*scales, least=200)
    together = hold(col(text(_("The client about today, 0 to 10"), "strong"), asked, gap=8))
    held = hold(col(worked, together, GoalsThatDay(form), gap=16))
    _only_if_held(form, held)
    return hold(col(when, kind, attendance, held, form.field("note"), form.field("interpreter"), gap=16))


def _only_if_held(form: Form, held: QWidget) -> None:
    """Hides what nobody answers about a contact that did not come about, unless it was answered before."""
    attendance, asked = form.rows["attendance"].editor, [form.rows[name].editor for name in ALLIANCE]

    def follow(_row: object = None) -> None:
        contact: Any = form.row
        tied = contact is not None and contact.objectives.exists()
        is_answered = tied or any(editor.typed() for editor in asked)
        held.setVisible(attendance.typed() in CAME or is_answered)

    attendance.edited.connect(follow)
    form.shown.connect(follow)


def _objectives(contact: Contact) -> list[tuple[Objective, str]]:
    """The objectives of the same episode, those that are going on first."""
    rows = Objective.select(Objective, Goal).join(Goal).where(Goal.episode == contact.episode)
    ordered = sorted(rows, key=lambda row: (row.status not in GOING_ON, row.goal.position, row.position))
    return [(row, row.statement) for row in ordered]
