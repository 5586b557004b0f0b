"""Runs one operation in a process of its own: `python -m tests.vault.doing save FOLDER`. Says what it was told."""

import os
import sys
from pathlib import Path

from recovery_desktop.errors import KnownError
from tests.vault.operations import operation_named

READY = "ready"
TOLD = "told "
ERROR = "error "


def say(text: str) -> None:
    """One line, at once, and by a call of its own: faults made in `write` shall hit the vault and not the telling."""
    line = (text + "\n").encode()
    if hasattr(os, "writev"):
        os.writev(1, [line])
    else:
        os.write(1, line)


def main(name: str, folder: str) -> None:
    """Runs the operation; an error that the counselor would see is said by its name, any other is a traceback."""
    operation = operation_named(name)
    say(READY)
    try:
        operation.run(Path(folder), lambda text: say(TOLD + text))
    except KnownError as error:
        say(ERROR + type(error).__name__)


if __name__ == "__main__":
    main(*sys.argv[1:])
