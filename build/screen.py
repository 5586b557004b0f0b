"""Whether Qt can start here and show a window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import system

_QT_PACKAGES = ["libegl1", "libgl1", "libglib2.0-0", "libfontconfig1", "libxkbcommon0", "libdbus-1-3"]
WINDOW_PACKAGES = ["libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"]
_START_QT = """
try:
    from PySide6.QtWidgets import QApplication
except ImportError as error:
    raise SystemExit(error)
QApplication([])
"""


def is_there() -> bool:
    """Windows and macOS always have a screen; Linux has one where a display is named."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def check_qt(python: Path, on_screen: bool) -> None:
    """Starts Qt once, installs or names the system packages it lacks, and ends the program when it cannot start."""
    problem = _qt_problem(python, on_screen)
    if not problem:
        return
    missing = system.provide(_QT_PACKAGES + (WINDOW_PACKAGES if on_screen else []))
    problem = _qt_problem(python, on_screen)
    if not problem:
        return
    remedy = system.command_for(missing) if missing else "install with your system's tools what these lines ask for"
    raise SystemExit(f"{problem}\nQt cannot start here: {remedy}, then start this again.")


def _qt_problem(python: Path, on_screen: bool) -> str:
    """What Qt says when it cannot start, or nothing; it needs a subprocess because it ends the program then."""
    variables = environment.variables()
    if not on_screen:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    started = subprocess.run([str(python), "-c", _START_QT], env=variables, stderr=subprocess.PIPE)
    return started.stderr.decode(errors="replace").strip() or "Qt gave no reason." if started.returncode else ""
