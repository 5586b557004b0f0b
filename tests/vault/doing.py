"""Runs one operation in a process of its own: `python -m tests.vault.doing save FOLDER`. Says what it was told."""

import os
import sys
from pathlib import Path

from recovery_desktop.errors import KnownError
from tests.vault.operations import OPERATIONS

TOLD = "told "
ERROR = "error "


def say(text: str) -> None:
    """One line, at once: what was said before a crash must have been said."""
    os.write(1, (text + "\n").encode())


def main(name: str, folder: str) -> None:
    """Runs the operation; an error that the counselor would see is said by its name, any other is a traceback."""
    try:
        OPERATIONS[name].run(Path(folder), lambda text: say(TOLD + text))
    except KnownError as error:
        say(ERROR + type(error).__name__)


if __name__ == "__main__":
    main(*sys.argv[1:])
