"""The program is killed at random moments: every save it reported is there, and nothing is found half done."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.vault.doing import READY, TOLD
from tests.vault.operations import ENDLESS, prepared
from tests.vault.practice import SECRET, open_practice, saved

_PLAIN = (b"SQLite format 3", b"CREATE TABLE", SECRET.encode())


def _start(name: str, root: Path) -> subprocess.Popen[str]:
    """The operation in a process of its own, about to begin."""
    command = [sys.executable, "-m", "tests.vault.doing", name, str(root)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == READY
    return process


def _told(process: subprocess.Popen[str]) -> list[str]:
    output, _errors = process.communicate()
    lines = output.splitlines()
    assert all(line.startswith(TOLD) for line in lines), lines
    return [line.removeprefix(TOLD) for line in lines]


def _kill_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Kills it and returns what it had told by then."""
    time.sleep(seconds)
    process.kill()
    return _told(process)


def _seconds(name: str, folder: Path) -> float:
    """How long the operation takes when nobody kills it."""
    prepared(name, folder)
    process = _start(name, folder)
    started = time.perf_counter()
    assert _told(process)
    shutil.rmtree(folder)
    return time.perf_counter() - started


def _kill_saves(folder: Path, kills: int) -> None:
    operation = prepared(ENDLESS, folder / "root")
    told = ["2"]
    for _kill in range(kills):
        told += _kill_after(_start(ENDLESS, folder / "root"), random.uniform(0, 0.2))
        operation.check(folder / "root", told)
        told.append(_number_in(folder / "root" / "vault"))  # one more than was told may have been on its way
    assert int(told[-1]) > 2


def _number_in(folder: Path) -> str:
    store = open_practice(folder)
    try:
        return str(saved(store))
    finally:
        store.close()


def _kill_at_random(name: str, folder: Path, kills: int) -> None:
    longest = _seconds(name, folder / "measured")
    operation = prepared(name, folder / "root")
    for _kill in range(kills):
        left = Path(shutil.copytree(folder / "root", folder / "left"))
        told = _kill_after(_start(name, left), random.uniform(0, longest))
        _nothing_plain(left)
        operation.check(left, told)
        shutil.rmtree(left)


def _nothing_plain(folder: Path) -> None:
    """No file of a vault may ever hold a readable word of what is in it."""
    for file in folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not any(word in content for word in _PLAIN), file.name


def test_saves_survive_a_few_kills(tmp_path: Path) -> None:
    _kill_saves(tmp_path, 4)


@pytest.mark.long
def test_saves_survive_200_kills(tmp_path: Path) -> None:
    _kill_saves(tmp_path, 200)


@pytest.mark.parametrize("name", ["update", "creation", "new-key", "restore"])
def test_operation_survives_a_few_kills(name: str, tmp_path: Path) -> None:
    _kill_at_random(name, tmp_path, 2)


@pytest.mark.long
@pytest.mark.parametrize("name", ["update", "creation", "new-key", "restore", "backup", "passphrase"])
def test_operation_survives_200_kills(name: str, tmp_path: Path) -> None:
    _kill_at_random(name, tmp_path, 200)
