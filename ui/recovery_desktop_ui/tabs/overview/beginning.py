"""The Overview of a client of whom little is written yet: the first three steps, each with the button that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.new_episode import new_episode
from recovery_desktop_ui.editing.open_client import OpenClient, open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty


class Beginning(QWidget):
    """What to press first: an episode of care where there is none, else the assessment."""

    go_to = Signal(object)  # Place
    command = Signal(str)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._opened: OpenClient | None = None
        self._no_episode, self._episode = self._without_episode(), self._with_episode()
        layout = QVBoxLayout(self)
        layout.addWidget(self._no_episode)
        layout.addWidget(self._episode)

    def _without_episode(self) -> Empty:
        begin = button(_("Begin an episode of care today"), "primary", "plus", does=self.begin)
        begin.setObjectName("page.begin_episode")
        words = _("Care runs from intake to discharge, and everything you write down belongs to such an episode.")
        return Empty("sprout", _("No episode of care yet"), words, begin)

    def _with_episode(self) -> Empty:
        assess = button(_("Begin the assessment"), "primary", "clipboard-list", does=lambda: self._go("assessment"))
        assess.setObjectName("page.begin_assessment")
        goal = button(_("Write down a first wish"), glyph="target", does=lambda: self._go("goals"))
        goal.setObjectName("page.first_goal")
        reach = button(_("How to reach the client"), glyph="phone", does=lambda: self.command.emit("client"))
        reach.setObjectName("page.reach")
        words = _(
            "First how to reach the client safely, then the assessment, in any order and over as many days as it "
            "takes. What the client wants, areas of life, scores and what is due gather here by themselves."
        )
        return Empty("sprout", _("Here you will see this person at a glance"), words, assess, goal, reach)

    def show_client(self, opened: OpenClient) -> None:
        """Shows the step that comes first for this client."""
        self._opened = opened
        self._no_episode.setVisible(opened.episode is None)
        self._episode.setVisible(opened.episode is not None)

    def begin(self) -> None:
        """Begins an episode with its first assessment, as one change."""
        if self._opened is None or not self._keeper.flush():
            return
        client = self._opened.client
        if self._keeper.attempt(lambda: new_episode(self._keeper, client)) is not None:
            self.show_client(open_client(client.id))

    def _go(self, page: str) -> None:
        self.go_to.emit(Place(page))
