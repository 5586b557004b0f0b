"""The goals in a review: how each has gone since, what is decided about it, and a note; what is decided is its status
on the Goals page as well."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.goal_course import ratings
from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.reviews import GoalReview, PlanReview
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.editors.text import TextEditor
from recovery_desktop_ui.parts.layouts import Columns, beside, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, space
from recovery_desktop_ui.tabs.goals.status_history import note_status, standing_of

STATES = {"met": "met", "pause": "paused", "drop": "dropped"}
"""By decision what the goal is from then on; the others leave it as it is."""


class GoalLine(QWidget):
    """One goal of a review."""

    def __init__(self, keeper: Keeper, at: int, go_to: Callable[[Place], object]) -> None:
        super().__init__()
        self._keeper = keeper
        self.form = Form(keeper, GoalReview, name=f"goal_review{at}")
        self._title, self._course = text("", "voice", wrap=True), text("", "body", "quiet", wrap=True)
        self._open = button(_("Open"), "link", does=lambda: self._go(go_to))
        self._open.setObjectName(f"goal_review{at}.open")
        head = beside(self._title, hold(col(self._open, None, gap=0)))
        decision = self.form.field("decision", editor=SegmentsEditor(GoalReview.decision))
        self.form.save_by = {"decision": self._decide, "note": self._note}
        note = self.form.field("note", editor=TextEditor(GoalReview.note, fewest=1))
        both = Columns(decision, note, least=300, gap=16, shares=(2, 3))
        self.setLayout(col(head, self._course, both, gap=4))

    def show_line(self, line: GoalReview, goal: Goal, course: str) -> None:
        self._title.setText(goal_title(as_entry(goal)))
        self._title.setFont(font("voice" if goal.own_words else "body"))
        self._open.setAccessibleName(_("Open: {what}").format(what=self._title.text()))
        self._course.setText(course)
        self._course.setVisible(bool(course))
        self.form.rows["decision"].editor.set_label(_("Decision: {goal}").format(goal=self._title.text()))
        self.form.show(line)

    def _go(self, go_to: Callable[[Place], object]) -> None:
        line: Any = self.form.row
        if line is not None:
            go_to(Place(model=Goal, number=line.goal_id))

    def _decide(self, line: Any, *, visit: object, decision: str) -> None:
        """The decision and what the goal is by it, as one step."""
        goal = Goal.get_by_id(line.goal_id)
        becomes, was = STATES.get(decision), STATES.get(line.decision)
        taken_back = becomes is None and was is not None and goal.status == was
        with self._keeper.history.group(_("decide about a goal")):
            self._keeper.save(line, decision=decision)
            if becomes or taken_back:
                standing = standing_of(goal)
                reason = {"status_reason": line.note} if becomes and line.note else {}
                self._keeper.save(goal, status=becomes or "active", **reason)
                note_status(self._keeper, goal, standing, today())

    def _note(self, line: Any, *, visit: object, note: str) -> None:
        """The note, which is the reason of a goal that came to its end here, unless it has another."""
        goal, before = Goal.get_by_id(line.goal_id), line.note
        self._keeper.save(line, visit=visit, note=note)
        if STATES.get(line.decision) == goal.status and goal.status_reason in ("", before):
            with self._keeper.history.along_with_last():
                self._keeper.save(goal, status_reason=note)


class GoalLines(QWidget):
    """All goals of the review that a form shows."""

    def __init__(self, form: Form, go_to: Callable[[Place], object]) -> None:
        super().__init__()
        self._form, self._go_to = form, go_to
        self._lines: list[GoalLine] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(16))
        form.inside.append(self)
        form.shown.connect(self._show)

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        return any(not line.isHidden() and line.form.reveal(model, number, field) for line in self._lines)

    def _show(self, review: Any) -> None:
        rows = _lines_of(review) if review is not None else []
        record = take(review.episode.client_id) if rows else None
        goals = {each.number: each for each in record.walk() if each.model is Goal} if record is not None else {}
        before = len(self._lines)
        while len(self._lines) < len(rows):
            self._lines.append(GoalLine(self._form.keeper, len(self._lines), self._go_to))
            self._rows.addWidget(self._lines[-1])
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(rows))
            if at < len(rows):
                line.show_line(rows[at], rows[at].goal, _course(goals[rows[at].goal_id]))
            else:
                line.form.show(None)  # the next review may be another client's
        if len(self._lines) > before:
            tab_in_reading_order(self)


def _lines_of(review: PlanReview) -> list[Any]:
    rows = GoalReview.select().where((GoalReview.review == review) & GoalReview.goal.is_null(False))
    return list(rows.order_by(GoalReview.position, GoalReview.id))


def _course(goal: Entry) -> str:
    """How the client rated it first and last."""
    rated = ratings(goal)
    if not rated:
        return ""
    if len(rated) == 1:
        return _("The client's rating: {now} of 10").format(now=rated[0][1])
    return _("The client's rating: from {then} to {now} of 10").format(then=rated[0][1], now=rated[-1][1])
