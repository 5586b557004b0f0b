"""Search over all codes by code or words; typing errors are forgiven, addiction and mental health come first."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

import tomli
from rapidfuzz import fuzz, process

from recovery_desktop.assets import resources
from recovery_desktop.diagnoses.codes import Entry, bare, entry_at, place_of, texts

_LIKE_A_CODE = re.compile(r"[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}\Z")
_WORD = re.compile(r"[a-z0-9]+")
_ALIKE = 80  # of 100: "opiod" is opioid, "alchol" alcohol
_MOST = 400  # found places that are ranked: who finds more needs another word
_STEP = 20  # letters by which names count as equally long, so that the order of the list holds among them
_NEAR = (
    (("F1", "F9ZZZZ"),),
    (("F0", "F0ZZZZ"), ("R4585", "R4585Z"), ("Z55", "Z65ZZ"), ("Z71", "Z72ZZ"), ("Z79891", "Z79891"), ("Z91", "Z91ZZ")),
)
"""Codes of addiction and mental health, then those of what goes with them in life."""


def search(words: str, limit: int = 20) -> list[Entry]:
    """The entries that a code's beginning, or words of a title, mean; best first, at most `limit`.

    Headings, which cannot be diagnoses, are among them, behind billable ones that fit as well.
    """
    if _LIKE_A_CODE.fullmatch(bare(words)):
        return [entry_at(place) for place in _with_code(bare(words), limit)]
    asked = [_meant(word) for word in _spelled_out(words)]
    if not asked:
        return []
    ranked = sorted(islice(_having(asked), _MOST), key=lambda place: _rank(place, asked))
    return [entry_at(place) for place in ranked[:limit]]


def _with_code(start: str, limit: int) -> list[int]:
    """The code itself, then what it heads, in the order of the list."""
    codes = _sorted_codes()
    at, after = bisect_left(codes, start), bisect_left(codes, start + "~")
    return [place_of()[code] for code in codes[at : min(after, at + limit)]]


def _spelled_out(words: str) -> list[str]:
    """The words typed, in small letters, with those that are short for others spelled out."""
    typed = _WORD.findall(words.lower())
    return [word for each in typed for word in _WORD.findall(_short_words().get(each, each))]


def _meant(word: str) -> str:
    """The word itself where some title has it, or else the likeliest one, of mental health before others."""
    if any(word in text for text in _texts()):
        return word
    for near in (True, False):
        best = process.extractOne(word, _words(near), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is not None:
            return str(best[0])
    return word


def _having(asked: list[str]) -> Iterator[int]:
    """The places whose text has all the words, near subjects first."""
    all_texts = _texts()
    first, *others = sorted(asked, key=len, reverse=True)  # the longest leaves fewest
    for place in _near_first():
        text = all_texts[place]
        if first in text and all(word in text for word in others):
            yield place


def _rank(place: int, asked: list[str]) -> tuple[int, int, bool, int, int]:
    """Near subjects first; then words that begin a word, billable codes, and short names that have all the words."""
    entry = entry_at(place)
    text = _texts()[place]
    inside = sum(re.search(rf"\b{re.escape(word)}", text) is None for word in asked)
    names = [len(name) + 2 * _STEP for name in entry.names if _says(name, asked)]
    names += [len(entry.title)] if _says(entry.title, asked) else []
    long = min(names, default=len(text) + _STEP) // _STEP
    return (_subject(bare(entry.code)), inside, not entry.billable, long, place)


def _says(name: str, asked: list[str]) -> bool:
    return all(word in name.lower() for word in asked)


def _subject(code: str) -> int:
    ranges = (i for i, group in enumerate(_NEAR) if any(low <= code <= high for low, high in group))
    return next(ranges, len(_NEAR))


@cache
def _texts() -> list[str]:
    return texts()


@cache
def _sorted_codes() -> list[str]:
    return sorted(place_of())


@cache
def _near() -> list[list[int]]:
    """The places of each group of near subjects."""
    codes, places = _sorted_codes(), place_of()
    slices = [[(bisect_left(codes, low), bisect_left(codes, high + "~")) for low, high in group] for group in _NEAR]
    return [sorted(places[code] for start, end in group for code in codes[start:end]) for group in slices]


@cache
def _near_first() -> list[int]:
    """All places, near subjects first, otherwise in the order of the list."""
    near = list(chain.from_iterable(_near()))
    known = set(near)
    return near + [place for place in range(len(_texts())) if place not in known]


@cache
def _words(near: bool) -> list[str]:
    """The words of all titles and names, or those of near subjects; made when something is misspelled."""
    places = chain.from_iterable(_near()) if near else range(len(_texts()))
    return sorted({word for place in places for word in _WORD.findall(_texts()[place])})


@cache
def _short_words() -> dict[str, str]:
    """What abbreviations stand for, by the abbreviation in small letters."""
    content = (resources() / "codes" / "short_words.toml").read_text(encoding="utf-8")
    return {short: str(words) for short, words in tomli.loads(content)["short"].items()}
