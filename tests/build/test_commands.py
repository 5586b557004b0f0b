"""The two commands: `run` starts the sample, `test` runs the checks until one fails, and all tests side by side."""

from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

PYTHON = Path("python")


@pytest.fixture
def started(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would be started; mypy fails, and qpdf is missing on this computer."""
    commands: list[list[str]] = []

    def start(python: Path, command: list[str], **variables: str) -> int:
        commands.append(command)
        return 3 if command == ["mypy"] else 0

    monkeypatch.setattr(dev, "_start", start)
    monkeypatch.setattr(dev.screen, "check_qt", lambda python, on_screen: None)
    monkeypatch.setattr(dev.system, "provide", lambda packages: ["qpdf"])
    return commands


def test_run_starts_the_sample_with_what_was_passed_on(dev: ModuleType, started: list[list[str]]) -> None:
    assert dev.run(PYTHON, ["--export", "here"]) == 0
    assert started == [["recovery_desktop", "--sample", "--export", "here"]]


def test_run_writes_the_plans_when_there_is_no_screen(
    dev: ModuleType,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(dev.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(dev.screen, "is_there", lambda: False)
    dev.run(PYTHON, [])
    assert capsys.readouterr().out.startswith("There is no screen here: ")
    ((*command, folder),) = started
    assert command == ["recovery_desktop", "--sample", "--export"] and Path(folder).is_dir()


def test_test_ends_with_the_first_failure(dev: ModuleType, started: list[list[str]]) -> None:
    assert dev.test(PYTHON, []) == 3
    assert started == [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]]


@pytest.mark.usefixtures("started")
def test_test_names_the_tools_it_lacks(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    dev.test(PYTHON, [])
    assert "`sudo apt-get install qpdf`" in capsys.readouterr().out


@pytest.fixture
def last(dev: ModuleType, started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """How the tests would be started when nothing fails before; memory has as much room as it is made to have."""
    found: dict[str, Any] = {"free": 10 * 1024**3}

    def start(python: Path, command: list[str], **variables: str) -> int:
        found.update(command=command, folder=variables.get("TMPDIR"), compiled=variables["PYTHONPYCACHEPREFIX"])
        return 0

    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(dev, "_start", start)
    monkeypatch.setattr(dev.os, "access", lambda folder, _mode: folder == Path("/dev/shm"))
    monkeypatch.setattr(dev.shutil, "disk_usage", lambda _folder: SimpleNamespace(free=found["free"]))
    return found


def test_all_tests_run_side_by_side_in_memory(dev: ModuleType, last: dict[str, Any]) -> None:
    assert dev.test(PYTHON, []) == 0
    assert last["command"] == ["pytest", "--numprocesses=auto", "--dist=worksteal"]
    assert last["folder"] == str(Path("/dev/shm"))
    assert Path(last["compiled"]).parent == dev.environment.FOLDER


def test_without_room_in_memory_they_run_on_the_disk(dev: ModuleType, last: dict[str, Any]) -> None:
    last["free"] = 64 * 1024**2
    dev.test(PYTHON, [])
    assert last["folder"] is None


@pytest.mark.parametrize("asked", [["tests/test_text.py", "--pdb"], ["tests/benchmarks", "--benchmark-enable"]])
def test_what_is_asked_for_runs_by_itself_on_the_disk(dev: ModuleType, last: dict[str, Any], asked: list[str]) -> None:
    dev.test(PYTHON, asked)
    assert (last["command"], last["folder"]) == (["pytest", *asked], None)
