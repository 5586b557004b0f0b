"""What the tests say so far, on the Overview, and the way to all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.tests_over_time import over_time
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import heading, text

_FEW = 2  # things tested for that are told; all are on the page of the tests


class TestsInBrief(QWidget):
    """A sentence each for what was tested most; hidden while nothing was."""

    __test__ = False  # pytest takes it for a test by its name

    go_to = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._words = text("", "body", "quiet", wrap=True)
        self._words.setObjectName("page.tests_told")
        opens = button(_("Open"), "link", name=_("Open tests and laboratory"), does=self._open)
        opens.setObjectName("page.tests")
        self.setLayout(col(heading(_("Tests"), opens), self._words, gap=2))

    def _open(self) -> None:
        self.go_to.emit(Place("diagnoses", "test_result"))

    def show_tests(self, episode: Entry | None) -> None:
        """Shows the tests of an episode."""
        tested = over_time(episode) if episode is not None else ()
        followed = [each for each in tested if len(each.taken) > 1][:_FEW] or tested[:1]
        self._words.setText("\n".join(each.sentence(today()) + "." for each in followed))
        self.setVisible(bool(followed))
