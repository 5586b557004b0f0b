"""What the client said in the assessment that no goal takes up, beside a goal that still looks for its words."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.goal_prompts import Prompt, goal_prompts
from recovery_desktop.plans.phrases import in_quotes
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import beside, clear, col, hold
from recovery_desktop_ui.parts.texts import text

_FEW = 3
_LONGEST = 90


class Prompts(QWidget):
    """A few questions, each with the client's own words; hidden where there is nothing to ask."""

    go = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        words = _("Said in the assessment, and in no goal yet. Ask, and write down the answer:")
        about = text(words, "caption", "quiet", wrap=True)
        self.setLayout(col(about, self._lines, gap=4))
        self.hide()

    def show_episode(self, episode: Entry | None) -> None:
        """Shows what is to be asked in an episode; with None nothing."""
        clear(self._lines)
        prompts = goal_prompts(episode)[:_FEW] if episode is not None else ()
        for place, prompt in enumerate(prompts):
            self._lines.addWidget(self._line(place, prompt))
        self.setVisible(bool(prompts))

    def _line(self, place: int, prompt: Prompt) -> QWidget:
        where = Place(model=prompt.entry.model, number=prompt.entry.number, field=prompt.field)
        name = _("Where it stands: {words}").format(words=prompt.quote)
        made = button(_("Where it stands"), "link", name=name, does=partial(self.go.emit, where))
        made.setObjectName(f"prompt{place}.open")
        quote = text(in_quotes(short(prompt.quote, _LONGEST)), "voice", wrap=True)
        return hold(beside(hold(col(quote, text(prompt.asks, "body", "quiet", wrap=True), gap=0)), made))
