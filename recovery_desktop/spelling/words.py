"""Finds the words of a text that a spelling check looks at, and passes over what is no prose."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_MARKS = "\u0300-\u036f"  # accents that follow their letter
_LETTER = rf"(?:[^\W\d_][{_MARKS}]*)"
_RUN = re.compile(r"\S+")
_PIECE = re.compile(r"[^/\\|–—…()\[\]{}<>]+")
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_ADDRESS = re.compile(r"@|://|www\.")
_NO_PROSE = re.compile(r"[\d_#]|\w\.\w")  # figures, names of files, "a.m."
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,5}s?")  # PHQ, DBT, ACEs
_LATIN_TO = "\u024f"
_SHORT_PART = 3  # letters of a part before or after a hyphen: co-, non-, -in


class Found(NamedTuple):
    """A word as it stands in a text, and where it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def words_in(text: str) -> Iterator[Found]:
    """The words to check, in their order."""
    for run in _RUN.finditer(text):
        if not _ADDRESS.search(run[0]):
            for piece in _PIECE.finditer(run[0]):
                yield from _words_of(piece[0], run.start() + piece.start())


def plain(word: str) -> str:
    """A word as the lists have it: small letters, straight apostrophe, no possessive."""
    result = unicodedata.normalize("NFC", word).replace("’", "'").lower()
    return result.removesuffix("'s")


def plain_words(texts: Iterable[str]) -> set[str]:
    """All words of some texts, as the lists have them, also those that would be passed over."""
    return {plain(word[0]) for text in texts for word in _WORD.finditer(text)}


def _words_of(piece: str, start: int) -> Iterator[Found]:
    if _NO_PROSE.search(piece):
        return
    for word in _WORD.finditer(piece):
        if not _is_passed_over(word[0]) and not _is_short_part(piece, word):
            yield Found(start + word.start(), word[0])


def _is_passed_over(word: str) -> bool:
    """Single letters, abbreviations in capitals, names such as McKenna, and letters that no list here knows."""
    if len(word) == 1 or _CAPITALS.fullmatch(word):
        return True
    has_inner_capital = not word.isupper() and any(letter.isupper() for letter in word[1:])
    return has_inner_capital or any(letter.isalpha() and letter > _LATIN_TO for letter in word)


def _is_short_part(piece: str, word: "re.Match[str]") -> bool:
    beside = piece[word.end() : word.end() + 1] + piece[max(0, word.start() - 1) : word.start()]
    return "-" in beside and len(word[0]) <= _SHORT_PART
