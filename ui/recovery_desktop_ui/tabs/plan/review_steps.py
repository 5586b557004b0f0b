"""What a review leads to beside its own fields: safety first after a setback, what may change in care, the scores."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.figures import figure
from recovery_desktop.plans.changes.amount import amount_of
from recovery_desktop.plans.due import open_gates
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.safety_answers import is_private_step, private_action
from recovery_desktop.plans.scores import scores_over_time
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

GoTo = Callable[[Place], object]
_SAFETY = (
    ("overdose", N_("Overdose steps"), Place("aftercare", "overdose")),
    ("crisis", N_("Crisis steps"), Place("aftercare", "crisis")),
    ("gates", N_("Safety gates"), Place("therapies", "safety")),
)
_CARE = (
    ("level", N_("How much care"), Place("therapies", "how_much")),
    ("services", N_("Services and therapies"), Place("therapies", "services")),
    ("suggested", N_("Suggestions"), Place("therapies", "suggested")),
    ("diagnoses", N_("Diagnoses"), Place("diagnoses")),
    ("goals", N_("Goals"), Place("goals")),
)


class SafetyFirst(QWidget):
    """The safety steps that are open, and the ways to the plan for an overdose and a crisis."""

    def __init__(self, form: Form, go_to: GoTo) -> None:
        super().__init__()
        self._go_to = go_to
        self._open = QVBoxLayout()
        asks = _("Is the client safe now? Go through the steps together and mend what no longer fits.")
        about = text(asks, "body", "quiet", wrap=True)
        self.setLayout(col(about, self._open, hold(_ways("safety", _SAFETY, go_to)), gap=8))
        form.shown.connect(self._show)

    def _show(self, review: Any) -> None:
        clear(self._open)
        episode = running_episode(take(review.episode.client_id)) if review is not None else None
        for at, step in enumerate(open_gates(episode) if episode is not None else ()):
            words = private_action() if is_private_step(step) else short(step["action"] or step["finding"])
            place = Place(model=SafetyStep, number=step.number)
            line = button(words, "link", "shield-alert", tone="alarm", name=_("Open: {what}").format(what=words))
            line.clicked.connect(lambda _checked=False, where=place: self._go_to(where))
            line.setObjectName(f"review.gate{at}")
            self._open.addWidget(line)
        tab_in_reading_order(self)


class WhatChanges(QWidget):
    """How much care there is now, and the ways to where it is changed."""

    def __init__(self, form: Form, go_to: GoTo) -> None:
        super().__init__()
        self._now = text("", "body", wrap=True)
        self._now.setObjectName("review.care_now")
        about = text(
            _("Change it where it stands: the draft then says what is new, and why."), "body", "quiet", wrap=True
        )
        self.setLayout(col(self._now, about, hold(_ways("care", _CARE, go_to)), gap=8))
        form.shown.connect(self._show)

    def _show(self, review: Any) -> None:
        episode = running_episode(take(review.episode.client_id)) if review is not None else None
        amount = amount_of(episode).words if episode is not None else ""
        self._now.setText(_("Care now: {amount}.").format(amount=amount) if amount else "")
        self._now.setVisible(bool(amount))


def _ways(kind: str, ways: tuple[tuple[str, str, Place], ...], go_to: GoTo) -> Flow:
    made = []
    for key, words, place in ways:
        way = button(_(words), "plain")
        way.clicked.connect(lambda _checked=False, where=place: go_to(where))
        way.setObjectName(f"review.{kind}.{key}")
        made.append(way)
    return Flow(*made)


def scores_since(review: PlanReview) -> str:
    """The scores that were taken again since the version under review: “PHQ-9 from 9 to 5, GAD-7 from 14 to 11”."""
    version = PlanVersion.get_or_none(
        (PlanVersion.episode == review.episode) & (PlanVersion.number == review.version_number)
    )
    since = version.dated_on if version is not None else None
    said = []
    for series in scores_over_time(take(review.episode.client_id)):
        before = [value for day, value in series.readings if since is None or day <= since]
        later = [value for day, value in series.readings if since is None or day > since]
        first = before[-1:] or later[:1]
        if later and (before or len(later) > 1):
            words = _("{name} from {then} to {now}")
            said.append(words.format(name=series.name, then=figure(first[0]), now=figure(later[-1])))
    return _("Scores since: {scores}.").format(scores=joined(said)) if said else ""
