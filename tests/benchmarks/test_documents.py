"""How long a treatment plan takes to build: tagged and as an archive file, against its text merely set by ReportLab."""

import io
from itertools import groupby
from xml.sax.saxutils import escape

from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from recovery_desktop.documents.fonts import SANS, font
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.treatment_plan import build
from tests.documents.priya import PLAN, PRINTED
from tests.documents.reading import Piece, structure


def rows_and_lines(document: bytes) -> list[list[str]]:
    """The document's texts: a list for each table row, with a text for each cell, and for each text between tables."""
    found: list[list[str]] = []

    def text(piece: Piece) -> str:
        return "".join(part.text for part in piece.walk())

    def walk(piece: Piece) -> None:
        if piece.tag == "TR":
            found.append([text(cell) for cell in piece.kids])
        elif piece.text:
            found.append([piece.text])
        else:
            for kid in piece.kids:
                walk(kid)

    walk(structure(document))
    return found


def set_by_reportlab(rows: list[list[str]]) -> bytes:
    """The same texts as paragraphs and tables, untagged, with ReportLab's own means."""
    style = ParagraphStyle("", fontName=SANS, fontSize=9.2, leading=12.2)
    flow = []
    for cells, group in groupby(rows, len):
        made = [[Paragraph(escape(text), style) for text in row] for row in group]
        flow += [row[0] for row in made] if cells == 1 else [Table(made, [500 / cells] * cells)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=letter, initialFontName=SANS).build(flow)
    return out.getvalue()


def test_treatment_plan(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "treatment plan, tagged"
    benchmark.extra_info["at_most"] = 2
    assert benchmark(build, PLAN, Paper.LETTER, PRINTED).startswith(b"%PDF-1.7")


def test_treatment_plan_floor(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "treatment plan, tagged"
    font(SANS)
    rows = rows_and_lines(build(PLAN, Paper.LETTER, PRINTED))
    assert benchmark(set_by_reportlab, rows).startswith(b"%PDF")
