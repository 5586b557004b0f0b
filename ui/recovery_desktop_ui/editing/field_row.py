"""A field of a record on a page: its label above, its editor, and one line below for help or for what is wrong."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.records.base import Ref
from recovery_desktop.records.checks import NotKept
from recovery_desktop.records.fields import Described
from recovery_desktop_ui.editing.note_below import NoteBelow
from recovery_desktop_ui.parts.editors.base import Editor, NotYet
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text

if TYPE_CHECKING:
    from recovery_desktop_ui.editing.form import Form


class FieldRow(QWidget):
    """One field; it belongs to a form, which knows the record.

    A bare one is its editor alone, for a line of words or a grid that says elsewhere what the field is; what is
    wrong with it then stands in a `SharedNote`.
    """

    told = Signal(str)  # what is wrong with the field, or nothing

    def __init__(
        self, form: "Form", name: str, described: Described | Ref, editor: Editor, label: str, *, bare: bool = False
    ) -> None:
        super().__init__()
        self.form, self.name, self.described, self.editor = form, name, described, editor
        self.label = label
        self._visit = object()
        self._help = described.help if isinstance(described, Described) else ""
        self._below = None if bare else NoteBelow()
        self._compose()
        editor.set_label(label)
        editor.edited.connect(self._edited)
        editor.left.connect(self._left)
        self.set_problem("")

    def _compose(self) -> None:
        if self._below is None:
            self.setLayout(col(self.editor, gap=0))
            return
        head = text(self.label, "caption", "quiet")
        head.setBuddy(self.editor.target())
        self.setLayout(col(head, self.editor, self._below, None, gap=3))

    # -- filling

    def put(self, value: Any, typed: str | None = None) -> None:
        """Shows the record's value, or a text that was kept because it is none yet."""
        self._visit = object()
        if typed is None:
            self.editor.put(value)
            self.set_problem("")
        else:
            self.editor.put_typed(typed)
            self._judge()

    def set_problem(self, problem: str) -> None:
        """Says below the field what is wrong with it; its help stands there otherwise."""
        if self._below is not None:
            self._below.say(problem, self._help)
        self.editor.set_note(problem or self._help, bool(problem))
        self.told.emit(problem)

    # -- saving

    def save(self) -> None:
        """Saves the value, or keeps what is typed as a draft while it is none."""
        try:
            self.form.keep(self, self.editor.value(), self._visit)
        except (NotYet, NotKept):
            self.form.keep_unfinished(self)
            if not self._has_focus():
                self._judge()
        except KnownError:
            raise
        except Exception:
            self.form.keep_unfinished(self)  # a mistake of the program: the text at least stays
            raise
        else:
            self.set_problem("")

    def _judge(self) -> None:
        """Says what is wrong, if anything: on leaving and on filling, never while somebody types."""
        try:
            self.form.check(self, self.editor.value())
        except NotYet as error:
            self.set_problem(error.problem)
        except NotKept as error:
            self.set_problem(error.problems.get(self.name, error.cause))
        else:
            self.set_problem("")

    def _edited(self) -> None:
        self.form.keeper.note(self)

    def _left(self) -> None:
        self.form.keeper.flush()
        self._judge()
        self._visit = object()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
