"""What a Linux desktop tells on its message buses: that the screen is locked, the user switched, the lid closed.

Only sockets of this computer are opened; where a bus or a service is missing nothing is heard.
"""

import os
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

from recovery_desktop_ui.access.system_signs import Sign

_SCREEN_SAVERS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_POWER, _POWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"


class DesktopBus(QObject):
    """Tells each sign it hears until it is closed. Sleep waits meanwhile, for some seconds, until the lock is done."""

    def __init__(self, hear: Callable[[Sign], None]) -> None:
        super().__init__()
        self._hear = hear
        self._delay: QDBusUnixFileDescriptor | None = None
        self._session = _bus("session", os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _session_bus())
        self._system = _bus("system", os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS)
        if self._session is not None:
            self._listen_to_screen_savers(self._session)
        if self._system is not None:
            self._listen_to_login(self._system)
            self._connect(self._system, _POWER, _POWER_PATH, _PROPERTIES, "PropertiesChanged", _CHANGED)

    def close(self) -> None:
        """Hears no more, and holds sleep up no more."""
        self._delay = None
        for bus in filter(None, (self._session, self._system)):
            QDBusConnection.disconnectFromBus(bus.name())
        self.deleteLater()

    def _listen_to_screen_savers(self, bus: QDBusConnection) -> None:
        for desktop in _SCREEN_SAVERS:
            name = f"org.{desktop}.ScreenSaver"
            self._connect(bus, name, "", name, "ActiveChanged", SLOT("screen_saver(bool)"))

    def _listen_to_login(self, bus: QDBusConnection) -> None:
        manager = f"{_LOGIN}.Manager"
        self._connect(bus, _LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", SLOT("sleep(bool)"))
        session = os.environ.get("XDG_SESSION_ID") or "auto"
        self._ask(bus, "GetSession", [session], SLOT("session_found(QDBusObjectPath)"))
        delay = ["sleep", "Recovery Desktop", "The records are locked first", "delay"]
        self._ask(bus, "Inhibit", delay, SLOT("may_delay(QDBusUnixFileDescriptor)"))

    def _connect(self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str) -> None:
        bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]  # takes text, not bytes

    def _ask(self, bus: QDBusConnection, method: str, arguments: list[str], slot: str) -> None:
        """Asks the login service without waiting for its answer, and without starting it where it does not run."""
        message = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", method)
        message.setArguments(arguments)
        message.setAutoStartService(False)
        bus.callWithCallback(message, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def screen_saver(self, is_on: bool) -> None:
        if is_on:
            self._hear(Sign.LOCKED)

    @Slot(bool)
    def sleep(self, is_near: bool) -> None:
        if is_near:
            self._hear(Sign.ASLEEP)

    @Slot("QDBusObjectPath")
    def session_found(self, path: QDBusObjectPath) -> None:
        if self._system is not None:
            self._connect(self._system, _LOGIN, path.path(), f"{_LOGIN}.Session", "Lock", SLOT("session_locked()"))
            self._connect(self._system, _LOGIN, path.path(), _PROPERTIES, "PropertiesChanged", _CHANGED)

    @Slot("QDBusUnixFileDescriptor")
    def may_delay(self, descriptor: QDBusUnixFileDescriptor) -> None:
        self._delay = descriptor

    @Slot()
    def session_locked(self) -> None:
        self._hear(Sign.LOCKED)

    @Slot(str, "QVariantMap")
    def changed(self, _interface: str, values: dict[str, object]) -> None:
        """Of the user's session, or of the computer's power."""
        if values.get("LockedHint") is True:
            self._hear(Sign.LOCKED)
        if values.get("Active") is False:
            self._hear(Sign.SWITCHED)
        if values.get("LidIsClosed") is True:
            self._hear(Sign.LID)


_CHANGED = SLOT("changed(QString,QVariantMap)")


def _session_bus() -> str:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return f"unix:path={folder}/bus" if folder else ""


def _bus(kind: str, address: str) -> QDBusConnection | None:
    """A connection of our own; None where there is no such bus, or where it would go over a network."""
    if not all(each.startswith("unix:") for each in address.split(";")):
        return None
    bus = QDBusConnection.connectToBus(address, f"recovery-desktop-{kind}")
    if bus.isConnected():
        return bus
    QDBusConnection.disconnectFromBus(bus.name())  # or the failure would be found under this name the next time
    return None
