"""The documents for the record and for other providers: all is said as typed, and the files are archive files."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from recovery_desktop.documents.accounting_content import Accounting
from recovery_desktop.documents.assessment_content import AssessmentSummary
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.discharge_content import DischargeSummary
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.look import Grid
from recovery_desktop.documents.notice import notice
from recovery_desktop.documents.notice_content import Notice, regulation
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.referral_content import ReferralLetter
from recovery_desktop.documents.review_content import PlanReview
from tests.documents.clinical import KINDS, unsaid_by_right
from tests.documents.made_up import made_up_of
from tests.documents.priya import PLAN, PRINTED
from tests.documents.reading import artifacts, headings, spoken, structure, unmarked_text
from tests.documents.test_any_plan import check_headings_are_not_alone, check_tables_begin_with_a_row
from tests.documents.test_hostile_text import ATTACKS, active_parts
from tests.support import need
from tests.verapdf.checker import broken_rules, what_is_missing

NOTES: dict[type[Headed], str] = {
    AssessmentSummary: "summary",
    PlanReview: "how_it_went",
    DischargeSummary: "disposition",
    ReferralLetter: "reason",
    Accounting: "said",
}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def numbered(kind: type[Any], text: str) -> Any:
    """A document in which each text holds its own number and `text`; initials stay short."""
    seen: list[str] = []

    def one(name: str) -> str:
        seen.append(name)
        return "P. S." if name == "initials" else f"{len(seen)}: {text}"

    return made_up_of(kind, one, lambda: 1)


def unsaid(content: Any, document: bytes) -> list[str]:
    said = "\n".join(piece.text or piece.alt for piece in structure(document).walk())
    return [text[:60] for text in set(texts_of(content)) - unsaid_by_right(content) if text not in said]


@each_kind
def test_markup_in_every_field_is_printed_as_typed_and_does_nothing(kind: type[Any]) -> None:
    content = numbered(kind, " ".join(ATTACKS))
    document = KINDS[kind](content, Paper.LETTER, PRINTED)
    assert unsaid(content, document) == []
    assert list(active_parts(document)) == []
    assert unmarked_text(document) == []


@each_kind
def test_names_in_many_alphabets_are_read_as_typed(kind: type[Any]) -> None:
    content = numbered(kind, "Zoë Çelik, Nguyễn Thị Ánh, Ελένη, Щукина")
    assert unsaid(content, KINDS[kind](content, Paper.A4, PRINTED)) == []


@each_kind
def test_a_long_note_flows_over_as_many_pages_as_it_needs(kind: type[Any]) -> None:
    note = ("A long note about a long evening. " * 1500)[:50_000].strip()
    content = replace(numbered(kind, "short"), **{NOTES[kind]: note})
    document = KINDS[kind](content, Paper.LETTER, PRINTED)
    assert note in " ".join(spoken(document))
    pages = artifacts(document)
    assert len(pages) > 5 and all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))


@each_kind
@pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.name)
def test_lists_of_any_length_keep_the_rules_of_the_page(kind: type[Any], paper: Paper) -> None:
    for count in (3, 9):
        content = made_up_of(kind, lambda name: f"Words about {name}. " * 4, lambda count=count: count)
        tree = structure(KINDS[kind](content, paper, PRINTED))
        check_headings_are_not_alone(tree)
        check_tables_begin_with_a_row(tree)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Each kind of document on both papers, whole and without anything that can be left out."""
    folder = tmp_path_factory.mktemp("clinical")
    for kind, build in KINDS.items():
        bare = kind(PLAN.practice, PLAN.client, 0, "3 March 2026", **titles(kind))
        for paper in Paper:
            for name, content in (("whole", made_up_of(kind, long_text, lambda: 2)), ("bare", bare)):
                (folder / f"{kind.__name__}-{name}-{paper.name}.pdf").write_bytes(build(content, paper, PRINTED))
    (folder / "notice.pdf").write_bytes(with_notice())
    return sorted(folder.iterdir())


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


def test_verapdf_finds_nothing(files: list[Path]) -> None:
    need(not what_is_missing(), what_is_missing())
    assert broken_rules(files) == []


def test_qpdf_finds_nothing(files: list[Path]) -> None:
    need(shutil.which("qpdf"), "no qpdf")
    for file in files:
        run = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr


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
