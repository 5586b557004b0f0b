"""Every text the program says goes through here: `N_` marks one, `_` translates it where it is shown."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from recovery_desktop.assets import resources

ENGLISH = "en"
_DOMAIN = "recovery_desktop"
_translation: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH
_here: ContextVar[gettext.NullTranslations | None] = ContextVar("document language", default=None)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Marks a text for translation and returns it unchanged: records are described before the language is known."""
    return message


def _(message: str) -> str:
    """The text in the chosen language; an empty text stays empty."""
    return (_here.get() or _translation).gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural text for `count` in the chosen language."""
    return (_here.get() or _translation).ngettext(one, many, count)


def use_language(code: str) -> None:
    """Chooses the language of all texts from now on, as an ISO 639 code; a missing language falls back to English."""
    global _translation, _language
    _translation = _catalog(code)
    _language = code if isinstance(_translation, gettext.GNUTranslations) else ENGLISH


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Within it, in this thread alone, texts are in another language: of a document for a client who reads that one."""
    before = _here.set(_catalog(code))
    try:
        yield
    finally:
        _here.reset(before)


def _catalog(code: str) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, resources() / "languages", [code], fallback=True)


def language() -> str:
    """The code of the language that all texts are in now."""
    return _language


def languages() -> list[str]:
    """The codes of all languages there are: English, and each that has a catalog."""
    catalogs = (resources() / "languages").glob(f"*/LC_MESSAGES/{_DOMAIN}.mo")
    return [ENGLISH, *sorted({catalog.parts[-3] for catalog in catalogs} - {ENGLISH})]
