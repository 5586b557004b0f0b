"""The client's strengths as the assessment names them, to be taken into what a goal builds on."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from recovery_desktop.plans.phrases import sentences
from recovery_desktop.plans.short import short
from recovery_desktop.records.assessment import Assessment, Strength
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Goal
from recovery_desktop.text import ngettext
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import row


class KnownStrengths(QWidget):
    """A list of the strengths that the goal does not name yet; the chosen one's words go into the text above."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._offered: list[str] = []
        self._open = button("", "chip", "plus", does=self._offer)
        self._open.setObjectName("goal.known_strengths")
        self._menu = QMenu(self)
        self.setLayout(row(self._open, None))
        form.shown.connect(self._follow)
        form.saved.connect(lambda name: self._follow(form.row) if name == "builds_on" else None)

    def _follow(self, shown: Record | None) -> None:
        self._offered = _not_named(shown) if isinstance(shown, Goal) else []
        count = len(self._offered)
        words = ngettext("Take {count} known strength", "Take one of {count} known strengths", count)
        self._open.setText(words.format(count=count))
        self._open.setAccessibleName(words.format(count=count))
        self.setVisible(bool(self._offered))

    def _offer(self) -> None:
        self._menu.clear()
        for words in self._offered:
            self._menu.addAction(short(words).replace("&", "&&")).triggered.connect(partial(self._take, words))
        self._menu.popup(self._open.mapToGlobal(QPoint(0, self._open.height())))

    def _take(self, words: str) -> None:
        keeper, goal = self._form.keeper, self._form.row
        if isinstance(goal, Goal) and keeper.flush():
            keeper.attempt(lambda: keeper.save(goal, builds_on=sentences(goal.builds_on, words)))
            self._form.refresh()
            self._form.focus("builds_on")


def _not_named(goal: Goal) -> list[str]:
    """The strengths of the goal's episode that it does not name yet, each once."""
    rows = Strength.select().join(Assessment).where(Assessment.episode == goal.episode).order_by(Strength.position)
    named = goal.builds_on.casefold()
    return [words for words in dict.fromkeys(row.statement for row in rows) if words.casefold() not in named]
