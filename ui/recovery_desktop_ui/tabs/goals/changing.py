"""What is done on Goals beside typing: each first saves what was typed, then changes the record in one step to undo."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from recovery_desktop.plans.proposed_findings import Proposal
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import Finding, Need
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.goals import answers
from recovery_desktop_ui.tabs.goals.rows import Key


class Changes(QObject):
    """Changes the episode that is shown on a page."""

    done = Signal()  # what is shown follows
    shown = Signal(object)  # the Place of what came to be, here or on another page

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._keeper = page, page.keeper

    def _change(self, change: Callable[[Episode], Any]) -> Any:
        """What came of a change; None where there is no episode, or the disk did not take it."""
        opened = self._page.opened
        episode = opened.episode if opened is not None else None
        if episode is None or not self._keeper.flush():
            return None
        made = self._keeper.attempt(lambda: change(episode))
        self.done.emit()
        return made

    def _made(self, made: Record | None, field: str = "") -> None:
        if made is not None:
            self.shown.emit(Place(model=type(made), number=made.id, field=field))

    # -- needs and findings

    def take(self, proposal: Proposal) -> None:
        """Takes what the record proposes, with the cursor where the need is reworded."""
        opened = self._page.opened
        assessment = opened.assessment if opened is not None else None
        if assessment is not None:
            self._made(self._change(lambda _episode: answers.taken(self._keeper, proposal, assessment)), "statement")

    def leave(self, proposal: Proposal) -> None:
        """Leaves a proposal aside."""
        self._change(lambda episode: answers.set_aside(self._keeper, proposal.what, episode, today()))

    def propose_again(self) -> None:
        """Brings back the proposals that were left aside."""
        self._change(lambda episode: answers.propose_again(self._keeper, episode))

    def make_need(self, finding: Finding) -> None:
        """A need that says what a finding says."""
        self._made(self._change(lambda episode: answers.need_of(self._keeper, finding, episode)))

    def no_need(self, finding: Entry) -> None:
        """Leaves a finding without a need, as it was decided."""
        self._change(lambda episode: answers.no_need(self._keeper, episode, finding, today()))

    def merge(self, need: Need, into: Need) -> None:
        """Two needs become one."""
        if self._change(lambda _episode: answers.merged(self._keeper, need, into)):
            self._made(into)

    def refer(self, number: int) -> None:
        """A referral that answers a need, with the cursor where it is said to whom."""
        made = self._change(lambda _episode: answers.by_referral(self._keeper, Need.get_by_id(number)))
        if isinstance(made, Referral):
            self._made(made, "recipient")

    # -- the order

    def move(self, key: Key, step: int) -> None:
        """Gives a row another place: goals stand in the order that matters to the client."""
        siblings = answers.siblings(key)
        to = siblings.index(key[1]) + step
        if 0 <= to < len(siblings):
            self._change(lambda _episode: self._keeper.move(key[0].get_by_id(key[1]), to))
