"""Settings come back as they were kept, and a damaged file never keeps the program from starting."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.settings import LOOKS, Settings, read, write

_KEPT = Settings("es", 1.5, "dark", Path("/home/ann/Practice – ñ"), (1366, 768))
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_what_was_kept_comes_back_and_the_folder_is_made(tmp_path: Path) -> None:
    file = tmp_path / "config" / "Recovery Desktop" / "settings.json"
    assert read(file) == Settings()
    for settings in (_KEPT, Settings()):
        write(file, settings)
        assert read(file) == settings
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"null", b"[]", b'"x"', b"[" * 60_000, b"{}" + b" " * 70_000]
)
def test_a_damaged_file_is_as_good_as_none(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert read(file) == Settings()


def test_a_folder_in_the_place_of_the_file_is_as_good_as_none(tmp_path: Path) -> None:
    assert read(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "../en"),
        ("language", "EN"),
        ("text_size", 0.5),
        ("text_size", 200),
        ("text_size", float("nan")),
        ("text_size", True),
        ("look", "pink"),
        ("look", ["dark"]),
        ("vault_folder", ""),
        ("vault_folder", "a\0b"),
        ("window_size", [1366]),
        ("window_size", [1366, -768]),
        ("window_size", [1366, 768.5]),
    ],
)
def test_one_impossible_value_is_dropped_and_the_others_stay(name: str, value: object, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    write(file, _KEPT)
    content = json.loads(file.read_bytes())
    file.write_text(json.dumps({**content, name: value}), encoding="utf-8")
    found = read(file)
    assert getattr(found, name) == getattr(Settings(), name)
    others = [other for other in content if other != name]
    assert [getattr(found, other) for other in others] == [getattr(_KEPT, other) for other in others]


@given(st.dictionaries(st.sampled_from(["language", "text_size", "look", "vault_folder", "window_size"]), _json))
def test_any_content_gives_usable_settings(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    file = tmp_path_factory.getbasetemp() / "any-settings.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    found = read(file)
    assert 1.0 <= found.text_size <= 2.0
    assert found.look in LOOKS
    write(file, found)
    assert read(file) == found
