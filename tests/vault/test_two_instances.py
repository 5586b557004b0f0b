"""Two programs at one vault: exactly one gets it, and nothing that a dead one left behind keeps anybody out."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recovery_desktop.vault import VaultInUse
from tests.vault.small import add_note, new_vault, notes, opened

_PROGRAM = """
import sys, time
from pathlib import Path
from recovery_desktop.vault import VaultInUse, open_vault, unlock_key
from tests.vault.practice import PASSPHRASE
from tests.vault.small import SCHEMA, add_note
folder = Path(sys.argv[1])
key = unlock_key(folder, PASSPHRASE)
print("ready", flush=True)
for line in sys.stdin:
    while time.time() < float(line):
        pass
    try:
        vault = open_vault(folder, key, SCHEMA, ballast=0)
    except VaultInUse:
        print("in use", flush=True)
        sys.stdin.readline()
        continue
    add_note(vault, sys.argv[2])
    print("open", flush=True)
    sys.stdin.readline()
    vault.close()
"""


def _start(folder: Path, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _PROGRAM, str(folder), name]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert _answer(process) == "ready"
    return process


def _answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _say(process: subprocess.Popen[str], text: str) -> None:
    assert process.stdin is not None
    process.stdin.write(text + "\n")
    process.stdin.flush()


def _race(folder: Path, rounds: int) -> None:
    new_vault(folder).vault.close()
    both = [_start(folder, name) for name in ("a", "b")]
    for _round in range(rounds):
        at = time.time() + 0.01
        for process in both:
            _say(process, str(at))
        answers = sorted(_answer(process) for process in both)
        assert answers == ["in use", "open"]
        for process in both:
            _say(process, "close")
    for process in both:
        process.communicate()
    vault = opened(folder)
    assert len(notes(vault)) == rounds
    assert vault.check() == []
    vault.close()


def test_exactly_one_of_two_opens(tmp_path: Path) -> None:
    _race(tmp_path / "vault", 20)


@pytest.mark.long
def test_exactly_one_of_two_opens_200_times(tmp_path: Path) -> None:
    _race(tmp_path / "vault", 200)


def test_dead_holder_keeps_nobody_out(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    new_vault(folder).vault.close()
    holder = _start(folder, "holder")
    _say(holder, "0")
    assert _answer(holder) == "open"
    with pytest.raises(VaultInUse):
        opened(folder)
    holder.kill()
    holder.communicate()
    vault = opened(folder)
    assert notes(vault) == ["holder"]
    vault.close()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage \xff\x00",
        b"1\n",
        pytest.param(str(os.getpid()).encode(), id="own number"),  # two processes of one run name it alike
        b"4242 other-laptop.example",
        b"x" * 100_000,
    ],
)
def test_whatever_lies_in_the_lock_file_the_vault_opens(content: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    new_vault(folder).vault.close()
    (folder / "vault.lock").write_bytes(content)
    vault = opened(folder)
    add_note(vault, "open")
    vault.close()
    (folder / "vault.lock").unlink()
    opened(folder).close()
