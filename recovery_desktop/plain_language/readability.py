"""How hard a text is to read: Flesch-Kincaid for English, Fernández-Huerta for Spanish, both as a school grade."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recovery_desktop.plain_language.syllables import syllables

LONG = {"en": 3, "es": 5}  # syllables from which a word is long; Spanish words are longer by nature
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…:;]+(?:\s|$)|\n+")
_SHORTEST = 5  # words; less is no text
_LONG_SENTENCE = 20  # words that a sentence may have before it is long
# From the ease of a Spanish text, 0 to 100, to the school grade that reads it, as its author's table has it.
_GRADES_ES = ((90, 4), (80, 5), (70, 6), (60, 8), (50, 11), (30, 13))
_HARDEST_ES = 16


@dataclass(frozen=True)
class Reading:
    """What was found in a text; `grade` is None for a text too short to say."""

    grade: float | None
    words: int
    long_words: tuple[str, ...]  # each once, the longest first
    long_sentences: tuple[str, ...]  # the longest first


def reading_of(texts: Iterable[str], language: str = "en") -> Reading:
    """How hard some texts are together; each ends a sentence. Figures, addresses and single letters are no words."""
    parts = [(part.strip(), _WORD.findall(part)) for text in texts for part in _SENTENCE.split(text)]
    sentences = [(said, words) for said, words in parts if words]
    words = [word for _said, of_sentence in sentences for word in of_sentence]
    counted = {word: syllables(word, language) for word in words}
    most = LONG.get(language, LONG["en"])
    long_words = sorted({_plain(word) for word in _common(sentences) if counted[word] >= most})
    long_words.sort(key=lambda word: syllables(word, language), reverse=True)
    long_sentences = tuple(dict.fromkeys(said for said, _count in _longest(sentences)))
    if len(words) < _SHORTEST:
        return Reading(None, len(words), tuple(long_words), long_sentences)
    in_all = sum(counted[word] for word in words)
    grade = round((_spanish if language == "es" else _english)(len(words), len(sentences), in_all), 1)
    return Reading(grade, len(words), tuple(long_words), long_sentences)


def _longest(sentences: Sequence[tuple[str, list[str]]]) -> list[tuple[str, int]]:
    found = [(said, len(words)) for said, words in sentences if len(words) > _LONG_SENTENCE]
    return sorted(found, key=lambda one: one[1], reverse=True)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _common(sentences: Sequence[tuple[str, list[str]]]) -> Iterator[str]:
    """All words but names, which are as long as they are: a word with a capital counts only where it begins a
    sentence."""
    for _said, words in sentences:
        yield from (word for at, word in enumerate(words) if word.islower() or (not at and word.istitle()))


def _english(words: int, sentences: int, in_all: int) -> float:
    """Flesch and Kincaid, 1975."""
    return max(0.0, 0.39 * words / sentences + 11.8 * in_all / words - 15.59)


def _spanish(words: int, sentences: int, in_all: int) -> float:
    """Fernández Huerta, 1959, with the words of a sentence (not the sentences of a text) as the second measure."""
    ease = 206.84 - 60 * in_all / words - 1.02 * words / sentences
    return next((grade for least, grade in _GRADES_ES if ease >= least), _HARDEST_ES)
