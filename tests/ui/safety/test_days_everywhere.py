"""The days that clocks stumble over, in each system's language and zone: all typed is kept in UTC and in order."""

import datetime
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.keeper import Keeper, SaveState
from recovery_desktop_ui.parts.typed_dates import read_day
from recovery_desktop_ui.status import Status

from recovery_desktop.dates import long_date
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.vault import VaultKey, unlock_key
from tests.clocks import Hands, in_zone
from tests.people import admitted
from tests.practices import PASSPHRASE, new_practice
from tests.support import need
from tests.ui.safety.processes import environment
from tests.ui.safety.systems import in_language

MINUTE, DAY, TEN_YEARS = timedelta(minutes=1), timedelta(days=1), timedelta(days=3653)


@dataclass(frozen=True)
class System:
    """A computer's language and zone, and when the clocks there go forward and back, by UTC."""

    language: str
    zone: str
    forward: str
    back: str


SYSTEMS = (
    System("de_DE", "Europe/Berlin", "2026-03-29T01:00", "2026-10-25T01:00"),
    System("tr_TR", "Europe/Istanbul", "2016-03-27T01:00", "2015-11-08T01:00"),
    System("ar_EG", "Africa/Cairo", "2026-04-23T22:00", "2026-10-29T21:00"),
    System("C", "Pacific/Apia", "2011-09-24T14:00", "2012-03-31T14:00"),
    System("en_US", "America/New_York", "2026-03-08T07:00", "2026-11-01T06:00"),
    System("fa_IR", "Asia/Tehran", "2022-03-21T20:30", "2022-09-21T19:30"),
    System("en_AU", "Australia/Lord_Howe", "2026-10-03T15:30", "2026-04-04T15:00"),  # by half an hour
)


@dataclass(frozen=True)
class Event:
    """When it begins, and what happens between one thing typed and the next."""

    begins: str  # the name of a moment of the system, or the time on the wall
    then: tuple[timedelta | str, ...] = (MINUTE, MINUTE)  # what passes, or the zone that is travelled to
    turned: timedelta = timedelta()  # the clock, after the first thing typed
    while_closed: bool = False


EVENTS = {
    "forward": Event("forward"),
    "back": Event("back", (MINUTE, MINUTE, timedelta(hours=1))),
    "leap day": Event("2028-02-28T23:59:30", (MINUTE, DAY, DAY)),
    "year end": Event("2026-12-31T23:59:30"),
    "zone": Event("2026-05-01T12:00", (MINUTE, "Pacific/Kiritimati", MINUTE, "America/Los_Angeles", MINUTE)),
    "a day back": Event("2026-05-01T12:00", turned=-DAY),
    "ten years on": Event("2026-05-01T12:00", turned=TEN_YEARS),
    "a day back while closed": Event("2026-05-01T12:00", turned=-DAY, while_closed=True),
    "ten years on while closed": Event("2026-05-01T12:00", turned=TEN_YEARS, while_closed=True),
}


@dataclass
class Desk:
    """Where a counselor types on while the clocks do what they do."""

    folder: Path
    key: VaultKey
    hands: Hands
    store: Store = field(init=False)
    typed: list[str] = field(default_factory=list)
    moments: list[datetime.datetime] = field(default_factory=list)  # what was on the wall

    def open(self) -> None:
        self.store = open_store(self.folder, self.key, clock=self.hands.local_clock)
        self.keeper = Keeper(self.store)

    def open_again(self) -> None:
        self.store.close()
        self.open()

    def type(self) -> None:
        self.typed.append(f"Name {len(self.typed)}")
        self.moments.append(self.hands.wall.astimezone())
        self.keeper.save(Client.get(), preferred_name=self.typed[-1])

    def meet(self, event: Event, stack: ExitStack) -> None:
        """Types before and after each thing that happens."""
        self.type()
        if event.while_closed:
            self.store.close()
        self.hands.turn(event.turned)
        if event.while_closed:
            self.open()
        for each in event.then:
            if isinstance(each, str):
                stack.enter_context(in_zone(each))
            else:
                self.hands.pass_by(each)
            self.type()

    def audit(self, condition: str) -> list[Any]:
        query = f"SELECT utc, utc_offset FROM audit WHERE {condition} ORDER BY seq"
        return self.store.vault.connection().execute(query).fetchall()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, VaultKey]:
    """A practice with one client, closed."""
    folder = tmp_path_factory.mktemp("kept") / "vault"
    store = new_practice(folder)
    admitted(store)
    store.close()
    return folder, unlock_key(folder, PASSPHRASE)


