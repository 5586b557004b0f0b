"""One row of a list: what it says, how it is drawn, and all of them as a model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.icons import MARKS, draw_icon, mark_word
from recovery_desktop_ui.parts.tokens import colour, font, px

Index = QModelIndex | QPersistentModelIndex
_DATA = Qt.ItemDataRole.UserRole
_INDENT = 24  # of each level


@dataclass(frozen=True)
class RowData:
    """A row by its `key`; `tone` colours the words at the right, or the second line where there are none; `voice` is
    the client's own; one that `hangs` keeps the room of a mark also without one, so that its words stand below those of
    the others; a `head` names the rows below it and cannot be chosen."""

    key: object
    title: str
    sub: str = ""
    right: str = ""
    mark: str | None = None
    tone: str = "quiet"
    level: int = 0
    voice: bool = False
    strong: bool = False
    dim: bool = False
    hangs: bool = False
    head: bool = False

    @property
    def said(self) -> str:
        """The whole row for who listens."""
        return ", ".join(filter(None, (self.title, self.sub, self.right, mark_word(self.mark) if self.mark else "")))

    @property
    def shape(self) -> tuple[bool, bool, bool]:
        """What the row's height depends on: a second line, the client's voice, a head."""
        return bool(self.sub), self.voice, self.head


def height_of(shape: tuple[bool, bool, bool]) -> int:
    """The height of rows of a shape at the counselor's text size."""
    has_sub, voice, head = shape
    if head:
        return _caption().height() + px(14)
    words = QFontMetrics(font("voice" if voice else "strong")).height() + (_caption().height() if has_sub else 0)
    return max(px(48 if has_sub else 36 if voice else 32), words + px(6))


def widest(titles: Sequence[str]) -> int:
    """The width of the widest of rows with these titles, chosen and with a mark."""
    face = QFontMetrics(font("strong"))
    return px(10) + px(16) + px(8) + max(face.horizontalAdvance(title) for title in titles) + px(8)


class RowModel(QStringListModel):
    """All rows of a list. Qt counts them itself: it does so several times for each, and there may be thousands."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[RowData] = ()

    def show_rows(self, rows: Sequence[RowData]) -> bool:
        """Shows other rows; tells whether they are others than before, and not the same ones with other words."""
        pairs = zip(rows, self.rows, strict=False)
        if len(rows) == len(self.rows) and all(one.key == two.key and one.shape == two.shape for one, two in pairs):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.rows = rows
        self.setStringList([row.title for row in rows])
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _DATA:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.said if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_head = index.isValid() and self.rows[index.row()].head
        return Qt.ItemFlag.NoItemFlags if is_head else super().flags(index)


class Rows(QStyledItemDelegate):
    """Draws rows."""

    def __init__(self, chosen: str) -> None:
        """`chosen` is the token behind the chosen row."""
        super().__init__()
        self._chosen = chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, height_of(index.data(_DATA).shape))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        data: RowData = index.data(_DATA)
        painter.save()
        if data.head:
            _paint_head(painter, option, data)
            painter.restore()
            return
        _paint_ground(painter, option, self._chosen)
        _paint_words(painter, option, data, _places(option, data))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole words of a row that had to be cut."""
        words = cut_words(option, index.data(_DATA)) if index.isValid() else ""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), words, view)
        return True


def cut_words(option: QStyleOptionViewItem, data: RowData) -> str:
    """What does not fit into its row, one line each; empty when everything fits."""
    title, sub, _right, _mark = _places(option, data)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    wide = _title_metrics(data, chosen).horizontalAdvance(data.title)
    lines = [data.title] if wide > title.width() else []
    return "\n".join(lines + ([data.sub] if _caption().horizontalAdvance(data.sub) > sub.width() else []))


def _caption() -> QFontMetrics:
    return QFontMetrics(font("caption"))


def _title_role(data: RowData, chosen: bool) -> str:
    if data.voice:
        return "voice"
    return "strong" if data.sub or data.strong or chosen else "body"


def _title_metrics(data: RowData, chosen: bool) -> QFontMetrics:
    return QFontMetrics(font(_title_role(data, chosen)))


def _places(option: QStyleOptionViewItem, data: RowData) -> tuple[QRect, QRect, QRect, QRect]:
    """Where title, second line, words at the right and mark stand."""
    rect: QRect = option.rect.adjusted(0, 1, 0, -1)
    tall = _title_metrics(data, bool(option.state & QStyle.StateFlag.State_Selected)).height()
    block = tall + (_caption().height() if data.sub else 0)
    top, size = rect.top() + (rect.height() - block) // 2, px(16)
    left, end = rect.left() + px(10 + _INDENT * data.level), rect.right() - px(8)
    spot = QRect(left, top + (tall - size) // 2 + 1, size, size)
    left += size + px(8) if data.mark or data.hangs else 0
    wide = min(_caption().horizontalAdvance(data.right) + 1 if data.right else 0, (end - left) // 2)
    right = QRect(end - wide, top, wide, tall)
    title = QRect(left, top, max(0, end - left - (wide + px(10) if data.right else 0)), tall)
    return title, QRect(left, top + tall, max(0, end - left), _caption().height()), right, spot


def _paint_head(painter: QPainter, option: QStyleOptionViewItem, data: RowData) -> None:
    """Small words above the rows they name."""
    painter.setFont(font("caption"))
    painter.setPen(colour(option.palette, "quiet"))
    place = option.rect.adjusted(px(10), 0, -px(8), -px(3))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, data.title)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, chosen: str) -> None:
    """The chosen row has a fill and a bar at its edge, the one under the pointer a fill, the one with focus a ring."""
    palette, rect = option.palette, option.rect.adjusted(0, 1, 0, -1)
    if option.state & QStyle.StateFlag.State_Selected:
        rounded(painter, rect, 6, colour(palette, chosen))
        painter.setClipRect(rect.left(), rect.top(), 3, rect.height())
        rounded(painter, rect, 6, colour(palette, "accent"))
        painter.setClipping(False)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        rounded(painter, rect, 6, colour(palette, "line"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        rounded(painter, rect, 6, None, colour(palette, "accent"), 2)


def _paint_words(
    painter: QPainter, option: QStyleOptionViewItem, data: RowData, places: tuple[QRect, QRect, QRect, QRect]
) -> None:
    palette: QPalette = option.palette
    title, sub, right, spot = places
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    at_right, elide = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
    if data.mark:
        glyph, tone, _word = MARKS[data.mark]
        draw_icon(painter, spot, glyph, colour(palette, tone))
    painter.setFont(font("caption"))
    painter.setPen(colour(palette, data.tone))
    painter.drawText(right, at_right, _caption().elidedText(data.right, elide, right.width()))
    painter.setPen(colour(palette, "quiet" if data.right else data.tone))
    painter.drawText(sub, at_left, _caption().elidedText(data.sub, elide, sub.width()))
    painter.setFont(font(_title_role(data, chosen)))
    painter.setPen(colour(palette, "quiet" if data.dim else "ink"))
    words = painter.fontMetrics().elidedText(data.title, elide, title.width())
    painter.drawText(title, at_left, words)
