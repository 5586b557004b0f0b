"""A goal in full: its thread, the client's words, what it rests on, its steps, and how it goes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON, Goal, GoalNeed, Intervention, Need, Objective, Progress
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.editing.thread import Thread
from recovery_desktop_ui.editing.ties import Ties
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.layouts import Columns, col, hold, rule
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.goals import goal_parts
from recovery_desktop_ui.tabs.goals.progress import ProgressPart, progress_form, progress_words
from recovery_desktop_ui.tabs.goals.prompts import Prompts
from recovery_desktop_ui.tabs.goals.same_words import SameWords
from recovery_desktop_ui.tabs.goals.status_history import Standing, note_reason, note_status, standing_of
from recovery_desktop_ui.tabs.goals.strengths import KnownStrengths
from recovery_desktop_ui.tabs.goals.threads import STAGES, stages_of


class GoalSheet(Sheet):
    """Shows one goal, or an empty form whose first words make one."""

    made = Signal(object)  # the goal that came to be

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.goal: Goal | None = None
        self.form = self.form_of(Goal, self._find)
        self.form.row_made.connect(self.made)
        self._was = Standing()
        self.form.shown.connect(self._note_shown)
        self.form.saved.connect(self._note_saved)
        about = _("How this goal hangs together: finding, need, goal, objective, service, progress")
        self.chain = Thread(about, STAGES)
        self._why = text("", "body", "quiet", wrap=True)
        self.prompts = Prompts()
        parts = (*self._words(), *self._grounds(), *self._rulers(), *self._standing())
        self._below = hold(col(rule(), self._objectives(), self._interventions(), rule(), self._progress(), gap=20))
        self.setLayout(col(self.chain, *parts, self._below, None, gap=16, pad=(28, 20, 32, 24)))
        tab_in_reading_order(self)

    def _find(self, _opened: OpenClient) -> Record | None:
        return self.goal

    # -- composing

    def _words(self) -> tuple[QWidget, ...]:
        own, clinical = self.form.field("own_words"), self.form.field("statement")
        approach = self.form.field("approach", editor=SegmentsEditor(Goal.approach))
        words = Columns(own, clinical, least=216, gap=16, shares=(2, 3))
        words_and_note = hold(col(words, SameWords(self.form, "statement"), gap=3))
        return words_and_note, self.prompts, self.form.field("why_it_matters"), approach

    def _grounds(self) -> tuple[QWidget, ...]:
        needs = Ties(self.form, GoalNeed, _("Needs it answers"), _needs)
        domains = self.form.field("domains")
        both = Columns(self.form.field("builds_on"), self.form.field("barriers"), least=216, gap=16)
        return needs, domains, both, KnownStrengths(self.form)

    def _rulers(self) -> tuple[QWidget, ...]:
        importance = self.form.field("importance", ends=(_("not at all"), _("most of all")))
        confidence = self.form.field("confidence", ends=(_("not at all"), _("certain")))
        return Columns(importance, confidence, least=216, gap=32), self._why

    def _standing(self) -> tuple[QWidget, ...]:
        fields = (self.form.field(name) for name in ("target_on", "status", "status_on"))
        where = Columns(*fields, least=170, gap=16)
        self._reason = self.form.field("status_reason")
        self._reason.editor.left.connect(self._keep_reason)
        return where, self._reason

    def _objectives(self) -> QWidget:
        self.objectives = self.rows_below(
            Objective,
            self._find,
            goal_parts.objective_form,
            goal_parts.objective_words,
            add=_("Add an objective"),
            empty=_("Steps that can be measured, each with a date: from where, to where, until when."),
        )
        return hold(col(heading(_("Objectives")), self.objectives, gap=6))

    def _interventions(self) -> QWidget:
        self.interventions = self.rows_below(
            Intervention,
            self._find,
            goal_parts.intervention_form,
            goal_parts.intervention_words,
            add=_("Add what is done"),
            empty=_("What is done for this goal, by whom, how often and for how long."),
        )
        return hold(col(heading(_("What we do")), self.interventions, gap=6))

    def _progress(self) -> QWidget:
        self.entries = self.rows_below(
            Progress,
            self._find,
            progress_form,
            progress_words,
            add=_("Add an entry of another day"),
            order="-noted_on",
            brief=True,
        )
        self.progress = ProgressPart(self.keeper, self.entries)
        return self.progress.widget

    # -- showing

    def show_goal(self, goal: Goal | None, opened: OpenClient, **begun: object) -> None:
        """Shows a goal, or with None room for a new one that starts with the values of `begun`."""
        self.goal = goal
        if goal is None:
            self.form.show(None, opened.episode, **begun)
        else:
            self.fill(opened)
            self.progress.show_goal(goal)
        self.prompts.show_episode(episode_entry(opened) if goal is None or not goal.own_words else None)
        self.show_parts()

    def show_parts(self) -> None:
        """Hides what can only stand below a goal that is there."""
        self.chain.setVisible(self.goal is not None)
        self._below.setVisible(self.goal is not None)

    def show_made(self, goal: Goal, opened: OpenClient) -> None:
        """The goal has come to be: what stands below it is shown, the form stays as it is."""
        self.goal = goal
        self.prompts.show_episode(None)
        for rows in (self.objectives, self.interventions, self.entries):
            rows.show_rows(goal)
        self.progress.show_goal(goal)
        self.show_parts()

    def show_thread(self, goal: Entry) -> None:
        """Shows how the goal hangs together now."""
        self.chain.show_stages(stages_of(goal))

    def begin_stage(self, key: str) -> None:
        """Goes to where what is missing on the thread is entered."""
        if key == "objective":
            self.objectives.add()
        elif key == "service":
            self.interventions.add()
        elif key == "progress":
            self.progress.form.focus("client_rating")

    def _note_shown(self, row: Record | None) -> None:
        self._was = standing_of(row) if isinstance(row, Goal) else Standing()
        self._follow()

    def _note_saved(self, name: str) -> None:
        """What became of the goal goes among its entries."""
        if self.goal is not None and name == "status":
            goal = Goal.get_by_id(self.goal.id)
            self.keeper.attempt(lambda: note_status(self.keeper, goal, self._was, today()))
            self._renew_entries(goal)
        self._follow()

    def _keep_reason(self) -> None:
        """Once the reason is written, it stands beside what became of the goal."""
        goal = Goal.get_or_none(Goal.id == self.goal.id) if self.goal is not None else None
        if goal is not None and goal.status_reason != self._was.reason:
            self.keeper.attempt(lambda: note_reason(self.keeper, goal, self._was))
            self._renew_entries(goal)

    def _renew_entries(self, goal: Goal) -> None:
        self._was = standing_of(goal)
        self.form.refresh()
        self.progress.show_goal(goal)
        self.entries.refresh()

    def _follow(self) -> None:
        """What the rulers make one ask, and the reason only where the status wants one."""
        row = self.form.row
        confidence = row.confidence if isinstance(row, Goal) else None
        asks = _("Why {number} and not {less}? Ask, and write down the answer: it is the client's own reason to go on.")
        self._why.setText(asks.format(number=confidence, less=confidence - 1) if confidence else "")
        self._why.setVisible(bool(confidence))
        self._reason.setVisible(isinstance(row, Goal) and bool(row.status not in GOING_ON or row.status_reason))


def _needs(goal: Any) -> Sequence[tuple[Record, str]]:
    query = Need.select().where(Need.episode == goal.episode_id).order_by(Need.position, Need.id)
    return [(each, each.statement) for each in query]
