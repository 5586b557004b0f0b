"""From a passphrase or a recovery code to the key that opens the vault, whichever copy of the key file survives."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from recovery_desktop.files import write_atomically
from recovery_desktop.vault import keyslots, layout
from recovery_desktop.vault.cost import KeyCost
from recovery_desktop.vault.errors import (
    KeySlotsDamaged,
    VaultError,
    VaultMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.keyslots import Header, Slot, Unreadable
from recovery_desktop.vault.passphrase import as_secret
from recovery_desktop.vault.recovery_code import new_code, secret_of
from recovery_desktop.vault.swap import settle


@dataclass(frozen=True)
class VaultKey:
    """What opens one vault. Made by `unlock_key` or `recover_key`; holds secrets, so it shows none of them."""

    data: bytes = field(repr=False)
    header: Header = field(repr=False)
    opened_by: str

    @property
    def vault(self) -> bytes:
        """The id of the vault it belongs to."""
        return self.header.vault

    @property
    def for_database(self) -> bytes:
        """SQLCipher's raw key."""
        return _derived(self.data, self.vault, "db")

    @property
    def for_header(self) -> bytes:
        """The key that seals the key file and what is remembered outside the database."""
        return header_key(self.data, self.vault)


def header_key(data_key: bytes, vault: bytes) -> bytes:
    """The key that seals a key file for this data key."""
    return _derived(data_key, vault, "header")


def unlock_key(folder: Path, passphrase: str) -> VaultKey:
    """The key of the vault in `folder`. Slow on purpose; runs in any thread.

    Raises WrongPassphrase, KeySlotsDamaged, VaultMissing, VaultInUse (while another program finishes a change),
    NotEnoughMemory, VaultReadOnly, DiskFailed.
    """
    settle(folder)
    return key_from(read_copies(folder), keyslots.PASSPHRASE, as_secret(passphrase))


def recover_key(folder: Path, recovery_code: str) -> VaultKey:
    """The key of the vault in `folder` from the printed sheet. Slow on purpose; runs in any thread.

    Raises MistypedRecoveryCode at once; WrongRecoveryCode and what `unlock_key` raises later.
    """
    secret = secret_of(recovery_code)
    settle(folder)
    return key_from(read_copies(folder), keyslots.RECOVERY, secret)


def new_key(passphrase: str, cost: KeyCost, old: Header | None = None) -> tuple[VaultKey, str]:
    """A new random data key with its two slots, for a new vault or for that of `old`, and the recovery code. Slow."""
    vault, generation = (old.vault, old.generation + 1) if old else (secrets.token_bytes(16), 1)
    data_key, code = secrets.token_bytes(32), new_code()
    slots = (
        Slot.wrap(data_key, as_secret(passphrase), keyslots.PASSPHRASE, vault, cost),
        Slot.wrap(data_key, secret_of(code), keyslots.RECOVERY, vault, cost),
    )
    header = Header.sealed(vault, generation, slots, header_key(data_key, vault))
    return VaultKey(data_key, header, keyslots.PASSPHRASE), code


def rewrapped(key: VaultKey, kind: str, secret: bytes) -> VaultKey:
    """`key` with its slot of that kind made anew for `secret`, at the cost of the old one. Slow."""
    old = key.header.slot(kind) or key.header.slots[0]
    slot = Slot.wrap(key.data, secret, kind, key.vault, old.cost)
    others = tuple(other for other in key.header.slots if other.kind != kind)
    header = Header.sealed(key.vault, key.header.generation + 1, (slot, *others), key.for_header)
    return VaultKey(key.data, header, key.opened_by)


def key_from(headers: list[Header], kind: str, secret: bytes) -> VaultKey:
    """Tries `secret` on the slots of that kind, newest header first.

    Raises KeySlotsDamaged without a header or for one that somebody forged, else WrongPassphrase or WrongRecoveryCode.
    """
    failure: VaultError = WrongRecoveryCode() if kind == keyslots.RECOVERY else WrongPassphrase()
    if not headers:
        raise KeySlotsDamaged
    for header in headers:
        slot = header.slot(kind)
        data_key = slot.unwrap(secret, header.vault) if slot else None
        if data_key is None:
            continue
        if header.is_sealed_by(header_key(data_key, header.vault)):
            return VaultKey(data_key, header, kind)
        failure = KeySlotsDamaged()
    raise failure


def read_copies(folder: Path) -> list[Header]:
    """The readable, differing copies of the key file, newest first. Raises VaultMissing where there is nothing."""
    if not layout.has_vault(folder):
        raise VaultMissing
    return sorted(set(_readable_copies(folder)), key=lambda header: -header.generation)


def _readable_copies(folder: Path) -> Iterator[Header]:
    for name in (layout.KEYSLOTS, layout.KEYSLOTS_COPY):
        content = _content(folder / name)
        if content is None:
            continue
        try:
            yield Header.from_bytes(content)
        except Unreadable:
            continue  # the other copy counts; opening the vault rewrites this one


def _content(file: Path) -> bytes | None:
    """What is in a key file, cut off where no real one reaches; None where there is none or it cannot be read."""
    try:
        with file.open("rb") as source:
            return source.read(keyslots.LARGEST + 1)
    except OSError:
        return None  # a missing or unreadable copy is one to be healed from the other


def write_header(folder: Path, header: Header) -> None:
    """Puts `header` into both copies, one after the other, so that at every moment one of them is whole.

    Raises DiskFull, DiskFailed, VaultReadOnly.
    """
    with named_errors():
        for name in (layout.KEYSLOTS_COPY, layout.KEYSLOTS):
            write_atomically(folder / name, header.to_bytes())


def copies_agree(folder: Path, key: VaultKey) -> bool:
    """True when both copies are the one that opened the vault; else `write_header` makes them so."""
    content = key.header.to_bytes()
    return all(_content(folder / name) == content for name in (layout.KEYSLOTS, layout.KEYSLOTS_COPY))


def _derived(data_key: bytes, vault: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=vault, info=b"recovery-desktop " + purpose.encode()).derive(data_key)
