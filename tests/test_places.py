"""Folders that lose records are told apart from good ones, on each system by what that system lists."""

import json
import os
from collections import namedtuple
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from recovery_desktop.places import concerns, default_folder, settings_file
from recovery_desktop.places.concerns import Trouble, drive_name, is_this_laptop, same_drive, warnings_about
from recovery_desktop.places.drives import Drive, linux_mounts, mac_mounts, of_linux, of_mac
from recovery_desktop.places.synced import sync_service

_LINUX = r"""
22 28 0:20 / /proc rw,nosuid shared:12 - proc proc rw
28 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
30 28 253:0 / /home rw,relatime shared:2 - ext4 /dev/mapper/home rw
41 28 0:50 / /mnt/office rw,relatime - cifs //server/office rw,vers=3.1.1
42 28 0:51 / /mnt/far rw,relatime shared:9 - fuse.sshfs ann@host:/data rw,user_id=1000
43 28 8:17 / /run/media/ann/BACK\040UP rw,nosuid - vfat /dev/sdb1 rw
44 28 8:33 / /mnt/disk rw,relatime - ext4 /dev/sdc1 rw
45 28 8:49 / /mnt/card rw,relatime - exfat /dev/mmcblk0p1 rw
46 28 8:65 / /mnt/inner rw,relatime - ext4 /dev/sdd1 rw
47 28 253:1 / /mnt/locked rw,relatime - ext4 /dev/dm-1 rw
48 44 259:2 /sub /mnt/disk/over rw,relatime - ext4 /dev/nvme0n1p2 rw
49 28 0:60 / /twice rw,relatime - ext4 /dev/nvme0n1p2 rw
50 28 0:61 / /twice rw,relatime - nfs4 server:/x rw
not a line
"""

_MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
/dev/disk4s2 on /Volumes/My Passport (Office) (hfs, local, nodev, nosuid, journaled, noowners)
//ann@server._smb._tcp.local/practice on /Volumes/practice (smbfs, nodev, nosuid, mounted by ann)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """A tree like `/sys/class/block`: an inner disk, a USB disk, a card, and an encrypted one on the USB disk."""
    tree = tmp_path / "devices"
    links = tmp_path / "block"
    links.mkdir()
    disks = {
        "pci0/nvme0/nvme0n1": ("0", "nvme0n1p2"),
        "pci0/usb2/2-1/host3/block/sdc": ("0", "sdc1"),
        "pci0/mmc/block/mmcblk0": ("1", "mmcblk0p1"),
        "pci0/ata1/block/sdd": ("0", "sdd1"),
    }
    for path, (removable, partition) in disks.items():
        (tree / path / partition).mkdir(parents=True)
        (tree / path / "removable").write_text(removable + "\n")
        (tree / path / partition / "partition").write_text("1\n")
        (links / partition).symlink_to(tree / path / partition)
    for name, below in (("dm-0", "nvme0n1p2"), ("dm-1", "sdc1")):
        slaves = tree / "virtual" / name / "slaves"
        slaves.mkdir(parents=True)
        (slaves / below).symlink_to(links / below)
        (links / name).symlink_to(tree / "virtual" / name)
    return links


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ann/.local/share/Recovery Desktop/vault", Drive.BUILT_IN),
        ("/", Drive.BUILT_IN),
        ("/mnt/office/records", Drive.NETWORK),
        ("/mnt/officer", Drive.BUILT_IN),
        ("/mnt/far", Drive.NETWORK),
        ("/run/media/ann/BACK UP/records", Drive.REMOVABLE),
        ("/mnt/disk/records", Drive.REMOVABLE),
        ("/mnt/disk/over/it", Drive.BUILT_IN),
        ("/mnt/card", Drive.REMOVABLE),
        ("/mnt/inner", Drive.BUILT_IN),
        ("/mnt/locked", Drive.REMOVABLE),
        ("/twice", Drive.NETWORK),
    ],
)
def test_linux_drives(folder: str, kind: Drive, devices: Path) -> None:
    assert of_linux(linux_mounts(_LINUX), PurePosixPath(folder), devices) is kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/ann/Library/Application Support/Recovery Desktop/vault", Drive.BUILT_IN),
        ("/Volumes/My Passport (Office)/records", Drive.REMOVABLE),
        ("/Volumes/practice", Drive.NETWORK),
    ],
)
def test_mac_drives(folder: str, kind: Drive) -> None:
    assert of_mac(mac_mounts(_MAC), PurePosixPath(folder)) is kind


