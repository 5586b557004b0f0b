"""Documents are archive files: veraPDF finds nothing against PDF/A-2a and PDF/UA-1, qpdf nothing against the syntax."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from recovery_desktop.documents.paper import Paper, Signature
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.treatment_plan import build
from tests.documents.made_up import made_up
from tests.documents.priya import PLAN, PRINTED
from tests.documents.reading import structure
from tests.support import need
from tests.verapdf.checker import broken_rules, what_is_missing


def picture() -> bytes:
    """A small picture with transparency, as a logo has it."""
    out = io.BytesIO()
    Image.new("RGBA", (60, 30), (14, 74, 90, 128)).save(out, "PNG")
    return out.getvalue()


def long_text(name: str) -> str:
    return f"A longer text about {name}, é ἀ ☒ 😀, told at length. " * 3


def with_long_texts(plan: TreatmentPlan) -> TreatmentPlan:
    """A signed plan with two long texts in every list, a logo and a written signature."""
    signed = Signature("Client", "Cy T.", signed="3 March 2026", picture=picture())
    practice = replace(plan.practice, logo_png=picture())
    return replace(made_up(long_text, lambda: 2), practice=practice, signed=True, signatures=(signed,))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Plans of all kinds as files, letter and A4."""
    sparse = TreatmentPlan(PLAN.practice, PLAN.client, 0, "")
    documents = {
        "letter": build(PLAN, Paper.LETTER, PRINTED),
        "a4": build(PLAN, Paper.A4, PRINTED, "es-US"),
        "sparse": build(sparse, Paper.LETTER, PRINTED),
        "empty": build(made_up(lambda name: "", lambda: 0), Paper.A4, PRINTED),
        "long": build(with_long_texts(PLAN), Paper.LETTER, PRINTED),
        "unseen": build(made_up(lambda name: "\x00 \n\n\t", lambda: 2), Paper.LETTER, PRINTED),
    }
    folder = tmp_path_factory.mktemp("plans")
    for name, content in documents.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return sorted(folder.iterdir())


def test_verapdf_finds_nothing_but_what_was_broken_on_purpose(files: list[Path], tmp_path: Path) -> None:
    need(not what_is_missing(), what_is_missing())
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(files[0]) as pdf:
        del pdf.Root.MarkInfo
        pdf.save(broken)
    found = broken_rules([*files, broken])
    assert [line for line in found if not line.startswith(str(broken))] == []
    assert {line.split()[1] for line in found} == {"2a", "ua1"}


def test_pictures_that_cannot_be_read_are_left_out_and_others_are_described() -> None:
    def figures(plan: TreatmentPlan) -> list[str]:
        walk = structure(build(plan, Paper.LETTER, PRINTED)).walk()
        return [piece.alt for piece in walk if piece.tag == "Figure"]

    bare = replace(PLAN, areas=(), signatures=())
    with_logo = replace(bare, practice=replace(bare.practice, logo_png=picture()))
    assert figures(replace(bare, practice=replace(bare.practice, logo_png=b"no picture"))) == []
    assert figures(with_logo) == ["Harbor Street Counseling"]
    signed = replace(bare, signatures=(Signature("Client", "Cy T.", picture=picture()),))
    assert figures(signed) == ["Signature of Cy T."]
