"""What the Care Intensity Guide says to the five answers of a decision, followed as they are changed."""

import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.client import LevelOfCare
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.practice_rules import PracticeRules, practice_rules
from recovery_desktop_ui.parts.background import Latest
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import clear, col
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

if TYPE_CHECKING:
    from recovery_desktop.guidance import Intensity

QUESTIONS = ("stopping_safely", "body", "mind_and_safety", "pull_back_to_use", "home_and_days")


class GuideSays(QWidget):
    """The setting by these answers and what would change it; a button enters it as what was suggested."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._found: Intensity | None = None
        self._asking = Latest(self)
        self._says = text("", "strong", wrap=True)
        self._says.setObjectName("level_of_care.guide")
        self._rule = text("", "body", "quiet", wrap=True)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(3)
        self._enter = button(_("Enter it as suggested"), "plain", "check", does=self._take)
        self._enter.setObjectName("level_of_care.take_guide")
        self.setLayout(
            col(text(_("By these answers"), "caption", "quiet"), self._says, self._rule, self._enter, self._changes)
        )
        form.shown.connect(lambda _row: self._ask())
        form.saved.connect(lambda name: self._ask() if name in QUESTIONS else self._offer())
        self.hide()

    def _ask(self) -> None:
        """In another thread: the rules may have to be read first."""
        self._asking.let_go()
        row = self._form.row
        if not isinstance(row, LevelOfCare):
            self.hide()
            return
        record, day, rules = take(row.episode.client_id), today(), practice_rules()
        answers = {name: getattr(row, name) for name in QUESTIONS if getattr(row, name)}
        self._asking.run(lambda _task: _guided(record, day, rules, answers), self._hear)

    def _hear(self, found: "Intensity") -> None:
        self._found = found
        setting = self._found.setting_words
        self._says.setText(setting[:1].upper() + setting[1:])
        words = _("Rule {number} of the guide: {words}")
        has_rule = self._found.rule is not None and bool(self._found.setting)
        self._rule.setText(words.format(number=self._found.rule, words=self._found.rule_words) if has_rule else "")
        self._rule.setVisible(has_rule)
        clear(self._changes)
        for line in self._found.would_change:
            self._changes.addWidget(text(f"{line[:1].upper()}{line[1:]}", "caption", "quiet", wrap=True))
        self._offer()
        self.show()
        tab_in_reading_order(self)

    def _suggested(self) -> dict[str, Any]:
        assert self._found is not None
        found = self._found
        values = {"guide_edition": found.edition, "guide_rule": found.rule, "recommended": found.setting}
        return {**values, "withdrawal_suggested": found.withdrawal}

    def _offer(self) -> None:
        row = self._form.row
        if row is not None and self._found is not None:
            self._enter.setVisible(any(getattr(row, name) != held for name, held in self._suggested().items()))

    def _take(self) -> None:
        """As one step to undo."""
        row, keeper = self._form.row, self._form.keeper
        if row is not None and keeper.flush():
            with keeper.history.group(_("enter what the guide suggests")):
                keeper.attempt(lambda: keeper.save(row, **self._suggested()))
            self._form.refresh()
            self._offer()


def _guided(record: Entry, day: datetime.date, rules: PracticeRules, answers: dict[str, str]) -> "Intensity":
    from recovery_desktop.guidance import guidance_for

    return guidance_for(record, day, rules.book(), answers=answers).intensity
