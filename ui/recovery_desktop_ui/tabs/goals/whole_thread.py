"""The golden thread of the whole plan: its loose ends in words, all of it as a picture, and what one can do there."""

import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.golden_thread import STAGES, GoldenThread, Knot, golden_thread
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import Finding, Need
from recovery_desktop.text import N_, _, ngettext
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.charts.strands import Bead, Strands
from recovery_desktop_ui.parts.charts.strands_chart import StrandsChart
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.layouts import Flow, beside, clear, col, hold, row, scrolling
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import is_large

SECTION = "thread"
"""By which the page is asked for it."""
_COLUMNS = (N_("Found"), N_("Needed"), N_("Wanted"), N_("Aimed at"), N_("What we do"))
_FEW = 4  # loose ends in words; the picture shows them all
_LONGEST = 60
_ABOVE = 40  # pixels of the heads of the columns


class WholeThread(QWidget):
    """Shows the thread of an episode; what is changed from here is changed on the page that owns it."""

    back = Signal()
    go = Signal(object)  # Place
    write_goal = Signal(int)  # the number of a need
    make_need = Signal(int)  # the number of a finding
    no_need = Signal(object)  # Entry of a finding

    def __init__(self) -> None:
        super().__init__()
        self._thread = GoldenThread((), ())
        self._back = button(_("Back to the goals"), "link", "arrow-left", does=self.back.emit)
        self._back.setObjectName("thread.back")
        self._said = text("", "body", "quiet", wrap=True)
        self._loose = Flow(gap=8)
        self.chart = StrandsChart(_strands(self._thread))
        self.chart.setObjectName("thread.picture")
        self._picture = ChartOrTable(self.chart)
        self._picture.switch.setObjectName("thread.table")
        self._about, self._from = text("", "strong", wrap=True), text("", "caption", "quiet", wrap=True)
        self._actions = Flow(gap=8)
        now = beside(self._about, hold(self._actions))
        now.setAlignment(Qt.AlignmentFlag.AlignTop)
        strip = Card(col(now, self._from, gap=2, pad=(14, 8, 14, 8)), "paper")
        head = heading(_("How the plan hangs together"), self._back, hold(row(12, self._picture.switch)))
        above = hold(col(head, self._said, hold(self._loose), strip, gap=6, pad=(32, 12, 32, 6)))
        below = hold(col(self._picture, None, gap=0, pad=(32, 6, 32, 24)))
        self._area = scrolling(hold(col(above, below, gap=0)) if is_large() else below)
        self.setLayout(col(self._area, gap=0) if is_large() else col(above, self._area, gap=0))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_current)
        self.chart.chosen.connect(lambda _key: self._follow())
        self.chart.opened.connect(lambda key: self._open(self._knot(key)))

    # -- showing

    def show_episode(self, episode: Entry, today: datetime.date) -> None:
        """Brings picture, loose ends and strip up to date."""
        self._thread = golden_thread(episode, today)
        strands = _strands(self._thread)
        if strands == self.chart.telling:
            return
        self._picture.tell(strands)
        self._said.setText(self._thread.sentence())
        self._show_loose()
        self._follow()
        tab_in_reading_order(self)

    def _show_loose(self) -> None:
        clear(self._loose)
        loose = self._thread.loose
        for place, knot in enumerate(loose[:_FEW]):
            whole, words = (_end(knot.words, knot.lacks), _end(short(knot.words, _LONGEST), knot.lacks))
            made = button(words, "chip", "triangle-alert", tone="care", name=whole, does=partial(self._point_at, knot))
            made.setToolTip(whole)
            made.setObjectName(f"thread.loose{place}")
            self._loose.addWidget(made)
        left = len(loose) - _FEW
        if left > 0:
            more = ngettext("and {count} more below", "and {count} more below", left).format(count=left)
            self._loose.addWidget(text(more, "caption", "quiet"))

    def _point_at(self, knot: Knot) -> None:
        self.chart.choose(knot.key)
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _knot(self, key: object) -> Knot | None:
        return next((knot for knot in self._thread.knots if knot.key == key), None)

    def _follow(self) -> None:
        """Says of the current bead what it comes from and leads to, and what can be done there."""
        knot = self._knot(self.chart.current)
        clear(self._actions)
        if knot is None:
            self._about.setText(_("Choose one thing below: all that hangs together with it stands out."))
            self._from.setText(_("The arrow keys walk along the thread, Enter opens what it is about."))
            return
        self._about.setText(_end(knot.words, knot.lacks) if knot.lacks else joined([knot.words, knot.standing], " · "))
        self._from.setText(joined([self._beside(knot, -1), self._beside(knot, 1)], "\n"))
        self._offer(knot)
        self._later.start()

    def _show_current(self) -> None:
        """Scrolls to the current bead, once everything above the picture has its height."""
        page = self._area.widget()
        if page is not None and self.chart.isVisible() and self.chart.current is not None:
            place = self.chart.place_of(self.chart.current)
            at = self.chart.mapTo(page, place.center().toPoint())
            self._area.ensureVisible(0, at.y(), 0, round(place.height()) + _ABOVE)

    def _beside(self, knot: Knot, step: int) -> str:
        names = [
            short(one.words, _LONGEST)
            for key in self.chart.telling.beside(knot.key, step)
            if (one := self._knot(key)) is not None
        ]
        words = _("Comes from: {names}") if step < 0 else _("Leads to: {names}")
        return words.format(names="; ".join(names)) if names else ""

    def _offer(self, knot: Knot) -> None:
        number = knot.entry.number
        offers = [("open", _("Open"), lambda: self._open(knot))]
        if knot.entry.model is Need and knot.lacks and not self.chart.telling.beside(knot.key, 1):
            offers.append(("write_goal", _("Write a goal for it"), lambda: self.write_goal.emit(number)))
        if knot.entry.model is Finding and not knot.entry.tied("needs"):
            offers.append(("make_need", _("Make it a need"), lambda: self.make_need.emit(number)))
            if knot.lacks:
                offers.append(("no_need", _("No need comes of it"), lambda: self.no_need.emit(knot.entry)))
        for name, words, does in offers:
            made = button(words, "link", does=does)
            made.setObjectName(f"thread.{name}")
            self._actions.addWidget(made)
        tab_in_reading_order(self)

    def _open(self, knot: Knot | None) -> None:
        if knot is not None:
            self.go.emit(Place(model=knot.entry.model, number=knot.entry.number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)


def _end(what: str, lacks: str) -> str:
    return _("{what}: {lacks}").format(what=what.rstrip("."), lacks=lacks)


def _strands(thread: GoldenThread) -> Strands:
    """The thread as beads in columns, each column with how many there are."""
    counts = [sum(1 for knot in thread.knots if knot.stage == stage) for stage in STAGES]
    heads = tuple(joined([_(words), str(count)], " ") for words, count in zip(_COLUMNS, counts, strict=True))
    beads = tuple(_bead(knot) for knot in thread.knots)
    return Strands(_("How the plan hangs together"), thread.sentence(), heads, beads, thread.ties)


def _bead(knot: Knot) -> Bead:
    state = "care" if knot.lacks else "over" if knot.is_over else ""
    return Bead(knot.key, STAGES.index(knot.stage), knot.words, knot.lacks or knot.standing, state)  # type: ignore[arg-type]
