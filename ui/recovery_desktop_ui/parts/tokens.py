"""Colour, type and spacing tokens; each colour travels in a palette role, so light and dark are one palette apart."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from recovery_desktop.assets import resources

Role = QPalette.ColorRole

# name: (palette role it travels in, light, dark). Widgets name a token; the palette decides the colour.
TOKENS: dict[str, tuple[Role, str, str]] = {
    "canvas": (Role.Window, "#f7f3ed", "#1d1b18"),  # behind everything
    "paper": (Role.Base, "#fffdf9", "#272420"),  # what is written on
    "shade": (Role.AlternateBase, "#eeeae1", "#151311"),  # caseload, quiet fills
    "ink": (Role.WindowText, "#26221d", "#f0eae0"),
    "quiet": (Role.PlaceholderText, "#5f584e", "#b9b0a3"),
    "line": (Role.Midlight, "#dfd8cb", "#3d3832"),  # hairlines: decoration only
    "edge": (Role.Mid, "#80786c", "#918880"),  # borders of fields
    "accent": (Role.Highlight, "#1d6556", "#8acfbc"),
    "on_accent": (Role.HighlightedText, "#ffffff", "#10261f"),
    "accent_soft": (Role.Light, "#dcebe4", "#25403a"),
    "care": (Role.LinkVisited, "#855000", "#ebb862"),  # needs attention
    "care_soft": (Role.Dark, "#faecd0", "#40331b"),
    "alarm": (Role.BrightText, "#9c321b", "#f5a08a"),  # safety only
    "alarm_soft": (Role.Shadow, "#fae4dc", "#47271e"),
}
_SAME: dict[str, tuple[Role, ...]] = {
    "ink": (Role.Text, Role.ButtonText, Role.ToolTipText),
    "paper": (Role.Button, Role.ToolTipBase),
    "accent": (Role.Accent, Role.Link),
}

# role: (points, weight); "voice" and "quote" are the client's own words, in serif italic
TYPE: dict[str, tuple[float, int]] = {
    "caption": (10, 400),
    "body": (11, 400),
    "strong": (11, 600),
    "heading": (13, 600),
    "title": (17, 600),
    "voice": (12.5, 400),
    "quote": (17, 400),
}
SIZES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)  # of the text, to choose from
LARGE_FROM = 1.25  # above this text size columns stack and side lists fold
VERY_LARGE_FROM = 1.5  # from this text size on the page needs the room of what stands around it


class _Size:
    text = 1.0


_fonts: dict[str, QFont] = {}
_voice = QFont()


def use_text_size(factor: float) -> None:
    """Sets the counselor's text size, 1.0 to 2.0; windows built from now on follow it."""
    _Size.text = factor
    _fonts.clear()


def text_size() -> float:
    return _Size.text


def is_large() -> bool:
    """Whether the text is so large that things stand one below the other."""
    return _Size.text > LARGE_FROM


def is_very_large() -> bool:
    """Whether what stands around the page folds to its least."""
    return _Size.text >= VERY_LARGE_FROM


def px(n: float) -> int:
    """A length on the 8-pixel grid that grows with the text: icons, fields."""
    return round(n * _Size.text)


def space(n: float) -> int:
    """A gap or margin: grows half as fast as the text, so that large text keeps its room."""
    return round(n * (1 + _Size.text) / 2)


def palette(dark: bool) -> QPalette:
    """The light or the dark palette."""
    result = QPalette()
    for name, (role, *pair) in TOKENS.items():
        for each in (role, *_SAME.get(name, ())):
            result.setColor(each, QColor(pair[dark]))
    quiet = QColor(TOKENS["quiet"][1 + dark])
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, role, quiet)
    return result


def role_of(token: str) -> Role:
    """The palette role in which a colour travels."""
    return TOKENS[token][0]


def colour(where: QWidget | QPalette, token: str) -> QColor:
    """A token's colour in the palette of a widget."""
    return (where if isinstance(where, QPalette) else where.palette()).color(TOKENS[token][0])


def font(role: str) -> QFont:
    """The font of a type role at the counselor's text size."""
    if role not in _fonts:
        points, weight = TYPE[role]
        own_words = role in ("voice", "quote")
        result = QFont(_voice if own_words else QApplication.font())
        result.setItalic(own_words)
        result.setPointSizeF(points * _Size.text)
        result.setWeight(QFont.Weight(weight))
        _fonts[role] = result
    return _fonts[role]


def use_fonts(app: QApplication) -> None:
    """Loads the bundled faces and makes them the application's."""
    global _voice
    files = sorted((resources() / "fonts" / "screen").glob("*.ttf"))
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    missing = [file.name for file, number in zip(files, numbers, strict=True) if number < 0]
    if missing or not files:
        raise RuntimeError(f"fonts that do not load: {missing}")
    _voice = QFont("Source Serif 4")
    base = QFont("Source Sans 3")
    base.setPointSizeF(TYPE["body"][0] * _Size.text)
    app.setFont(base)
    _fonts.clear()
