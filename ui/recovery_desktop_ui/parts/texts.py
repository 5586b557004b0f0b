"""Words on a page: labels by type role and colour token, headings, small notes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from recovery_desktop_ui.parts.layouts import row
from recovery_desktop_ui.parts.tokens import font, px, role_of


def text(words: str, role: str = "body", tone: str = "ink", wrap: bool = False) -> QLabel:
    """A label; its colour follows the palette."""
    label = QLabel(words)
    label.setFont(font(role))
    label.setForegroundRole(role_of(tone))
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def centred(words: str, role: str, tone: str = "ink") -> QLabel:
    """A label whose lines stand in the middle."""
    label = text(words, role, tone, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def heading(words: str, *right: QWidget | int) -> QHBoxLayout:
    """A heading with what belongs to it at the right end of the line."""
    label = text(words, "heading")
    label.setMinimumHeight(QFontMetrics(font("body")).height() + px(6))  # as high as a link beside it
    label.setAccessibleName(words)
    return row(label, None, *right)
