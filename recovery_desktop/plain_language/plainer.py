"""Plainer words for those that are hard to read: our own list, a word or phrase and what to say instead."""

import re
from collections.abc import Iterable
from functools import cache

import tomli

from recovery_desktop.assets import resources


@cache
def _list(language: str) -> dict[str, str]:
    file = resources() / "words" / f"plainer.{language}.toml"
    return tomli.loads(file.read_text(encoding="utf-8"))["plainer"] if file.is_file() else {}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(_list(language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else re.compile(r"(?!)")


def plainer_words(texts: Iterable[str], language: str = "en") -> dict[str, str]:
    """The hard words of some texts that the list knows, each with what could be said instead."""
    found = (word for text in texts for word in _pattern(language).findall(text.casefold()))
    return {word: _list(language)[word] for word in found}
