"""Graded texts are found in their order, about as hard as they are; long words are named, and plainer ones offered."""

import re

import pytest
import tomli

from recovery_desktop.assets import resources
from recovery_desktop.plain_language import plainer_words, reading_of

# Our own texts with their words, sentences and syllables as counted by hand, aloud.
COUNTED = [
    ("I see a cat. The cat sees me. We sit in the sun.", 13, 3, 13),
    ("We had a big dog. He ran to the park each day. He was glad to see me.", 18, 3, 18),
    ("Call me when you feel the urge. I will pick up the phone. We can walk to the lake and talk.", 21, 3, 21),
    ("My sister helps me. She knows what to do if I get sick. She will call for help and stay with me.", 22, 3, 23),
    ("You can go to the group on Monday. It starts at nine in the morning. Your coach will be there.", 20, 3, 22),
    ("Write down what happened before you wanted to use. Look at your notes together with your counselor.", 17, 2, 24),
    (
        "The doctor gave you medicine for your heart. Take one tablet in the morning, and call the clinic if you feel"
        " dizzy or cannot sleep.", 25, 2, 33,
    ),
    (
        "Attendance at treatment sessions improves when appointments are scheduled at convenient hours for the family.",
        15, 1, 27,
    ),
    (
        "Psychosocial interventions administered concurrently with pharmacotherapy demonstrate significantly superior"
        " outcomes.", 10, 1, 37,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "sentences", "in_all"), COUNTED)
def test_a_text_is_as_hard_as_counted_by_hand(text: str, words: int, sentences: int, in_all: int) -> None:
    found = reading_of([text])
    grade = 0.39 * words / sentences + 11.8 * in_all / words - 15.59
    assert found.words == words
    assert found.grade == pytest.approx(max(grade, 0), abs=0.06)


def test_harder_texts_have_higher_grades() -> None:
    grades = [reading_of([text]).grade or 0 for text, *_counts in COUNTED[4:]]
    assert grades == sorted(grades) and len(set(grades)) == len(grades)


def test_spanish_texts_are_in_their_order() -> None:
    texts = [
        "Voy al parque. Mi mamá va con los dos. El sol es bueno.",
        "Hable con su consejera antes de tomar cualquier medicina nueva, porque algunas pueden hacerle daño.",
        "La evaluación psicológica complementaria determinará posteriormente las intervenciones adecuadas.",
    ]
    easy, middle, hard = (reading_of([text], "es").grade for text in texts)
    assert easy is not None and middle is not None and hard is not None
    assert easy <= 5 and easy < middle < hard and hard >= 13


def test_long_words_are_named_once_the_longest_first_and_names_are_left_out() -> None:
    reading = reading_of(
        ["An intervention. The intervention is motivational, at LCADC and McAllister in September.", "Yes."]
    )
    assert reading.long_words == ("motivational", "intervention")


def test_figures_and_too_short_texts_have_no_grade() -> None:
    assert reading_of(["10 30 555-0171", "So be it."]).grade is None
    assert reading_of([]).words == 0


def test_each_text_ends_a_sentence_as_a_line_of_a_list_does() -> None:
    lines = ["Walk home the long way", "Text before I close", "Music on in the kitchen"]
    together = " ".join(lines)
    apart, joined = reading_of(lines).grade, reading_of([together]).grade
    assert apart is not None and joined is not None and apart < joined


def test_plainer_words_are_offered_for_whole_words_and_phrases() -> None:
    found = plainer_words(["Utilize coping skills in order to obtain employment. The utilizer reutilizes."])
    assert found == {
        "utilize": "use",
        "coping skills": "ways to handle hard times",
        "in order to": "to",
        "obtain employment": "find a job",
    }
    assert plainer_words(["Debe utilizar la medicina"], "es") == {"utilizar": "usar"}
    assert plainer_words(["Utilize this"], "de") == {}


@pytest.mark.parametrize(("language", "least"), [("en", 250), ("es", 100)])
def test_the_list_has_pairs_that_help(language: str, least: int) -> None:
    file = resources() / "words" / f"plainer.{language}.toml"
    pairs = tomli.loads(file.read_text(encoding="utf-8"))["plainer"]
    assert len(pairs) >= least
    for hard, plain in pairs.items():
        assert hard == hard.casefold().strip() and plain.strip() == plain and plain
        assert not re.search(rf"\b{re.escape(hard)}\b", plain), "it does not explain itself"
    assert not {"addict", "addicts", "abuser", "clean", "dirty"} & {
        word for text in pairs.values() for word in text.split()
    }
