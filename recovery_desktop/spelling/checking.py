"""Looks through a text for words that are not spelled right, and leaves a Spanish paragraph alone."""

from collections.abc import Iterator, Sequence

from recovery_desktop.spelling.lexicon import Lexicon
from recovery_desktop.spelling.words import Found, plain, words_in

_PARAGRAPH = "\u2029"  # how a text field divides its lines; elsewhere they are divided by "\n"
_USUAL_SPANISH = """
    al como con cuando de del el en es esta está hay la las le lo los más mi mis muy nos para pero por porque que qué
    se si sin sobre su sus también te todo un una y ya yo
"""  # words that Spanish sentences are full of


def wrong_words(text: str, lexicon: Lexicon) -> list[Found]:
    """The words that are not right, in their order.

    The Spanish list has the words of a dictionary and hardly any of their forms, so it cannot judge Spanish sentences:
    where Spanish is expected, a paragraph most of whose words are not English is passed over.
    """
    if not lexicon.knows_spanish:
        return [word for word in words_in(text) if not lexicon.is_right(word.text)]
    paragraphs = _paragraphs(text)
    return [
        word
        for words in paragraphs
        if not _is_spanish(words, lexicon)
        for word in words
        if not lexicon.is_right(word.text)
    ]


def _paragraphs(text: str) -> Iterator[list[Found]]:
    start = 0
    for part in text.replace(_PARAGRAPH, "\n").split("\n"):
        yield [Found(start + word.start, word.text) for word in words_in(part)]
        start += len(part) + 1


def _is_spanish(words: Sequence[Found], lexicon: Lexicon) -> bool:
    usual = _USUAL_SPANISH.split()
    foreign = sum(plain(word.text) in usual or not lexicon.is_english(word.text) for word in words)
    return foreign * 2 > len(words)
