"""The documents for the record and for other providers: with nothing in them, and with the notice in front."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.look import Grid
from recovery_desktop.documents.notice import notice
from recovery_desktop.documents.notice_content import Notice, regulation
from recovery_desktop.documents.paper import Paper
from tests.documents.clinical import KINDS
from tests.documents.made_up import made_up_of
from tests.documents.priya import PLAN, PRINTED
from tests.documents.reading import artifacts, headings, spoken

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def titles(kind: type[Headed]) -> dict[str, str]:
    """What a document of a kind is called, where its content says it."""
    return {one.name: "A title" for one in fields(kind) if one.name in ("title", "subject")}


def long_text(name: str) -> str:
    return f"A longer text about {name}, é ἀ ☒, told at length. " * 3


def with_notice() -> bytes:
    content = made_up_of(Notice, long_text, lambda: 1)
    grid = Grid(Paper.LETTER)
    whole = Column([notice(replace(content, statement=regulation()["statement_1"]), grid.width)])
    return build_document(whole, grid, running(PLAN, "Notice", PRINTED), PLAN.practice.name, "en-US")


def test_the_notice_has_the_regulation_word_for_word_and_the_scope_below() -> None:
    words = regulation()["statement_1"]
    assert words.startswith("This record which has been disclosed to you is protected by Federal confidentiality rules")
    assert words.endswith("use or redisclose the record (see 42 CFR 2.31).") and "2.12(c)(5)" in words
    said = " ".join(spoken(with_notice()))
    assert words in said and said.index(words) < said.index("What the client agreed to") < said.index("purpose")


@each_kind
def test_a_document_without_anything_says_only_whose_it_is(kind: type[Any]) -> None:
    build: Callable[..., bytes] = KINDS[kind]
    document = build(kind(PLAN.practice, PLAN.client, 0, "3 March 2026", **titles(kind)), Paper.LETTER, PRINTED)
    assert [tag for tag, _text in headings(document)].count("H1") == 1
    assert PLAN.practice.name in spoken(document) and len(artifacts(document)) == 1
