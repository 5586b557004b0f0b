"""Every text the program says goes through here: `N_` marks one, `_` translates it where it is shown."""

import gettext

from recovery_desktop.assets import resources

_translation: gettext.NullTranslations = gettext.NullTranslations()


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Marks a text for translation and returns it unchanged: records are described before the language is known."""
    return message


def _(message: str) -> str:
    """The text in the chosen language; an empty text stays empty."""
    return _translation.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural text for `count` in the chosen language."""
    return _translation.ngettext(one, many, count)


def use_language(code: str) -> None:
    """Chooses the language of all texts from now on, as an ISO 639 code; a missing language falls back to English."""
    global _translation
    _translation = gettext.translation("recovery_desktop", resources() / "languages", [code], fallback=True)
