"""Finds the Python to work with: the newest one on this computer that the libraries have wheels for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

OLDEST, NEWEST = (3, 11), (3, 14)

# Its own base, so that a Python of an activated environment names the one behind it, and what our libraries ask of it.
_QUESTION = """
import importlib.util, json, struct, sys, sysconfig
usual = sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")
print(json.dumps([getattr(sys, "_base_executable", None) or sys.executable, sys.version_info[:2],
                  usual and struct.calcsize("P") == 8, importlib.util.find_spec("ensurepip") is not None]))
"""


class Python(NamedTuple):
    """One Python of this computer, as it described itself when it was run."""

    path: str
    version: tuple[int, int]
    is_usual: bool  # CPython with 64 bits and its lock: the kind there are wheels for
    makes_environments: bool  # Debian keeps that part in a package of its own

    @property
    def fits(self) -> bool:
        return self.is_usual and OLDEST <= self.version <= NEWEST


def find(asked: str | None = None) -> Python:
    """The Python `asked` for by name or path, else the newest that fits; ends the program when there is none."""
    found = [python for python in map(_describe, [asked] if asked else _candidates()) if python]
    python = choose(found)
    if python is None:
        raise SystemExit(_nothing_fits(found))
    return python


def choose(found: Iterable[Python]) -> Python | None:
    """The newest Python that fits; one that can make environments goes before one that first needs a package."""
    return max(
        (python for python in found if python.fits),
        key=lambda python: (python.makes_environments, python.version),
        default=None,
    )


def _nothing_fits(found: Iterable[Python]) -> str:
    versions = sorted({(python.version, python.is_usual) for python in found})
    names = [_name(version) + ("" if usual else " (not the usual 64-bit one)") for version, usual in versions]
    return (
        f"Recovery Desktop needs Python {_name(OLDEST)} to {_name(NEWEST)} (64-bit) and found "
        f"{', '.join(names) or 'none'}: install Python 3.13, then start this again."
    )


def _name(version: tuple[int, int]) -> str:
    return "{}.{}".format(*version)


def _candidates() -> Iterator[str]:
    yield from _listed_by_the_windows_launcher()
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)] + ["python3", "python"]
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        yield from filter(None, (shutil.which(name, path=folder) for name in names))
    yield sys.executable


def _listed_by_the_windows_launcher() -> list[str]:
    launcher = shutil.which("py") if os.name == "nt" else None
    if launcher is None:
        return []
    listing = subprocess.run([launcher, "--list-paths"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return re.findall(r"[A-Za-z]:\\.*?python[\d.]*t?\.exe", listing.stdout.decode(errors="replace"))


def _describe(path: str) -> Python | None:
    """Runs a candidate, for a name alone says little: a shim may have no Python behind it and refuse."""
    try:
        answer = subprocess.run(
            [path, "-E", "-c", _QUESTION],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
        path, version, is_usual, makes_environments = json.loads(answer.stdout.decode())
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return Python(path, tuple(version), is_usual, makes_environments)
