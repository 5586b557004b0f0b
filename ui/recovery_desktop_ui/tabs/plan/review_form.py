"""The form of a review: a few steps below each other; which ones there are follows from why the plan is looked at."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.desk.next_version import draft_of
from recovery_desktop.desk.reviewing import hold as hold_review
from recovery_desktop.desk.reviewing import set_next
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.layouts import Item, col, hold
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.plan.review_goals import GoalLines
from recovery_desktop_ui.tabs.plan.review_steps import GoTo, SafetyFirst, WhatChanges, scores_since

REVISIONS = ("setback", "step_up", "step_down", "new_diagnosis", "life_event")
"""Why a plan is revised in between, in short; a crisis goes the way of a setback."""
_URGENT = ("setback", "crisis")


class _Step(QWidget):
    """A numbered step; those that are not wanted do not count."""

    def __init__(self, *parts: Item) -> None:
        super().__init__()
        self.title = text("", "strong", wrap=True)
        self.setLayout(col(self.title, *parts, gap=10))


class ReviewForm(QWidget):
    """Everything is kept as it is typed: a review that was left half done is found again as it was."""

    def __init__(self, form: Form, go_to: GoTo) -> None:
        super().__init__()
        self._form = form
        form.save_by = {"held_on": self._save_held, "next_review_on": self._save_next, "cause": self._save_cause}
        self._scores = text("", "body", wrap=True)
        self._scores.setObjectName("review.scores")
        self._happened = _Step(form.field("progress"))
        self._safety = _Step(SafetyFirst(form, go_to))
        self._care = _Step(WhatChanges(form, go_to))
        self._goals = _Step(self._scores, GoalLines(form, go_to))
        self._view = _Step(
            form.field("client_view"),
            form.field("satisfaction"),
            form.field("would_help_more"),
        )
        decision = form.field("decision", editor=SegmentsEditor(PlanReview.decision))
        self._decision = _Step(decision, form.field("decision_reason"), form.field("next_review_on"))
        dates = across(form, "due_on", "held_on", "held_by", least=170)
        head = across(form, "cause", "version_number", least=170)
        steps = (self._happened, self._safety, self._care, self._goals, self._view, self._decision)
        self.setLayout(col(hold(col(head, dates, gap=14)), *steps, gap=24))
        form.shown.connect(self._show)

    def _show(self, review: Any) -> None:
        cause = review.cause if review is not None else ""
        self._safety.setVisible(cause in _URGENT)
        self._care.setVisible(cause in (*REVISIONS, *_URGENT))
        scores = scores_since(review) if review is not None else ""
        self._scores.setText(scores)
        self._scores.setVisible(bool(scores))
        self._number_steps(cause)

    def _number_steps(self, cause: str) -> None:
        is_revision = cause in (*REVISIONS, *_URGENT)
        happened = _("What happened, and how it has gone") if is_revision else _("How it has gone")
        titles = (
            (self._happened, happened),
            (self._safety, _("Safety first")),
            (self._care, _("What changes in the care")),
            (self._goals, _("Which goals stay, change, rest or end")),
            (self._view, _("In the client's words")),
            (self._decision, _("How it goes on, and when it is looked at next")),
        )
        shown = [(step, words) for step, words in titles if not step.isHidden()]
        for number, (step, words) in enumerate(shown, 1):
            step.title.setText(_("{number}. {step}").format(number=number, step=words))

    # -- what follows from a field is saved with it, as one step

    def _save_held(self, review: Any, *, visit: object, held_on: Any) -> None:
        def change(history: Any) -> list[Any]:
            hold_review(history, review, held_on)
            return [review]

        self._form.keeper.at_once(_("hold a plan review"), change)

    def _save_next(self, review: Any, *, visit: object, next_review_on: Any) -> None:
        def change(history: Any) -> list[Any]:
            set_next(history, review, next_review_on)
            return [review]

        self._form.keeper.at_once(_("set the next plan review"), change)

    def _save_cause(self, review: Any, *, visit: object, cause: str) -> None:
        """A draft that was begun for the same reason goes along."""
        before, keeper = review.cause, self._form.keeper
        draft = draft_of(review.episode)
        with keeper.history.group(_("say why the plan is reviewed")):
            keeper.save(review, cause=cause)
            if draft is not None and draft.number > 1 and draft.reason == before:
                keeper.save(draft, reason=cause)
        self._show(review)
