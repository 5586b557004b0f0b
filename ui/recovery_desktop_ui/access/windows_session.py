"""What Windows tells a window: that the screen is locked, the user switched, sleep is near, the lid closed."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from recovery_desktop_ui.access.system_signs import Sign

_KIND = b"windows_generic_MSG"
_POWER, _POWER_SUSPENDS, _POWER_SETTING = 0x0218, 4, 0x8013
_SESSION = 0x02B1
_SESSION_SIGNS = {2: Sign.SWITCHED, 4: Sign.LOCKED, 7: Sign.LOCKED}  # console and remote disconnect, lock
_LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le
_LID_AT = 20  # after the name of the setting and the length of its value


class WindowsSession(QAbstractNativeEventFilter):
    """Tells each sign it hears until it is closed."""

    def __init__(self, hear: Callable[[Sign], None], window: int) -> None:
        super().__init__()
        self._hear = hear
        self._was_lid_open = False  # Windows first tells how it stands: with a screen of its own it may be closed
        _app().installNativeEventFilter(self)
        self._take_back = _ask_to_be_told(window)

    def close(self) -> None:
        """Hears no more."""
        self._take_back()
        _app().removeNativeEventFilter(self)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        sign = self._sign_in(wintypes.MSG.from_address(int(message))) if kind == _KIND else None
        if sign is not None:
            self._hear(sign)
        return False, 0

    def _sign_in(self, message: wintypes.MSG) -> Sign | None:
        if message.message == _SESSION:
            return _SESSION_SIGNS.get(message.wParam)
        if message.message != _POWER:
            return None
        if message.wParam == _POWER_SETTING:
            return self._lid(ctypes.string_at(message.lParam, _LID_AT + 1))
        return Sign.ASLEEP if message.wParam == _POWER_SUSPENDS else None

    def _lid(self, setting: bytes) -> Sign | None:
        if not setting.startswith(_LID):
            return None
        was_open, self._was_lid_open = self._was_lid_open, bool(setting[_LID_AT])
        return Sign.LID if was_open and not self._was_lid_open else None


def _app() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app


if sys.platform == "win32":

    def _ask_to_be_told(window: int) -> Callable[[], None]:
        """Of sleep too, which computers that only doze do not tell everybody; gives what takes the wish back."""
        sessions, user = ctypes.WinDLL("wtsapi32"), ctypes.WinDLL("user32")
        for ask in (user.RegisterSuspendResumeNotification, user.RegisterPowerSettingNotification):
            ask.restype = wintypes.HANDLE
        handle = wintypes.HWND(window)
        is_session = sessions.WTSRegisterSessionNotification(handle, wintypes.DWORD(0))
        sleep = user.RegisterSuspendResumeNotification(handle, wintypes.DWORD(0))
        lid = user.RegisterPowerSettingNotification(handle, _LID, wintypes.DWORD(0))

        def take_back() -> None:
            if is_session:
                sessions.WTSUnRegisterSessionNotification(handle)
            if sleep:
                user.UnregisterSuspendResumeNotification(wintypes.HANDLE(sleep))
            if lid:
                user.UnregisterPowerSettingNotification(wintypes.HANDLE(lid))

        return take_back

else:

    def _ask_to_be_told(window: int) -> Callable[[], None]:
        """Only Windows has something to ask."""
        return lambda: None
