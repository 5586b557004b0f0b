"""A page of sections that has nothing to show before an episode of care, or an assessment, was begun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.client import Episode
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, open_client
from recovery_desktop_ui.editing.sections import Section, SectionedPage
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty


@dataclass(frozen=True)
class Before:
    """What stands on a page until there is something to fill in: marked texts, and what the button begins."""

    glyph: str
    title: str
    words: str
    press: str
    is_missing: Callable[[OpenClient], bool]
    begin: Callable[[Keeper, OpenClient], object]


def begin_episode(keeper: Keeper, opened: OpenClient) -> Episode:
    """The client's episode of care; a new one from today when there is none."""
    episode = opened.episode or keeper.add(Episode, opened.client, intake_on=today())
    assert isinstance(episode, Episode)
    return episode


NO_EPISODE = {"is_missing": lambda opened: opened.episode is None, "begin": begin_episode}


class BegunPage(SectionedPage):
    """Shows its sections, or in their place what there is to begin."""

    def __init__(
        self, keeper: Keeper, sections: Sequence[Section], outline: str, before: Before, above: QWidget | None = None
    ) -> None:
        super().__init__(keeper, sections, outline, above)
        self._before = before
        press = button(_(before.press), "primary", "plus", does=self._begin)
        press.setObjectName("page.begin")
        self._empty = Empty(before.glyph, _(before.title), _(before.words), press)
        layout = self.layout()
        assert layout is not None
        self._begun = [item.widget() for item in map(layout.itemAt, range(layout.count())) if item is not None]
        layout.addWidget(self._empty)

    def fill(self, opened: OpenClient) -> None:
        is_missing = self._before.is_missing(opened)
        self._empty.setVisible(is_missing)
        for each in self._begun:
            if each is not None:
                each.setVisible(not is_missing)
        if not is_missing:
            super().fill(opened)

    def _begin(self) -> None:
        opened = self.opened
        if opened is None or not self.keeper.flush():
            return
        with self.keeper.history.group(_("begin the record")):
            self.keeper.attempt(lambda: self._before.begin(self.keeper, opened))
        self.reopen()

    def reopen(self) -> None:
        """Reads anew which episode and assessment are the current ones, and shows them."""
        assert self.opened is not None
        self.opened = open_client(self.opened.client.id)
        self.fill(self.opened)
        self.note_own_change()
