"""The code of a diagnosis: looked up in the release that ships, and compared with it when the record is older."""

import re
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.diagnoses import Entry, ReleaseNote, code_problem, code_set, lookup, release_note, search
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.text import _
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.background import Latest
from recovery_desktop_ui.parts.editors.look_up import LookUpEditor, Offer
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import role_of

_USE, _SOCIAL = re.compile(r"F1[0-9]"), re.compile(r"Z(5[5-9]|6[0-5])")


def code_field(form: Form) -> FieldRow:
    """The row of the code; what is chosen from the list brings its title and its code set with it."""
    editor = LookUpEditor(Diagnosis.code, offers, code_problem, _("Code or words, such as alcohol severe"))
    editor.picked.connect(lambda code: _take(form, code))
    return form.field("code", editor=editor)


def offers(words: str) -> list[Offer]:
    """What fits the words typed, best first; headings can be read and not taken."""
    return [Offer(each.code, _line(each), each.billable) for each in search(words)]


def _line(entry: Entry) -> str:
    if entry.billable:
        return f"{entry.code}  {entry.title}"
    return _("{code}  {title} (a heading: choose below it)").format(code=entry.code, title=entry.title)


def _take(form: Form, code: str) -> None:
    """Writes what the chosen code says into the form, as one step to undo."""
    entry = lookup(code)
    if entry is None:
        return
    values = {"code": entry.code, "code_set": code_set(), "name": _name(form, entry), "kind": _kind(form, entry)}
    row = form.row
    if row is None:
        for name, value in values.items():
            form.rows[name].put(value)
        form.rows["code"].editor.edited.emit()  # what was entered so far makes the row
        return
    with form.keeper.history.group(_("choose a code")):
        form.keeper.save(row, **values)
    form.refresh()
    form.saved.emit("code")


def _name(form: Form, entry: Entry) -> str:
    """The title, unless somebody gave the diagnosis a name of its own."""
    written = str(form.rows["name"].editor.typed()).strip()
    before = lookup(str(getattr(form.row, "code", "")))
    own = written and not (before is not None and written == before.title)
    return written if own else entry.title


def _kind(form: Form, entry: Entry) -> str:
    chosen = form.rows["kind"].editor.typed()
    if chosen:
        return chosen
    if _USE.match(entry.code):
        return "use_disorder"
    if entry.code.startswith("F"):
        return "mental"
    return "social" if _SOCIAL.match(entry.code) else "medical"


_NOTHING = ReleaseNote("")


class CodeNote(QWidget):
    """Says below a code on record what the release that ships makes of it, unless the field itself says so."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._looking = Latest(self)
        self._problem = ""
        self._words = text("", "body", "care", wrap=True)
        self._words.setObjectName("diagnosis.code_note")
        self.setLayout(col(self._words, gap=0))
        form.shown.connect(lambda _row: self._follow())
        form.saved.connect(lambda _name: self._follow())
        form.rows["code"].told.connect(self._hear_problem)
        self.hide()

    def _follow(self) -> None:
        """The first look at the codes reads them all, so it is taken in another thread."""
        self._looking.let_go()
        row: Any = self._form.row
        if row is None or not row.code:
            self._say(_NOTHING)
            return
        code, release = row.code, row.code_set
        self._looking.run(lambda _task: release_note(code, release), self._say)

    def _hear_problem(self, problem: str) -> None:
        self._problem = problem
        self._show()

    def _say(self, note: ReleaseNote) -> None:
        self._words.setForegroundRole(role_of("quiet" if note.still_holds else "care"))
        self._words.setText(note.words)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._words.text()) and not self._problem)
