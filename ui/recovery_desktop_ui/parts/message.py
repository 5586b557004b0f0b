"""What happened, what is safe and what to do, in words on the page itself, with the buttons that help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold, row
from recovery_desktop_ui.parts.texts import text

# how a message looks: (icon, its token, the card's token)
_KINDS = {
    "trouble": ("triangle-alert", "care", "care_soft"),
    "good": ("circle-check", "accent", "accent_soft"),
    "plain": ("info", "quiet", "shade"),
}


class Message(QWidget):
    """Nothing at first; then one message at a time, also told to who listens instead of looking."""

    shown = Signal()  # for the page to put its buttons into the order of the Tab key

    def __init__(self) -> None:
        super().__init__()
        self._place = col(gap=0)
        self.setLayout(self._place)
        self.setObjectName("message")
        self._words = ""
        self.hide()

    def words(self) -> str:
        """All that is shown now, as one text."""
        return self._words

    def show_error(self, error: KnownError, *helps: QWidget) -> None:
        """An error in its three sentences, with buttons that help below them."""
        self.show_words("trouble", error.cause, error.kept, error.remedy, helps=helps)

    def show_words(self, kind: str, *sentences: str, helps: tuple[QWidget, ...] = ()) -> None:
        """Sentences below each other, the first one strong when there are several; `kind` is trouble, good or plain."""
        said = [sentence for sentence in sentences if sentence]
        glyph, ink, tone = _KINDS[kind]
        labels = [
            text(words, "strong" if not n and len(said) > 1 else "body", wrap=True) for n, words in enumerate(said)
        ]
        inside = col(*labels, gap=4)
        if helps:
            inside.addSpacing(4)
            inside.addWidget(hold(Flow(*helps)))
        line = row(hold(col(Icon(glyph, ink), None, gap=0, pad=(0, 2, 0, 0))), inside, gap=10, pad=(14, 12, 14, 12))
        line.setStretch(1, 1)
        clear(self._place)
        card = Card(line, tone)
        self._place.addWidget(card)
        card.show()  # not only with the next event: its buttons can be pressed at once
        self._words = " ".join(said)
        self.setAccessibleName(self._words)
        self.show()
        self.shown.emit()
        announce(self, self._words)

    def clear(self) -> None:
        """Nothing to say any more."""
        self._words = ""
        self.hide()
        clear(self._place)


def announce(widget: QWidget, words: str) -> None:
    """Lets a screen reader say something that appeared without the focus going there."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # no start waits for them

    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
