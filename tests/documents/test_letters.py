"""Typed text is drawn as typed, in faces that have its letters, and what cannot be drawn is named."""

import pytest

from recovery_desktop.documents.fonts import BOLD, MISSING_SIGN, SANS, SERIF, drawable, letter_widths, runs
from recovery_desktop.documents.letters import clean_lines, missing_letters, shortened, texts_of
from tests.documents.priya import PLAN
from tests.documents.priya_findings import CLIENT

FACES = (SANS, BOLD, SERIF)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "text",
    [
        "José Ñandú, Zoë Çelik, Łukasz Šťastný, Győző, Ștefan",
        "Nguyễn Thị Ánh Hồng",
        "Ελένη Παπαδοπούλου, ἀρχή",
        "Щукина Юлія, Ђорђе",
        "– — ‘ ’ “ ” « » … • · ′ ″ № € £ ¥ ₹ ° ½ ¾ ² ³ µ × ÷ ± ≤ ≥ ≠ ≈ ∞",
        "← ↑ → ↓ ↔ ⇒ ✓ ✔ ✗ ☐ ☑ ☒ ● ○ ■ □ ▲ ▼ ★ ☆ ♥ ♪ ☎ ⚠",
    ],
)
def test_the_faces_have_the_letters_of_many_languages(face: str, text: str) -> None:
    assert set(text) <= drawable(face)


@pytest.mark.parametrize("face", FACES)
def test_figures_are_tabular(face: str) -> None:
    assert len(set(letter_widths(face, "0123456789"))) == 1


def test_a_letter_without_a_shape_is_named_and_replaced_by_a_visible_sign() -> None:
    text = "I feel 😀 today 😀, שלום, नमस्ते, 你好"
    assert missing_letters([text, "plain", "你"]) == tuple("😀שלוםनमस्ते你好")
    assert clean_lines("a😀b", SANS) == [f"a{MISSING_SIGN}b"]
    assert runs(SANS, f"a{MISSING_SIGN}b")[1][0] not in FACES


def test_letters_that_every_face_has_are_not_named() -> None:
    assert missing_letters(texts_of(PLAN)) == ()
    assert missing_letters(["line\nline\r\nline\u2028line\tend\x00\ufeff"]) == ()


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("a\x00b\x07c\x1f\x7f", ["abc"]),
        ("one\ntwo\r\nthree\rfour\x0bfive\x85six\u2029seven", ["one", "two", "three", "four", "five", "six", "seven"]),
        ("a\tb", ["a    b"]),
        ("soft\u00adhyphen \u202eright to left\u202c", ["softhyphen right to left"]),
        ("e\u0301", ["é"]),
        ("", [""]),
        ("\ud800", [MISSING_SIGN]),
    ],
)
def test_control_characters_go_and_line_ends_stay(typed: str, lines: list[str]) -> None:
    assert clean_lines(typed, SANS) == lines


def test_runs_give_each_letter_to_the_first_face_that_has_it() -> None:
    assert runs(SERIF, "ab") == [(SERIF, "ab")]
    mixed = runs(SERIF, "aἀ☒b")
    assert "".join(text for _face, text in mixed) == "aἀ☒b"
    assert mixed[0] == (SERIF, "a") and mixed[1] == (SANS, "ἀ") and mixed[-1] == (SERIF, "b")


def test_texts_of_a_plan_come_from_its_last_corner() -> None:
    texts = list(texts_of(PLAN))
    assert CLIENT.allergies in texts
    assert PLAN.signatures[-1].credential in texts
    assert PLAN.goals[0].actions[0].serves[0] in texts


def test_shortened_ends_after_a_word() -> None:
    assert shortened("Keep my weekends", 16) == "Keep my weekends"
    assert shortened("Keep my weekends, and more", 18) == "Keep my weekends…"
    assert shortened("x" * 30, 10) == "x" * 10 + "…"
