"""The disk fails at the n-th write, sync or rename: the counselor sees a named error; what was reported is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import need
from tests.vault.doing import ERROR, READY, TOLD
from tests.vault.operations import OPERATIONS, Operation, prepared

CALLS = ("pwrite64", "write", "fsync", "rename", "ftruncate", "unlink", "unlinkat", "mkdir")


def _fails(operation: Operation, name: str, root: Path, left: Path, call: str, number: int) -> bool:
    """Runs the operation with that call failing once; False when it makes fewer such calls."""
    shutil.copytree(root, left)
    log = left.with_suffix(".log")
    command = ["strace", "-f", "--seccomp-bpf", "-o", str(log), "-e", f"trace={call}"]
    command += ["-e", f"inject={call}:error=EIO:when={number}"]
    command += [sys.executable, "-m", "tests.vault.doing", name, str(left)]
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=quiet)
    lines = run.stdout.splitlines()
    told = [line.removeprefix(TOLD) for line in lines if line.startswith(TOLD)]
    errors = [line for line in lines if line.startswith(ERROR)]
    where = f"{name}: {call} number {number} failed; {lines}; {run.stderr[-2000:]}"
    assert run.returncode == 0, where
    assert lines[:1] == [READY], where
    assert told or errors, where
    assert set(errors) <= {ERROR + "DiskFailed", ERROR + "BackupTargetLost"}, where
    try:
        operation.check(left, told)
    except Exception as error:
        error.add_note(where)
        raise
    shutil.rmtree(left)
    return "INJECTED" in log.read_text()


@pytest.mark.parametrize(
    ("name", "call", "number"),
    [
        ("save", "pwrite64", 9),
        ("save", "fsync", 7),
        ("save", "ftruncate", 2),
        ("update", "fsync", 14),
        ("backup", "write", 2),
        ("restore", "rename", 4),
        ("passphrase", "fsync", 5),
        ("new-key", "rename", 6),
        ("creation", "mkdir", 2),
    ],
)
def test_one_failing_call(name: str, call: str, number: int, tmp_path: Path) -> None:
    need(shutil.which("strace"), "strace is not installed")
    operation = prepared(name, tmp_path / "root")
    assert _fails(operation, name, tmp_path / "root", tmp_path / "left", call, number)


@pytest.mark.long
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_failing_call(name: str, call: str, tmp_path: Path) -> None:
    need(shutil.which("strace"), "strace is not installed")
    operation = prepared(name, tmp_path / "root")
    for number in range(1, 201):
        if not _fails(operation, name, tmp_path / "root", tmp_path / "left", call, number):
            break
