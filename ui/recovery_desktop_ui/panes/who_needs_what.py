"""Who needs what this week: numbers that filter, and one row for each client with what is needed of each kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from recovery_desktop.records.caseload import Line
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.filter_chips import ALL, FilterChips
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.turns import once_painted

if TYPE_CHECKING:
    from recovery_desktop.plans.needed import Needed

_MARKS = {"safety": "alarm", "late": "care", "need": "care"}


@dataclass(frozen=True)
class _Client:
    """A client with all that is needed, the most urgent first; under a filter what it shows stands before the rest."""

    line: Line
    needed: tuple["Needed", ...]


class WhoNeedsWhat(QWidget):
    """Filled when everything is known: numbers that still grow would say less than there is."""

    opens = Signal(int, object)  # the number of a client, and the Place of what is most urgent

    def __init__(self, everybody: Everybody) -> None:
        super().__init__()
        self._everybody, self._hidden, self._was_shown = everybody, False, False
        self._all: tuple[_Client, ...] = ()
        self._shown: tuple[_Client, ...] = ()
        self._numbers = FilterChips(_("Show"), "page.needed_filter")
        self._said = text(_("Looking through the records…"), "body", "quiet", wrap=True)
        self._rows = RowList(_("Who needs what this week"), grows=True, walks=True)
        self._rows.setObjectName("page.needed")
        self._rows.hide()
        self.setLayout(col(self._numbers, self._said, self._rows, None, gap=12))
        self._numbers.chosen.connect(lambda _kind: self._show_rows())
        self._rows.chosen.connect(self._open)
        everybody.renewed.connect(self._look_again)
        everybody.looked.connect(self._follow)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """It looks once it is on the screen: nobody waits for the window because of what it does not show yet."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            once_painted(self, self._everybody.look)

    def hide_names(self, hidden: bool) -> None:
        """Shows record numbers in place of names, or names again."""
        self._hidden = hidden
        self._show_rows()

    def _look_again(self) -> None:
        """What was changed is looked at while somebody sees it; a page that comes later looks by itself."""
        if self.isVisible():
            self._everybody.look()

    def _follow(self) -> None:
        if not self._everybody.is_whole:
            return
        from recovery_desktop.plans.needed import counts, in_words, summary, whole

        self._all = tuple(sorted(self._read(), key=_urgency))
        of_kinds = counts(client.needed for client in self._all)
        words = {ALL: whole(len(self._all)), **{kind: in_words(kind, count) for kind, count in of_kinds.items()}}
        self._numbers.show_words(words if self._all else {})
        self._rows.setAccessibleDescription(summary(len(self._all), of_kinds) if self._all else "")
        self._said.setText(_("Nobody needs anything this week: nothing is open, late or due, and nothing was missed."))
        self._said.setVisible(not self._all)
        self._rows.setVisible(bool(self._all))
        self._show_rows()
        tab_in_reading_order(self)  # there may be other chips than before

    def _read(self) -> Iterator[_Client]:
        """Everybody of whom something is needed; open gates too, as far as they are known by now."""
        from recovery_desktop.plans.needed import open_gate

        needed = self._everybody.needed()
        for line in self._everybody.lines(list(needed)):
            gate = self._everybody.open_gate(line.number)
            ones = (*((open_gate(gate),) if gate else ()), *needed[line.number])
            if ones:
                yield _Client(line, ones)

    def _show_rows(self) -> None:
        kind = self._numbers.key
        chosen = [client for client in self._all if kind == ALL or kind in {one.kind for one in client.needed}]
        self._shown = tuple(_first(client, kind) for client in chosen)
        at = self._rows.current_key()  # gates turn up for minutes: whoever walks the list stays where they are
        self._rows.set_rows([self._row(client) for client in self._shown])
        self._rows.choose(at if any(client.line.number == at for client in self._shown) else None)

    def _row(self, client: _Client) -> RowData:
        """Name and the most urgent day at its right, below it what is needed."""
        first = client.needed[0]
        title = client.line.record_number if self._hidden else client.line.name
        right = first.when or (_what(first, self._hidden) if first.kind == "safety" else "")
        parts = [_in_words(ones, right, self._hidden) for ones in _by_kind(client.needed)]
        mark = _MARKS.get(first.kind)
        tone = tone_of(mark) if mark else "quiet"
        words = " · ".join(filter(None, parts))
        return RowData(client.line.number, title, words, right, mark, tone, strong=True, hangs=True)

    def _open(self, number: int) -> None:
        self._rows.choose(None)
        client = next((each for each in self._shown if each.line.number == number), None)
        if client is not None:
            self.opens.emit(number, _place(client.needed[0]))


def _urgency(client: _Client) -> tuple[object, str]:
    return client.needed[0].urgency, f"{client.line.family} {client.line.given}".casefold()


def _first(client: _Client, kind: str) -> _Client:
    """What is of a kind stands before the rest."""
    return _Client(client.line, tuple(sorted(client.needed, key=lambda one: one.kind != kind)))


def _by_kind(needed: Sequence["Needed"]) -> list[list["Needed"]]:
    """What is needed of each kind, in their order."""
    kinds: dict[str, list[Needed]] = {}
    for one in needed:
        kinds.setdefault(one.kind, []).append(one)
    return list(kinds.values())


def _in_words(ones: Sequence["Needed"], right: str, hidden: bool) -> str:
    """The first of a kind, without what stands at the `right` already, and how many more there are."""
    first, more = ones[0], len(ones) - 1
    words = ", ".join(part for part in (_what(first, hidden), first.when) if part and part != right)
    if not more:
        return words
    named = _("{words} and {count} more") if words else ngettext("{count} more", "{count} more", more)
    return named.format(words=words, count=more)


def _what(one: "Needed", hidden: bool) -> str:
    """What is needed; with names hidden only what kind of thing it is, for its words may name people."""
    return _(one.model.title) if hidden and one.number else one.what


def _place(one: "Needed") -> Place:
    """Where it stands; a gate without a row stands among those of the therapies' tab."""
    return Place("", "", one.model, one.number, one.field) if one.number else Place("therapies", "safety")
