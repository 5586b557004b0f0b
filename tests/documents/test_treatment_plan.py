"""A treatment plan read back from its file: everything is there, in order, on pages that name the record."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pytest

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.paper import Paper, document_file_name
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.plan_findings import Client
from recovery_desktop.documents.treatment_plan import build
from tests.documents.priya import CHANGE, PLAN, PRINTED
from tests.documents.reading import artifacts, headings, spoken, structure, unmarked_text

SIGNED = replace(PLAN, signed=True, sample=False, version=2, changes=(CHANGE,), fingerprint="a91f 03bc")
SPARSE = TreatmentPlan(PLAN.practice, Client("Cy T.", "Cy", "C. T.", "RD-000124"), 1, "3 March 2026")


@pytest.fixture(scope="module", params=list(Paper), ids=lambda paper: paper.name)
def document(request: pytest.FixtureRequest) -> bytes:
    return build(PLAN, request.param, PRINTED)


def read(document: bytes) -> Iterator[pypdf.PageObject]:
    yield from pypdf.PdfReader(io.BytesIO(document)).pages


def test_every_text_of_the_plan_is_read_aloud_as_typed(document: bytes) -> None:
    said = "\n".join(spoken(document))
    for text in set(texts_of(PLAN)) - {PLAN.client.initials}:
        assert text in said


def test_sections_come_in_the_order_of_a_reviewer(document: bytes) -> None:
    assert [text for tag, text in headings(document) if tag != "H3"] == [
        "Treatment plan", "What Priya wants", "What Priya brings", "What fits Priya", "The whole person",
        "This treatment", "What we found", "Substance use", "Scores", "Safety steps", "Needs and their answers",
        "Diagnoses and treatment team", "Goals", "Services offered, and why", "Family and support people",
        "Family sessions", "Releases of information", "Social needs and referrals",
        "Aftercare", "Relapse-prevention plan", "Discharge criteria", "Reviews",
        "What is new in version 1", "Signatures",
    ]  # fmt: skip


def test_heading_levels_never_skip_one(document: bytes) -> None:
    levels = [int(tag[1]) for tag, _text in headings(document)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_outline_is_the_sections_with_the_goals_below_theirs(document: bytes) -> None:
    outline = pypdf.PdfReader(io.BytesIO(document)).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles == [text for tag, text in headings(document) if tag == "H2"]
    (below,) = [entry for entry in outline if isinstance(entry, list)]
    assert [entry.title for entry in below] == [f"{goal.number} “{goal.own_words}”" for goal in PLAN.goals]
    assert outline.index(below) == titles.index("Goals") + 1


def test_every_page_names_record_document_version_number_and_moment(document: bytes) -> None:
    pages = artifacts(document)
    for number, text in enumerate(pages, 1):
        assert "RD-000123 · Treatment plan · version 1 · printed 2026-09-17 11:40" in text
        assert f"page {number} of {len(pages)}" in text
        assert "42 CFR part 2 prohibits unauthorized use or disclosure of these records." in text
        assert text.count("DRAFT, not signed · SAMPLE, nobody in it is real") == 2
        assert ("Treatment plan · RD-000123 · P. S." in text) == (number > 1)
        assert "Priya" not in text and "Shah" not in text


def test_another_reader_finds_the_same_page_numbers(document: bytes) -> None:
    texts = [page.extract_text() for page in read(document)]
    assert all(f"page {number} of {len(texts)}" in text for number, text in enumerate(texts, 1))
    assert "“Keep my weekends”" in texts[0]


def test_pages_count_in_any_number_of_digits() -> None:
    long = replace(PLAN, readiness="\n".join(f"line {number}" for number in range(6000)))
    pages = artifacts(build(long, Paper.LETTER, PRINTED))
    assert len(pages) >= 100
    assert all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))


def test_pages_have_the_size_of_the_paper(document: bytes, request: pytest.FixtureRequest) -> None:
    paper = Paper[request.node.callspec.id]
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in read(document)} == {
        (round(paper.width), round(paper.height))
    }


def test_all_that_is_drawn_is_an_element_or_an_artifact(document: bytes) -> None:
    assert unmarked_text(document) == []


def test_tables_figures_and_lists_are_what_they_look_like(document: bytes) -> None:
    tree = structure(document)
    tables = [piece for piece in tree.walk() if piece.tag == "Table"]
    needs = next(one for one in tables if one.kids[-1].kids[0].kids[0].text == "N11")
    assert [cell.scope for cell in needs.kids[0].kids] == ["Column"] * 4
    assert [(cell.tag, cell.scope) for cell in needs.kids[1].kids] == [
        ("TH", "Row"),
        ("TD", ""),
        ("TD", ""),
        ("TD", ""),
    ]
    assert all(len({len(row.kids) for row in one.kids}) == 1 for one in tables)
    (figure,) = [piece for piece in tree.walk() if piece.tag == "Figure"]
    for area in PLAN.areas:
        assert f"{area.name} {area.rating} of 10" in figure.alt
    lists = [piece for piece in tree.walk() if piece.tag == "L"]
    assert all(item.tag == "LI" and item.kids[-1].tag == "LBody" for one in lists for item in one.kids)


def test_goals_keep_their_thread_and_their_words(document: bytes) -> None:
    said = spoken(document)
    start = said.index("G1 “Keep my weekends”")
    order = ["N1, N2, N3", "Work-close nights", "She missed a shift", "O1.1", "8 of 8 nights", "A1.1", "for O1.1, O1.2"]
    places = [next(i for i, text in enumerate(said) if i >= start and words in text) for words in order]
    assert places == sorted(places)


def test_a_signed_plan_is_no_draft_and_says_what_is_new() -> None:
    document = build(SIGNED, Paper.LETTER, PRINTED)
    assert not any("DRAFT" in text or "SAMPLE" in text for text in artifacts(document))
    said = spoken(document)
    assert "What is new in version 2" in said and CHANGE.what in said and CHANGE.why in said
    assert "Fingerprint of this version: a91f 03bc" in said
    assert not any("does not sign" in text for text in said)


def test_a_sparse_plan_says_what_is_not_there() -> None:
    document = build(SPARSE, Paper.LETTER, PRINTED)
    assert len(list(read(document))) == 1
    said = spoken(document)
    for words in (
        "No goal has been written yet.", "No finding is recorded.", "No need is recorded.", "No diagnosis is recorded.",
        "No service is recorded.", "No criteria are recorded.", "No review date is set.", "not recorded",
    ):  # fmt: skip
        assert words in said
    assert not {"Aftercare", "Scores", "Goals", "Relapse-prevention plan"} & set(said)


def test_file_and_metadata_do_not_name_the_client(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as pdf:
        facts = {key: str(value) for key, value in pdf.docinfo.items()}
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert pdf.Root.Lang == "en-US"
    assert facts["/Title"] == facts["/Subject"] == "Treatment plan"
    assert facts["/Author"] == "Harbor Street Counseling"
    assert facts["/CreationDate"] == "D:20260917114000-04'00'"
    for text in (*facts.values(), packet, document_file_name("RD-000123", "plan", 3, "2026-09-24")):
        assert not any(name in text for name in ("Priya", "Shah", "P. S."))


def test_file_names_say_record_document_version_and_date() -> None:
    assert document_file_name("RD-000123", "plan", 3, "2026-09-24") == "RD-000123_plan_v3_2026-09-24.pdf"
    assert document_file_name("RD/1:2", "my plan", 0, "2026-09-24") == "RD-1-2_my-plan_2026-09-24.pdf"


def test_all_fonts_are_embedded(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as pdf:
        fonts = [font for page in pdf.pages for _name, font in page.Resources.Font.items()]
        assert {str(font.BaseFont).partition("+")[2] for font in fonts} >= {"PlanSans-Regular", "PlanSerif-Regular"}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_language_is_the_one_asked_for() -> None:
    with pikepdf.open(io.BytesIO(build(SPARSE, Paper.LETTER, PRINTED, "es-US"))) as pdf:
        assert pdf.Root.Lang == "es-US"
        assert "<rdf:li>es-US</rdf:li>" in pdf.Root.Metadata.read_bytes().decode()


def test_the_same_plan_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib; from recovery_desktop.documents.paper import Paper\n"
        "from recovery_desktop.documents.treatment_plan import build; from tests.documents.priya import PLAN, PRINTED\n"
        "print(hashlib.sha256(build(PLAN, Paper.LETTER, PRINTED)).hexdigest())"
    )
    here = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(here), "TZ": "Asia/Tokyo"}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == hashlib.sha256(build(PLAN, Paper.LETTER, PRINTED)).hexdigest()


def test_documents_built_side_by_side_do_not_mix() -> None:
    plans = [replace(PLAN, version=number, goals=PLAN.goals[:number]) for number in range(1, 7)]
    one_by_one = [build(plan, Paper.A4, PRINTED) for plan in plans]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda plan: build(plan, Paper.A4, PRINTED), plans))
    assert together == one_by_one
