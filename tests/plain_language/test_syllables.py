"""Syllables as one hears them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.plain_language.syllables import syllables

ENGLISH = {
    1: "cat walked goes makes sleep closed changed tired clothes don't eyes day rhythm once whole hour"
    " played you your young write",
    2: "table little wanted needed houses science movie patient special region question sister evening likely watches"
    " bottle people doctor safety wishes handled relapse union million couldn't player chaos value movement"
    " careful yellow beyond",
    3: "created family together radio serious obvious piano counselor therapy alcohol abstinence management"
    " medicine museum area theater element agreement continue actual mutual idea enjoying",
    4: "recovery medication psychiatrist intervention education emergency behavioral anxiety reality diagnosis"
    " voluntary usually contingency situation evaluate buprenorphine",
    5: "motivational individual",
}
SPANISH = {
    1: "muy hay rey yo",
    2: "casa día ciudad queso leer reyes huella país agua guerra ahí bueno viuda",
    3: "familia guitarra cuidado pingüino estudiáis ahora cohete oído",
    4: "tratamiento consejero medicina",
    5: "recuperación aeropuerto",
}


def pairs(listed: dict[int, str]) -> list[tuple[str, int]]:
    return [(word, count) for count, words in listed.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), pairs(ENGLISH))
def test_english(word: str, count: int) -> None:
    assert syllables(word) == syllables(word.capitalize()) == count


@pytest.mark.parametrize(("word", "count"), pairs(SPANISH))
def test_spanish(word: str, count: int) -> None:
    assert syllables(word, "es") == count


@given(st.text(max_size=30), st.sampled_from(["en", "es"]))
def test_every_word_has_one_at_least_and_no_more_than_it_has_letters(word: str, language: str) -> None:
    assert 1 <= syllables(word, language) <= max(1, len(word.casefold()) + 1)
