"""PySide's hook on Python's imports is off: it would read the source of every module that comes after."""

import builtins
import linecache
import sys
from pathlib import Path

import pytest
import recovery_desktop_ui


def test_python_imports_by_itself() -> None:
    assert recovery_desktop_ui.__name__ in sys.modules
    assert builtins.__import__ is builtins.__orig_import__  # type: ignore[attr-defined]


def test_what_is_imported_is_not_read_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "of_no_use.py"
    module.write_text("WORD = 'PySide6'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert __import__("of_no_use").WORD == "PySide6"
    assert str(module) not in linecache.cache
