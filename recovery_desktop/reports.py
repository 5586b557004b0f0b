"""What can be told of a mistake in the program without any client's words: where it happened, of what kind it was."""

import traceback
from types import FrameType

from recovery_desktop import __version__


def places_of(error: BaseException) -> list[str]:
    """Module, function and line of each step to the mistake, then its kind; never its message, which may quote."""
    places = [f"{_module(f)} {f.f_code.co_name} {line}" for f, line in traceback.walk_tb(error.__traceback__)]
    return [*places, type(error).__name__]


def report_of(error: BaseException) -> str:
    """A text to send to us: versions and places."""
    import platform  # no start waits for it

    about = f"Recovery Desktop {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([f"{about} {platform.machine()}", *places_of(error)])


def _module(frame: FrameType) -> str:
    """The dotted name of a frame's module: a started one calls itself `__main__`, a file's path may name a person."""
    names = frame.f_globals
    return str(getattr(names.get("__spec__"), "name", None) or names.get("__name__", "?"))
