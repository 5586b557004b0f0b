"""Pages that have nothing to show before an episode of care, or an assessment, was begun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.client import Episode
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.new_episode import new_episode
from recovery_desktop_ui.editing.open_client import OpenClient, open_client
from recovery_desktop_ui.editing.pages import Page
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
    return opened.episode or new_episode(keeper, opened.client)


NO_EPISODE: dict[str, Any] = {"is_missing": lambda opened: opened.episode is None, "begin": begin_episode}


class Beginning(Empty):
    """Stands on a page in place of what needs an episode, or an assessment, that is not there yet."""

    def __init__(self, page: Page, before: Before, *parts: QWidget) -> None:
        """`parts` is what the page shows once there is something to show."""
        press = button(_(before.press), "primary", "plus", does=self._begin)
        press.setObjectName("page.begin")
        super().__init__(before.glyph, _(before.title), _(before.words), press)
        self._page, self._before, self._parts = page, before, parts

    def is_needed(self, opened: OpenClient) -> bool:
        """Whether something is missing; shows itself or what it stands for."""
        is_missing = self._before.is_missing(opened)
        self.setVisible(is_missing)
        for part in self._parts:
            part.setVisible(not is_missing)
        return is_missing

    def _begin(self) -> None:
        keeper, opened = self._page.keeper, self._page.opened
        if opened is not None and keeper.flush():
            keeper.attempt(lambda: begin(keeper, opened, self._before))
            reopen(self._page)


def begin(keeper: Keeper, opened: OpenClient, before: Before) -> None:
    """Begins what is missing, as one step. Raises what the disk has to say."""
    with keeper.history.group(_("begin the record")):
        before.begin(keeper, opened)


def reopen(page: Page) -> None:
    """Reads anew which episode and assessment are the current ones, and shows them."""
    assert page.opened is not None
    page.opened = open_client(page.opened.client.id)
    page.fill(page.opened)
    page.note_own_change()


class BegunPage(SectionedPage):
    """Shows its sections, or in their place what there is to begin."""

    def __init__(
        self, keeper: Keeper, sections: Sequence[Section], outline: str, before: Before, above: QWidget | None = None
    ) -> None:
        super().__init__(keeper, sections, outline, above)
        layout = self.layout()
        assert layout is not None
        parts = [item.widget() for item in map(layout.itemAt, range(layout.count())) if item is not None]
        self._beginning = Beginning(self, before, *(part for part in parts if part is not None))
        layout.addWidget(self._beginning)

    def fill(self, opened: OpenClient) -> None:
        if not self._beginning.is_needed(opened):
            super().fill(opened)
