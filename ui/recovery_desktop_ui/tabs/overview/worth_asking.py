"""What is worth asking about: each observation opens into ideas, the way to where it is written, and "Not now"."""

import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.re_engagement import ideas
from recovery_desktop.plans.signal import Signal
from recovery_desktop.plans.signals import left_for_now, signals
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.client import Episode
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_on
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.overview.not_now import NotNow


class WorthAsking(QWidget):
    """The observations of one client; hidden while there is none."""

    go_to = QtSignal(object)  # Place
    changed = QtSignal()  # one was left for now, or is told again

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._episode: Episode | None = None
        self._open: tuple[str, ...] = ()  # the keys of the observation that is open
        self._title = text(_("Worth asking about"), "strong")
        self._told, self._left = QVBoxLayout(), QVBoxLayout()
        for rows in (self._told, self._left):
            rows.setSpacing(4)
        self._shows_left = False
        self._turn = button("", "link", does=self._turn_left)
        self._turn.setObjectName("page.left_for_now")
        self.setLayout(col(self._title, self._told, self._turn, self._left, gap=4))

    def show_client(self, opened: OpenClient, record: Entry) -> None:
        """Shows what is worth asking about now, and how much was left for another day."""
        self._episode = opened.episode
        now, left = signals(record, today()), left_for_now(record, today())
        clear(self._told)
        clear(self._left)
        for one in now:
            self._told.addWidget(self._observation(one))
        for one, until in left if self._shows_left else ():
            self._left.addWidget(self._left_line(one, until))
        words = ngettext("{count} left for now", "{count} left for now", len(left)).format(count=len(left))
        self._turn.setText(words)
        self._turn.setAccessibleName(_("Worth asking about: {words}").format(words=words))
        self._turn.setVisible(bool(left))
        self.setVisible(bool(now or left))

    # -- what is told

    def _observation(self, one: Signal) -> QWidget:
        toggle = button("", "link", "chevron-right", name=_("Ideas: {words}").format(words=one.words))
        toggle.setObjectName("page.observed")
        inside = QVBoxLayout()
        line = row(toggle, text(one.words, "body", "quiet", wrap=True), gap=4)
        line.setStretch(1, 1)
        line.setAlignment(toggle, Qt.AlignmentFlag.AlignTop)
        whole = hold(col(line, inside, gap=0))
        toggle.clicked.connect(lambda: self._open_or_close(one, toggle, inside))
        if one.keys == self._open:
            self._unfold(one, toggle, inside)
        return whole

    def _open_or_close(self, one: Signal, toggle: Button, inside: QVBoxLayout) -> None:
        if inside.count():
            self._open = ()
            clear(inside)
            _turn_chevron(toggle, is_open=False)
        else:
            self._open = one.keys
            self._unfold(one, toggle, inside)

    def _unfold(self, one: Signal, toggle: Button, inside: QVBoxLayout) -> None:
        details = self._details(one)
        inside.addWidget(details)
        _turn_chevron(toggle, is_open=True)
        tab_on(toggle, details)

    def _details(self, one: Signal) -> QWidget:
        tried = [_idea(words) for words in ideas(one.about)]
        place = Place("", "", one.entry.model, one.entry.number, one.field)
        opens = button(_("Where it is written"), "link", name=_("Open: {words}").format(words=one.words))
        opens.setObjectName("page.observed_open")
        opens.clicked.connect(lambda: self.go_to.emit(place))
        not_now = NotNow(one.words)
        not_now.left.connect(partial(self._leave, one))
        return hold(col(*tried, row(opens, None), not_now, gap=6, pad=(22, 2, 0, 8)))

    # -- what is left

    def _left_line(self, one: Signal, kept: Entry) -> QWidget:
        again = button(_("Ask now"), "link", name=_("Ask now: {words}").format(words=one.words))
        again.setObjectName("page.ask_now")
        again.clicked.connect(lambda: self._ask_now(kept.number))
        day = kept["until"]
        until = _("Until {day}.").format(day=near_date(day, today())) if day else _("For good.")
        words = text(f"{one.words} {until}", "caption", "quiet", wrap=True)
        line = row(words, again, gap=8)
        line.setStretch(0, 1)
        return hold(line)

    def _turn_left(self) -> None:
        self._shows_left = not self._shows_left
        self.changed.emit()

    # -- keeping

    def _leave(self, one: Signal, until: datetime.date) -> None:
        """Keeps that an observation is not told before a day; one step to undo, also for several goals."""
        if self._episode is None or not self._keeper.flush():
            return
        self._keeper.attempt(lambda: self._set_aside(one, until))
        self._open = ()
        self.changed.emit()
        self._turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_aside(self, one: Signal, until: datetime.date) -> None:
        with self._keeper.history.group(_("leave for now")):
            for key in one.keys:
                self._keeper.add(SetAside, self._episode, what=key, set_aside_on=today(), until=until)

    def _ask_now(self, number: int) -> None:
        """Tells it again from today on; that it was left stays on the record."""
        if self._keeper.flush():
            kept = SetAside.get_by_id(number)
            self._keeper.attempt(lambda: self._keeper.save(kept, until=today()))
            self.changed.emit()


def _turn_chevron(toggle: Button, *, is_open: bool) -> None:
    toggle.setProperty("glyph", "chevron-down" if is_open else "chevron-right")
    toggle.setAccessibleDescription(_("open") if is_open else _("closed: press Enter to open"))
    toggle.update()


def _idea(words: str) -> QWidget:
    dash = text("–", "body", "quiet")
    line = row(dash, text(words, "body", wrap=True), gap=6)
    line.setAlignment(dash, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return hold(line)
