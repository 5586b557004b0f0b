"""The printed recovery code: 160 random bits as eight groups of four characters and a check of six."""

import secrets

from recovery_desktop.vault.errors import MistypedRecoveryCode

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", "–": "", " ": "", "\t": "", "\n": "", "\r": ""})
_BYTES = 20
_DATA = 32
_CHECK = 6
# The check is Bech32m's (BIP 350) over the five-bit values, behind a prefix that is ours alone.
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32M = 0x2BC830A3
_PREFIX = tuple(ord(letter) & 31 for letter in "recoverydesktop")


def new_code() -> str:
    """A new recovery code, as it is printed: `XXXX-XXXX-…-XXXXXX`."""
    return code_for(secrets.token_bytes(_BYTES))


def code_for(secret: bytes) -> str:
    """The printed form of a 20-byte secret."""
    number = int.from_bytes(secret, "big")
    values = [number >> shift & 31 for shift in range(5 * (_DATA - 1), -1, -5)]
    residue = _polymod(values + [0] * _CHECK) ^ _BECH32M
    values += [residue >> shift & 31 for shift in range(5 * (_CHECK - 1), -1, -5)]
    text = "".join(_ALPHABET[value] for value in values)
    groups = [text[start : start + 4] for start in range(0, _DATA, 4)]
    return "-".join([*groups, text[_DATA:]])


def secret_of(code: str) -> bytes:
    """The 20 bytes of a typed code: small letters, spaces, O for 0 and I or L for 1 are forgiven.

    Raises MistypedRecoveryCode for every other slip, before any slow work begins.
    """
    typed = _read(code)
    if len(typed) != _DATA + _CHECK or any(letter not in _ALPHABET for letter in typed):
        raise MistypedRecoveryCode
    values = [_ALPHABET.index(letter) for letter in typed]
    if _polymod(values) != _BECH32M:
        raise MistypedRecoveryCode
    number = 0
    for value in values[:_DATA]:
        number = number << 5 | value
    return number.to_bytes(_BYTES, "big")


def groups_of(code: str) -> list[str]:
    """The groups of a printed code as they are numbered on the sheet: eight of four characters and the check."""
    return code.split("-")


def is_group(code: str, number: int, typed: str) -> bool:
    """True when `typed` is the group of that number, from 1; as forgiving as `secret_of`."""
    return _read(typed) == groups_of(code)[number - 1]


def _read(typed: str) -> str:
    """What was typed in the letters of the code: no separators, look-alikes taken for the right letter."""
    return typed.strip().upper().translate(_FORGIVEN)


def _polymod(values: list[int]) -> int:
    """Bech32's checksum of the prefix followed by `values`."""
    checksum = 1
    for value in (*_PREFIX, *values):
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            if top >> bit & 1:
                checksum ^= generator
    return checksum
