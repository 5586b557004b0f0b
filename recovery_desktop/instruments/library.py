"""The questionnaires that come with the program; each data file is read when it is first asked for."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from recovery_desktop.assets import resources
from recovery_desktop.instruments.definitions import Instrument, Listed
from recovery_desktop.instruments.reading import read_listed, read_translation, read_whole

ENGLISH = "en"


def instrument(instrument_id: str, language: str = ENGLISH) -> Instrument:
    """The questionnaire with this id, such as "phq-9"; in English where there is no copy in the language asked for.

    Raises ValueError for an id that no data file has.
    """
    languages = _languages().get(instrument_id)
    if languages is None:
        raise ValueError(f"There is no instrument {instrument_id!r}; `available()` lists those there are.")
    return _read(instrument_id, language if language in languages else ENGLISH)


def ids() -> frozenset[str]:
    """The short names of all questionnaires; reads none of them."""
    return frozenset(_languages())


def ids_that_raise(flags: Collection[str]) -> tuple[str, ...]:
    """The short names of the questionnaires that may raise one of these flags; of the others no file is parsed."""
    named = [each for each in _languages() if _names_one(_text(each), flags)]
    return tuple(each for each in named if any(one.flag in flags for one in instrument(each).flags))


def _names_one(text: str, flags: Collection[str]) -> bool:
    return any(f'"{flag}"' in text for flag in flags)


def languages_of(instrument_id: str) -> tuple[str, ...]:
    """The languages in which a questionnaire is there, English first; empty for one that is not."""
    return _languages().get(instrument_id, ())


def available() -> list[Listed]:
    """All questionnaires, by the names they are known by; of each file only the beginning is parsed."""
    return sorted(map(_listed, _languages()), key=lambda each: each.name.casefold())


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages of each questionnaire, English first."""
    found: dict[str, list[str]] = {}
    for file in sorted(_folder().glob("*.toml")):
        instrument_id, language = file.name.removesuffix(".toml").rsplit(".", 1)
        found.setdefault(instrument_id, []).append(language)
    return {each: tuple(sorted(codes, key=lambda code: (code != ENGLISH, code))) for each, codes in found.items()}


@cache
def _listed(instrument_id: str) -> Listed:
    return read_listed(_file(instrument_id, ENGLISH), languages_of(instrument_id))


@cache
def _read(instrument_id: str, language: str) -> Instrument:
    file = _file(instrument_id, language)
    if language == ENGLISH:
        return read_whole(file, instrument)
    return read_translation(file, _read(instrument_id, ENGLISH), lambda other: instrument(other, language))


def _text(instrument_id: str) -> str:
    return _file(instrument_id, ENGLISH).read_text("utf-8")


def _file(instrument_id: str, language: str) -> Path:
    return _folder() / f"{instrument_id}.{language}.toml"


def _folder() -> Path:
    return resources() / "instruments"
