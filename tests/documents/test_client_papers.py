"""The papers for clients and families: in their language, read aloud in order; and the card."""

import io
import itertools
import re
from pathlib import Path

import pikepdf
import pypdf
import pytest

from recovery_desktop.documents.aftercare_plan import AftercarePlan
from recovery_desktop.documents.letters import shortened
from recovery_desktop.documents.paper import Letterhead, Paper
from recovery_desktop.documents.plan_findings import Client
from recovery_desktop.documents.wallet_card import FACE_TALL, FACE_WIDE, Panel, WalletCard
from recovery_desktop.text import in_language
from tests.documents.client_papers import KINDS, document, filled
from tests.documents.every_document import numbered
from tests.documents.reading import artifacts, headings, spoken, structure

PRACTICE = Letterhead("Harbor Street Counseling", "12 Harbor Street", "555-0172")
CARD = WalletCard(
    Panel("My signs", ("Awake after two",)),
    Panel("People", ("Anjali · 555-0171",), ("In crisis, any hour: call or text 988",)),
    Panel("What helps", ("Walk home the long way",)),
    Panel("If I slip", ("1  Text the coach",), ("Naloxone: in the kitchen drawer",)),
)


def with_card(card: WalletCard) -> AftercarePlan:
    return AftercarePlan(PRACTICE, Client("Cy T.", "Cy", "C. T.", "RD-000124"), 1, "3 March 2026", card=card)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every paper, filled and long and empty, in both languages, on both papers."""
    folder = tmp_path_factory.mktemp("papers")
    fillings = {
        "short": (lambda name: f"A text about {name}, é ἀ Щ.", 2),
        "long": (lambda name: f"A longer text about {name}, told at length. " * 12, 3),
        "empty": (lambda name: "", 0),
    }
    for kind, (name, (text, count)), size in itertools.product(KINDS, fillings.items(), Paper):
        for lang, code in (("en", "en-US"), ("es", "es-US")):
            with in_language(lang):
                made = document(filled(kind, text, count), size, code)
            (folder / f"{kind.__name__}-{name}-{size.name}-{lang}.pdf").write_bytes(made)
    return sorted(folder.iterdir())


def test_spanish_papers_say_so_and_have_no_english_but_the_law_s(files: list[Path]) -> None:
    for file in files:
        if not file.stem.endswith("-es") or "short" not in file.stem:
            continue
        with pikepdf.open(file) as pdf:
            assert str(pdf.Root.Lang) == "es-US"
        made = file.read_bytes()
        assert "42 CFR part 2 prohibits unauthorized use" in artifacts(made)[0]
        assert any("La última línea de cada página está en inglés" in text for text in spoken(made))
        assert "página 1 de " in artifacts(made)[0]


def test_headings_go_down_by_one_level_and_stand_in_the_outline(files: list[Path]) -> None:
    for file in files:
        made = file.read_bytes()
        levels = [int(tag[1]) for tag, _text in headings(made)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
        sections = [text for tag, text in headings(made) if tag == "H2"]
        outline = [entry.title for entry in pypdf.PdfReader(io.BytesIO(made)).outline]
        assert outline == [shortened(text, 90) for text in sections]


def test_no_page_says_more_of_the_name_than_initials_and_the_file_says_nothing() -> None:
    paper, _given = numbered("aftercare", "x")
    made = document(paper)
    assert all(paper.client.name not in text for text in artifacts(made))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert paper.client.name not in str(dict(pdf.docinfo)) + pdf.Root.Metadata.read_bytes().decode()


@pytest.mark.parametrize("size", Paper)
def test_the_card_is_two_faces_of_a_bank_card_side_by_side(size: Paper) -> None:
    assert (round(FACE_WIDE / 72 * 25.4, 1), round(FACE_TALL / 72 * 25.4, 1)) == (85.6, 54.0)
    made = document(with_card(CARD), size)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        lines = [
            tuple(float(number) for number in (*before.operands, *after.operands))
            for before, after in itertools.pairwise(pikepdf.parse_content_stream(pdf.pages[-1]))
            if (str(before.operator), str(after.operator)) == ("m", "l")
        ]
    outer = [line for line in lines if abs(line[2] - line[0] - 2 * FACE_WIDE) < 0.01]
    upright = [line for line in lines if abs(abs(line[3] - line[1]) - FACE_TALL) < 0.01]
    left, fold, right = sorted(line[0] for line in upright)
    assert len(outer) == 2
    assert (fold - left, right - fold) == (pytest.approx(FACE_WIDE, abs=0.01), pytest.approx(FACE_WIDE, abs=0.01))
    assert left > 15 / 25.4 * 72 and right < size.width - 15 / 25.4 * 72, "printers reach it"


def test_the_card_s_page_says_nothing_of_confidential_records_or_the_practice() -> None:
    made = document(with_card(CARD))
    first, last = artifacts(made)
    assert "42 CFR" in first and "42 CFR" not in last
    page = pypdf.PdfReader(io.BytesIO(made)).pages[-1].extract_text()
    assert "Counseling" not in page and "Cy" not in page
    assert "988" in page and "Naloxone: in the kitchen drawer" in page


def test_what_the_card_cannot_hold_is_shortened_at_a_word_and_said_whole_below() -> None:
    long = tuple(f"{n} a sign of which there is so much to say that it goes on and on and on, " * 3 for n in range(9))
    crowded = WalletCard(Panel("My signs", long), CARD.people, CARD.what_helps, Panel("If I slip", long, ("Naloxone",)))
    made = document(with_card(crowded))
    sheet = [piece for piece in structure(made).walk() if piece.pages and piece.pages[-1] >= 2]
    said = [" ".join(piece.text.split()) for piece in sheet if piece.text]
    assert "In crisis, any hour: call or text 988" in said and "Naloxone" in said
    cut = [text for text in said if text.endswith("…")]
    assert cut and all(re.search(r"\w…$", text) for text in cut)
    for text in long:
        assert sum(" ".join(text.split()) == one for one in said) == 2, "once for each panel that left it out"


@pytest.mark.parametrize("size", Paper)
def test_nothing_on_the_card_is_smaller_than_eight_points_or_outside_it(size: Paper) -> None:
    crowded = WalletCard(*(Panel("A panel", ("word " * 30,) * 12, ("988",)) for _ in range(4)))
    made = document(with_card(crowded), size)
    found: list[tuple[float, float, float]] = []

    def seen(text: str, _matrix: object, at: list[float], _font: object, tall: float) -> None:
        if text.strip():
            found.append((at[4], at[5], tall))

    pypdf.PdfReader(io.BytesIO(made)).pages[-1].extract_text(visitor_text=seen)
    assert min(tall for _x, _y, tall in found) >= 8
