"""A page of several steps: each has a title, its content, one message, one busy sign, and the ways on and back."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop_ui.access.columns import column
from recovery_desktop_ui.access.quiet_page import WIDE, QuietPage
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import Flow, Item, col, hold, row
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.tab_order import focus_first
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin


class StepPage(QuietPage):
    """The base of the assistants. A step is composed anew each time it is shown."""

    def __init__(self, *, hills: bool = True) -> None:
        super().__init__(hills=hills)
        self.message, self._waiting = Message(), Waiting()
        self._task: Task | None = None
        self._ways: list[QWidget] = []
        self._on: Button | None = None
        self._cursor: QWidget | None = None
        self._is_new = False  # the step was not seen yet: the focus goes to it
        self._left: QWidget | None = None  # had the focus before a work began

    def compose(
        self,
        title: str,
        intro: str,
        *content: Item,
        back: QWidget | None = None,
        on: tuple[Button, ...] = (),
        cursor: QWidget | None = None,
        below: Sequence[Item] = (),
        step: str = "",
        width: int = WIDE,
    ) -> None:
        """Shows a step in place of the one before: `back` stands at the left of the ways, `on` at the right.

        The message comes after the content and before what stands `below`, such as a long list. `cursor` takes the
        focus, or else the last of the ways on, or else what comes first.
        """
        self.let_go()
        self.message, self._waiting = Message(), Waiting()
        self._waiting.cancelled.connect(self.let_go)
        self.message.shown.connect(self._show_message)
        self._ways = [each for each in (back, *on) if each is not None]
        self._on = on[-1] if on else None
        is_here = self._has_focus()
        ways = row(back, None, hold(Flow(*on))) if back is not None else row(None, hold(Flow(*on)))
        parts = col(*content, self._waiting, self.message, *below, gap=14)
        if self._ways:
            parts.addWidget(hold(ways))
        self.set_column(column(title, intro, parts, step=step), width)
        self._cursor, self._is_new = cursor or self._on, True
        if self.isVisible() and is_here:
            self._take_cursor()

    def _show_message(self) -> None:
        self.order_tabs()
        self.reveal(self.message)

    def _has_focus(self) -> bool:
        """Whether the person is on this page, not in what stands beside it."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def _take_cursor(self) -> None:
        if self._is_new and self._cursor is not None:
            self._cursor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._is_new:
            focus_first(self)
        self._is_new = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a choice leads on, as everybody expects of an assistant."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._on is not None and isinstance(QApplication.focusWidget(), QRadioButton):
            self._on.click()
        else:
            super().keyPressEvent(event)

    def work(
        self, words: str, work: Callable[[], Any], done: Callable[[Any], object], *, can_cancel: bool = False
    ) -> None:
        """Runs `work` in another thread with a busy sign that says `words`, then calls `done` with its result.

        What can be told to the counselor is told in the message. One work at a time: a second call does nothing.
        """
        if self._task is not None:
            return
        self.message.clear()
        self._waiting.begin(words, can_cancel=can_cancel)
        self.reveal(self._waiting)
        self._let(False)

        def through(result: Any) -> None:
            self.let_go()
            done(result)

        self._task = begin(self, lambda _task: work(), through, self.explain, self.let_go)

    @property
    def is_working(self) -> bool:
        """Whether something slow is under way."""
        return self._task is not None

    def explain(self, error: KnownError) -> None:
        """Tells what went wrong; a page that knows more to do about it says so too."""
        self.let_go()
        self.message.show_error(error)

    def let_go(self) -> None:
        """No work goes on any more, or what it brings is not wanted."""
        if self._task is not None:
            self._task.let_go()
        self._task = None
        self._waiting.end()
        self._let(True)

    def _let(self, ready: bool) -> None:
        """The ways on and back cannot be pressed during a work; the focus stays on the page meanwhile."""
        focused = QApplication.focusWidget()
        if not ready and focused in self._ways:
            self._left = focused
            self.setFocus()
        for each in self._ways:
            each.setEnabled(ready)
        if ready and self._left is not None and self.hasFocus():
            self._left.setFocus()
        self._left = None if ready else self._left


def way(words: str, name: str, does: Callable[[], object], look: str = "primary") -> Button:
    """A button that leads on, found by its name."""
    made = button(words, look, does=does)
    made.setObjectName(name)
    return made


def way_back(does: Callable[[], object]) -> Button:
    """The button that leads back."""
    made = button(_("Back"), "link", "arrow-left", does=does)
    made.setObjectName("back")
    return made
