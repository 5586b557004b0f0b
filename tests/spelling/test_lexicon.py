"""What is right, what is offered for the rest, and that our own list holds."""

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.spelling.lexicon import Lexicon, clinical_words
from recovery_desktop.spelling.words import words_in


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return Lexicon()


@pytest.mark.parametrize(
    "sentence",
    [
        "Priya's cravings are strongest after closing; she doesn’t want her co-workers to know.",
        "Buprenorphine/naloxone 8 mg BID, Vivitrol declined, Narcan kit given, urinalysis twice weekly.",
        "Motivational interviewing, EMDR, MBRP and psychoeducation in a telehealth group.",
        "Precontemplative in September; now journaling, texted her sponsor, no fentanyl, no xylazine.",
    ],
)
def test_what_a_counselor_writes_is_right(english: Lexicon, sentence: str) -> None:
    wrong = [word.text for word in words_in(sentence) if not english.is_right(word.text)]
    assert wrong == [name for name in ["Priya's"] if name in sentence]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieve", "receive"),
        ("anxeity", "anxiety"),
        ("Medicaton", "Medication"),
        ("SEPERATELY", "SEPARATELY"),
        ("buprenorfine", "buprenorphine"),
        ("psychotherapuetic", "psychotherapeutic"),
        ("teh", "the"),
        ("alot", "a lot"),
        ("relaps", "relapse"),
        ("counsler's", "counselor's"),
    ],
)
def test_what_was_meant_is_among_the_first(english: Lexicon, typed: str, meant: str) -> None:
    assert not english.is_right(typed)
    assert meant in english.corrections(typed)[:3]


def test_nothing_is_offered_for_what_is_like_no_word(english: Lexicon) -> None:
    assert english.corrections("xqzvjkwlpmnbt") == ()


def test_with_spanish_a_word_is_right_in_either() -> None:
    both = Lexicon(with_spanish=True)
    assert all(both.is_right(word) for word in ("weekend", "miedo", "también", "acompañante"))
    assert "también" in both.corrections("tambien")
    assert both.is_english("weekend") and both.is_english("naloxone") and not both.is_english("miedo")


def test_our_own_list_is_there_and_has_no_markup() -> None:
    words = clinical_words()
    assert {"naloxone", "naltrexone", "suboxone", "audit", "sponsee", "telehealth"} <= words
    assert len(words) > 1000
    text = (resources() / "words" / "clinical.en.txt").read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 130
