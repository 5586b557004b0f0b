"""Every document keeps what it is given, long notes and names of all alphabets, and the rules of the page."""

import unicodedata
from typing import Any

import pytest

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.documents.fonts import MISSING_SIGN
from recovery_desktop.documents.letters import missing_letters, texts_of
from recovery_desktop.documents.paper import Paper
from tests.documents.every_document import CODES, CONTENTS, document, made_up, numbered, unsaid
from tests.documents.reading import artifacts, spoken, structure
from tests.documents.test_any_plan import check_headings_are_not_alone, check_tables_begin_with_a_row

NOTE_IN = {
    "plan": "text",
    "my_plan": "details",
    "assessment": "summary",
    "review": "how_it_went",
    "changes": "why",
    "family": "asked",
    "referral": "reason",
    "release": "told_in_detail",
    "aftercare": "details",
    "discharge": "disposition",
    "accounting": "said",
}
"""A field of each document that holds a note of any length."""
NAMES = ("Zoë Çelik", "Łukasz Šťastný", "Nguyễn Thị Ánh", "Ελένη", "Щукина Юлія", unicodedata.normalize("NFD", "Ñandú"))
each_document = pytest.mark.parametrize("code", CODES)


def test_no_document_is_forgotten() -> None:
    assert CONTENTS.keys() == NOTE_IN.keys() == PAPERS.keys()


def with_note(code: str, note: str) -> Any:
    return made_up(code, lambda name: note if name == NOTE_IN[code] else f"a {name}")


@each_document
def test_a_note_of_fifty_thousand_letters_flows_over_as_many_pages_as_it_needs(code: str) -> None:
    note = ("A long note about a long evening. " * 1500)[:50_000].strip()
    made = document(code, with_note(code, note))
    assert note in " ".join(" ".join(spoken(made)).split())
    pages = artifacts(made)
    assert len(pages) > 5 and all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))


@each_document
def test_names_of_many_alphabets_are_read_as_typed(code: str) -> None:
    content, given = numbered(code, ", ".join(NAMES))
    assert unsaid(code, content, given, document(code, content, Paper.A4)) == []
    assert missing_letters(texts_of(content)) == ()


@each_document
def test_what_no_face_has_is_named_and_printed_as_a_sign_and_never_as_a_box(code: str) -> None:
    content = with_note(code, "I feel 😀, שלום 你")
    assert missing_letters(texts_of(content)) == tuple("😀שלום你")
    said = " ".join(spoken(document(code, content)))
    assert f"I feel {MISSING_SIGN}, {MISSING_SIGN * 4} {MISSING_SIGN}" in said


@each_document
@pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.name)
def test_lists_of_any_length_keep_the_rules_of_the_page(code: str, paper: Paper) -> None:
    for count in (3, 9):
        content = made_up(code, lambda name: f"Words about {name}. " * 4, lambda count=count: count)
        tree = structure(document(code, content, paper))
        check_headings_are_not_alone(tree)
        check_tables_begin_with_a_row(tree)
