"""The languages that the window can speak, each named in itself: whoever looks for one can read it."""

from PySide6.QtCore import QLocale

from recovery_desktop.text import language, languages

_NAMES = {"en": "English", "es": "Español"}  # Qt says "American English" and "español de España"


def language_names() -> dict[str, str]:
    """The names of all languages by their codes, English first; English alone where there is no catalog."""
    return {code: _NAMES.get(code) or _own_name(code) for code in languages()}


def next_language() -> str:
    """The code of the language after the one that is spoken now, around."""
    codes = languages()
    return codes[(codes.index(language()) + 1) % len(codes)]


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] or code
