"""The real window in a process of its own, for what only a process of its own can show."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.vault.doing import READY, TOLD

ROOT = Path(__file__).resolve().parents[3]


def environment(**more: str) -> Mapping[str, str]:
    """Where the process finds the program; no screen is needed."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "ui")])
    return {
        **os.environ,
        "PYTHONPATH": paths,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONFAULTHANDLER": "1",
        **more,
    }


@contextmanager
def typist(mode: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Somebody who works on the practice in `folder`; gone at the end in any case."""
    command = [sys.executable, "-m", "tests.ui.safety.typist", mode, str(folder)]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=said, text=True, cwd=ROOT, env=environment()
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()
            if process.wait() > 0:  # it ended by itself, before it was killed
                said.seek(0)
                print(said.read().decode())  # noqa: T201 (shown where a test fails)


def wait_until_ready(process: subprocess.Popen[str]) -> None:
    """Returns when the process says that it is."""
    assert process.stdout is not None
    assert process.stdout.readline().strip() == READY


def killed(process: subprocess.Popen[str]) -> list[str]:
    """Kills it as a power cut would, and returns what it told before."""
    process.kill()
    output, _errors = process.communicate()
    lines = [line for line in output.splitlines() if line != READY]
    assert all(line.startswith(TOLD) for line in lines[:-1]), lines
    return [line.removeprefix(TOLD) for line in lines if line.startswith(TOLD) and line.endswith("}")]
