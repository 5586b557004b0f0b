"""A label above a field, so that both are found together by eye, mouse and screen reader."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text


def labelled(label: str, field: QWidget) -> QVBoxLayout:
    """A field below its label."""
    words = text(label, "caption", "quiet")
    words.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    return col(words, field, gap=4)
