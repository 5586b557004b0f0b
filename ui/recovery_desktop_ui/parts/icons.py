"""Lucide drawings in any colour of the palette, and the marks that say a status by shape, colour and word."""

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from recovery_desktop.assets import resources
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.tokens import colour, px

# a status is always a drawing and a word, never a colour alone: (icon, token, word)
MARKS: dict[str, tuple[str, str, str]] = {
    "done": ("circle-check", "accent", N_("complete")),
    "started": ("half", "quiet", N_("started")),
    "empty": ("circle", "quiet", N_("empty")),
    "care": ("triangle-alert", "care", N_("needs attention")),
    "alarm": ("shield-alert", "alarm", N_("safety")),
    "carried": ("repeat", "care", N_("carried over, not yet reviewed")),
    "closed": ("circle-minus", "quiet", N_("closed")),
    "declined": ("circle-slash", "quiet", N_("declined")),
}
PRESSING = ("care", "alarm")
"""The marks that ask for attention."""
_LARGE = 24  # from here on a drawing wants a finer line

_drawn: dict[tuple[str, int, float, int], QPixmap] = {}


def mark_word(kind: str) -> str:
    """The word a mark stands for, in the chosen language."""
    return _(MARKS[kind][2])


def tone_of(kind: str) -> str:
    """The tone of the words beside a mark: they stand out where it asks for attention."""
    return kind if kind in PRESSING else "quiet"


def picture(name: str, size: int, ratio: float, ink: QColor) -> QPixmap:
    """A drawing `size` pixels wide in one colour, sharp at the screen's scale; kept for the next time."""
    key = (name, size, ratio, ink.rgba())
    if key not in _drawn:
        svg = (resources() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", ink.name())
        if size > px(_LARGE):
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.4"')
        drawn = QPixmap(QSize(size, size) * ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        _drawn[key] = drawn
    return _drawn[key]


def draw_icon(painter: QPainter, rect: QRect, name: str, ink: QColor) -> None:
    """Draws an icon at the top left of `rect`, as wide as it."""
    painter.drawPixmap(rect.topLeft(), picture(name, rect.width(), painter.device().devicePixelRatioF(), ink))


def window_icon() -> QIcon:
    """The program's own icon, for title and task bar."""
    return QIcon(str(resources() / "icons" / "sprout-window.svg"))


class Icon(QWidget):
    """A drawing in a line of text or above an empty page; decoration, unless it is given a word."""

    def __init__(self, name: str, tone: str = "quiet", size: float = 16, word: str = "") -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(px(size), px(size))
        if word:
            self.setAccessibleName(word)
            self.setToolTip(word)

    def show_as(self, name: str, tone: str, word: str = "") -> None:
        """Another drawing in the same place."""
        self._name, self._tone = name, tone
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self.rect(), self._name, colour(self, self._tone))


def mark(kind: str, size: float = 16) -> Icon:
    """A status mark that tells its word to who points at it or listens."""
    name, tone, _word = MARKS[kind]
    return Icon(name, tone, size, mark_word(kind))
