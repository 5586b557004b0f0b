"""Which words of a text get a mark, in English and where Spanish is expected."""

import pytest

from recovery_desktop.spelling.checking import wrong_words
from recovery_desktop.spelling.lexicon import Lexicon


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="module")
def both() -> Lexicon:
    return Lexicon(with_spanish=True)


def marked(text: str, lexicon: Lexicon) -> list[str]:
    found = wrong_words(text, lexicon)
    assert all(text[word.start : word.end] == word.text for word in found)
    return [word.text for word in found]


def test_english_is_marked_where_it_stands(english: Lexicon) -> None:
    assert marked("She will recieve it.\nTeh second line\u2029and teh third", english) == ["recieve", "Teh", "teh"]


SPANISH = (
    "Quiero dormir sin tomar y que mis hijos me hablen",
    "Tocaba la guitarra los domingos en la iglesia",
    "Digo que no",
    "mis hijos",
)


@pytest.mark.parametrize("sentence", SPANISH)
def test_spanish_is_left_alone_where_it_is_expected(both: Lexicon, sentence: str) -> None:
    assert marked(sentence, both) == []
    assert marked(f"He recieved a call.\n{sentence}\u2029Seperate line of notes", both) == ["recieved", "Seperate"]


def test_spanish_is_marked_where_nobody_expects_it(english: Lexicon) -> None:
    assert "Quiero" in marked(SPANISH[0], english)


def test_english_with_a_spanish_word_is_still_looked_at(both: Lexicon) -> None:
    assert marked("He said ayuda and recieved a call from his sister the next morning", both) == ["recieved"]
