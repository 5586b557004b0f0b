"""The page of the Plan tab: versions first, the document one key away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.plan import LookedAt, PlanVersion
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.text import N_
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.guards import bring_cursor_into_sight
from recovery_desktop_ui.parts.layouts import col, hold, scrolling
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.turns import Step, Turns
from recovery_desktop_ui.tabs.plan.before_signing import BeforeSigning
from recovery_desktop_ui.tabs.plan.disclosures import Disclosures
from recovery_desktop_ui.tabs.plan.document import DocumentDesk
from recovery_desktop_ui.tabs.plan.document_head import DocumentHead
from recovery_desktop_ui.tabs.plan.reviews import Reviews
from recovery_desktop_ui.tabs.plan.signed import SignedVersions
from recovery_desktop_ui.tabs.plan.signing import Signing
from recovery_desktop_ui.tabs.plan.version_timeline import VersionTimeline
from recovery_desktop_ui.tabs.plan.versions import VersionGroup
from recovery_desktop_ui.tabs.plan.what_is_new import WhatIsNew

_UNEXPLAINED = str(LookedAt._meta.table_name)
"""The section of this page with the changes of which nobody said why."""
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
        self._signed = SignedVersions(keeper)
        self._signed.open_document.connect(self.open_signed)
        self._signing = Signing(keeper)
        self._signing.signed.connect(self._show_signed)
        self._versions = VersionGroup(self, self._signed)
        self.before = BeforeSigning(keeper)
        self.before.command.connect(self.command)
        self._turns = Turns(self, lambda: not keeper.store.vault.closing)
        self.reviews, self._new = Reviews(self, self._turns), WhatIsNew(keeper)
        self._timeline = VersionTimeline()
        self.reviews.begun.connect(self._show_begun)
        self._versions.wanted.connect(self.reviews.begin_version)
        self._head = DocumentHead()
        self._head.wanted.connect(self.do)
        for part in (self.before, self.reviews, self._new):
            part.go_to.connect(self.go_to)
        self._disclosures = Disclosures()
        self._disclosures.emergency.connect(lambda: self.preview(way="emergency", version=0))
        self._disclosures.accounting.connect(lambda: self.preview(document="accounting", way="client"))
        self._document: DocumentDesk | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._compose())
        self._beginning = Beginning(self, _BEFORE, self._stack)
        self.setLayout(col(self._stack, self._beginning, gap=0))
        tab_in_reading_order(self)
        keeper.changed.connect(self._follow)

    def _compose(self) -> QWidget:
        before = hold(col(self.before, self._signing, gap=14))
        parts = (self._head, before, self._new, self._versions, self._timeline, self.reviews, self._disclosures)
        return scrolling(hold(groups(*parts)))

    def fill(self, opened: OpenClient) -> None:
        self._close_preview()
        if not self._beginning.is_needed(opened):
            for part in (self.before, self._new, self._timeline):
                part.hide()  # what stands there is of the client before
            super().fill(opened)
            self._show_beside()
            self._turns.take(self._show_what_is_missing, self._read_earlier, self._show_what_is_new)

    def _show_begun(self, made: Record) -> None:
        """A version or a review that came to be, open where one goes on. The client is the same still: what is shown
        may be so for a moment longer."""
        if self.opened is None:
            return
        super().fill(self.opened)
        rows: RecordList | VersionGroup = self._versions if isinstance(made, PlanVersion) else self.reviews.rows
        self._turns.take(rows.make_ready, partial(self._open, rows, made))
        self._show_record()
        self._turns.take(partial(bring_cursor_into_sight, self))  # once all above it stands

    def _open(self, rows: RecordList | VersionGroup, made: Record) -> None:
        """Unless it was undone meanwhile."""
        model = type(made)
        if model.get_or_none(model.id == made.id) is not None:
            rows.open_row(made.id)

    def _follow(self, model: type[Record], _number: int) -> None:
        if self.isVisible():
            self._turns.take(*self._around())
        if model is PlanReview and self.isVisible():
            self._versions.refresh()  # the draft's next review goes along

    def _show_record(self) -> None:
        """What follows from the whole record: what is missing, new, signed, due for review and handed over."""
        self._turns.take(self._read_record, self._show_what_is_missing, *self._around())

    def _show_signed(self, number: int) -> None:
        """The version that was signed, open, with the cursor on it: there one goes on."""
        self._versions.refresh()  # its form is open no more
        self._show_record()
        self._turns.take(partial(self._signed.reveal, number), partial(bring_cursor_into_sight, self))

    def _around(self) -> tuple[Step, ...]:
        """The same but for what is missing, which follows by itself: somebody may be typing a reason there."""
        return self._show_beside, self._read_earlier, self._show_what_is_new

    def _episode_now(self) -> Entry | None:
        """The episode that is shown, as the disk has it; None where there is none, or no practice any more."""
        if self.opened is None or self.opened.episode is None or self.keeper.store.vault.closing:
            return None
        return episode_entry(self.opened)

    def _read_record(self) -> None:
        """Reads it for the steps that follow: it is remembered until something is written."""
        if self.opened is not None and self._episode_now() is not None:
            take(self.opened.client.id)

    def _show_what_is_missing(self) -> None:
        if self.opened is not None and self._episode_now() is not None:
            self.before.show_client(self.opened.client.id)
            self.before.show()

    def _show_beside(self) -> None:
        """What was signed, is due for review and was handed over."""
        episode = self._episode_now()
        if self.opened is None or self.opened.episode is None or episode is None:
            return
        record = take(self.opened.client.id)
        self._head.show_episode(episode)
        self._signed.show_episode(record, episode)
        self._signing.show_client(record.number)
        self._versions.say_again()
        self.reviews.show_episode(self.opened.episode, episode)
        self._disclosures.show_record(record)

    def _read_earlier(self) -> None:
        """Reads what was signed before, for the step that compares: it is kept as long as the practice is open."""
        episode = self._episode_now()
        if episode is not None:
            for version in episode.rows("plan_versions"):
                frozen_before(episode, version)

    def _show_what_is_new(self) -> None:
        """What is new in the draft, and how much care each version had."""
        episode = self._episode_now()
        if self.opened is None or episode is None:
            return
        client = take(self.opened.client.id)
        versions = sorted(episode.rows("plan_versions"), key=lambda row: int(row["number"]))
        frozen = [frozen_before(episode, version) for version in versions]
        if versions:
            self._new.show_draft(versions[-1], frozen[-1], client)
        stood = [*frozen[1:], client]
        known = [(version, record) for version, record in zip(versions, stood, strict=False) if record is not None]
        self._timeline.show_versions(known)

    def reveal(self, place: Place) -> bool:
        """Also a signed version, and the button that begins the first one, for what cannot be mended before."""
        if place.model is PlanVersion and self._signed.reveal(place.number):
            return True
        if place.section == PlanVersion._meta.table_name and self._versions.first.isVisible():
            self._versions.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if place.section == _UNEXPLAINED:
            self._show_what_is_new()  # at once: the cursor goes there
            return self._new.focus_change(place.field.removeprefix(f"{_UNEXPLAINED}."))
        inside = place.model is not None and self._new.reveal(place.model, place.number, place.field)
        return inside or super().reveal(place)

    # -- the document

    def do(self, command: str) -> None:
        {"preview": self.preview, "save_as": self.save_as, "print": self.print}[command]()

    def preview(
        self,
        then: Callable[[DocumentDesk], None] | None = None,
        *,
        document: str = "plan",
        way: str = "record",
        version: int | None = None,
    ) -> None:
        """Shows a document as it will be printed, to hand it over in some way; `then` is done when it stands there.
        `version` is the number of the row of a signed version, 0 for the record as it is now; not said, it is the
        newest version where that is signed."""
        if self.opened is None or self.opened.episode is None or not self.keeper.flush():
            return
        view = self._document_view()
        self._stack.setCurrentWidget(view)
        begun = (lambda: then(view)) if then else None
        view.show_client(self.opened.client.id, begun, document=document, way=way, version=version)

    def open_signed(self, version: int) -> None:
        """Shows the document that was signed, byte for byte."""
        self.preview(version=version)

    def _document_view(self) -> DocumentDesk:
        if self._document is None:
            self._document = DocumentDesk(self.keeper)
            self._document.closed.connect(self._close_preview)
            self._stack.addWidget(self._document)
            tab_in_reading_order(self._document)
        return self._document

    def save_as(self) -> None:
        """Sets the plan and asks where to save it."""
        self.preview(DocumentDesk.save_as)

    def print(self) -> None:
        """Sets the plan and asks for the printer."""
        self.preview(DocumentDesk.print)

    def _close_preview(self) -> None:
        if self._document is not None:
            self._document.cancel()
        if self.opened is not None:
            self._disclosures.show_record(take(self.opened.client.id))
        self._stack.setCurrentIndex(0)
