"""Talking with a person or a script at a console: results, errors to act on, and a passphrase that is never shown."""

import getpass
import sys
import traceback
from collections.abc import Callable

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _

OK, NOT_DONE, OUR_BUG = 0, 1, 3


def say(text: str) -> None:
    """Writes a result line to standard output."""
    _write(sys.stdout, text)


def complain(text: str) -> None:
    """Writes a line to standard error."""
    _write(sys.stderr, text)


def _write(stream: object, text: str) -> None:
    """A window program on Windows has no console at all; a console that lacks a letter gets a stand-in for it."""
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")  # type: ignore[attr-defined]
    stream.flush()  # type: ignore[attr-defined]


def ask_secret(prompt: str) -> str:
    """A passphrase, typed unseen at a terminal or read as the first line of standard input."""
    if sys.stdin is None or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    return getpass.getpass(prompt + " ")


def run(main: Callable[[], int]) -> int:
    """Runs a command and turns what goes wrong into words; the exit code says which kind it was.

    What the counselor can act on is told in full. Anything else is our bug: only its kind and place are written, since
    its message could hold a client's words.
    """
    try:
        return main()
    except KnownError as error:
        complain(str(error))
        return NOT_DONE
    except KeyboardInterrupt:
        complain(_("Stopped."))
        return NOT_DONE
    except Exception as error:
        complain(_("This is a mistake in the program. Please report it with these lines; they hold no client data."))
        for frame in traceback.extract_tb(error.__traceback__):
            complain(f"  {frame.name} {frame.lineno}")
        complain(f"  {type(error).__name__}")
        return OUR_BUG
