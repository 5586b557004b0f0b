"""Every text the program says goes through here: `N_` marks one, `_` translates it where it is shown."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from recovery_desktop.assets import resources

ENGLISH = "en"
_DOMAIN = "recovery_desktop"
_DOCUMENTS = "recovery_desktop_documents"
"""The catalog of what documents say: a language may have this one and not yet the window's."""
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
    catalog = _catalog(code, _DOCUMENTS)
    catalog.add_fallback(_catalog(code))
    before = _here.set(catalog)
    try:
        yield
    finally:
        _here.reset(before)


def _catalog(code: str, domain: str = _DOMAIN) -> gettext.NullTranslations:
    # `gettext.translation` hands out copies: a fallback added to one is in no other
    return gettext.translation(domain, resources() / "languages", [code], fallback=True)


def language() -> str:
    """The code of the language that all texts are in now."""
    return _language


def language_here() -> str:
    """The code of the language of what is said in this place: of a document within `in_language`, else the window's."""
    catalog = _here.get()
    return _language if catalog is None else catalog.info().get("language", ENGLISH)


def languages() -> list[str]:
    """The codes of all languages there are: English, and each that has a catalog."""
    return _languages_with(_DOMAIN)


def document_languages() -> list[str]:
    """The codes of the languages that documents for clients and their families can be made in."""
    return _languages_with(_DOCUMENTS)


def _languages_with(domain: str) -> list[str]:
    catalogs = (resources() / "languages").glob(f"*/LC_MESSAGES/{domain}.mo")
    return [ENGLISH, *sorted({catalog.parts[-3] for catalog in catalogs} - {ENGLISH})]
