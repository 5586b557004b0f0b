"""How the goals go on the day of a contact, inside its form: an entry of progress for each goal it worked on."""

import datetime
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.short import goal_title
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON, Goal, Objective, Progress
from recovery_desktop.records.history import History
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
        self.setLayout(col(self._title, rulers, gap=4))

    def show_goal(self, goal: Goal, contact: Contact) -> None:
        """Shows a goal and its entry of the contact's day."""
        self._title.setText(goal_title(as_entry(goal)))
        self._title.setFont(font("voice" if goal.own_words else "body"))
        self.form.show(entry_of(goal, contact.held_on), goal, noted_on=contact.held_on)

    def clear(self) -> None:
        """Lets go of the goal and its entry: the next contact may be another client's."""
        self._title.setText("")
        self.form.show(None)


class GoalsThatDay(QWidget):
    """The goals whose objectives were worked on, or while there are none, all that are going on."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._lines: list[_Line] = []
        self._contact: int | None = None  # the number of the contact that is shown; what follows is about it
        self._day: datetime.date | None = None  # its day, or while it has none, the day that it had
        self._made: set[int] = set()  # the entries that were made here
        self._shows_all = False
        self._rows = QVBoxLayout()
        self._all = button("", "link", does=self._show_all)
        self._all.setObjectName("contact.all_goals")
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(14))
        self.setLayout(col(text(_("How the goals go"), "strong"), hold(self._rows), self._all, gap=8))
        form.inside.append(self)
        form.save_by["held_on"] = self._save_day
        form.shown.connect(self._show)
        form.saved.connect(self._follow)

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into an entry that is shown here."""
        return any(line.form.reveal(model, number, field) for line in self._lines)

    # -- the day

    def _save_day(self, contact: Any, *, visit: object, held_on: datetime.date | None) -> None:
        """Saves the contact's day, and takes along what was entered here, as one change."""
        keeper = self._form.keeper
        entries = self._to_move(contact, held_on) if held_on is not None else []
        if not entries:
            keeper.save(contact, visit=visit, held_on=held_on)
            return

        def move(history: History) -> Sequence[Record]:
            history.save(contact, held_on=held_on)
            for entry in entries:
                history.save(entry, noted_on=held_on)
            return [*entries, contact]

        keeper.at_once(_("move a contact to another day"), move)

    def _to_move(self, contact: Contact, day: datetime.date) -> list[Progress]:
        """The entries made here that are still of the contact's day, but for goals that have one on the new day."""
        if contact.id != self._contact or day == self._day:
            return []
        made = Progress.select().join(Goal).where(Progress.id.in_(self._made) & (Goal.episode == contact.episode))
        of_day = made.where((Progress.noted_on == self._day) & Progress.objective.is_null())
        return [entry for entry in of_day if entry_of(entry.goal, day) is None]

    def _attend_to(self, contact: Any) -> None:
        """Forgets what was of another contact."""
        number = contact.id if contact is not None else None
        if number != self._contact:
            self._contact, self._day, self._made, self._shows_all = number, None, set(), False
        if contact is not None and contact.held_on is not None:
            self._day = contact.held_on

    # -- showing

    def _follow(self, name: str) -> None:
        if name in ("held_on", ContactObjective.owner().listed_as):
            self._show(self._form.row)

    def _show_all(self) -> None:
        self._shows_all = True
        self._show(self._form.row)
        if self._lines:
            self._lines[0].form.focus()

    def _show(self, shown_row: Record | None) -> None:
        contact: Any = shown_row
        self._attend_to(contact)
        going_on, worked_on = ([], set()) if contact is None or contact.held_on is None else _goals(contact)
        shown = [goal for goal in going_on if goal.id in worked_on] if worked_on and not self._shows_all else going_on
        before = len(self._lines)
        while len(self._lines) < len(shown):
            self._add_line()
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_goal(shown[at], contact)
            else:
                line.clear()
        words = _("All {count} goals").format(count=len(going_on))
        self._all.setText(words)
        self._all.setAccessibleName(words)
        self._all.setVisible(len(shown) < len(going_on))
        self.setVisible(bool(going_on))
        if len(self._lines) > before:
            tab_in_reading_order(self)

    def _add_line(self) -> None:
        line = _Line(self._form.keeper, f"goal_{len(self._lines) + 1}")
        line.form.row_made.connect(lambda entry: self._made.add(entry.id))
        self._lines.append(line)
        self._rows.addWidget(line)


def _goals(contact: Contact) -> tuple[list[Goal], set[int]]:
    """The goals of the episode that are going on or have an entry of the day, and those that were worked on."""
    worked = Objective.select().join(ContactObjective).where(ContactObjective.contact == contact)
    of_day = (Progress.noted_on == contact.held_on) & Progress.objective.is_null()
    noted = Progress.select().join(Goal).where(of_day & (Goal.episode == contact.episode))
    touched = {row.goal_id for row in (*worked, *noted)}
    every = Goal.select().where(Goal.episode == contact.episode).order_by(Goal.position, Goal.id)
    return [goal for goal in every if goal.status in GOING_ON or goal.id in touched], touched
