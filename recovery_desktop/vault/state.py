"""What is remembered of the vault outside its database, so that a database put back from elsewhere is noticed."""

import hmac
import json
from pathlib import Path

from recovery_desktop.files import write_atomically
from recovery_desktop.vault import layout
from recovery_desktop.vault.audit import Head
from recovery_desktop.vault.canonical import canonical

_LARGEST = 4096


def write_state(folder: Path, head: Head, seal_key: bytes) -> None:
    """Remembers the end of the audit chain. Raises OSError."""
    body = {"v": 1, "seq": head.seq, "head": head.mac.hex()}
    mac = hmac.new(seal_key, canonical(body), "sha256").hexdigest()
    write_atomically(folder / layout.STATE, canonical({**body, "mac": mac}))


def read_state(folder: Path, seal_key: bytes) -> Head | None:
    """The remembered end of the chain, or None where there is none of this vault's making."""
    try:
        with (folder / layout.STATE).open("rb") as file:
            content = json.loads(file.read(_LARGEST))
        mac = content.pop("mac")
        if not hmac.compare_digest(mac, hmac.new(seal_key, canonical(content), "sha256").hexdigest()):
            return None
        return Head(int(content["seq"]), bytes.fromhex(content["head"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # nothing to compare with: a lost memory is no fault of the vault
