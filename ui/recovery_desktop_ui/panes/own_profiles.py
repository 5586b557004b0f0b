"""The form of a practice's own rule profile: its text, and what is wrong in it, by line and reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.profile_reading import profile
from recovery_desktop.plans.readiness_checks.registry import CHECKS
from recovery_desktop.records.base import Record
from recovery_desktop.records.history import History
from recovery_desktop.records.practice import OwnProfile, Practice
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.layouts import clear, col
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text


class OwnProfileForm(QWidget):
    """Name, text, and below it what cannot be read, or how many rules can be used."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._found = QVBoxLayout()
        self._found.setSpacing(3)
        checks = _("A rule may use these checks: {names}.").format(names=", ".join(CHECKS))
        about = text(checks, "caption", "quiet", wrap=True)
        self.setLayout(col(form.field("name"), form.field("profile"), self._found, about, gap=12))
        form.save_by["name"] = self._rename
        form.shown.connect(lambda _row: self._look())
        form.saved.connect(lambda _name: self._look())

    def _look(self) -> None:
        clear(self._found)
        shown = self._form.row
        if not isinstance(shown, OwnProfile) or not shown.profile:
            return
        read = profile(shown.name, shown.profile, is_own=True)
        for problem in read.problems:
            self._found.addWidget(text(str(problem), "body", "care", wrap=True))
        count = len(read.rules)
        words = ngettext("{count} rule can be used.", "{count} rules can be used.", count).format(count=count)
        self._found.addWidget(text(words, "body", "quiet"))

    def _rename(self, row: Any, *, visit: object, name: str) -> None:
        """A practice that goes by these rules goes on to do so under their new name; both are one change."""
        practice = Practice.get()
        if practice.rule_profile != row.name or name == row.name:
            self._form.keeper.save(row, visit=visit, name=name)
            return

        def rename(history: History) -> Sequence[Record]:
            history.save(row, name=name)
            history.save(practice, rule_profile=name)
            return [practice, row]

        self._form.keeper.at_once(_("rename rules for plans"), rename)


def own_profile_words(one: OwnProfile) -> RowWords:
    """A profile in one line: how many of its rules can be used, and whether something in it cannot be read."""
    read = profile(one.name, one.profile, is_own=True)
    words = ngettext("{count} rule", "{count} rules", len(read.rules)).format(count=len(read.rules))
    if read.problems:
        return RowWords(one.name, str(read.problems[0]), words, "care", tone="care")
    return RowWords(one.name, "", words, "done" if read.rules else "empty")
