"""Brings up the help, the page of all keys, or the one about the program, over everything else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from recovery_desktop_ui.help.over import show_over

if TYPE_CHECKING:
    from recovery_desktop_ui.help.keys import Listed
    from recovery_desktop_ui.help.reading_pane import ReadingPane


class Guide:
    """One page at a time; each is imported when it is asked for, so that no start waits for it."""

    def __init__(self, stack: QStackedWidget, below: Callable[[], QWidget], listed: "Callable[[], Listed]") -> None:
        """The pages cover what `below` gives, in its stack; `listed` gives the actions of the window."""
        self._stack, self._below, self._listed = stack, below, listed

    def show_help(self) -> None:
        """The help on what has the focus; Escape leads back to it."""
        from recovery_desktop_ui.help.pane import HelpPane
        from recovery_desktop_ui.help.topics import field_help, topic_for

        focused = QApplication.focusWidget()
        self._show(HelpPane(topic_for(focused), field_help(focused)))

    def show_keys(self) -> None:
        """All keys."""
        from recovery_desktop_ui.help.keys import KeysPane

        self._show(KeysPane(self._listed()))

    def show_about(self) -> None:
        """What the program is."""
        from recovery_desktop_ui.help.about import AboutPane

        self._show(AboutPane())

    def uncover(self) -> None:
        """Lets go of what is read."""
        self._stack.setCurrentWidget(self._below())

    def _show(self, pane: "ReadingPane") -> None:
        self.uncover()
        show_over(self._stack, pane, pane.closed)
