"""Drug tests and laboratory results: each logged with a few keys, all of them over time, and the list."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.found_of_several import UNCLEAR
from recovery_desktop.plans.snapshot import take
from recovery_desktop.plans.tests_over_time import Taken, Tested, over_time
from recovery_desktop.records.base import Record
from recovery_desktop.records.diagnoses import TEST_RESULTS, TestResult
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.strip import Lane, Mark, Strip
from recovery_desktop_ui.parts.charts.strip_chart import StripChart
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.diagnoses import words
from recovery_desktop_ui.tabs.diagnoses.test_form import SAME, test_form

TESTS = N_("Tests and laboratory")
_SHAPES = {
    "negative": "disc",
    "positive": "diamond",
    UNCLEAR: "open_diamond",
    "normal": "square",
    "abnormal": "triangle",
    "missed": "cross",
    "declined": "slashed",
    "invalid": "open_square",
    "pending": "ring",
}
"""How each result is drawn, in the order of the legend."""
_UNCLEAR = N_("Positive, of several at once")


class TestsSheet(Sheet):
    """The section of the diagnoses' page."""

    __test__ = False  # pytest takes it for a test by its name

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.results = self.rows_below(
            TestResult,
            the_episode,
            test_form,
            words.test,
            add=_("Add a result of another day"),
            empty=_("Drug tests and laboratory results, also those that were missed or declined."),
            order="-taken_on",
        )
        log = button(_("Log a test"), "primary", "plus", does=self.log_today)
        log.setObjectName("test_result.log")
        self._strip = ChartOrTable(StripChart(Strip(_("Tests over time"), (), (), "")))
        self._strip.switch.setObjectName("test_result.table")
        self._told = text("", "body", "ink", wrap=True)
        self._told.setObjectName("test_result.told")
        self._over_time = hold(col(heading(_("Over time"), self._strip.switch), self._told, self._strip, gap=8))
        self._over_time.hide()
        head = heading(_(TESTS), text("Ctrl+Shift+T", "caption", "quiet"), log)
        self.setLayout(groups(head, self._over_time, self.results, gap=16))
        self._draw_later = QTimer(self, singleShot=True, interval=0)  # what a key changed is on the screen first
        self._draw_later.timeout.connect(self._draw)
        self.results.counted.connect(lambda _count: self._draw_later.start())
        self._opened: OpenClient | None = None

    def fill(self, opened: OpenClient) -> None:
        self._opened = opened
        super().fill(opened)
        self._draw()  # at once: nothing of another client stays

    def _draw(self) -> None:
        """Follows the list, which says so whenever a row was changed."""
        if self._opened is None or self.keeper.store.vault.closing:
            return
        episode = running_episode(take(self._opened.client.id))
        tested = over_time(episode) if episode is not None else ()
        self._over_time.setVisible(bool(tested))
        if tested:
            strip = _strip(tested)
            self._told.setText(strip.told)
            self._strip.tell(strip)

    def log_today(self) -> None:
        """Opens the row of a test of today; makes it, unless an empty one is there."""
        episode = self._opened.episode if self._opened is not None else None
        if episode is None or not self.keeper.flush():
            return
        of_today = TestResult.select().where((TestResult.episode == episode) & (TestResult.taken_on == today()))
        begun = next((row for row in of_today if not (row.kind or row.tested_for or row.result or row.note)), None)
        made = begun or self.keeper.attempt(lambda: self.keeper.add(TestResult, episode, taken_on=today()))
        if made is not None:
            self.results.refresh()
            self._open(made)

    def _open(self, made: Record) -> None:
        """The cursor goes to “same as last time”, or without any test before to the kind."""
        self.results.reveal(TestResult, made.id, "kind")
        same = self.results.findChild(QAbstractButton, SAME)
        if same is not None and same.isVisibleTo(self.results):
            same.setFocus(Qt.FocusReason.OtherFocusReason)


def _strip(tested: tuple[Tested, ...]) -> Strip:
    lanes = tuple(
        Lane(each.name, tuple(Mark(t.day, _SHAPES[t.result], t.words) for t in each.taken)) for each in tested
    )
    present = {t.result for each in tested for t in each.taken}
    legend = tuple((shape, _word(result)) for result, shape in _SHAPES.items() if result in present)
    followed = [each for each in tested if len(each.taken) > 1] or tested
    told = ". ".join(each.sentence(today()) for each in followed) + "."
    return Strip(_("Tests over time"), lanes, legend, told)


def _mark(one: Taken) -> Mark:
    return Mark(one.day, _SHAPES[one.result], one.words)


def _word(result: str) -> str:
    return _(_UNCLEAR if result == UNCLEAR else TEST_RESULTS[result])
