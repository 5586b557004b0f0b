"""Key files that nobody in their right mind would write: each is refused by name, whatever is in it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_desktop.vault.keys import new_key
from recovery_desktop.vault.keyslots import Header, Unreadable
from tests.vault.practice import CHEAP, PASSPHRASE

_CONTENT = new_key(PASSPHRASE, CHEAP)[0].header.to_bytes()

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def _anything(content: bytes) -> None:
    try:
        header = Header.from_bytes(content)
    except Unreadable:
        return
    assert header.to_bytes() == content


def _fields_changed(path: tuple[str | int, ...], value: object) -> bytes:
    content = json.loads(_CONTENT)
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(content, indent=1).encode()


_PATHS: list[tuple[str | int, ...]] = [
    ("slots", 1),
    *[(name,) for name in ("format", "v", "vault", "generation", "slots", "mac", "checksum")],
    *[("slots", 0, name) for name in ("kind", "kdf", "nonce", "wrapped")],
    *[("slots", 1, "kdf", name) for name in ("alg", "m", "t", "p", "salt")],
]


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_by_name(content: bytes) -> None:
    _anything(content)


@given(st.sampled_from(_PATHS), ANY_JSON)
def test_any_value_in_any_field_is_refused_by_name(path: tuple[str | int, ...], value: object) -> None:
    _anything(_fields_changed(path, value))


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(st.sampled_from(_PATHS), ANY_JSON, st.binary(max_size=100), st.integers(0, len(_CONTENT)))
def test_any_key_file_is_refused_by_name_20_000_times(
    path: tuple[str | int, ...], value: object, noise: bytes, place: int
) -> None:
    _anything(_fields_changed(path, value))
    _anything(_CONTENT[:place] + noise + _CONTENT[place:])
    _anything(noise)
    _anything(b"[" * 30_000)
