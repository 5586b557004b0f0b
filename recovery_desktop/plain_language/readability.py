"""How hard a text is to read: Flesch-Kincaid for English, Fernández-Huerta for Spanish, both as a school grade."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recovery_desktop.plain_language.syllables import syllables

LONG = {"en": 3, "es": 5}  # syllables from which a word is long; Spanish words are longer by nature
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…:;]+(?:\s|$)|\n+")
_SHORTEST = 5  # words; less is no text
# From the ease of a Spanish text, 0 to 100, to the school grade that reads it, as its author's table has it.
_GRADES_ES = ((90, 4), (80, 5), (70, 6), (60, 8), (50, 11), (30, 13))
_HARDEST_ES = 16


@dataclass(frozen=True)
class Reading:
    """What was found in a text; `grade` is None for a text too short to say."""

    grade: float | None
    words: int
    long_words: tuple[str, ...]  # each once, the longest first


def reading_of(texts: Iterable[str], language: str = "en") -> Reading:
    """How hard some texts are together; each ends a sentence. Figures, addresses and single letters are no words."""
    sentences = [words for text in texts for part in _SENTENCE.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    counted = {word: syllables(word, language) for word in words}
    long_words = sorted({_plain(word) for word in words if _is_long(word, counted[word], language)})
    long_words.sort(key=lambda word: syllables(word, language), reverse=True)
    if len(words) < _SHORTEST:
        return Reading(None, len(words), tuple(long_words))
    in_all = sum(counted[word] for word in words)
    grade = _spanish if language == "es" else _english
    return Reading(round(grade(len(words), len(sentences), in_all), 1), len(words), tuple(long_words))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _is_long(word: str, count: int, language: str) -> bool:
    """Names are as long as they are: a word with a capital counts only where it may begin a sentence of small ones."""
    return count >= LONG.get(language, LONG["en"]) and (word.islower() or word.istitle())


def _english(words: int, sentences: int, in_all: int) -> float:
    """Flesch and Kincaid, 1975."""
    return max(0.0, 0.39 * words / sentences + 11.8 * in_all / words - 15.59)


def _spanish(words: int, sentences: int, in_all: int) -> float:
    """Fernández Huerta, 1959, with the words of a sentence (not the sentences of a text) as the second measure."""
    ease = 206.84 - 60 * in_all / words - 1.02 * words / sentences
    return next((grade for least, grade in _GRADES_ES if ease >= least), _HARDEST_ES)
