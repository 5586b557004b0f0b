"""How the goals go on the day of a contact, inside its form: an entry of progress for each goal it worked on."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.short import goal_title
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON, Goal, Objective, Progress
from recovery_desktop.records.sessions import Contact, ContactObjective
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.progress_rulers import entry_of, progress_rulers
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.going_on import GoingScale
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, space


class _Line(QWidget):
    """One goal: its words, and the rulers of its entry of the day, which the first answer makes."""

    def __init__(self, keeper: Keeper, name: str) -> None:
        super().__init__()
        self.form = Form(keeper, Progress, name=name)
        self._title = text("", "voice", wrap=True)
        rulers = Columns(*progress_rulers(self.form, GoingScale), least=200)
        self._made: Any = None  # the entry that was made here
        self.setLayout(col(self._title, rulers, gap=4))
        self.form.row_made.connect(self._note_made)

    def _note_made(self, row: Record) -> None:
        self._made = row

    def show_goal(self, goal: Goal, contact: Contact) -> None:
        """Shows a goal and its entry of the contact's day."""
        self._title.setText(goal_title(as_entry(goal)))
        self._title.setFont(font("voice" if goal.own_words else "body"))
        if self._made is not None and self._made.goal_id != goal.id:
            self._made = None
        self.form.show(entry_of(goal, contact.held_on), goal, noted_on=contact.held_on)

    def follow_day(self, contact: Contact) -> None:
        """Takes what was entered here along to the contact's new day; other entries stay on theirs."""
        entry = self.form.row
        if entry is not None and entry == self._made:
            keeper = self.form.keeper
            keeper.attempt(lambda: keeper.save(entry, noted_on=contact.held_on))


class GoalsThatDay(QWidget):
    """The goals whose objectives were worked on, or while there are none, all that are going on."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._lines: list[_Line] = []
        self._shows_all: Record | None = None  # the contact for which all goals are shown
        self._rows = QVBoxLayout()
        self._all = button("", "link", does=self._show_all)
        self._all.setObjectName("contact.all_goals")
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(14))
        self.setLayout(col(text(_("How the goals go"), "strong"), hold(self._rows), self._all, gap=8))
        form.inside.append(self)
        form.shown.connect(self._show)
        form.saved.connect(self._follow)

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into an entry that is shown here."""
        shown = (line for line in self._lines if not line.isHidden())
        return any(line.form.reveal(model, number, field) for line in shown)

    def _follow(self, name: str) -> None:
        contact = self._form.row
        if isinstance(contact, Contact) and name == "held_on" and contact.held_on is not None:
            for line in self._lines:
                line.follow_day(contact)
        if name in ("held_on", ContactObjective.owner().listed_as):
            self._show(contact)

    def _show_all(self) -> None:
        self._shows_all = self._form.row
        self._show(self._form.row)
        if self._lines:
            self._lines[0].form.focus()

    def _show(self, shown_row: Record | None) -> None:
        contact: Any = shown_row
        going_on, worked_on = ([], set()) if contact is None or contact.held_on is None else _goals(contact)
        if contact != self._shows_all:
            self._shows_all = None
        shown = [goal for goal in going_on if goal.id in worked_on] if worked_on and not self._shows_all else going_on
        before = len(self._lines)
        while len(self._lines) < len(shown):
            line = _Line(self._form.keeper, f"goal_{len(self._lines) + 1}")
            self._lines.append(line)
            self._rows.addWidget(line)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_goal(shown[at], contact)
        words = _("All {count} goals").format(count=len(going_on))
        self._all.setText(words)
        self._all.setAccessibleName(words)
        self._all.setVisible(len(shown) < len(going_on))
        self.setVisible(bool(going_on))
        if len(self._lines) > before:
            tab_in_reading_order(self)


def _goals(contact: Contact) -> tuple[list[Goal], set[int]]:
    """The goals of the episode that are going on or have an entry of the day, and those that were worked on."""
    worked = Objective.select().join(ContactObjective).where(ContactObjective.contact == contact)
    of_day = (Progress.noted_on == contact.held_on) & Progress.objective.is_null()
    noted = Progress.select().join(Goal).where(of_day & (Goal.episode == contact.episode))
    touched = {row.goal_id for row in (*worked, *noted)}
    every = Goal.select().where(Goal.episode == contact.episode).order_by(Goal.position, Goal.id)
    return [goal for goal in every if goal.status in GOING_ON or goal.id in touched], touched
