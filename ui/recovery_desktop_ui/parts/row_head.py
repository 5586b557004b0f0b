"""The one line a row of a list shrinks to: mark, title, quiet words or a grid's cells, and a chevron that opens it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import paint_opened
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.grid import GAP, ICON, LEFT, RIGHT, Column, is_grid, paint_cells
from recovery_desktop_ui.parts.icons import MARKS, draw_icon, mark_word
from recovery_desktop_ui.parts.layouts import row
from recovery_desktop_ui.parts.tokens import colour, font, px

_RIGHT_SHARE = 0.55  # of the line at most for the words at the right: the title comes first


@dataclass(frozen=True)
class RowWords:
    """What a row says in one line. `voice` sets the title as the client's own words. `cells` stand below the heads of a
    grid's columns after the first; where there is no room for a grid, `sub` and `right` are to say the same. `step`
    stands on a button at the end of the line."""

    title: str
    sub: str = ""
    right: str = ""
    mark: str | None = None
    voice: bool = False
    dim: bool = False
    tone: str = "quiet"  # of the words at the right
    cells: tuple[str, ...] = ()
    step: str = ""


class RowHead(Button):
    """Enter or Space opens and closes, Alt+Up and Alt+Down move, Delete removes, Up and Down go to the next."""

    moved = Signal(int)  # -1 up, +1 down
    stepped = Signal(int)
    removing = Signal()
    next_step = Signal()  # the button at the end of the line was pressed

    def __init__(self, columns: Sequence[Column] = ()) -> None:
        super().__init__()
        self._columns = columns
        self._words = RowWords("")
        self.is_open = False
        self._step: Button | None = None
        self.setProperty("look", "rowhead")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: RowWords, is_open: bool) -> None:
        """Shows these words; `is_open` while the row's form stands below."""
        if (words, is_open) == (self._words, self.is_open):
            return
        self._words, self.is_open = words, is_open
        parts = (words.title, mark_word(words.mark) if words.mark else "", words.sub, words.right)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(_("open") if is_open else _("closed: press Enter to open"))
        said = (words.title, words.sub, words.right)
        self.setToolTip("\n".join(filter(None, said)) if self._is_cut() else "")
        self._show_step(words)
        self.updateGeometry()
        self.update()

    def _show_step(self, words: RowWords) -> None:
        """Makes the button when a row first has one."""
        if self._step is None and words.step:
            self._step = button("", "chip", does=self.next_step.emit)
            self.setLayout(row(None, self._step, pad=(0, 0, RIGHT, 0)))
        if self._step is not None:
            self._step.setText(words.step)
            self._step.setAccessibleName(f"{words.step}: {words.title}")
            self._step.setObjectName(f"{self.objectName()}.step")
            self._step.setVisible(bool(words.step))

    def _is_cut(self) -> bool:
        words = self._words
        parts = (("strong", words.title), ("body", words.sub), ("caption", words.right))
        wide = sum(QFontMetrics(font(role)).horizontalAdvance(said) for role, said in parts)
        return wide > self.width() - px(80)

    def sizeHint(self) -> QSize:
        return QSize(px(200), QFontMetrics(font("voice")).height() + px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if step is not None and alt:
            self.moved.emit(step)
        elif step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, words = QPainter(self), self.rect(), self._words
        if self.is_open:
            paint_opened(painter, self, rect)
        elif self.underMouse():
            rounded(painter, rect, 6, colour(self, "shade"))
        else:
            painter.fillRect(0, rect.bottom(), rect.width(), 1, colour(self, "line"))
        size, x = px(ICON), px(LEFT)
        middle = rect.center().y() - size // 2 + 1
        chevron = "chevron-down" if self.is_open else "chevron-right"
        draw_icon(painter, QRect(x, middle, size, size), chevron, colour(self, "quiet"))
        x += size + px(GAP)
        if words.mark:
            glyph, tone, _word = MARKS[words.mark]
            draw_icon(painter, QRect(x, middle, size, size), glyph, colour(self, tone))
            x += size + px(GAP)
        taken = self._step.sizeHint().width() + px(GAP) if self._step is not None and words.step else 0
        room = QRect(x, 0, rect.width() - x - px(RIGHT) - taken, rect.height())
        if self._columns and is_grid(self):
            paint_cells(painter, room, self._columns, (words.title, *words.cells), colour(self, "ink"))
        else:
            self._paint_words(painter, room)
        if self.hasFocus():
            rounded(painter, rect, 6, None, colour(self, "accent"), 2)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        words, middle = self._words, Qt.AlignmentFlag.AlignVCenter
        if words.right:
            painter.setFont(font("caption"))
            painter.setPen(colour(self, words.tone))
            most = round(room.width() * _RIGHT_SHARE)
            right = painter.fontMetrics().elidedText(words.right, Qt.TextElideMode.ElideRight, most)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, right)
            room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(right) - px(12), 0)
        painter.setFont(font("voice" if words.voice else "strong"))
        painter.setPen(colour(self, "quiet" if words.dim else "ink"))
        title = painter.fontMetrics().elidedText(words.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, title)
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(title) + px(12), 0, 0, 0)
        if words.sub and room.width() > px(40):
            painter.setFont(font("body"))
            painter.setPen(colour(self, "quiet"))
            painter.drawText(
                room, middle, painter.fontMetrics().elidedText(words.sub, Qt.TextElideMode.ElideRight, room.width())
            )
