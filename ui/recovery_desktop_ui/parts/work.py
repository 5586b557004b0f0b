"""Slow work begun by a page: its end is told to the page only while the page lives, and bugs are left to fly."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop_ui.parts.background import Task, run


def begin(
    page: QWidget,
    work: Callable[[Task], Any],
    done: Callable[[Any], object],
    failed: Callable[[KnownError], object],
    broken: Callable[[], object],
    unwanted: Callable[[Any], object] = lambda _result: None,
) -> Task:
    """Runs `work` in another thread; `done` gets its result, `failed` an error with words for the counselor, and
    `broken` makes the page usable again before a mistake of the program flies. `unwanted` gets a result that came when
    the page was gone."""

    def tell(error: BaseException) -> None:
        if isinstance(error, KnownError):
            failed(error)
        else:
            broken()
            raise error

    task = run(work, done, tell, unwanted=unwanted)
    page.destroyed.connect(task.let_go)
    return task
