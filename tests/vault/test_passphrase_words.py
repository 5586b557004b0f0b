"""Offered passphrases are random words of the known list; own ones are judged without flattery."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.assets import resources
from recovery_desktop.vault import Strength, offer_passphrase, strength
from recovery_desktop.vault.passphrase import check_new
from recovery_desktop.vault.passphrase_words import passphrase_words, well_known


def test_the_list_is_the_published_one_and_its_source_lies_beside_it() -> None:
    words = passphrase_words()
    assert len(words) == len(set(words)) == 7776 == 6**5
    assert all(3 <= len(word) <= 9 and word == word.lower() for word in words)
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()
    assert digest == "abae49761b88f3f1ba31ef944bea1f61b795a3cd7e1cfb7d276ed45bf77967ba"
    assert "Creative Commons Attribution 3.0" in (resources() / "words" / "SOURCE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("count", [5, 6, 8])
def test_offer_has_as_many_words_of_the_list_as_wished(count: int) -> None:
    words = offer_passphrase(count).split(" ")
    assert len(words) == count
    assert set(words) <= set(passphrase_words())


def test_offers_differ_and_are_accepted_as_strong() -> None:
    offers = [offer_passphrase() for _offer in range(50)]
    assert len(set(offers)) == 50
    for offer in offers:
        check_new(offer)
        assert strength(offer) is Strength.STRONG


@pytest.mark.parametrize("typed", ["", "short", "eleven chrs", "   padded     "])
def test_too_short_is_said_before_anything_else(typed: str) -> None:
    assert strength(typed) is Strength.TOO_SHORT


@pytest.mark.parametrize(
    "typed",
    [
        "passwordpassword",
        "PASSWORDpassword",
        "P@ssw0rd2024!!",
        "password123456!",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "aaaabbbbcccc",
        "123456789012",
        "987654321098",
        "qwertyuiop123",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv",
        "poiuytrewqlkjh",
        "!!!!!!!!!!!!!!!!",
        "correct horse battery staple",
        "Correct-Horse-Battery-Staple",
        "One day at a time",
        "to be or not to be, that is the question",
        "Jessica 1987 04 12",
        "Recovery Desktop 2026",
        "anjali anjali anjali",
        "teamo teamo teamo",
        "5550172555017255501725550172",
        "three words only",
    ],
)
def test_what_is_tried_first_is_never_called_strong(typed: str) -> None:
    assert strength(typed) is Strength.GUESSABLE


@pytest.mark.parametrize(
    "typed",
    [
        "purple walrus eats seven tacos",
        "the lake house in northern maine",
        "mi perro se llama Lucas y come tacos",
        "kT9$wLm2Qx7vR",
        "unheard-kiosk-plywood-racing-oval",
    ],
)
def test_long_and_unusual_ones_are_strong_without_any_sign_or_digit(typed: str) -> None:
    assert strength(typed) is Strength.STRONG


@given(st.sampled_from(sorted(well_known())), st.integers(2, 8), st.sampled_from(["", " ", "-"]))
def test_saying_it_again_makes_nothing_strong(saying: str, times: int, between: str) -> None:
    assert strength(between.join([saying] * times)) is not Strength.STRONG


@given(st.text(max_size=300))
def test_any_text_is_judged(typed: str) -> None:
    assert strength(typed) in Strength


def test_every_judgement_is_a_sentence() -> None:
    assert [judgement.words[-1] for judgement in Strength] == ["."] * 3
    assert "12" in Strength.TOO_SHORT.words
