"""What the plan still lacks before it is signed: needs without an answer, and whatever else leads nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.golden_thread import STAGES, Knot, golden_thread
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.texts import heading, text

_NAMES = dict(zip(STAGES, (N_("Finding"), N_("Need"), N_("Goal"), N_("Objective"), N_("What we do")), strict=True))


class LooseEnds(QWidget):
    """A line for each, which leads to where it is mended; one sentence when there is none."""

    go_to = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._ends: tuple[Knot, ...] = ()
        self._rows = RowList(_("What is missing"), grows=True, walks=True)
        self._rows.setObjectName("plan.loose")
        self._rows.chosen.connect(self._go)
        self._none = text("", "body", "quiet", wrap=True)
        whole = button(_("Whole thread"), "link", "link", does=lambda: self.go_to.emit(Place("goals", "thread")))
        whole.setObjectName("plan.thread")
        self.setLayout(col(heading(_("Before it is signed"), whole), self._none, self._rows, gap=6))

    def show_episode(self, episode: Entry) -> None:
        """Shows the loose ends of an episode."""
        thread = golden_thread(episode, today())
        self._ends = tuple(sorted(thread.loose, key=lambda knot: knot.stage != "need"))
        self._rows.set_rows([_row(at, knot) for at, knot in enumerate(self._ends)])
        self._rows.choose(None)
        self._rows.setVisible(bool(self._ends))
        self._none.setVisible(not self._ends)
        nothing = _("Every need has an answer, and everything that is done answers one.")
        self._none.setText(nothing if thread.knots else _("Nothing was found and nothing is planned yet."))

    def _go(self, at: int) -> None:
        self._rows.choose(None)
        entry = self._ends[at].entry
        self.go_to.emit(Place(model=entry.model, number=entry.number))


def _row(at: int, knot: Knot) -> RowData:
    words = _("{stage}: {words}").format(stage=_(_NAMES[knot.stage]), words=short(knot.words))
    return RowData(at, words, right=knot.lacks, mark="care", tone="care")
