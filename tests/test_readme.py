"""Every command in the README works as it stands there."""

import importlib
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support import need

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line]
OURS = [command for command in COMMANDS if command.startswith(".venv/bin/python ")]
ALL_TESTS = "python3 build/dev.py test"
SOME_TESTS = [command for command in COMMANDS if command.startswith(f"{ALL_TESTS} ")]
OTHERS = [command for command in COMMANDS if command not in [*OURS, *SOME_TESTS, ALL_TESTS]]


def run(command: list[str], folder: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    typed_by_hand = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        command, input=typed, capture_output=True, text=True, cwd=folder, env=typed_by_hand, timeout=300, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def test_the_program_s_commands_work_one_after_the_other(tmp_path: Path) -> None:
    for name in ("recovery_desktop", "resources"):
        (tmp_path / name).symlink_to(ROOT / name)
    for command in OURS:
        run([sys.executable, *shlex.split(command)[1:]], tmp_path, "six plain words would do\n")
    for folder in ("sample-plans", "plans"):
        assert list((tmp_path / folder).glob("*.pdf")), folder
    assert (tmp_path / "client.json").stat().st_size > 1000


@pytest.mark.parametrize("command", SOME_TESTS)
def test_what_the_tests_are_asked_for_exists(command: str) -> None:
    """The tests cannot run themselves; they collect what the command would run. All tests are what runs here."""
    asked = shlex.split(command)[3:]
    collected = run([sys.executable, "-m", "pytest", "--collect-only", "-q", *asked], ROOT)
    assert re.search(r"^tests/\S+::test_|\d+ tests? collected|\d+/\d+ tests collected", collected.stdout, re.MULTILINE)


def test_the_two_commands_stand_first_and_ci_runs_the_second() -> None:
    assert COMMANDS[:2] == ["python3 build/dev.py run", ALL_TESTS]
    assert ALL_TESTS in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_run_command_writes_the_sample_plans(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(ROOT / "build")
    environment = importlib.import_module("environment")
    made = environment._is_still_right(environment._read_stamp(), None)
    need(made, "the command would make the environment anew under these tests: start them with build/dev.py test")
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # the plans are left for their reader, here nobody
    written = run(["python3", "build/dev.py", "run"], ROOT).stdout
    folder = Path(re.findall(r"The plans are in (.+)", written)[0])
    assert len(list(folder.glob("RD-*_plan_v*.pdf"))) >= 1


def test_no_command_is_left_untried() -> None:
    assert OTHERS == ["python3 build/dev.py run"]


def test_every_dependency_is_named_with_what_it_does() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [re.split(r"[<>=]", dependency)[0] for dependency in project["dependencies"]]
    assert [name for name in wanted if not re.search(rf"^\| .*\b{name}\b.* \| .+ \|$", README, re.MULTILINE)] == []


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`?((?:recovery_desktop|resources|tests|build|ui)/[\w/.-]+)", README)))
)
def test_every_place_named_exists(path: str) -> None:
    assert (ROOT / path.rstrip(".")).exists()
