"""English words with how usual they are, Spanish ones where wanted, and our own list of what a counselor writes."""

import gzip
import importlib.resources
import itertools
import json
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from recovery_desktop.assets import resources
from recovery_desktop.spelling.words import plain, plain_words

_AT_ONCE = 2000  # entries read in one go: longer, and other threads would wait
_OWN_COUNT = 2000  # how usual a word of our own list is taken to be
_USUAL = 20_000  # from here on a word may be half of two that were written as one: "alot"
_MOST_SLIPS, _SLIPS_OF_SHORT, _SHORT = 2, 1, 4
_OFFERED = 6


class Lexicon:
    """All words that are right. Reading one takes a tenth of a second or two: do it beside the window's thread."""

    def __init__(self, *, with_spanish: bool = False) -> None:
        """English, and with Spanish the words of either."""
        self.knows_spanish = with_spanish
        self._counts: dict[str, int] = {}
        self._not_english: set[str] = set()
        for word, count in _entries("en"):
            if not word.endswith("'s"):
                self._counts[word] = count
        for word in clinical_words():
            self._counts[word] = max(_OWN_COUNT, self._counts.get(word, 0))
        if with_spanish:
            for word, count in _entries("es"):
                if word not in self._counts:
                    self._not_english.add(word)
                    self._counts[word] = count
        self._by_length: dict[int, list[str]] = {}

    def is_right(self, word: str) -> bool:
        """Whether a word is spelled right, in whatever letters."""
        known = plain(word)
        return known in self._counts or known.rstrip("'") in self._counts

    def is_english(self, word: str) -> bool:
        """Whether a word is right and not for its being Spanish."""
        return self.is_right(word) and plain(word) not in self._not_english

    def corrections(self, word: str) -> tuple[str, ...]:
        """What may have been meant by a word that is not right, the likeliest first; written as the word is."""
        meant = plain(word)
        tail = word[len(meant) :]
        slips = _SLIPS_OF_SHORT if len(meant) <= _SHORT else _MOST_SLIPS
        found = dict(self._two_words(meant))
        for length in range(len(meant) - slips, len(meant) + slips + 1):
            near = process.extract(
                meant, self._of_length(length), scorer=OSA.distance, score_cutoff=slips, limit=None, processor=None
            )
            found.update((other, (int(far), -self._counts[other])) for other, far, _at in near)
        best = sorted(found, key=lambda each: (found[each], each))[:_OFFERED]
        return tuple(_written_as(word, each) + tail for each in best)

    def _two_words(self, word: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """The word as two usual ones with the blank forgotten that is between them: one slip."""
        for at in range(1, len(word)):
            halves = word[:at], word[at:]
            count = min(self._counts.get(half, 0) for half in halves)
            if count >= _USUAL and all(len(half) > 1 or half in "ai" for half in halves):
                yield " ".join(halves), (1, -count)

    def _of_length(self, length: int) -> list[str]:
        if not self._by_length:
            for word in self._counts:
                self._by_length.setdefault(len(word), []).append(word)
        return self._by_length.get(length, [])


def clinical_words() -> set[str]:
    """The words of our own list: substances, medicines, therapies, instruments, abbreviations."""
    lines = (resources() / "words" / "clinical.en.txt").read_text("utf-8").splitlines()
    return plain_words(line for line in lines if not line.startswith("#"))


def _entries(language: str) -> Iterator[tuple[str, int]]:
    """The entries of a language's list, read in slices.

    The list is a JSON object with one entry a line. Read whole, as its own library reads it, it would hold up all
    other threads for 70 ms.
    """
    packed = importlib.resources.files("spellchecker") / "resources" / f"{language}.json.gz"
    with packed.open("rb") as file, gzip.open(file, "rt", encoding="utf-8") as lines:
        while some := list(itertools.islice(lines, _AT_ONCE)):
            inside = "".join(some).strip("{}, \n")
            yield from json.loads("{" + inside + "}").items()


def _written_as(pattern: str, word: str) -> str:
    """A word with the capitals of another."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
