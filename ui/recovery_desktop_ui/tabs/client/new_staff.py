"""Adding a staff member on the spot, where one is to be chosen."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.practice import Staff
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order


class NewStaff(QWidget):
    """A link that opens a few fields for a new staff member, who can be chosen in a form from then on."""

    def __init__(self, keeper: Keeper, chosen_in: Form) -> None:
        super().__init__()
        self._form = Form(keeper, Staff, name="new_staff")
        self._open = button(_("Add a staff member"), "link", "user-plus", does=self.open)
        self._open.setObjectName("new_staff.open")
        close = button(_("Close"), "link", does=self.close_form)
        close.setObjectName("new_staff.close")
        content = across(self._form, "name", "credential", "role", least=180)
        self._card = Card(col(content, row(close, None), gap=10, pad=(0, 6, 0, 6)))
        self._card.hide()
        self._form.saved.connect(lambda _name: chosen_in.renew_options())
        self._form.row_made.connect(lambda _row: chosen_in.renew_options())
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
