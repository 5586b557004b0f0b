"""A Linux desktop for tests: a real message bus, and on it the services that tell of locks, users, sleep and lids."""

import os
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

LOGIN = "org.freedesktop.login1"
SESSION = f"/{LOGIN.replace('.', '/')}/session/_32"
PROPERTIES = "org.freedesktop.DBus.Properties"


@ClassInfo(**{"D-Bus Interface": f"{LOGIN}.Manager"})
class _Logins(QObject):
    """The service that knows the sessions and lets programs hold sleep up for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._delay: int | None = None

    @Slot(str, result="QDBusObjectPath")
    def GetSession(self, name: str) -> QDBusObjectPath:
        self.asked.append(name)
        return QDBusObjectPath(SESSION)

    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(self, what: str, _who: str, _why: str, mode: str) -> QDBusUnixFileDescriptor:
        self.asked.append(f"{what} {mode}")
        self._delay, theirs = os.pipe()
        descriptor = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        return descriptor

    def is_sleep_held_up(self) -> bool:
        """Until whoever asked for it lets go of it."""
        return self._delay is not None and not select.select([self._delay], [], [], 0)[0]


class Desktop:
    """Both buses of a computer in one, and what it tells there."""

    def __init__(self, address: str) -> None:
        self.logins = _Logins()
        self._bus = QDBusConnection.connectToBus(address, "desktop")
        assert self._bus.isConnected(), self._bus.lastError().message()
        everything = QDBusConnection.RegisterOption.ExportAllSlots
        assert self._bus.registerObject("/" + LOGIN.replace(".", "/"), self.logins, everything)
        for name in (LOGIN, "org.freedesktop.UPower", "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
            assert self._bus.registerService(name)

    def screen_saver(self, name: str, is_on: bool) -> None:
        self._tell("/ScreenSaver", f"org.{name}.ScreenSaver", "ActiveChanged", is_on)

    def sleep(self, is_near: bool) -> None:
        self._tell("/" + LOGIN.replace(".", "/"), f"{LOGIN}.Manager", "PrepareForSleep", is_near)

    def session_lock(self) -> None:
        self._tell(SESSION, f"{LOGIN}.Session", "Lock")

    def session(self, name: str, value: bool, path: str = SESSION) -> None:
        self._tell(path, PROPERTIES, "PropertiesChanged", f"{LOGIN}.Session", {name: value}, [""])

    def power(self, name: str, value: bool) -> None:
        place = "org.freedesktop.UPower"
        self._tell("/" + place.replace(".", "/"), PROPERTIES, "PropertiesChanged", place, {name: value}, [""])

    def _tell(self, path: str, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        assert self._bus.send(message)


@contextmanager
def desktop(folder: Path) -> Iterator[tuple[Desktop, str]]:
    """A desktop with a bus of its own in `folder`, and the address of that bus."""
    address = f"unix:path={folder}/bus"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        daemon.stdout.readline()  # now it listens
        yield Desktop(address), address
        QDBusConnection.disconnectFromBus("desktop")
        daemon.terminate()
