"""How a page of the way in is set: what step it is, a title, what is said first, the content, the ways on and back."""

from PySide6.QtWidgets import QVBoxLayout

from recovery_desktop_ui.parts.layouts import Item, col
from recovery_desktop_ui.parts.texts import text


def column(title: str, intro: str, *items: Item, step: str = "") -> QVBoxLayout:
    """A column with its title; `step` says above it how far one has come."""
    head: list[Item] = [text(step, "caption", "quiet"), 2] if step else []
    name = text(title, "title", wrap=True)
    name.setObjectName("page_title")
    head += [name, 6]
    if intro:
        head += [text(intro, "body", "quiet", wrap=True), 16]
    return col(*head, *items, gap=0)
