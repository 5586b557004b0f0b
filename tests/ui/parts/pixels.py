"""Measures what is really drawn: colours, contrast, and what changes between two pictures."""

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Colour = tuple[int, int, int]
Picture = list[list[Colour]]


def drawn(widget: QWidget, part: QRect | None = None) -> Picture:
    """The pixels of a widget, or of a part of it, row by row."""
    image = widget.grab(part or widget.rect()).toImage().convertToFormat(QImage.Format.Format_RGB888)
    wide, step, data = image.width(), image.bytesPerLine(), bytes(image.constBits())
    rows = (data[y * step : y * step + 3 * wide] for y in range(image.height()))
    return [list(zip(row[::3], row[1::3], row[2::3], strict=True)) for row in rows]


def common(picture: Picture) -> Colour:
    """The colour of most pixels: what stands behind everything."""
    return Counter(pixel for row in picture for pixel in row).most_common(1)[0][0]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours as WCAG 2 has it, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def boldest(picture: Picture, ground: Colour | None = None) -> float:
    """The contrast of the pixel that differs most from the ground."""
    behind = ground or common(picture)
    return max(contrast(pixel, behind) for pixel in {pixel for row in picture for pixel in row})


def changed(before: Picture, after: Picture, by: float) -> int:
    """How many pixels changed by at least a contrast."""
    pairs = Counter(
        (old, new)
        for old_row, new_row in zip(before, after, strict=True)
        for old, new in zip(old_row, new_row, strict=True)
    )
    return sum(count for (old, new), count in pairs.items() if old != new and contrast(old, new) >= by)


def shape(picture: Picture) -> list[list[bool]]:
    """What is left when all colour is taken away: where something stands out from the ground."""
    ground = common(picture)
    seen = {pixel: contrast(pixel, ground) >= 2 for row in picture for pixel in row}
    return [[seen[pixel] for pixel in row] for row in picture]


def apart(one: list[list[bool]], other: list[list[bool]]) -> int:
    """In how many pixels two shapes differ."""
    return sum(a != b for rows in zip(one, other, strict=True) for a, b in zip(*rows, strict=True))


def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