@pytest.fixture(params=SYSTEMS, ids=[each.language for each in SYSTEMS])
def system(request: pytest.FixtureRequest) -> Iterator[System]:
    """A computer of another country."""
    with in_language(request.param.language), in_zone(request.param.zone):
        yield request.param


def beginning(system: System, event: Event) -> datetime.datetime:
    """Half a minute before the clocks change, or the time on the wall."""
    changes = {"forward": system.forward, "back": system.back}
    if event.begins in changes:
        return datetime.datetime.fromisoformat(changes[event.begins]).replace(tzinfo=UTC) - MINUTE / 2
    return datetime.datetime.fromisoformat(event.begins).astimezone(UTC)


@pytest.fixture
def desk(kept: tuple[Path, VaultKey], system: System, event: str, tmp_path: Path) -> Iterator[Desk]:
    """The practice on the day of the event; a first opening, which is not looked at, brings it there."""
    folder = tmp_path / "vault"
    shutil.copytree(kept[0], folder)
    made = Desk(folder, kept[1], Hands(beginning(system, EVENTS[event])))
    made.open()
    made.open_again()
    assert made.store.vault.findings == []
    yield made
    made.store.close()


@pytest.fixture
def foot(qtbot: QtBot) -> Status:
    """The foot of the window, which says when was saved."""
    made = Status(lambda _name: None)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("event", EVENTS)
def test_the_day_is_kept_in_utc_in_order_and_a_turned_clock_is_told(desk: Desk, foot: Status, event: str) -> None:
    with ExitStack() as stack:
        desk.meet(EVENTS[event], stack)
        for moment in desk.moments:
            assert said_at(foot, moment) == f"Saved {moment.hour:02}:{moment.minute:02}"
            assert read_day(long_date(moment.date()), moment.date()) == moment.date()
    told = desk.store.vault.findings
    assert len(told) == bool(EVENTS[event].turned)
    assert all("clock was turned" in each for each in told)
    kept_in_utc(desk)
    kept_in_order(desk)
    desk.hands.pass_by(MINUTE)
    desk.open_again()
    assert desk.store.vault.findings == [], "it is told once"


def kept_in_utc(desk: Desk) -> None:
    rows = desk.audit("action = 'edit' AND object = 'client/1'")
    assert [datetime.datetime.fromisoformat(utc) for utc, _offset in rows] == desk.moments
    assert all(utc.endswith("+00:00") for utc, _offset in rows)
    assert [timedelta(seconds=offset) for _utc, offset in rows] == [each.utcoffset() for each in desk.moments]
    assert desk.store.vault.audit.verify() == []


def kept_in_order(desk: Desk) -> None:
    """What was typed last since the opening is taken back first."""
    for name in reversed(desk.typed):
        assert Client.get().preferred_name == name
        if desk.keeper.history.undo_text:
            desk.keeper.undo()


def said_at(foot: Status, moment: datetime.datetime) -> str:
    foot.show_saving(SaveState("saved", moment))
    label = foot.findChild(QLabel, "status.saved")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize("event", ["forward", "back"])
def test_the_clocks_do_change_on_these_days(system: System, event: str) -> None:
    begins = beginning(system, EVENTS[event])
    before, after = (moment.astimezone().utcoffset() for moment in (begins, begins + MINUTE))
    assert before is not None and after is not None
    assert after > before if event == "forward" else after < before


_ABROAD = """from datetime import datetime, timezone
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
from recovery_desktop_ui.editing.keeper import SaveState
from recovery_desktop_ui.status import Status
foot = Status(lambda name: None)
moment = datetime(2028, 2, 29, 23, 30, tzinfo=timezone.utc).astimezone()
foot.show_saving(SaveState("saved", moment))
print(QLocale().name(), foot.findChild(QLabel, "status.saved").text(), moment.isoformat(), sep="|")
"""


@pytest.mark.parametrize(
    ("language", "zone", "said"),
    [
        ("de_DE", "Europe/Berlin", "Saved 00:30|2028-03-01T00:30:00+01:00"),
        ("tr_TR", "Europe/Istanbul", "Saved 02:30|2028-03-01T02:30:00+03:00"),
        ("ar_EG", "Africa/Cairo", "Saved 01:30|2028-03-01T01:30:00+02:00"),
        ("C", "America/New_York", "Saved 18:30|2028-02-29T18:30:00-05:00"),
    ],
)
def test_a_program_that_is_started_in_that_language_says_the_same(language: str, zone: str, said: str) -> None:
    need(sys.platform == "linux", "a process takes language and zone from its surroundings on Linux only")
    there = environment(LC_ALL=language if language == "C" else f"{language}.UTF-8", TZ=zone)
    done = subprocess.run([sys.executable, "-c", _ABROAD], env=there, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"{language}|{said}"
