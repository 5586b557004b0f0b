"""The codes that fit what daily life is short of; they are offered for the diagnoses, never entered by themselves."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.life import Z_CODES, SocialNeeds
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text


class FittingCodes(QWidget):
    """Follows the section on needs of daily life: a line for each need that is there."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._words = text("", "body", wrap=True)
        self._words.setObjectName("social_needs.codes")
        self.setLayout(col(text(_("Codes that fit, for the diagnoses"), "caption", "quiet"), self._words, gap=3))
        form.shown.connect(lambda _row: self._follow())
        form.saved.connect(lambda _name: self._follow())
        self.hide()

    def _follow(self) -> None:
        row = self._form.row
        fields = SocialNeeds.described()
        needs = [name for name in Z_CODES if row is not None and getattr(row, name) == "yes"]
        self._words.setText("\n".join(f"{Z_CODES[name]}  {fields[name].label}" for name in needs))
        self.setVisible(bool(needs))
