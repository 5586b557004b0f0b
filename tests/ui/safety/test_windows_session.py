"""What Windows tells of locks, users, sleep and lids, byte by byte, as no other system sends it."""

import ctypes
import struct
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.system_signs import Sign
from recovery_desktop_ui.access.windows_session import WindowsSession

_SESSION_CHANGE, _POWER_BROADCAST, _SUSPEND, _SETTING = 0x02B1, 0x0218, 4, 0x8013
_LID = bytes.fromhex("4d0f3eba17b89440a2d1d56379e6a0f3")  # GUID_LIDSWITCH_STATE_CHANGE as it lies in memory
_DISPLAY = bytes.fromhex("e0ee9e6f1f5e7e4c8ce9a7c5d0f3e0a1")


class Windows:
    """Hands messages to the program's filter as the event loop does on Windows."""

    def __init__(self) -> None:
        self.heard: list[Sign] = []
        self.ear = WindowsSession(self.heard.append, 0)

    def post(self, message: int, what: int, more: int = 0, kind: bytes = b"windows_generic_MSG") -> None:
        memory = ctypes.create_string_buffer(struct.pack("@PINn", 0, message, what, more).ljust(64, b"\0"))
        assert self.ear.nativeEventFilter(QByteArray(kind), ctypes.addressof(memory)) == (False, 0)

    def tell_setting(self, name: bytes, value: int) -> None:
        memory = ctypes.create_string_buffer(name + struct.pack("<II", 4, value))
        self.post(_POWER_BROADCAST, _SETTING, ctypes.addressof(memory))


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[Windows]:
    made = Windows()
    yield made
    made.ear.close()


@pytest.mark.parametrize(
    ("message", "what", "sign"),
    [
        (_SESSION_CHANGE, 7, Sign.LOCKED),
        (_SESSION_CHANGE, 2, Sign.SWITCHED),
        (_SESSION_CHANGE, 4, Sign.LOCKED),
        (_POWER_BROADCAST, _SUSPEND, Sign.ASLEEP),
        (_SESSION_CHANGE, 8, None),  # unlocked
        (_SESSION_CHANGE, 1, None),  # the console is back
        (_POWER_BROADCAST, 0x12, None),  # woken up
        (_POWER_BROADCAST, 10, None),  # plugged in
        (0x0200, 7, None),  # the mouse moved
    ],
)
def test_messages_of_windows_are_understood(windows: Windows, message: int, what: int, sign: Sign | None) -> None:
    windows.post(message, what)
    assert windows.heard == ([] if sign is None else [sign])


def test_a_message_is_read_once_and_only_in_the_form_that_is_known(windows: Windows) -> None:
    windows.post(_SESSION_CHANGE, 7, kind=b"windows_dispatcher_MSG")
    windows.post(_SESSION_CHANGE, 7, kind=b"xcb_generic_event_t")
    assert windows.heard == []


def test_a_lid_that_closes_is_heard_and_one_that_was_closed_from_the_start_is_not(windows: Windows) -> None:
    windows.tell_setting(_LID, 0)
    windows.tell_setting(_DISPLAY, 0)
    assert windows.heard == []
    windows.tell_setting(_LID, 1)
    windows.tell_setting(_DISPLAY, 0)
    assert windows.heard == []
    windows.tell_setting(_LID, 0)
    assert windows.heard == [Sign.LID]
