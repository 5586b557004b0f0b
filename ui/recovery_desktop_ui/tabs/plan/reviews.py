"""Reviews on the Plan tab: the next one due, short revisions because something happened, and those that were held."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.desk.next_version import begin_next, last_version
from recovery_desktop.desk.reviewing import SCHEDULED, begin_review, begin_revision
from recovery_desktop.plans.due import next_review
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.history import History
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.text import N_, _
from recovery_desktop.when import when
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.turns import Turns
from recovery_desktop_ui.tabs.plan.review_form import REVISIONS, ReviewForm

_NAMES = {
    "setback": N_("Setback or crisis"),
    "step_up": N_("More care"),
    "step_down": N_("Less care"),
    "new_diagnosis": N_("New diagnosis"),
    "life_event": N_("Life event"),
}
_SOON = 14  # days: what is nearer, or late, says how far it is


class Reviews(QWidget):
    """Begins reviews and the next version; the list below opens each into its steps."""

    go_to = Signal(object)  # Place
    begun = Signal(object)  # the Record of a version or a review that came to be

    def __init__(self, page: Sheet, turns: Turns) -> None:
        """`turns` are the page's: what is begun here is shown step by step, together with what follows from it."""
        super().__init__()
        self._keeper: Keeper = page.keeper
        self._episode: Episode | None = None
        self.rows = page.rows_below(
            PlanReview,
            the_episode,
            lambda form: ReviewForm(form, self.go_to.emit),
            review_words,
            add="",
        )
        self._turns = turns
        self._due = text("", "body", wrap=True)
        self._due.setObjectName("reviews.due")
        self._hold = button(_("Hold the review"), "plain", "calendar", does=self.hold_review)
        self._hold.setObjectName("reviews.hold")
        self._next = button(_("Begin the next version"), "plain", "plus", does=self.begin_version)
        self._next.setObjectName("reviews.next_version")
        revise = [button(_(_NAMES[cause]), "chip", does=partial(self.revise, cause)) for cause in REVISIONS]
        for cause, each in zip(REVISIONS, revise, strict=True):
            each.setObjectName(f"reviews.revise.{cause}")
            each.setAccessibleName(_("Short revision: {cause}").format(cause=each.text()))
        asks = _("Did something happen in between? A short revision leads through what to change:")
        about = text(asks, "body", "quiet", wrap=True)
        self._revise = hold(col(about, hold(Flow(*revise)), gap=6))
        actions = hold(Flow(self._hold, self._next))
        self.setLayout(col(heading(_("Reviews")), self._due, actions, self._revise, 4, self.rows, gap=8))

    def show_episode(self, episode: Episode, entry: Entry) -> None:
        """Says when the next review is, and offers what can be begun now."""
        self._episode = episode
        found = next_review(entry)
        day = found[0][found[1]] if found is not None else None
        far = when(day, today()) if day and (day - today()).days <= _SOON else ""
        words = _("Next review: {day}.").format(day=joined([long_date(day), far])) if day else ""
        self._due.setText(words or _("No day is set for the next review."))
        last = last_version(episode)
        self._revise.setVisible(last is not None)
        self._hold.setVisible(last is not None)
        self._next.setVisible(last is not None and last.status != "draft")

    def _by(self) -> str:
        counselor: Any = self._episode.counselor if self._episode is not None else None
        return str(counselor.name) if counselor is not None else ""

    def hold_review(self) -> None:
        """Opens the review that was begun and not held yet, or begins one for the day that is due."""
        rows: list[Any] = list(self.rows.rows)
        waiting = next((row for row in rows if row.held_on is None), None)
        if waiting is not None:
            self.rows.open_row(waiting.id)
        else:
            by = self._by()
            self._begin(
                _("begin a plan review"), lambda history, episode: begin_review(history, episode, SCHEDULED, by)
            )

    def revise(self, cause: str) -> None:
        """Begins a short revision, with the draft that takes up what changes."""
        by = self._by()
        words = _("begin a short revision")
        self._begin(words, lambda history, episode: begin_revision(history, episode, cause, by, today()))

    def begin_version(self) -> None:
        """Begins the draft of the next version, because of what the last review that was held was about."""
        reviews: list[Any] = list(self.rows.rows)
        held = [row for row in reviews if row.held_on is not None]
        last = max(held, key=lambda row: row.held_on, default=None)
        cause = last.cause if last is not None else SCHEDULED
        self._begin(_("begin the next version"), lambda history, ep: begin_next(history.add, ep, cause, today()))

    def _begin(self, words: str, begin: Callable[[History, Episode], Record]) -> None:
        if self._episode is None or not self._keeper.flush():
            return
        episode, made = self._episode, list[Record]()

        def change(history: History) -> list[Record]:
            made[:] = [begin(history, episode)]
            return made

        self._keeper.attempt(lambda: self._keeper.at_once(words, change))
        if made:
            self._turns.take(partial(self.begun.emit, made[0]))


def review_words(review: PlanReview) -> RowWords:
    """A review in one line: when it is due or was held, why, and what was decided."""
    fields = PlanReview.described()
    cause, decision = (fields[name].shown(getattr(review, name)) for name in ("cause", "decision"))
    held, due = review.held_on, review.due_on
    if held:
        title = _("Held {day}").format(day=short_date(held))
    else:
        title = _("Due {day}").format(day=short_date(due)) if due else _("Not held yet")
    version = _("version {n}").format(n=review.version_number) if review.version_number else ""
    following = _("next {day}").format(day=short_date(review.next_review_on)) if review.next_review_on else ""
    is_late = not held and due is not None and due < today()
    mark = "care" if is_late else "done" if held and review.decision else "started"
    return RowWords(title, joined([cause, version, decision], " · "), following, mark)
