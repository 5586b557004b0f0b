"""Applies the counselor's choice of text size and of light or dark; follows the system where that was chosen."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from recovery_desktop_ui.parts.style import Calm
from recovery_desktop_ui.parts.tokens import SIZES, font, palette, use_fonts, use_text_size


class Look(QObject):
    """The application's looks; one for the whole run."""

    def __init__(self, app: QApplication, text_size: float, look: str) -> None:
        super().__init__()
        self._app, self.look, self.text_size = app, look, text_size
        use_text_size(text_size)
        self._style = Calm()
        app.setStyle(self._style)
        use_fonts(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def choose(self, look: str) -> None:
        """Light, dark or as the system has it; at once."""
        self.look = look
        self.apply()

    def choose_next(self) -> None:
        """As the system has it, then what the system has not, then what it has, and around: the first press is seen."""
        around = ("system", "light", "dark") if self._is_system_dark() else ("system", "dark", "light")
        self.choose(around[(around.index(self.look) + 1) % len(around)])

    def choose_size(self, text_size: float) -> None:
        """The text size for all windows built from now on."""
        self.text_size = text_size
        use_text_size(text_size)
        self._style.renew_metrics()
        self._app.setFont(font("body"))

    @staticmethod
    def _is_system_dark() -> bool:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def apply(self) -> None:
        """Sets the palette, unless high contrast is asked of the system: then its own palette is right."""
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._app.setPalette(self._app.style().standardPalette())
            return
        dark = self.look == "dark" or (self.look == "system" and self._is_system_dark())
        if self._app.palette() != palette(dark):
            self._app.setPalette(palette(dark))


def next_size(now: float, step: int) -> float:
    """The next larger (1) or smaller (-1) text size, or the same at the end."""
    at = min(range(len(SIZES)), key=lambda i: abs(SIZES[i] - now)) + step
    return SIZES[max(0, min(len(SIZES) - 1, at))]
