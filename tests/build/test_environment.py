"""`.venv` is made once, completed when more is asked for, and made anew when it is not what the locks say."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Scratch:
    """The real module with a folder and locks of its own; what pip would install is only noted."""

    def __init__(self, module: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.module = module
        self.done: list[str] = []
        self._run = subprocess.run
        monkeypatch.setattr(module, "FOLDER", folder / "env")
        monkeypatch.setattr(module, "STAMP", folder / "env" / "made-from.json")
        for lock in ("PROGRAM_LOCK", "TEST_LOCK"):
            monkeypatch.setattr(module, lock, folder / lock)
            (folder / lock).write_text("one==1\n", encoding="utf-8")
        monkeypatch.setattr(module.subprocess, "run", self._watched_run)

    def prepare(self, for_tests: bool = False) -> list[str]:
        """What `prepare` does this time."""
        self.done.clear()
        self.module.prepare(for_tests, sys.executable)
        return list(self.done)

    def _watched_run(self, command: list[str], **options: object) -> object:
        if "pip" in command:
            self.done.append(Path(command[-1]).name)
            return subprocess.CompletedProcess(command, 0)
        if "venv" in command:
            self.done.append("made")
            command = [*command, "--without-pip"]
        return self._run(command, **options)


@pytest.fixture
def scratch(environment: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    return Scratch(environment, tmp_path, monkeypatch)


def test_it_is_made_once(scratch: Scratch) -> None:
    assert scratch.prepare() == ["made", "PROGRAM_LOCK"]
    assert scratch.prepare() == []


def test_the_tests_libraries_come_on_top(scratch: Scratch) -> None:
    scratch.prepare()
    assert scratch.prepare(for_tests=True) == ["TEST_LOCK"]
    assert scratch.prepare(for_tests=True) == []
    assert scratch.prepare() == []


def test_the_tests_libraries_hold_the_program_s(scratch: Scratch) -> None:
    assert scratch.prepare(for_tests=True) == ["made", "TEST_LOCK"]
    assert scratch.prepare() == []


def test_a_changed_lock_makes_it_anew(scratch: Scratch) -> None:
    scratch.prepare()
    scratch.module.PROGRAM_LOCK.write_text("one==2\n", encoding="utf-8")
    assert scratch.prepare() == ["made", "PROGRAM_LOCK"]


def test_a_python_that_is_gone_makes_it_anew(scratch: Scratch) -> None:
    scratch.prepare()
    scratch.module._python().unlink()
    assert scratch.prepare() == ["made", "PROGRAM_LOCK"]


def test_an_interruption_makes_it_anew(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch.prepare()
    with monkeypatch.context() as now, pytest.raises(KeyboardInterrupt):
        now.setattr(scratch.module, "_put_the_project_on_the_path", interrupted)
        scratch.prepare(for_tests=True)
    assert scratch.prepare() == ["made", "PROGRAM_LOCK"]


def test_it_finds_the_project_from_anywhere(scratch: Scratch, tmp_path: Path) -> None:
    python = scratch.module.prepare(asked=sys.executable)
    ask = "import sys, recovery_desktop; print(recovery_desktop.__file__, *sys.path, sep='\\n')"
    home, *paths = subprocess.check_output([python, "-c", ask], cwd=tmp_path, text=True).splitlines()
    assert Path(home).parent.parent == ROOT
    assert str(ROOT / "ui") in paths


def interrupted() -> None:
    raise KeyboardInterrupt
