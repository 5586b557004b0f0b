"""The top of the first page of a document, as it will be printed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel

from recovery_desktop.text import _
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import col, rule
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px


class LetterheadView(Card):
    """Practice, a title, and who signs."""

    def __init__(self) -> None:
        self._name, self._lines = text("", "heading", wrap=True), text("", "caption", "quiet", wrap=True)
        self._signed = text("", wrap=True)
        self._name.setObjectName("letterhead_name")
        self._lines.setObjectName("letterhead_lines")
        self._signed.setObjectName("letterhead_signed")
        title = text(_("Treatment plan"), "title", "accent")
        super().__init__(
            col(self._name, self._lines, 14, title, rule(tone="accent"), 40, rule(), self._signed, None, gap=3, pad=24)
        )
        self.setFixedWidth(px(280))

    def show_practice(self, practice: Mapping[str, Any], counselor: Mapping[str, Any]) -> None:
        """Shows what is typed; grey words stand where nothing is yet."""
        _say(self._name, practice.get("name", ""), _("Name of the practice"))
        parts = (", ".join(str(practice.get(name, "")).split("\n")) for name in ("address", "phone", "license_number"))
        _say(self._lines, " · ".join(filter(None, parts)), _("Address · phone · license"))
        names = (counselor.get("name", ""), counselor.get("credential", ""))
        _say(self._signed, ", ".join(filter(None, names)), _("Your name, credential"))


def _say(label: QLabel, words: str, ghost: str) -> None:
    label.setText(words.strip() or ghost)
    label.setEnabled(bool(words.strip()))
