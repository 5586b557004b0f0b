"""What kind of drive a folder lies on, told from what the system itself lists."""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath

_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncp", "ncpfs", "afs", "afpfs", "webdav", "davfs"),
    *("ceph", "glusterfs", "lustre", "beegfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse"),
    *("fuse.glusterfs", "fuse.curlftpfs", "fuse.s3fs", "fuse.smbnetfs"),
}
_PLUGGED = ("/media", "/run/media")  # where a Linux desktop puts what is plugged in
_ESCAPE = re.compile(r"\\([0-7]{3})")
_MAC_LINE = re.compile(r"(.+?) on (/.*) \(([^()]*)\)")


class Drive(Enum):
    """What is known of a drive."""

    BUILT_IN = auto()  # or not known to be anything else
    REMOVABLE = auto()
    NETWORK = auto()


@dataclass(frozen=True)
class Mount:
    """One entry of the system's table of mounted file systems."""

    device: str
    point: PurePosixPath
    kind: str
    local: bool = True


def linux_mounts(table: str) -> list[Mount]:
    """The entries of `/proc/self/mountinfo`."""
    found = []
    for line in table.splitlines():
        left, _dash, right = line.partition(" - ")
        before, after = left.split(), right.split()
        if len(before) > 4 and len(after) > 1:
            found.append(Mount(_plain(after[1]), PurePosixPath(_plain(before[4])), after[0]))
    return found


def mac_mounts(printed: str) -> list[Mount]:
    """The entries that `mount` prints on a Mac."""
    found = []
    for line in printed.splitlines():
        match = _MAC_LINE.fullmatch(line)
        if match:
            kind, *flags = match[3].split(", ")
            found.append(Mount(match[1], PurePosixPath(match[2]), kind, "local" in flags))
    return found


def of_linux(mounts: list[Mount], folder: PurePosixPath, devices: Path) -> Drive:
    """The kind of drive of a folder, by the mount table and the system's tree of block devices."""
    mount = _around(mounts, folder)
    if mount is None:
        return Drive.BUILT_IN
    if mount.kind in _NETWORK or mount.device.startswith("//"):
        return Drive.NETWORK
    plugged = any(mount.point.is_relative_to(place) for place in _PLUGGED)
    return Drive.REMOVABLE if plugged or _can_be_unplugged(mount.device, devices) else Drive.BUILT_IN


def of_mac(mounts: list[Mount], folder: PurePosixPath) -> Drive:
    """The kind of drive of a folder, by the mount table."""
    mount = _around(mounts, folder)
    if mount is None:
        return Drive.BUILT_IN
    if not mount.local or mount.kind in _NETWORK:
        return Drive.NETWORK
    return Drive.REMOVABLE if mount.point.is_relative_to("/Volumes") else Drive.BUILT_IN


def _around(mounts: list[Mount], folder: PurePosixPath) -> Mount | None:
    """The innermost mount that holds `folder`; of several at one point the last hides the others."""
    around = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    return max(reversed(around), key=lambda mount: len(mount.point.parts), default=None)


def _can_be_unplugged(device: str, devices: Path) -> bool:
    """Whether a block device, or a disk below an encrypted one, is removable or hangs on USB."""
    name = os.path.realpath(device).rpartition("/")[2] if device.startswith("/dev/") else ""
    return bool(name) and any(_is_loose(place) for place in _disks(devices / name))


def _disks(device: Path) -> Iterator[Path]:
    """Where the system keeps what it knows of a device: the disk of a partition, the disks below a mapped device."""
    if not device.exists():
        return
    place = device.resolve()
    yield place.parent if (place / "partition").exists() else place
    for below in sorted((place / "slaves").glob("*")):
        yield from _disks(below)


def _is_loose(disk: Path) -> bool:
    return _text(disk / "removable").strip() == "1" or any(re.fullmatch(r"usb\d+", part) for part in disk.parts)


def _plain(escaped: str) -> str:
    """A name of the mount table, where a space stands as `\\040`."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 8)), escaped)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""  # a system that does not tell has nothing to warn of


if sys.platform == "win32":
    import ctypes

    _REMOVABLE, _REMOTE, _DISC = 2, 4, 5  # what GetDriveTypeW answers

    def _drive_of(folder: Path) -> Drive:
        anchor = folder.resolve().anchor
        kind = ctypes.windll.kernel32.GetDriveTypeW(anchor if anchor.endswith("\\") else anchor + "\\")
        if kind == _REMOTE:
            return Drive.NETWORK
        return Drive.REMOVABLE if kind in (_REMOVABLE, _DISC) else Drive.BUILT_IN

elif sys.platform == "darwin":
    import subprocess

    _SECONDS = 5

    def _drive_of(folder: Path) -> Drive:
        try:
            done = subprocess.run(["/sbin/mount"], capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return Drive.BUILT_IN  # a system that does not tell has nothing to warn of
        return of_mac(mac_mounts(done.stdout.decode("utf-8", "surrogateescape")), PurePosixPath(folder.resolve()))

else:

    def _drive_of(folder: Path) -> Drive:
        mounts = linux_mounts(_text(Path("/proc/self/mountinfo")))
        return of_linux(mounts, PurePosixPath(folder.resolve()), Path("/sys/class/block"))


def drive_of(folder: Path) -> Drive:
    """The kind of drive below an existing folder."""
    return _drive_of(folder)
