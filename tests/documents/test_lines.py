"""Lines fit their column, lose no letter, and end with a space where a word would otherwise run into the next."""

from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.documents.letters import clean_lines
from recovery_desktop.documents.lines import break_lines, text_width
from recovery_desktop.documents.look import BODY, CELL, voice_style

LETTERS = st.text(st.sampled_from("ab iW.-/é–你\u00a0\u2009"), max_size=300)


@given(LETTERS, st.floats(12, 500), st.floats(0, 10))
def test_broken_lines_fit_and_lose_nothing(text: str, width: float, hang: float) -> None:
    lines = break_lines(text, BODY, width, hang)
    assert "".join(line.text for line in lines) == clean_lines(text, BODY.face)[0]
    for number, line in enumerate(lines):
        assert line.width <= width + (0 if number else hang) + 0.001 or len(line.text.strip()) == 1
        assert abs(text_width(line.text.rstrip(" \u2009"), BODY) - line.width) < 0.001


def test_words_are_not_parted_while_the_column_holds_them() -> None:
    lines = [line.text for line in break_lines("walking has helped", CELL, text_width("walking has", CELL) + 0.1)]
    assert lines == ["walking has ", "helped"]


def test_a_word_wider_than_the_column_is_parted_after_a_hyphen_or_slash_when_it_can() -> None:
    pieces = [line.text for line in break_lines("self-referred/walk-in", CELL, text_width("self-referred/w", CELL))]
    assert pieces == ["self-referred/", "walk-in"]


def test_typed_line_ends_are_kept_and_end_with_a_space() -> None:
    assert [(line.text, line.typed) for line in break_lines("one\n\ntwo", CELL, 200)] == [
        ("one ", 0),
        (" ", 1),
        ("two", 2),
    ]


def test_the_longer_the_words_of_a_client_the_smaller_they_are_set() -> None:
    sizes = [voice_style("x" * length).size for length in (10, 100, 300, 5000)]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 4
    assert voice_style("x" * 10, quiet=True).size < sizes[0]
