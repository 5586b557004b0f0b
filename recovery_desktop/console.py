"""Talking with a person or a script at a console: results, errors to act on, and a passphrase that is never shown."""

import sys
from collections.abc import Callable

from recovery_desktop.errors import KnownError
from recovery_desktop.reports import places_of
from recovery_desktop.text import _

OK, NOT_DONE, OUR_BUG = 0, 1, 3


class NothingTyped(KnownError):
    """The input ended where a passphrase was asked for."""

    def __init__(self) -> None:
        super().__init__(
            _("No passphrase was entered."),
            _("Nothing was done."),
            _("Start again and type it, or give it as the first line of standard input."),
        )


class TypedDifferently(KnownError):
    """A new passphrase was not the same the second time."""

    def __init__(self) -> None:
        super().__init__(
            _("The two passphrases are not the same."), _("Nothing was done."), _("Start again and type both anew.")
        )


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
    """A passphrase, typed unseen at a terminal or read as the first line of standard input; raises NothingTyped."""
    if _is_typed():
        try:
            import getpass  # only where somebody types at a terminal

            return getpass.getpass(prompt + " ")
        except EOFError:
            raise NothingTyped from None
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        raise NothingTyped
    return line.rstrip("\r\n")


def ask_new_secret(prompt: str, again: str) -> str:
    """A new passphrase, asked for twice at a terminal, where it cannot be seen; raises TypedDifferently, NothingTyped.

    A script says it once.
    """
    secret = ask_secret(prompt)
    if _is_typed() and ask_secret(again) != secret:
        raise TypedDifferently
    return secret


def _is_typed() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


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
        for place in places_of(error):
            complain(f"  {place}")
        return OUR_BUG
