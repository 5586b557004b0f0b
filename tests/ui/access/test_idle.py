"""Locking by itself, on faked clocks: idle time, sleep, turned clocks, open menus and dialogs, a running backup."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent, QPointingDevice, QShortcut, QTabletEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.idle import IdleWatch
from recovery_desktop_ui.parts.background import run

from recovery_desktop.records.store import Store
from recovery_desktop.vault import BackupStopped, Clock, back_up


@dataclass
class Hands:
    """Both clocks, turned by the test."""

    wall: datetime = datetime(2026, 9, 24, 14, 0, tzinfo=UTC)
    steady: float = 1000.0

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def watch(qtbot: QtBot, hands: Hands) -> Iterator[IdleWatch]:
    """A watch of five minutes that has begun."""
    made = IdleWatch(5, Clock(lambda: hands.wall, lambda: hands.steady))
    made.start()
    yield made
    made.stop()


def locks(qtbot: QtBot, watch: IdleWatch) -> bool:
    """Whether the next tick locks."""
    told: list[None] = []
    watch.lock.connect(lambda: told.append(None))
    watch.look()
    return bool(told)


def test_five_minutes_without_a_sign_lock(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    hands.pass_by(299)
    assert not locks(qtbot, watch)
    hands.pass_by(1)
    assert locks(qtbot, watch)


def test_the_watch_looks_by_itself_every_second(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    hands.pass_by(300)
    with qtbot.waitSignal(watch.lock, timeout=1000):
        pass


def test_it_tells_the_minutes_that_are_left(qtbot: QtBot, hands: Hands) -> None:
    watch = IdleWatch(2, Clock(lambda: hands.wall, lambda: hands.steady))
    told: list[int] = []
    watch.minutes_left.connect(told.append)
    watch.start()
    for _second in range(119):
        hands.pass_by(1)
        watch.look()
    watch.stop()
    assert told == [2, 1]


@pytest.mark.parametrize(("asked", "minutes"), [(0, 1), (1, 1), (15, 15), (600, 15)])
def test_never_is_no_choice(qtbot: QtBot, hands: Hands, asked: int, minutes: int) -> None:
    watch = IdleWatch(asked, Clock(lambda: hands.wall, lambda: hands.steady))
    with qtbot.waitSignal(watch.minutes_left) as signal:
        watch.start()
    watch.stop()
    assert signal.args == [minutes]


def test_a_key_and_a_click_are_signs(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    from_outside = _seen(field, watch)
    click = partial(QTest.mouseClick, from_outside, Qt.MouseButton.LeftButton)
    for sign in (partial(QTest.keyClick, from_outside, Qt.Key.Key_A), click):
        hands.pass_by(200)
        sign()
    hands.pass_by(200)
    assert not locks(qtbot, watch)


@pytest.mark.parametrize("kind", [QMenu, QDialog])
def test_a_window_that_opens_later_is_watched_as_well(
    qtbot: QtBot, watch: IdleWatch, hands: Hands, kind: type[QMenu] | type[QDialog]
) -> None:
    later = kind()
    qtbot.addWidget(later)
    later.show()
    qtbot.wait(600)
    hands.pass_by(200)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_Down)
    hands.pass_by(200)
    assert not locks(qtbot, watch)


def test_the_key_of_a_command_is_a_sign(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    pressed: list[None] = []
    QShortcut(QKeySequence("Ctrl+Down"), page, lambda: pressed.append(None))
    from_outside = _seen(page, watch)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for _section in range(3):
        hands.pass_by(200)
        QTest.keyClick(from_outside, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 3
    hands.pass_by(200)
    assert not locks(qtbot, watch)


@pytest.mark.parametrize("kind", ["wheel", "finger", "pen"])
def test_wheel_finger_and_pen_are_signs(qtbot: QtBot, watch: IdleWatch, hands: Hands, kind: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    from_outside = _seen(page, watch)
    hands.pass_by(200)
    _touch(from_outside, kind)
    hands.pass_by(200)
    assert not locks(qtbot, watch)


def _seen(page: QWidget, watch: IdleWatch) -> QWindow:
    """Shows a window, which is watched from the next tick on; gives where its input comes in."""
    page.show()
    watch.start()
    return page.windowHandle()


def _touch(page: QWindow, kind: str) -> None:
    place, turn = QPointF(5, 5), QPoint(0, 120)
    button, none, plain = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    if kind == "finger":
        QTest.touchEvent(page, QTest.createTouchDevice()).press(0, place.toPoint(), page).commit()
    elif kind == "wheel":
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(page, QWheelEvent(place, place, turn, turn, none, plain, phase, False))
    else:
        pen = QPointingDevice.primaryPointingDevice()
        press = QTabletEvent.Type.TabletPress
        QApplication.sendEvent(page, QTabletEvent(press, pen, place, place, 1, 0, 0, 0, 0, 0, plain, button, button))


def test_a_pointer_that_rests_is_no_sign(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    from_outside = _seen(page, watch)

    def move_to(x: int) -> None:
        place, none = QPointF(x, 5), Qt.MouseButton.NoButton
        move = QMouseEvent(QMouseEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(from_outside, move)

    move_to(5)
    hands.pass_by(200)
    move_to(5)
    hands.pass_by(100)
    assert locks(qtbot, watch)
    watch.start()
    hands.pass_by(200)
    move_to(6)
    hands.pass_by(200)
    assert not locks(qtbot, watch)


def test_sleep_counts_even_where_the_steady_clock_sleeps_too(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    hands.wall += timedelta(hours=2)
    assert locks(qtbot, watch)


def test_a_wall_clock_that_stands_still_does_not_keep_it_open(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    hands.steady += 300
    assert locks(qtbot, watch)


def test_a_wall_clock_turned_back_locks(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    hands.wall -= timedelta(days=1)
    assert locks(qtbot, watch)


def test_the_key_that_wakes_the_laptop_locks_and_is_not_typed(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    from_outside = _seen(field, watch)
    hands.pass_by(3600)
    with qtbot.waitSignal(watch.lock):
        QTest.keyClick(from_outside, Qt.Key.Key_X)
    assert field.text() == ""


def test_it_locks_once_and_rests(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    hands.pass_by(300)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert locks(qtbot, watch)
    hands.pass_by(300)
    with qtbot.assertNotEmitted(watch.lock):
        qtbot.keyClicks(field, "back again")
    assert field.text() == "back again"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_open_menu_is_closed_and_does_not_hold_it_back(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    menu = QMenu(page)
    menu.addAction("Something").setMenu(QMenu("More", page))
    locked: list[bool] = []
    watch.lock.connect(lambda: locked.append(menu.isVisible()))
    QTimer.singleShot(0, lambda: hands.pass_by(300))
    menu.exec(QPoint(10, 10))  # ends when the watch closes it
    assert locked == [False]


def test_a_modal_dialog_is_closed_and_does_not_hold_it_back(qtbot: QtBot, watch: IdleWatch, hands: Hands) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    locked: list[bool] = []
    watch.lock.connect(lambda: locked.append(dialog.isVisible()))
    QTimer.singleShot(0, lambda: hands.pass_by(300))
    assert dialog.exec() == QDialog.DialogCode.Rejected
    assert locked == [False]


def test_a_running_backup_does_not_hold_it_back(
    qtbot: QtBot, watch: IdleWatch, hands: Hands, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "drive").mkdir()
    begun, ended = threading.Event(), []

    def slowly(_left: int, _all: int) -> None:
        begun.set()
        threading.Event().wait(0.01)

    run(lambda _task: back_up(store.vault, tmp_path / "drive", progress=slowly), ended.append, ended.append)
    assert begun.wait(5)
    watch.lock.connect(store.close)
    hands.pass_by(300)
    assert locks(qtbot, watch)
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], BackupStopped)
    assert store.vault.database.is_closed()
