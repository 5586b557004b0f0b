"""Any Python can start `build/dev.py`, which then finds the one that fits, or says what is missing."""

import ast
import os
import stat
import sys
from pathlib import Path
from types import ModuleType

import pytest

BUILD = Path(__file__).resolve().parents[2] / "build"
STARTED_BY_ANY_PYTHON = {"dev", "environment", "pythons", "screen", "system"}


@pytest.mark.parametrize("name", sorted(STARTED_BY_ANY_PYTHON))
def test_python_3_8_can_read_it_and_needs_no_library(name: str) -> None:
    source = (BUILD / f"{name}.py").read_text(encoding="utf-8")
    nodes = list(ast.walk(ast.parse(source, feature_version=(3, 8))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= STARTED_BY_ANY_PYTHON | sys.stdlib_module_names
    assert "__future__" in imported  # newer types in annotations are never looked at


def test_the_newest_with_wheels_is_taken(pythons: ModuleType) -> None:
    found = [python(pythons, 8), python(pythons, 11), python(pythons, 13), python(pythons, 15)]
    found.append(python(pythons, 14, is_usual=False))
    assert pythons.choose(found) == python(pythons, 13)


def test_one_that_can_make_environments_goes_first(pythons: ModuleType) -> None:
    found = [python(pythons, 11), python(pythons, 13, makes_environments=False)]
    assert pythons.choose(found) == python(pythons, 11)


def test_a_computer_without_one_is_told_what_it_needs(pythons: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"old": python(pythons, 8), "new": python(pythons, 15), "shim": None}
    monkeypatch.setattr(pythons, "_candidates", lambda: answers)
    monkeypatch.setattr(pythons, "_describe", answers.get)
    with pytest.raises(
        SystemExit, match=r"needs Python 3\.11 to 3\.14 .* found 3\.8, 3\.15: install Python .* again\."
    ):
        pythons.find()


def test_a_shim_with_no_python_behind_it_is_passed_over(
    pythons: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_windows = os.name == "nt"
    shim = tmp_path / ("python3.14.cmd" if on_windows else "python3.14")
    shim.write_text("@exit /b 127\n" if on_windows else "#!/bin/sh\nexit 127\n", encoding="utf-8")
    shim.chmod(shim.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pythons.find().version == sys.version_info[:2]


def python(pythons: ModuleType, minor: int, is_usual: bool = True, makes_environments: bool = True) -> object:
    return pythons.Python(f"python3.{minor}", (3, minor), is_usual, makes_environments)
