"""The timeline of everything: how much care over time, and below it all that happened, each line open to its place."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import MONTHS, day_and_month
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.happenings import KINDS, Happening, happenings
from recovery_desktop.plans.hours_of_care import hours_of_care
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.client import Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.steps import Mark, Step, Steps
from recovery_desktop_ui.parts.charts.steps_chart import StepsChart
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.filter_chips import ALL, FilterChips
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold, no_wider, row
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px

_FEW = 250  # lines that are shown before one asks for all
_WIDE = 860  # further apart, a day and what happened on it are not read together


class Timeline(QWidget):
    """Lines under the names of their months, the newest first or in the order of time; chips choose a kind."""

    go_to = Signal(object)  # Place
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Happening, ...] = ()
        self._shown: tuple[Happening, ...] = ()
        self._episode = 0  # whose rows the other pages show
        self._newest_first, self._all = True, False
        back = button(_("Overview"), "link", "arrow-left", does=self.back.emit)
        back.setObjectName("page.timeline_back")
        self._turn = button("", "link", does=self._turn_round)
        self._turn.setObjectName("page.timeline_order")
        self._kinds = FilterChips(_("Show"), "page.timeline_kinds")
        self._kinds.chosen.connect(lambda _kind: self._show_lines())
        self._care = ChartOrTable(StepsChart(Steps(_("Hours of care a week"), (), today())))
        self._care.switch.setObjectName("page.timeline_care_table")
        words = _("Discs are plan versions, triangles what was missed, setbacks and crises.")
        marks = text(words, "caption", "quiet", wrap=True)
        self._picture = hold(col(heading(_("Hours of care a week"), self._care.switch), self._care, marks, gap=8))
        self._lines = RowList(_("Timeline"), grows=True, walks=True)
        self._lines.setObjectName("page.timeline")
        self._lines.chosen.connect(self._open)
        self._none = text(_("Nothing with a day is written down yet."), "body", "quiet", wrap=True)
        self._more = button("", "link", does=self._show_all)
        self._more.setObjectName("page.timeline_all")
        lines = no_wider(self._lines, px(_WIDE))
        everything = hold(col(heading(_("Timeline"), self._turn), self._kinds, self._none, lines, self._more))
        self.setLayout(groups(row(back, None), self._picture, everything, gap=16))

    def fill(self, opened: OpenClient) -> None:
        """Shows the client's record as it is on the disk today."""
        record = take(opened.client.id)
        episode = running_episode(record)
        self._episode = episode.number if episode is not None else 0
        self._found = happenings(record, today())
        self._show_care(episode)
        counts = {kind: sum(one.kind == kind for one in self._found) for kind in KINDS}
        chips = {kind: f"{_(label)} {counts[kind]:,}" for kind, label in KINDS.items() if counts[kind]}
        everything = _("Everything {count}").format(count=f"{len(self._found):,}")
        self._kinds.show_words({ALL: everything, **chips} if self._found else {})
        self._all = False
        self._show_lines()

    def _show_care(self, episode: Entry | None) -> None:
        found = hours_of_care(episode) if episode is not None else ()
        steps = tuple(Step(one.since, one.hours, one.why) for one in found)
        self._picture.setVisible(bool(steps))
        if steps:
            marked = [one for one in self._found if one.episode == self._episode and _is_marked(one)]
            marks = tuple(Mark(one.on, one.words, one.is_bad) for one in marked)
            self._care.tell(Steps(_("Hours of care a week"), steps, today(), marks, _("h")))

    def _show_lines(self) -> None:
        kind = self._kinds.key
        chosen = [one for one in self._found if kind in (ALL, one.kind)]
        in_order = list(_newest_first(chosen)) if self._newest_first else chosen
        self._shown = tuple(in_order if self._all else in_order[:_FEW])
        self._lines.set_rows(list(self._rows()))
        self._lines.choose(None)
        self._none.setVisible(not self._found)
        self._lines.setVisible(bool(chosen))
        self._more.setVisible(len(chosen) > len(self._shown))
        words = _("All {count} lines").format(count=f"{len(chosen):,}")
        self._more.setText(words)
        self._more.setAccessibleName(words)
        turn = _("Oldest first") if self._newest_first else _("Newest first")
        self._turn.setText(turn)
        self._turn.setAccessibleName(_("Timeline: {order}").format(order=turn))

    def _rows(self) -> Iterator[RowData]:
        at = 0
        for (year, month), ones in groupby(self._shown, key=lambda one: (one.on.year, one.on.month)):
            name = _("{month} {year}").format(month=_(MONTHS[month - 1]), year=year)
            yield RowData((year, month), name, head=True)
            for one in ones:
                mark = "care" if one.is_bad else None
                yield RowData(at, one.words, right=day_and_month(one.on), mark=mark, hangs=True)
                at += 1

    def _open(self, at: int) -> None:
        self._lines.choose(None)
        one = self._shown[at]
        is_current = one.episode == self._episode
        earlier = Place("client", "episodes", Episode, one.episode)  # whose rows no page shows one by one
        self.go_to.emit(Place("", "", one.model, one.number, one.field) if is_current else earlier)

    def _turn_round(self) -> None:
        self._newest_first = not self._newest_first
        self._show_lines()

    def _show_all(self) -> None:
        self._all = True
        self._show_lines()


def _is_marked(one: Happening) -> bool:
    """What stands out below the hours of care."""
    return one.model is PlanVersion or one.is_bad


def _newest_first(found: list[Happening]) -> Iterator[Happening]:
    """The days turned round, what happened on one day in its order."""
    days = [list(ones) for _day, ones in groupby(sorted(found, key=lambda one: one.on), key=lambda one: one.on)]
    return (one for ones in reversed(days) for one in ones)
