"""What stands around the pages of the window: menus, foot, notices, and the watches that lock it.

Only the menus' names are there at the first paint; the rest is made right after it, or when it is first asked for.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.menus import make_menus
from recovery_desktop_ui.parts.icons import window_icon
from recovery_desktop_ui.parts.layouts import col, hold

if TYPE_CHECKING:
    from recovery_desktop_ui.access.clipboard import ClipboardWatch
    from recovery_desktop_ui.access.idle import IdleWatch
    from recovery_desktop_ui.access.knocks import KnockWatch
    from recovery_desktop_ui.access.system_lock import SystemWatch
    from recovery_desktop_ui.commands import Commands
    from recovery_desktop_ui.notice import NoticeBar
    from recovery_desktop_ui.status import Status
    from recovery_desktop_ui.trouble import TroubleBar


class Frame(QMainWindow):
    """The window without its pages, which stand in `stack`; who derives from it has commands, keeps and locks."""

    furnished = Signal()  # all that the way in could do without for a moment is there

    def __init__(self, first: QWidget) -> None:
        """`first` is the page that is shown at the start."""
        super().__init__()
        self.menus = make_menus(self.menuBar())
        self.stack = QStackedWidget()
        self.stack.addWidget(first)
        self._inside = col(self.stack, gap=0)
        self.setCentralWidget(hold(self._inside))
        self._trouble: TroubleBar | None = None
        self._is_furnished = False

    @property
    def commands(self) -> "Commands":
        """All actions, in the menus and by their keys."""
        raise NotImplementedError

    def keep(self) -> bool:
        """Saves all that is typed; True when it is on the disk."""
        raise NotImplementedError

    def lock(self, note: str) -> None:
        """Covers what is shown and closes the practice; `note` says why."""
        raise NotImplementedError

    # -- made right after the first paint, or when first asked for

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_furnished:
            self._is_furnished = True
            QTimer.singleShot(0, self, self._furnish)

    def _furnish(self) -> None:
        """Makes what the way in can do without for a moment."""
        self.setWindowIcon(window_icon())
        self.commands, self.status, self.idle, self.clipboard  # noqa: B018 - asking is making
        self.furnished.emit()

    @cached_property
    def status(self) -> "Status":
        """The foot of the window; hidden while the practice is locked."""
        return self.new_status()

    def new_status(self) -> "Status":
        """Another foot in place of the one before, as for another text size."""
        from recovery_desktop_ui.status import Status

        status = Status(lambda name: self.commands.run(name))
        self.setStatusBar(status)
        self.idle.minutes_left.connect(status.show_minutes)
        status.hide()
        return status

    @cached_property
    def idle(self) -> "IdleWatch":
        """Locks when nobody is there."""
        from recovery_desktop_ui.access.idle import IdleWatch

        idle = IdleWatch()
        idle.lock.connect(lambda: self.lock(_("Locked because nobody was here.")))
        return idle

    @cached_property
    def system(self) -> "SystemWatch":
        """Locks with the computer."""
        from recovery_desktop_ui.access.system_lock import SystemWatch

        system = SystemWatch()
        system.lock.connect(self.lock)
        return system

    @cached_property
    def clipboard(self) -> "ClipboardWatch":
        """Takes back what was copied."""
        from recovery_desktop_ui.access.clipboard import ClipboardWatch

        return ClipboardWatch()

    @cached_property
    def knocks(self) -> "KnockWatch":
        """Hears of a second start."""
        from recovery_desktop_ui.access.knocks import KnockWatch

        knocks = KnockWatch()
        knocks.heard.connect(self.come_forward)
        return knocks

    @cached_property
    def notice(self) -> "NoticeBar":
        """What was found when the practice was opened, above everything."""
        from recovery_desktop_ui.notice import NoticeBar

        notice = NoticeBar()
        self._inside.insertWidget(self._inside.indexOf(self.stack), notice)
        return notice

    def tell_mistake(self, report: str) -> None:
        """Says above everything that the program made a mistake, what is safe, and offers the report."""
        from recovery_desktop_ui import trouble

        if self._trouble is None:
            self._trouble = trouble.TroubleBar(self.keep)
            self._inside.insertWidget(0, self._trouble)
        self._trouble.tell(report)

    def come_forward(self) -> None:
        """The program was started a second time: this window is meant."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
