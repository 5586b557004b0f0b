"""A bar at the foot of the page that says what is missing before the plan is signed, one after the other by F8: what
the rules ask for, then the changes of which nobody said why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.text import _
from recovery_desktop_ui.editing.gap_places import place_of
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import paint_as, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.page_of_table import page_of

if TYPE_CHECKING:
    from recovery_desktop.plans.readiness_checks.looked import Gap


class MissingBar(QWidget):
    """Hidden until somebody asks; gone with the client, and when what it says is mended."""

    def __init__(self) -> None:
        super().__init__()
        self._client, self._at = 0, -1
        self._last: Gap | None = None
        self._sign = Icon("triangle-alert", "care")
        self._words = text("", wrap=True)
        self._words.setObjectName("missing.words")
        close = button(_("Close"), "link", "x", name=_("Close what is missing"), does=self.hide)
        close.setObjectName("missing.close")
        line = row(self._sign, self._words, text("F8", "caption", "quiet"), close, gap=10, pad=(32, 6, 16, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        paint_as(self, "care_soft")
        self.hide()

    def show_client(self, client: int) -> None:
        """Begins anew with another client."""
        if client != self._client:
            self._client, self._at, self._last = client, -1, None
            self.hide()

    def follow(self, record: Entry) -> None:
        """Goes once what it says is not so any more."""
        if self.isVisible() and self._last not in _missing_in(record):
            self.hide()

    def step(self) -> Place:
        """Says what is missing next, from the first again after the last, and gives where it is mended; where the plan
        is signed when nothing is."""
        found = _missing_in(take(self._client))
        if not found:
            self._say(_("Nothing that the rules ask for is missing."), is_good=True)
            return Place("plan", field="plan.sign")
        mended = self._last is not None and self._last not in found
        self._at = (self._at if mended else self._at + 1) % len(found)
        self._last, rule = list(found.items())[self._at]
        told = _("{at} of {count}: {words} {rule}")
        self._say(told.format(at=self._at + 1, count=len(found), words=self._last.sentence, rule=rule))
        return place_of(self._last, page_of(self._last.model))

    def _say(self, words: str, *, is_good: bool = False) -> None:
        self._sign.show_as(*(("circle-check", "accent") if is_good else ("triangle-alert", "care")))
        self._words.setText(words)
        self.show()
        announce(self, words)


def _missing_in(record: Entry) -> "dict[Gap, str]":
    from recovery_desktop_ui.missing import missing_in  # it reads the rules: no start waits for it

    return missing_in(record)
