"""A quiet line below a text of a plan that stands word for word in other clients' plans."""

from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Goal, Intervention, Objective
from recovery_desktop.records.same_words import others_with
from recovery_desktop.text import ngettext
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.note_below import NoteBelow

_OF_PLANS = (Goal, Objective, Intervention)


class SameWords(NoteBelow):
    """Looks when the row is shown and when the text was saved."""

    def __init__(self, form: Form, field: str) -> None:
        super().__init__()
        self._form, self._field = form, field
        self.setObjectName(f"{form.name}.{field}.same")
        form.shown.connect(self._look)
        form.saved.connect(lambda name: self._look(form.row) if name == field else None)
        self.say("")

    def _look(self, row: Record | None) -> None:
        count = others_with(row, self._field) if isinstance(row, _OF_PLANS) else 0
        words = ngettext(
            "Word for word in the plan of {count} other client. What makes it this client’s own?",
            "Word for word in the plans of {count} other clients. What makes it this client’s own?",
            count,
        )
        self.say("", words.format(count=count) if count else "")
