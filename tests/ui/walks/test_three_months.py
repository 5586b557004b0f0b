"""Three months of the example client, entered through the window by keys: sessions, progress, tests, a referral."""

import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.parts.charts.strip_chart import StripChart
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.signals import signals
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop.records.sessions import Contact, ContactObjective
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import sample_client
from tests.ui.walks.entering import fill
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import field, opened_window, settle

FIRST = datetime.date(2026, 10, 12)
WEEKS = 12
LAST = FIRST + datetime.timedelta(7 * (WEEKS - 1))
MISSED = (4, 9)  # weeks in which she did not come
RATINGS = (5, 5, 6, 6, 0, 6, 7, 7, 7, 0, 8, 8)  # of the first goal, by week
NEGATIVE, MISSED_TEST = "1", "6"
MOST_KEYS = {"contact": 25, "missed visit": 6, "test": 5}


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.use(None)


@dataclass
class Typist:
    """Enters one thing after the other and keeps how many keys each took, without free text."""

    window: MainWindow
    keyboard: Keyboard

    def __post_init__(self) -> None:
        self.keys: dict[str, list[int]] = {}

    def count(self, what: str, before: int) -> None:
        self.keys.setdefault(what, []).append(self._pressed() - before)

    def _pressed(self) -> int:
        return self.keyboard.total - self.keyboard.counts["text"]

    def log_session(self, rating: int) -> None:
        """A session on the first and the third objective, with the progress of their goals."""
        before = self._pressed()
        self.keyboard.press("Ctrl+T")
        self.keyboard.type("11", "other")
        self.keyboard.type("13", "other")
        self.keyboard.press("Tab")
        self.keyboard.type("8989", "other")
        self.keyboard.type(f"{rating}116-11", "other")
        self.keyboard.press("Esc")
        self.count("contact", before)

    def log_missed_visit(self) -> None:
        before = self._pressed()
        self.keyboard.press("Ctrl+T")
        self.keyboard.type("12", "other")
        self.keyboard.press("Esc")
        self.count("missed visit", before)

    def log_test(self, result: str) -> None:
        before = self._pressed()
        self.keyboard.press("Ctrl+Shift+T")
        self.keyboard.press("Space")  # same as last time
        self.keyboard.type(result, "other")
        self.keyboard.press("Esc")
        self.count("test", before)

    def log_referral(self) -> None:
        before = self._pressed()
        self.keyboard.press("Ctrl+5")
        self.keyboard.tab_to("referral.add")
        self.keyboard.press("Space")
        fill(
            self.keyboard,
            {"referral.reason": "Credit counseling for the card debt", "referral.recipient": "Harbor Credit"},
        )
        self.keyboard.press("Ctrl+S")
        self.count("referral", before)


def test_three_months_by_keys(qtbot: QtBot, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    client = sample_client(store, "priya-shah")
    had = {model: model.select().count() for model in (Contact, Progress, TestResult, Referral, ContactObjective)}
    clock.use(FIRST)
    window = opened_window(qtbot, store, client=client)
    typist = Typist(window, Keyboard(window))
    for week in range(WEEKS):
        clock.use(FIRST + datetime.timedelta(7 * week))
        if week in MISSED:
            typist.log_missed_visit()
        else:
            typist.log_session(RATINGS[week])
        typist.log_test(MISSED_TEST if week in MISSED else NEGATIVE)
    typist.log_referral()
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(said(typist)) + "\n")
    for what, most in MOST_KEYS.items():
        assert max(typist.keys[what]) <= most, what
    _look_at_window(window)
    made = {model: model.select().count() - count for model, count in had.items()}
    came = WEEKS - len(MISSED)
    assert made == {Contact: WEEKS, Progress: 2 * came, TestResult: WEEKS, Referral: 1, ContactObjective: 2 * came}
    _look_at_store(store, client)


def said(typist: Typist) -> list[str]:
    """The key counts: how often, and how many keys at most."""
    lines = [f"{what}: {len(keys)} entered, {max(keys)} keys at most" for what, keys in typist.keys.items()]
    return [*lines, f"three months: {typist.keyboard.total} keys"]


def _look_at_window(window: MainWindow) -> None:
    """The strip of tests, the course of the goal, the count at the objective."""
    keyboard = Keyboard(window)
    keyboard.press("Ctrl+3")
    settle()
    label = field(window, "test_result.told")
    assert isinstance(label, QLabel)
    assert label.text() == "18 of 21 tests without cocaine since 10 Sep; 2 missed."
    strip = next(each for each in window.findChildren(StripChart) if each.isVisible())
    cocaine = strip.telling.lanes[0]
    assert (cocaine.name, len(cocaine.marks)) == ("Cocaine", 21)
    assert [mark.shape for mark in cocaine.marks].count("cross") == 2
    keyboard.press("Ctrl+6")
    settle()
    assert "18 of 20 tests negative since 14 Sep; 2 missed" in field(window, "objective.row0").accessibleName()
    assert window.workplace is not None
    chart = window.workplace.page.detail.goal_sheet().progress._chart.chart  # type: ignore[union-attr]
    rated = [(reading.day, reading.value) for reading in chart.telling.readings]
    weeks = [week for week in range(WEEKS) if week not in MISSED]
    assert rated[-len(weeks) :] == [(FIRST + datetime.timedelta(7 * week), RATINGS[week]) for week in weeks]


def _look_at_store(store: Store, client: Client) -> None:
    """What the disk has, after closing and unlocking."""
    again = reopened(store)
    try:
        record = take(client.id)
        episode = running_episode(record)
        assert episode is not None
        held = [row for row in episode.rows("contacts") if row["held_on"] >= FIRST]
        assert [row["attendance"] for row in held].count("missed") == len(MISSED)
        assert {len(row.tied("objectives")) for row in held if row["attendance"] == "attended"} == {2}
        second = Goal.select().order_by(Goal.id)[1]
        entries = Progress.select().where((Progress.goal == second) & (Progress.noted_on >= FIRST))
        assert {(e.client_rating, e.attainment_client, e.attainment_counselor) for e in entries} == {(6, -1, 1)}
        assert not [one for one in signals(record, LAST) if one.about in ("visits", "meeting", "goal_fell")]
    finally:
        again.close()
