"""A signature written with the mouse, a pen or a finger, kept as a small picture."""

import base64
from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_desktop.records.fields import Described
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.editors.base import Editor, checked, tell_left
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.tokens import colour, px

_WIDE, _TALL = 420, 132
_SHARP = 3  # pixels of the picture for one of the pad
_PEN = 2.2
_INK = QColor("#1a1f24")  # on paper, whatever the window looks like
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class DrawnEditor(Editor):
    """The pad to write on, with a line to write along; Delete clears it."""

    def __init__(self, field: Described) -> None:
        super().__init__()
        self.field = field
        self._picture = ""
        self._pad = _Pad(self)
        self._clear = button(_("Clear"), "link", "x", does=self._empty)
        self._clear.setObjectName("drawn.clear")
        self.fill_with(hold(col(self._pad, row(self._clear, None), gap=4)))

    def target(self) -> QWidget:
        return self._pad

    def put(self, value: str) -> None:
        self._picture = value
        self._pad.show_picture(QImage.fromData(base64.b64decode(value)) if value else QImage())

    def value(self) -> str:
        picture: str = checked(self.field, self._picture)
        return picture

    def typed(self) -> str:
        return self._picture

    def put_typed(self, text: str) -> None:
        self.put(text)

    def take(self, picture: QImage) -> None:
        """What was written so far."""
        self._picture = _as_png(picture)
        self.edited.emit()

    def _empty(self) -> None:
        if self._picture:
            self.put("")
            self.edited.emit()


class _Pad(QWidget):
    def __init__(self, editor: DrawnEditor) -> None:
        super().__init__()
        self._editor = editor
        self._strokes: list[list[QPointF]] = []
        self._picture = QImage()
        self._is_writing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), px(_TALL))

    def show_picture(self, picture: QImage) -> None:
        self._strokes, self._picture = [], picture
        self.update()

    # -- writing; a pen and a finger come as a mouse where nobody takes them otherwise

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_writing = True
            self._strokes.append([QPointF(event.position())])  # the event keeps its own
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_writing:
            inside = QRectF(self.rect())
            at = event.position()
            self._strokes[-1].append(QPointF(min(max(at.x(), 0), inside.right()), min(max(at.y(), 0), inside.bottom())))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_writing:
            self._is_writing = False
            self._picture = self._written()
            self._strokes = []
            self._editor.take(self._picture)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEARS:
            self._editor._empty()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        tell_left(self, event)

    def _written(self) -> QImage:
        """All that was written, on white."""
        picture = QImage(self.size() * _SHARP, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        if not self._picture.isNull():
            painter.drawImage(picture.rect(), self._picture)
        painter.scale(_SHARP, _SHARP)
        self._write(painter)
        painter.end()
        return picture

    def _write(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_INK, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for stroke in self._strokes:
            painter.drawPath(_smooth(stroke))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paper = QRect(self.rect())
        edge, wide = ("accent", 2.0) if self.hasFocus() else ("edge", 1.0)
        rounded(painter, paper, 5, QColor("white"), colour(self, edge), wide)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper.adjusted(2, 2, -2, -2), self._picture)
        painter.setPen(QPen(QColor("#b9c3c8"), 1))
        line = paper.bottom() - px(30)
        painter.drawLine(px(18), line, paper.right() - px(18), line)
        self._write(painter)


def _smooth(stroke: list[QPointF]) -> QPainterPath:
    """Through the middles between the points where the pen was seen, bent towards the points."""
    path = QPainterPath(stroke[0])
    if len(stroke) < 3:
        path.lineTo(stroke[-1] + QPointF(0.1, 0))  # a dot is seen too
        return path
    for here, following in pairwise(stroke[1:]):
        path.quadTo(here, (here + following) / 2)
    path.lineTo(stroke[-1])
    return path


def _as_png(picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture.convertToFormat(QImage.Format.Format_Grayscale8))
    return base64.b64encode(bytes(buffer.data().data())).decode()
