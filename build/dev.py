"""Starts the program or its tests from the source: `python3 build/dev.py run` or `python3 build/dev.py test`.

Makes everything ready first, in `.venv` beside this folder, and says in one sentence what is missing. Any Python from
3.8 on can read this file and its neighbours; they find the newer one that the program needs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
import screen
import system

# The command that a test needs, and the package it comes in.
_TEST_TOOLS = {
    "dbus-daemon": "dbus",
    "javac": "default-jdk-headless",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "strace": "strace",
    "xauth": "xauth",
    "xvfb-run": "xvfb",
}
_JAVA_LIBRARIES = ["libjaxb-java", "libjaxb-api-java", "libistack-commons-java", "libactivation-java"]
_SIDE_BY_SIDE = ["--numprocesses=auto", "--dist=worksteal"]  # in as many processes as there are cores
_COMPILED = {"PYTHONPYCACHEPREFIX": str(environment.FOLDER / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
"""What Python compiles is kept: the tests start it some hundred times, each time with a thousand files to read."""
_MEMORY = Path("/dev/shm")  # Linux's folder in memory
_ROOM = 2 * 1024**3  # bytes; what the tests have there at a time is far less


def main() -> int:
    choice = _arguments()
    python = environment.prepare(for_tests=choice.command == "test", asked=choice.python)
    return {"run": run, "test": test}[choice.command](python, choice.arguments)


def run(python: Path, arguments: list[str]) -> int:
    """Starts the program with its sample clients."""
    on_screen = screen.is_there()
    screen.check_qt(python, on_screen)
    if not on_screen and not any(argument.startswith("--export") for argument in arguments):
        print("There is no screen here: the sample clients' plans are written as PDF instead.", flush=True)
        arguments = [*arguments, "--export", tempfile.mkdtemp(prefix="recovery-desktop-plans-")]
    return _start(python, ["recovery_desktop", "--sample", *arguments])


def test(python: Path, arguments: list[str]) -> int:
    """Runs the checks and then the tests, without a screen; the first that fails ends it.

    All tests are run side by side, in memory. What was asked for in words is not: a few tests are done sooner alone,
    and long runs and figures are about this computer's disk.
    """
    screen.check_qt(python, on_screen=False)
    _look_for_test_tools()
    folder = {} if arguments else _quick_folder()
    pytest = ["pytest", *(arguments or _SIDE_BY_SIDE)]
    for tool in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], pytest):
        print("\n" + " ".join(tool), flush=True)
        code = _start(python, tool, QT_QPA_PLATFORM="offscreen", **_COMPILED, **folder)
        if code:
            return code
    return 0


def _quick_folder() -> dict[str, str]:
    """Where the tests make their folders, if in memory: a vault waits for its disk at each save, thousands of times."""
    if os.environ.get("TMPDIR") or not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < _ROOM:
        return {}
    return {"TMPDIR": str(_MEMORY)}


def _look_for_test_tools() -> None:
    packages = [package for tool, package in _TEST_TOOLS.items() if not shutil.which(tool)]
    missing = system.provide(packages + _JAVA_LIBRARIES + screen.WINDOW_PACKAGES)
    if missing:
        print(f"Some tests are skipped for want of tools: {system.command_for(missing)} to have them run.", flush=True)


def _start(python: Path, module: list[str], **variables: str) -> int:
    command = [str(python), "-m", *module]
    return subprocess.run(command, cwd=environment.ROOT, env={**environment.variables(), **variables}).returncode


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py", description="Starts Recovery Desktop or its tests from the source.")
    parser.add_argument("--python", help="the Python to work with, instead of the newest that fits")
    parser.add_argument("command", choices=["run", "test"], help="start the program, or check and test it")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to the program or to pytest")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped; whatever is half made will be made anew.")
    except PermissionError as error:
        sys.exit(f"You may not change {error.filename}: delete .venv or have it given to you, then start this again.")
