"""Whether a folder is one that some program copies to other computers all the time."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

_STARTS = {"onedrive": "OneDrive", "dropbox": "Dropbox", "googledrive": "Google Drive", "nextcloud": "Nextcloud"}
_NAMES = {
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "drivefs": "Google Drive",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "box": "Box",
    "box sync": "Box",
    "mega": "MEGA",
    "megasync": "MEGA",
    "proton drive": "Proton Drive",
    "seafile": "Seafile",
    "synologydrive": "Synology Drive",
    "tresorit": "Tresorit",
    "syncthing": "Syncthing",
    "cloudstorage": "",  # where a Mac keeps what any such service mounts
}
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
}
_WINDOWS = ("APPDATA", "LOCALAPPDATA")  # below them Dropbox tells where its folders are
_LARGEST = 64 * 1024  # bytes that are read


def sync_service(folder: Path, environment: Mapping[str, str], home: Path) -> str | None:
    """The name of the service that copies `folder`, empty for one without a known name, None when there is none.

    Told from where the services say their folders are, from names on the way to the folder, and from files that they
    leave behind.
    """
    for root, name in _told(environment, home):
        if folder.is_relative_to(root):
            return name
    named = [name for name in map(_by_name, folder.parts) if name is not None]
    if named:
        return max(named, key=len)
    return next((name for place in (folder, *folder.parents) for name in _marks(place)), None)


def _by_name(part: str) -> str | None:
    part = part.casefold()
    for start, name in _STARTS.items():
        rest = part.removeprefix(start)
        if rest != part and not rest[:1].isalnum():  # "OneDrive - Harbor Street", but no "Dropboxes"
            return name
    return _NAMES.get(part)


def _told(environment: Mapping[str, str], home: Path) -> Iterator[tuple[Path, str]]:
    for variable, value in environment.items():
        if variable.casefold().startswith("onedrive") and value:
            yield Path(value), "OneDrive"
    places = [home / ".dropbox", *(Path(environment[v]) / "Dropbox" for v in _WINDOWS if environment.get(v))]
    for place in places:
        for path in _dropbox_roots(place / "info.json"):
            yield path, "Dropbox"


def _dropbox_roots(file: Path) -> list[Path]:
    """The folders of all accounts that Dropbox names in its `info.json`."""
    try:
        with file.open("rb") as source:
            accounts = json.loads(source.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return []  # no Dropbox, or one that tells nothing
    kept = accounts.values() if isinstance(accounts, dict) else ()
    paths = [account.get("path") for account in kept if isinstance(account, dict)]
    return [Path(path) for path in paths if isinstance(path, str) and path]


def _marks(place: Path) -> Iterator[str]:
    try:
        names = {entry.name for entry in place.iterdir() if entry.name in _MARKS}
        if (place / ".dropbox").is_file():  # in the home folder a folder of that name says nothing
            yield "Dropbox"
    except OSError:
        return  # not there yet, or not ours to look into
    yield from (_MARKS[name] for name in names)
