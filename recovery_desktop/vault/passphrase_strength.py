"""How hard a passphrase of one's own is to guess, by the cheapest way to put it together from what is tried first."""

import math
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import pairwise

from recovery_desktop.text import N_, _
from recovery_desktop.vault.passphrase import LEAST_CHARACTERS
from recovery_desktop.vault.passphrase_words import passphrase_words, well_known

_ENOUGH = 50.0  # bits: with the slow key derivation a rich attacker needs centuries; four words of the list have 51.7
_LONGEST = 100  # characters that are looked at

# Bits for each piece, about the logarithm of how many such pieces there are to try.
_WORD, _KNOWN, _ROW, _YEAR, _AGAIN = math.log2(7776), 7.0, 5.0, 7.0, 3.0
_LETTER_IN_A_WORD, _LETTER, _DIGIT, _SIGN = 2.3, 4.7, 3.3, 5.0

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")
_COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/")
_SERIES = ("abcdefghijklmnopqrstuvwxyz", "12345678901234567890", "!@#$%^&*()", *_ROWS, *_COLUMNS)
_LEAST_OF_A_ROW = 3
_STAND_INS = str.maketrans("@$013457", "asoieast")  # p@ssw0rd is no better than password
_BETWEEN = re.compile(r"[\s._–-]+")  # adds nothing: it stands where anybody would put it
_LETTERS = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"(19|20)\d\d")
_UNSPEAKABLE = re.compile(r"[^aeiouyáéíóúäöüàèâêîôû]{6}")


class Strength(Enum):
    """What can be said of a passphrase; `words` says it to the counselor."""

    TOO_SHORT = N_("Too short. Use at least {least} characters.")
    GUESSABLE = N_("Could be guessed. Add a few words that have nothing to do with each other.")
    STRONG = N_("Strong.")

    @property
    def words(self) -> str:
        """The judgement as a translated sentence."""
        return _(self.value).format(least=LEAST_CHARACTERS)


def strength(passphrase: str) -> Strength:
    """An honest judgement, with no rule about signs and digits; quick enough for every key typed.

    It knows repeated pieces, keyboard rows, series, years, the words of the offered list and some well-known sayings,
    and takes every other run of letters for a common word.
    """
    text = unicodedata.normalize("NFKC", passphrase).strip()
    if len(text) < LEAST_CHARACTERS:
        return Strength.TOO_SHORT
    return Strength.STRONG if _bits(text[:_LONGEST]) >= _ENOUGH else Strength.GUESSABLE


def _bits(text: str) -> float:
    """The bits of the cheapest way to put `text` together, from left to right."""
    small = text.lower()
    alone = [bits for bits, letter in zip(_alone(small), small, strict=True) if not _BETWEEN.fullmatch(letter)]
    joined = _BETWEEN.sub("", small)
    cheapest = [0.0, *[math.inf] * len(joined)]
    for start in range(len(joined)):
        so_far = cheapest[start]
        cheapest[start + 1] = min(cheapest[start + 1], so_far + alone[start])
        for end, bits in _pieces(joined, start):
            cheapest[end] = min(cheapest[end], so_far + bits)
    return cheapest[-1] + _capitals(text)


def _alone(small: str) -> list[float]:
    """The bits of each character when no larger piece has it."""
    bits = [_DIGIT if letter.isdigit() else _SIGN for letter in small]
    for run in _LETTERS.finditer(small):
        start, end = run.span()
        speakable = len(run[0]) > 2 and set(run[0]) & set("aeiouy") and not _UNSPEAKABLE.search(run[0])
        bits[start:end] = [_LETTER_IN_A_WORD if speakable or not run[0].isascii() else _LETTER] * (end - start)
    return bits


def _pieces(text: str, start: int) -> Iterator[tuple[int, float]]:
    """Where the larger pieces that begin at `start` end, and their bits."""
    words, plain = _words(), text.translate(_STAND_INS)
    for end in range(start + 1, len(text) + 1):
        piece, spelled = text[start:end], plain[start:end]
        if piece in words:
            yield end, words[piece]
        elif spelled in words:
            yield end, words[spelled] + 1
        if _is_row(piece):
            yield end, _ROW + math.log2(len(piece))
        if _YEARS.fullmatch(piece):
            yield end, _YEAR
        if piece in text[:start] and (len(piece) >= _LEAST_OF_A_ROW or text[:start].endswith(piece)):
            yield end, _AGAIN if len(piece) > 1 else 1.0


def _is_row(piece: str) -> bool:
    return len(piece) >= _LEAST_OF_A_ROW and any(piece in row or piece[::-1] in row for row in _SERIES)


@cache
def _words() -> dict[str, float]:
    """Every word or saying that is known, and its bits."""
    listed = {_BETWEEN.sub("", word): _WORD for word in passphrase_words()}
    return {**listed, **dict.fromkeys(well_known(), _KNOWN)}


def _capitals(text: str) -> float:
    """One bit for each capital inside a word, unless all are."""
    inside = sum(before.isalpha() and letter.isupper() for before, letter in pairwise(text))
    return 0.0 if text.isupper() else float(inside)
