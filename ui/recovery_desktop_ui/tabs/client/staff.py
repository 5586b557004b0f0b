"""Choosing a staff member, and adding one on the spot."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.practice import Staff
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.editors.ref import RefEditor
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order


def staff_field(form: Form, name: str) -> FieldRow:
    """A pointer to somebody of the staff who has not left, or to whom the record names already."""
    return form.field(name, options=lambda: staff_options(getattr(form.row, f"{name}_id", None)))


def staff_options(named: int | None = None) -> Sequence[tuple[int | None, str]]:
    """The staff to choose from, by number and words."""
    here = [one for one in Staff.select().order_by(Staff.position, Staff.id) if one.id == named or not _has_left(one)]
    return [(one.id, joined([one.name, one.credential])) for one in here]


def _has_left(one: Any) -> bool:
    return one.left_on is not None and one.left_on <= today()


class NewStaff(QWidget):
    """A link that opens a few fields for a new staff member, who can be chosen in `fields` from then on."""

    def __init__(self, keeper: Keeper, *fields: FieldRow) -> None:
        super().__init__()
        self._fields = fields
        self._form = Form(keeper, Staff, name="new_staff")
        self._open = button(_("Add a staff member"), "link", "user-plus", does=self.open)
        self._open.setObjectName("new_staff.open")
        close = button(_("Close"), "link", does=self.close_form)
        close.setObjectName("new_staff.close")
        content = across(self._form, "name", "credential", "role", least=180)
        self._card = Card(col(content, row(close, None), gap=10, pad=(0, 6, 0, 6)))
        self._card.hide()
        self._form.saved.connect(lambda _name: self._offer())
        self._form.row_made.connect(lambda _row: self._offer())
        self.setLayout(col(row(self._open, None), self._card, gap=6))
        tab_in_reading_order(self)

    def open(self) -> None:
        """Shows empty fields, with the cursor in the first."""
        self._form.show(None)
        self._card.show()
        self._form.focus()

    def close_form(self) -> None:
        """Hides the fields again."""
        if self._form.keeper.flush():
            self._card.hide()
            self._open.setFocus()

    def _offer(self) -> None:
        for field in self._fields:
            editor = field.editor
            assert isinstance(editor, RefEditor)
            editor.set_options(staff_options(getattr(field.form.row, f"{field.name}_id", None)))
