"""The two commands: `run` starts the sample, `test` runs the checks until one fails."""

from pathlib import Path
from types import ModuleType

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
    dev: ModuleType, started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
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
