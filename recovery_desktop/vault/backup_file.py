"""A backup as one file: a ZIP without compression that holds the encrypted database, its key file and a manifest."""

import errno
import hashlib
import hmac
import json
import os
import struct
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from recovery_desktop.files import sync
from recovery_desktop.vault import keyslots, layout
from recovery_desktop.vault.audit import Head
from recovery_desktop.vault.canonical import canonical
from recovery_desktop.vault.errors import BackupDamaged, BackupTooNew
from recovery_desktop.vault.keyslots import Header

_MANIFEST = "manifest.json"
_LARGEST_MANIFEST = 64 * 1024
_SLICE = 1024 * 1024
_FORMAT = "recovery-desktop-backup"
_VERSION = 1
_UNREADABLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, KeyError, TypeError, AttributeError, RecursionError,
    struct.error, EOFError, NotImplementedError, RuntimeError, OverflowError, IndexError,
)  # fmt: skip


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself: nothing of any client. Sealed, so that one with the key can trust it."""

    vault: bytes
    made: datetime
    program: str
    schema: int
    size: int
    sha256: str
    keyslots_sha256: str
    counts: dict[str, int]
    head: Head

    def to_bytes(self, seal_key: bytes) -> bytes:
        """The manifest's file."""
        body = self._body()
        return json.dumps({**body, "mac": _mac(body, seal_key)}, indent=1, sort_keys=True).encode()

    def _body(self) -> dict[str, Any]:
        return {
            "format": _FORMAT, "v": _VERSION, "vault": self.vault.hex(), "made": self.made.astimezone(UTC).isoformat(),
            "program": self.program, "schema": self.schema, "size": self.size, "sha256": self.sha256,
            "keyslots_sha256": self.keyslots_sha256, "counts": self.counts,
            "seq": self.head.seq, "head": self.head.mac.hex(),
        }  # fmt: skip


@dataclass(frozen=True)
class Packed:
    """A backup file whose content agrees with its own sums; whether its seal is genuine only the key can tell."""

    path: Path
    manifest: Manifest
    header: Header
    mac: str

    def is_sealed_by(self, seal_key: bytes) -> bool:
        """True when the manifest was written by one who had the vault's key."""
        return hmac.compare_digest(self.mac, _mac(self.manifest._body(), seal_key))


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, as hex. Raises OSError."""
    with path.open("rb") as file:
        return _sha256(file)


def pack(target: Path, manifest: bytes, header: bytes, database: Path) -> None:
    """Writes a backup to `target` and has the disk keep it. Raises OSError."""
    with target.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            packed.writestr(_MANIFEST, manifest)
            packed.writestr(layout.KEYSLOTS, header)
            with database.open("rb") as source, packed.open(layout.DATABASE, "w", force_zip64=True) as inside:
                while part := source.read(_SLICE):
                    inside.write(part)
        file.flush()
        sync(file.fileno())
        if hasattr(os, "posix_fadvise"):  # reading back shall ask the disk, not the memory
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_packed(path: Path, *, whole: bool = True) -> Packed:
    """Opens a backup file and compares its content with its own sums; `whole=False` leaves the database unread.

    Raises BackupDamaged, BackupTooNew; OSError where the drive fails or the file is gone.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            content = json.loads(_small(packed, _MANIFEST, _LARGEST_MANIFEST))
            if content["format"] == _FORMAT and type(content["v"]) is int and content["v"] > _VERSION:
                raise BackupTooNew(file=path.name)
            manifest, mac = _parsed(content), content["mac"]
            slots = _small(packed, layout.KEYSLOTS, keyslots.LARGEST)
            _check_members(packed, manifest, slots)
            if whole:
                with packed.open(layout.DATABASE) as inside:
                    if _sha256(inside) != manifest.sha256:
                        raise BackupDamaged(file=path.name)
            return Packed(path, manifest, Header.from_bytes(slots), _hex_text(mac, 32))
    except _UNREADABLE as error:
        raise BackupDamaged(file=path.name) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a position in the file that cannot be
            raise BackupDamaged(file=path.name) from error
        raise


def unpack_database(packed: Packed, target: Path) -> None:
    """Writes the backup's database to `target`. Raises BackupDamaged when it is not the manifest's; OSError."""
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(packed.path) as source, source.open(layout.DATABASE) as inside, target.open("xb") as file:
            while part := inside.read(_SLICE):
                digest.update(part)
                file.write(part)
            file.flush()
            sync(file.fileno())
    except _UNREADABLE as error:
        raise BackupDamaged(file=packed.path.name) from error
    if digest.hexdigest() != packed.manifest.sha256:
        raise BackupDamaged(file=packed.path.name)


def _check_members(packed: zipfile.ZipFile, manifest: Manifest, slots: bytes) -> None:
    names = [info.filename for info in packed.infolist()]
    database = packed.getinfo(layout.DATABASE)
    if sorted(names) != sorted((_MANIFEST, layout.KEYSLOTS, layout.DATABASE)):
        raise ValueError("other files")
    if any(info.compress_type != zipfile.ZIP_STORED for info in packed.infolist()):
        raise ValueError("compressed")  # ours never is; a forged one could unfold without end
    if database.file_size != manifest.size or hashlib.sha256(slots).hexdigest() != manifest.keyslots_sha256:
        raise ValueError("sizes or sums differ")


def _small(packed: zipfile.ZipFile, name: str, largest: int) -> bytes:
    info = packed.getinfo(name)
    if info.file_size > largest or info.compress_type != zipfile.ZIP_STORED:
        raise ValueError("too large")
    return packed.read(info)


def _parsed(content: dict[str, Any]) -> Manifest:
    if content["format"] != _FORMAT or content["v"] != _VERSION:
        raise ValueError("another format")
    numbers = [content["schema"], content["size"], content["seq"], *content["counts"].values()]
    if any(type(number) is not int or not 0 <= number < 2**53 for number in numbers):
        raise ValueError("numbers")
    made = datetime.fromisoformat(content["made"]).astimezone(UTC)
    if not isinstance(content["program"], str):
        raise ValueError("date or program")
    return Manifest(
        bytes.fromhex(_hex_text(content["vault"], 16)), made, content["program"], content["schema"], content["size"],
        _hex_text(content["sha256"], 32), _hex_text(content["keyslots_sha256"], 32),
        {str(name): count for name, count in content["counts"].items()},
        Head(content["seq"], bytes.fromhex(_hex_text(content["head"], 32))),
    )  # fmt: skip


def _hex_text(text: str, length: int) -> str:
    if bytes.fromhex(text).hex() != text or len(text) != 2 * length:
        raise ValueError("not hex as written")
    return text


def _mac(body: dict[str, Any], seal_key: bytes) -> str:
    return hmac.new(seal_key, canonical(body), "sha256").hexdigest()


def _sha256(file: IO[bytes]) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type, unused-ignore]
