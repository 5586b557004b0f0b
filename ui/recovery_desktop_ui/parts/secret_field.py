"""A field for a passphrase: hidden unless wished otherwise, and it says when Caps Lock is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px


class SecretField(QLineEdit):
    """A line for a passphrase. Nothing of it is kept: no undo after clearing, no suggestions, no spelling."""

    caps_lock = Signal(bool)  # told by each letter: Qt cannot be asked

    def __init__(self, name: str, ghost: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(ghost)
        self.setAccessibleName(name)
        self.setProperty("glyph", "key-round")
        self.setTextMargins(px(32), 0, 0, 0)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._is_caps_lock = False

    def show_text(self, shown: bool) -> None:
        """Shows or hides what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._is_caps_lock:
            self._tell(False)
        elif len(typed) == 1 and typed.lower() != typed.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(typed.isupper() != shift)
        super().keyPressEvent(event)

    def _tell(self, is_on: bool) -> None:
        if is_on != self._is_caps_lock:
            self._is_caps_lock = is_on
            self.caps_lock.emit(is_on)


def caps_lock_note(*fields: SecretField) -> QLabel:
    """A line that appears below the fields while Caps Lock is on."""
    note = text(_("Caps Lock is on."), "caption", "care")
    note.setObjectName("caps_lock")
    note.hide()
    for field in fields:
        field.caps_lock.connect(note.setVisible)
    return note


def show_link(*fields: SecretField) -> Button:
    """A link that shows what is typed into the fields, and hides it again."""
    link = button(_("Show what I type"), "link", "eye")
    link.setObjectName("show_typed")
    link.setCheckable(True)

    def turn(shown: bool) -> None:
        link.setText(_("Hide what I type") if shown else _("Show what I type"))
        link.setAccessibleName(link.text())
        link.setProperty("glyph", "eye-off" if shown else "eye")
        link.updateGeometry()
        for field in fields:
            field.show_text(shown)

    link.toggled.connect(turn)
    return link