def test_a_system_that_lists_nothing_warns_of_nothing(tmp_path: Path) -> None:
    assert of_linux([], PurePosixPath("/x"), tmp_path) is Drive.BUILT_IN
    assert of_mac([], PurePosixPath("/x")) is Drive.BUILT_IN


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Users/Ann/OneDrive/Records", "OneDrive"),
        ("Users/Ann/OneDrive - Harbor Street/Records", "OneDrive"),
        ("home/ann/Dropbox/x", "Dropbox"),
        ("Users/ann/Dropbox (Personal)", "Dropbox"),
        ("Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("Users/Ann/iCloudDrive", "iCloud Drive"),
        ("Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive", "Google Drive"),
        ("Users/ann/Library/CloudStorage/Elsewhere", ""),
        ("My Drive/Records", "Google Drive"),
        ("home/ann/Nextcloud", "Nextcloud"),
        ("home/ann/pCloudDrive/x", "pCloud"),
        ("home/ann/Dropboxes/x", None),
        ("home/ann/boxes/x", None),
        ("home/ann/.local/share/Recovery Desktop/vault", None),
    ],
)
def test_synced_folders_by_their_names(folder: str, service: str | None, tmp_path: Path) -> None:
    assert sync_service(tmp_path / folder, {}, tmp_path) == service


def test_synced_folders_by_what_the_services_say(tmp_path: Path) -> None:
    cloud, dropbox = tmp_path / "Cloud", tmp_path / "Mine"
    assert sync_service(cloud / "x", {"OneDriveCommercial": str(cloud), "OneDriveConsumer": ""}, tmp_path) == "OneDrive"
    for told in ({"personal": {"path": str(dropbox)}}, {"business": {"path": str(dropbox)}, "odd": 3, "none": {}}):
        for file, environment in (
            (tmp_path / ".dropbox" / "info.json", {}),
            (tmp_path / "AppData" / "Dropbox" / "info.json", {"APPDATA": str(tmp_path / "AppData")}),
        ):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(told), encoding="utf-8")
            assert sync_service(dropbox / "deep" / "x", environment, tmp_path) == "Dropbox"
            assert sync_service(tmp_path / "Other", environment, tmp_path) is None
            file.write_text("{ not json", encoding="utf-8")
            assert sync_service(dropbox, environment, tmp_path) is None


@pytest.mark.parametrize(
    ("mark", "service"), [(".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud"), (".dropbox", "Dropbox")]
)
def test_synced_folders_by_what_lies_above_them(mark: str, service: str, tmp_path: Path) -> None:
    inner = tmp_path / "root" / "a" / "b"
    assert sync_service(inner, {}, tmp_path) is None
    inner.mkdir(parents=True)
    (tmp_path / "root" / mark).write_bytes(b"")
    assert sync_service(inner, {}, tmp_path) == service
    assert sync_service(inner / "not yet there", {}, tmp_path) == service


def test_a_home_with_dropboxs_own_settings_is_no_synced_folder(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert sync_service(tmp_path / "records", {}, tmp_path) is None


def test_a_good_folder_gets_no_warning_also_before_it_is_made(tmp_path: Path) -> None:
    assert warnings_about(tmp_path / "not" / "yet") == []
    assert list(tmp_path.iterdir()) == []
    assert is_this_laptop(tmp_path / "not" / "yet")


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "records").symlink_to(tmp_path / "OneDrive")
    assert [found.trouble for found in warnings_about(tmp_path / "records")] == [Trouble.SYNCED]


def test_every_warning_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(concerns.shutil, "disk_usage", lambda _place: usage(1, 1, 499_000_000))
    for kind, trouble in ((Drive.NETWORK, Trouble.NETWORK), (Drive.REMOVABLE, Trouble.REMOVABLE)):
        monkeypatch.setattr(concerns, "drive_of", lambda _place, kind=kind: kind)
        found = warnings_about(tmp_path / "Dropbox")
        assert [one.trouble for one in found] == [Trouble.SYNCED, trouble, Trouble.LITTLE_ROOM]
        for one in found:
            assert one.words.count(".") == 3
            assert "{" not in one.words
            assert "hoose" in one.words
        assert not is_this_laptop(tmp_path)


def test_folders_of_the_program_bear_its_name() -> None:
    assert default_folder().parts[-2:] == ("Recovery Desktop", "vault")
    assert settings_file().parts[-2:] == ("Recovery Desktop", "settings.json")
    assert not settings_file().is_relative_to(default_folder())


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/run/media/ann/BACKUP/records", "BACKUP"),
        ("/media/ann/BACK UP", "BACK UP"),
        ("/Volumes/My Passport/x", "My Passport"),
        ("/home/ann/backups", ""),
        ("/media/ann", ""),
        ("/", ""),
        (PureWindowsPath("E:/backups"), "E:"),
    ],
)
def test_a_plugged_in_drive_has_a_name(folder: str | PurePath, name: str) -> None:
    assert drive_name(PurePosixPath(folder) if isinstance(folder, str) else folder) == name


def test_two_folders_on_one_drive(tmp_path: Path) -> None:
    assert same_drive(tmp_path / "a", tmp_path / "b")
    if Path("/proc").is_dir() and os.stat("/proc").st_dev != tmp_path.stat().st_dev:  # noqa: PTH116
        assert not same_drive(tmp_path, Path("/proc"))
