"""The page of the Plan tab: versions first, the document one key away."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row, scrolling
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.plan.document import PlanDocumentView
from recovery_desktop_ui.tabs.plan.loose_ends import LooseEnds
from recovery_desktop_ui.tabs.plan.reviews import Reviews
from recovery_desktop_ui.tabs.plan.version_timeline import VersionTimeline
from recovery_desktop_ui.tabs.plan.versions import version_form, version_words
from recovery_desktop_ui.tabs.plan.what_is_new import WhatIsNew

FrozenBefore = Callable[[Entry], Entry | None]
"""The client's whole record as the version before a given one froze it; None where there is none."""

EMPTY = N_(
    "A version says when the plan was made, why, and how the client took part. "
    "What it plans comes from the other tabs: preview it at any time."
)

_BEFORE = Before(
    "file-text",
    N_("What did we agree on?"),
    N_("The plan gathers what the other tabs hold, for one episode of care. Begin with the episode."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)


class PlanPage(Page):
    """Versions, and the preview of the current plan."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._versions = self.rows_below(
            PlanVersion, the_episode, version_form, version_words, add=_("Add a version"), empty=_(EMPTY)
        )
        self._versions.counted.connect(lambda _count: self._renew())
        self._first = button(_("Begin the first version"), "plain", "plus", does=self._begin)
        self._first.setObjectName("plan.begin")
        self._loose = LooseEnds()
        self._loose.go_to.connect(self.go_to)
        self.reviews, self._new, self._timeline = Reviews(self), WhatIsNew(keeper), VersionTimeline()
        self.reviews.begun.connect(self._fill_again)
        self._new.again.connect(self._show_what_is_new)
        for part in (self.reviews, self._new):
            part.go_to.connect(self.go_to)
        self.frozen_before: FrozenBefore = lambda _version: None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_what_is_new)
        keeper.changed.connect(self._follow)
        self._document: PlanDocumentView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._compose())
        self._beginning = Beginning(self, _BEFORE, self._stack)
        self.setLayout(col(self._stack, self._beginning, gap=0))
        tab_in_reading_order(self)

    def _compose(self) -> QWidget:
        preview = button(_("Preview the plan"), "primary", "file-text", does=lambda: self.preview())
        preview.setObjectName("plan.preview")
        save = button(_("Save as PDF…"), "plain", "download", does=self.save_as)
        save.setObjectName("plan.save_as")
        prints = button(_("Print…"), "plain", "printer", does=self.print)
        prints.setObjectName("plan.print")
        about = text(_("The document is made from the record as it is now."), "body", "quiet", wrap=True)
        document = hold(col(heading(_("Treatment plan")), about, hold(Flow(preview, save, prints)), gap=10))
        versions = listed(_("Versions"), self._versions, 4, row(self._first, None))
        return scrolling(hold(groups(document, self._loose, self._new, versions, self._timeline, self.reviews)))

    def fill(self, opened: OpenClient) -> None:
        self._close_preview()
        if not self._beginning.is_needed(opened):
            super().fill(opened)
            episode = episode_entry(opened)
            if episode is not None:
                self._loose.show_episode(episode)
                self._show_what_is_new()

    def _fill_again(self) -> None:
        if self.opened is not None:
            self.fill(self.opened)

    def _follow(self, _model: object, _number: int) -> None:
        if self.isVisible():
            self._later.start()

    def _show_what_is_new(self) -> None:
        """What follows from the whole record: what is new in the draft, how much care there is, when it is reviewed."""
        if self.opened is None or self.opened.episode is None:
            return
        client = take(self.opened.client.id)
        episode = episode_entry(self.opened)
        if episode is None:
            return
        self.reviews.show_episode(self.opened.episode, episode)
        versions = sorted(episode.rows("plan_versions"), key=lambda row: int(row["number"]))
        frozen = [self.frozen_before(version) for version in versions]
        if versions:
            self._new.show_draft(versions[-1], frozen[-1], client)
        stood = [*frozen[1:], client]
        known = [(version, record) for version, record in zip(versions, stood, strict=False) if record is not None]
        self._timeline.show_versions(known)

    def reveal(self, place: Place) -> bool:
        inside = place.model is not None and self._new.reveal(place.model, place.number, place.field)
        return inside or super().reveal(place)

    def _renew(self) -> None:
        """The first version is begun, every other one added."""
        is_first = not self._versions.rows
        self._first.setVisible(is_first)
        self._versions.offer_to_add(not is_first)

    def _begin(self) -> None:
        """The first version, dated today; the rest is for the counselor to say."""
        if self.opened is None or self.opened.episode is None:
            return
        episode = self.opened.episode
        made = self.keeper.attempt(
            lambda: self.keeper.add(PlanVersion, episode, number=1, status="draft", dated_on=today(), reason="first")
        )
        if made is not None:
            self._versions.refresh()
            self._versions.open_row(made.id)

    # -- the document

    def do(self, command: str) -> None:
        {"preview": self.preview, "save_as": self.save_as, "print": self.print}[command]()

    def preview(self, then: Callable[[PlanDocumentView], None] | None = None) -> None:
        """Shows the plan as it will be printed; `then` is done with it when it stands there."""
        if self.opened is None or self.opened.episode is None or not self.keeper.flush():
            return
        if self._document is None:
            self._document = PlanDocumentView()
            self._document.closed.connect(self._close_preview)
            self._stack.addWidget(self._document)
            tab_in_reading_order(self._document)
        view = self._document
        self._stack.setCurrentWidget(view)
        view.show_plan(self.opened.client.id, (lambda: then(view)) if then else None)

    def save_as(self) -> None:
        """Sets the plan and asks where to save it."""
        self.preview(PlanDocumentView.save_as)

    def print(self) -> None:
        """Sets the plan and asks for the printer."""
        self.preview(PlanDocumentView.print)

    def _close_preview(self) -> None:
        if self._document is not None:
            self._document.cancel()
        self._stack.setCurrentIndex(0)
