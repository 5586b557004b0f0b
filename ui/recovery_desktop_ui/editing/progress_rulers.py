"""The rulers of an entry on how a goal goes: the client's 0 to 10, and goal attainment from −2 to +2 by both."""

import datetime

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.editors.scale import ScaleEditor

ATTAINMENT = (-2, 2)


def progress_rulers(form: Form, kind: type[ScaleEditor] = ScaleEditor) -> tuple[QWidget, ...]:
    """How far the client says it went, and how far what was agreed is attained, by the client and the counselor."""
    much = (_("much less"), _("much more"))
    ends = {"client_rating": (_("not at all"), _("reached")), "attainment_client": much, "attainment_counselor": much}
    return tuple(form.field(name, editor=kind(getattr(form.model, name), *words)) for name, words in ends.items())


def entry_of(goal: Goal, day: datetime.date | None) -> Progress | None:
    """The entry of a day on a goal as a whole; of several the last one, which the course shows too."""
    about = (Progress.goal == goal) & (Progress.noted_on == day) & Progress.objective.is_null()
    found: Progress | None = Progress.select().where(about).order_by(Progress.id.desc()).first()
    return found
