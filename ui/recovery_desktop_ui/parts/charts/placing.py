"""Where the words of a chart stand: apart from each other, and inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.parts.tokens import colour, font


@dataclass(frozen=True)
class Label:
    """Words at their place, in a type role and a colour token; `full` is what they are when they were cut."""

    rect: QRectF
    words: str
    role: str = "caption"
    tone: str = "ink"
    full: str = ""


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as possible to the `wanted` ones (ascending), at least `gap` apart, between `low` and `high`;
    evenly spread where there is no room for the gap."""
    steps = len(wanted) - 1
    if steps > 0:
        gap = min(gap, (high - low) / steps)
    pools: list[tuple[float, int]] = []  # neighbours that push each other share one mean
    for i, at in enumerate(wanted):
        total, count = at - i * gap, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    means = [total / count for total, count in pools for _ in range(count)]
    return [max(low, min(mean, high - steps * gap)) + i * gap for i, mean in enumerate(means)]


def measure(role: str) -> QFontMetricsF:
    """How large words of a type role are."""
    return QFontMetricsF(font(role))


def label(words: str, x: float, y: float, align: float, role: str = "caption", tone: str = "ink") -> Label:
    """Words whose top is at `y`; `align` says which share of them lies left of `x`."""
    face = measure(role)
    wide = face.horizontalAdvance(words) + 1
    return Label(QRectF(x - wide * align, y, wide, face.height()), words, role, tone)


def cut(each: Label, room: float) -> Label:
    """A label no wider than there is room, its end replaced by a dot-dot-dot where it was."""
    if each.rect.width() <= room:
        return each
    short = measure(each.role).elidedText(each.words, Qt.TextElideMode.ElideRight, room - 1)
    rect = QRectF(each.rect.left(), each.rect.top(), room, each.rect.height())
    return Label(rect, short, each.role, each.tone, each.words)


def wrapped(words: str, role: str, tone: str, rect: QRectF, most: int) -> list[Label]:
    """Words set in lines from the top of `rect` on, as wide as it; the last of `most` lines is cut."""
    face, left = measure(role), words.strip()
    found: list[Label] = []
    while left and len(found) < most:
        line = left if len(found) == most - 1 else first_line(left, face, rect.width())
        at = QRectF(rect.left(), rect.top() + len(found) * face.height(), rect.width(), face.height())
        shown = face.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
        found.append(Label(at, shown, role, tone, words if shown != line else ""))
        left = left[len(line) :].strip()
    return found


def first_line(words: str, face: QFontMetricsF, room: float) -> str:
    """As many whole words as fit; at least one."""
    line, *rest = words.split(" ")
    for word in rest:
        if face.horizontalAdvance(f"{line} {word}") > room:
            break
        line = f"{line} {word}"
    return line


def is_free(rect: QRectF, taken: Iterable[QRectF]) -> bool:
    """Whether a place meets none of the others."""
    return not any(rect.intersects(other) for other in taken)


def clamped(rect: QRectF, left: float, right: float) -> QRectF:
    """A place pushed sideways until it lies between two edges."""
    moved = QRectF(rect)
    moved.moveLeft(max(left, min(rect.left(), right - rect.width())))
    return moved


def paint_labels(painter: QPainter, widget: QWidget, labels: Iterable[Label]) -> None:
    """Writes all words in the colours of a widget's palette."""
    for each in labels:
        painter.setFont(font(each.role))
        painter.setPen(colour(widget, each.tone))
        painter.drawText(each.rect, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, each.words)
