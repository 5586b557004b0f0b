"""Which words of a text are looked at, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.spelling.words import plain, plain_words, words_in


def found(text: str) -> list[str]:
    return [word.text for word in words_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She wants her weekends back.", ["She", "wants", "her", "weekends", "back"]),
        ("don’t, can't – client's “own” words…", ["don’t", "can't", "client's", "own", "words"]),
        ("his sister/brother (older)", ["his", "sister", "brother", "older"]),
        ("a PHQ-9 of 14, 2x/week, at 9 p.m.", ["of", "week", "at"]),
        ("IOP, ACEs, LCADC and DUIs", ["and"]),
        ("URGENT: call back", ["URGENT", "call", "back"]),
        ("McKenna uses WhatsApp", ["uses"]),
        ("write to dana@example.org or see www.example or https://x.y", ["write", "to", "or", "see", "or"]),
        ("re-enter the co-worker non-stop", ["enter", "the", "worker", "stop"]),
        ("¿Cómo está? ¡Así!", ["Cómo", "está", "Así"]),
        ("привет ok", ["ok"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("", []),
    ],
)
def test_looks_at_prose_alone(text: str, words: list[str]) -> None:
    assert found(text) == words


@given(st.text(alphabet=st.sampled_from("aé’' -/.9@A\n\u0301😀ñ"), max_size=60))
def test_each_word_stands_where_it_says_and_in_order(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert word.start >= end
        assert text[word.start : word.end] == word.text
        end = word.end


def test_plain_words_forget_capitals_accents_apart_and_owners() -> None:
    assert plain("Anjali’s") == "anjali"
    assert plain("Cafe\u0301") == "café"
    assert plain_words(["O’Neil, Bo", "Smith-Jones"]) == {"o'neil", "bo", "smith", "jones"}
