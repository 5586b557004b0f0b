"""What the first run is made of: the making of the practice, and two kinds of cards."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import create_store
from recovery_desktop.vault import VaultKey
from recovery_desktop_ui.access.owing import owe_sheet
from recovery_desktop_ui.access.practice_form import Typed
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text


def new_practice(folder: Path, passphrase: str, typed: Typed, making: dict[str, Any]) -> tuple[VaultKey, str]:
    """Makes the vault with all that was typed, and closes it. Slow: calibrates and derives the key."""
    store, code = create_store(folder, passphrase, typed.practice, user=typed.counselor["name"], **making)
    try:
        store.add(Staff, **typed.counselor)
        owe_sheet(store.vault)
        return store.vault.key, code
    finally:
        store.close()


def beginning(glyph: str, words: str, button: QWidget) -> QWidget:
    """One way to begin, with its button."""
    line = row(Icon(glyph, "accent", 24), text(words, wrap=True), button, gap=14, pad=(20, 14, 20, 14))
    line.setStretch(1, 1)
    return Card(line)


def concern(words: str) -> QWidget:
    """What speaks against a folder."""
    line = row(hold(col(Icon("triangle-alert", "care"), None)), text(words, wrap=True), gap=10, pad=12)
    line.setStretch(1, 1)
    return Card(line, "care_soft")
