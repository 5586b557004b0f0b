"""Makes `.venv` from the locks and knows when it has to be made anew."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from pathlib import Path

import pythons
import system

BUILD = Path(__file__).resolve().parent
ROOT = BUILD.parent
FOLDER = ROOT / ".venv"
PROGRAM_LOCK = BUILD / "requirements.lock"
TEST_LOCK = BUILD / "requirements-dev.lock"  # holds everything of the program's lock too
STAMP = FOLDER / "made-from.json"  # written last: an environment without it was interrupted


def prepare(for_tests: bool = False, asked: str | None = None) -> Path:
    """The environment's Python with all libraries of the locks; from the second time on this takes no time.

    `asked` names the Python to work with; without it the environment keeps the one it has, or gets the newest.
    """
    made_from = _read_stamp()
    if not _is_still_right(made_from, asked):
        made_from = _make(pythons.find(asked))
    if (TEST_LOCK if for_tests else PROGRAM_LOCK).name not in made_from:
        STAMP.unlink(missing_ok=True)
        made_from.update(_install(for_tests))
        _put_the_project_on_the_path()
        STAMP.write_text(json.dumps(made_from), encoding="utf-8")
    return _python()


def variables() -> dict[str, str]:
    """The caller's variables, less those that would mix another Python's modules into ours."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def _read_stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _is_still_right(made_from: dict[str, str], asked: str | None) -> bool:
    locks = [lock for lock in (PROGRAM_LOCK, TEST_LOCK) if lock.name in made_from]
    return (
        bool(locks)
        and all(made_from[lock.name] == _fingerprint(lock) for lock in locks)
        and made_from["version"] == _version_of(_python())
        and (asked is None or made_from["python"] == pythons.find(asked).path)
    )


def _fingerprint(lock: Path) -> str:
    """Of the lock and of the way it is installed: this file."""
    return hashlib.sha256(lock.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def _version_of(python: Path) -> str:
    """What the environment's Python is now: an upgrade of the system may have taken it away or made it another."""
    question = [str(python), "-c", "import sys; print(sys.version_info[:2])"]
    try:
        return subprocess.run(question, stdout=subprocess.PIPE, env=variables()).stdout.decode().strip()
    except OSError:
        return ""


def _make(python: pythons.Python) -> dict[str, str]:
    """Makes an empty environment, in the place of any other, and returns the start of its stamp."""
    if not python.makes_environments:
        system.need(["python{}.{}-venv".format(*python.version)], f"{python.path} cannot make environments")
    print("Making the environment in .venv, once.", flush=True)
    STAMP.unlink(missing_ok=True)
    if subprocess.run([python.path, "-m", "venv", "--clear", str(FOLDER)], env=variables()).returncode:
        raise SystemExit("The environment could not be made: close programs that use .venv, then start this again.")
    return {"python": python.path, "version": str(python.version)}


def _install(for_tests: bool) -> dict[str, str]:
    """Installs the lock's libraries and returns the lines of the stamp that say so."""
    lock = TEST_LOCK if for_tests else PROGRAM_LOCK
    pip = [str(_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    wanted = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    if subprocess.run(pip + wanted, env=variables()).returncode:
        raise SystemExit(
            "The libraries could not be installed, the lines above say why. They need a connection, and Windows 10 "
            "(1809), macOS 14 or a Linux with glibc 2.34 (on ARM 2.39) or later: see to that, then start this again."
        )
    return {each.name: _fingerprint(each) for each in {PROGRAM_LOCK, lock}}


def _put_the_project_on_the_path() -> None:
    """Relative, so that the folder can be moved and may have any letters in its name."""
    packages = FOLDER / "Lib" / "site-packages"
    if os.name != "nt":
        packages = next(FOLDER.glob("lib/python*/site-packages"))
    lines = [os.path.relpath(source, packages) for source in (ROOT, ROOT / "ui")]
    (packages / "recovery_desktop_source.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _python() -> Path:
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
