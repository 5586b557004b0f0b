"""The key file: the vault's data key, wrapped once by the passphrase and once by the recovery code."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from recovery_desktop.vault.canonical import canonical
from recovery_desktop.vault.cost import KeyCost

PASSPHRASE = "passphrase"
RECOVERY = "recovery"
LARGEST = 64 * 1024  # bytes read at most
_KINDS = (PASSPHRASE, RECOVERY, "passphrase+keyfile")
_FORMAT = "recovery-desktop-keyslots"
_VERSION = 1


class Unreadable(ValueError):
    """This is not a key file, or not the whole of one."""


@dataclass(frozen=True)
class Slot:
    """One way in: the data key, encrypted under a key that Argon2id makes of a secret."""

    kind: str
    cost: KeyCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    @classmethod
    def wrap(cls, data_key: bytes, secret: bytes, kind: str, vault: bytes, cost: KeyCost) -> "Slot":
        """A new slot that gives `data_key` to who knows `secret`. Slow."""
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        key = cost.derive(secret, salt)
        return cls(kind, cost, salt, nonce, AESGCM(key).encrypt(nonce, data_key, _bound(vault, kind, cost)))

    def unwrap(self, secret: bytes, vault: bytes) -> bytes | None:
        """The data key, or None when `secret` is not the right one. Slow."""
        key = self.cost.derive(secret, self.salt)
        try:
            return AESGCM(key).decrypt(self.nonce, self.wrapped, _bound(vault, self.kind, self.cost))
        except InvalidTag:
            return None

    def as_json(self) -> dict[str, Any]:
        """The slot as the key file holds it."""
        return {
            "kind": self.kind,
            "kdf": {**_cost_as_json(self.cost), "salt": self.salt.hex()},
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
        }


@dataclass(frozen=True)
class Header:
    """The whole key file. `generation` grows with every change, so that the newer of two copies is known."""

    vault: bytes
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes

    @classmethod
    def sealed(cls, vault: bytes, generation: int, slots: tuple[Slot, ...], seal_key: bytes) -> "Header":
        """A header whose slots nobody without the data key can add to or exchange."""
        body = canonical(_body(vault, generation, slots))
        return cls(vault, generation, slots, hmac.digest(seal_key, body, "sha256"))

    def is_sealed_by(self, seal_key: bytes) -> bool:
        """True when this header was made by one who had the data key."""
        body = canonical(_body(self.vault, self.generation, self.slots))
        return hmac.compare_digest(self.mac, hmac.digest(seal_key, body, "sha256"))

    def slot(self, kind: str) -> Slot | None:
        """The slot of that kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def to_bytes(self) -> bytes:
        """The file's content. Its checksum tells a damaged file from a wrong passphrase."""
        content = {**_body(self.vault, self.generation, self.slots), "mac": self.mac.hex()}
        content["checksum"] = hashlib.sha256(canonical(content)).hexdigest()
        return json.dumps(content, indent=1).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Header":
        """Reads a key file; raises Unreadable for anything that `to_bytes` has not written, whatever it is."""
        try:
            if len(content) > LARGEST:
                raise Unreadable("too large")
            header = _parsed(json.loads(content.decode("utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable("not a key file") from error
        if header.to_bytes() != content:  # one form only: nothing may ride along unseen
            raise Unreadable("not as written")
        return header


def _parsed(content: dict[str, Any]) -> Header:
    if content["format"] != _FORMAT or content["v"] != _VERSION:
        raise Unreadable("another format")
    generation = content["generation"]
    if type(generation) is not int or not 0 < generation < 2**53:
        raise Unreadable("generation")
    slots = tuple(_parsed_slot(slot) for slot in content["slots"])
    if len({slot.kind for slot in slots}) != len(slots):
        raise Unreadable("two slots of one kind")
    return Header(_hex(content["vault"], 16), generation, slots, _hex(content["mac"], 32))


def _parsed_slot(content: dict[str, Any]) -> Slot:
    kdf = content["kdf"]
    if content["kind"] not in _KINDS or kdf["alg"] != "argon2id":
        raise Unreadable("unknown slot")
    measures = [kdf["m"], kdf["t"], kdf["p"]]
    if any(type(measure) is not int for measure in measures):
        raise Unreadable("key cost")
    return Slot(
        content["kind"],
        KeyCost(*measures),
        _hex(kdf["salt"], 16),
        _hex(content["nonce"], 12),
        _hex(content["wrapped"], 48),
    )


def _hex(text: str, length: int) -> bytes:
    value = bytes.fromhex(text)
    if len(value) != length:
        raise Unreadable("length")
    return value


def _body(vault: bytes, generation: int, slots: tuple[Slot, ...]) -> dict[str, Any]:
    slot_list = [slot.as_json() for slot in slots]
    return {"format": _FORMAT, "v": _VERSION, "vault": vault.hex(), "generation": generation, "slots": slot_list}


def _cost_as_json(cost: KeyCost) -> dict[str, Any]:
    return {"alg": "argon2id", "m": cost.memory, "t": cost.passes, "p": cost.lanes}


def _bound(vault: bytes, kind: str, cost: KeyCost) -> bytes:
    """What a slot is tied to: it opens nowhere else and with no other cost."""
    return canonical({"v": _VERSION, "vault": vault.hex(), "kind": kind, "kdf": _cost_as_json(cost)})
