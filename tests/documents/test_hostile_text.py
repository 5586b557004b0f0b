"""Whatever is typed into whatever field is printed as typed: markup does nothing, and no text is too long."""

import io
import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from recovery_desktop.documents.fonts import MISSING_SIGN, SANS
from recovery_desktop.documents.letters import clean_lines, missing_letters, texts_of
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.plan_findings import Finding
from recovery_desktop.documents.treatment_plan import build
from tests.documents.made_up import made_up, not_in_the_text
from tests.documents.priya import PLAN, PRINTED
from tests.documents.reading import artifacts, spoken, structure, unmarked_text

ATTACKS = [
    "AT&T", "&lt;b&gt; &#65; &nbsp; &amp;", "<john@example.org>", "<unknown>x</unknown>", "<i>never closed", "</p></b>",
    '<img src="/etc/hostname.png"/>', '<img src="file:///etc/passwd" width="9"/>', '<img src="http://127.0.0.1:9/x.png"/>',
    '<a href="javascript:app.alert(1)">x</a>', '<a href="file:///etc/passwd">x</a>', '<link destination="x">x</link>',
    '<para bulletText="x">y</para>', '<font color="__import__(\'os\').getcwd()">x</font>',
    "<font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('x') for Word in [1]]]]\">x</font>",
    '<onDraw name="x" label="y"/>', '<index item="x"/>', '<seq id="x"/>', '<unichar code="65"/><greek>a</greek>',
    "x<br/>y<super>2</super>", "<!-- comment -->", "<![CDATA[ x ]]>", '<?xml version="1.0"?>',
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;', "%s %(name)s {0} {words} {name.__class__} ${7*7}",
    ") Tj ET EMC /Artifact BMC (", "\\) \\( \\101 \\n", "=cmd|' /C calc'!A0",
]  # fmt: skip

ACTIVE = ("/A", "/AA", "/OpenAction", "/JS", "/JavaScript", "/URI", "/Launch", "/EmbeddedFiles", "/Annots")


def numbered(text: str) -> tuple[TreatmentPlan, list[str]]:
    """A plan in which each text field holds its own number and `text`, and these texts; initials stay short."""
    number = itertools.count(1)
    given: list[str] = []

    def one(name: str) -> str:
        if name == "initials":
            return "P. S."
        given.append(f"{next(number)}: {text}")
        return given[-1]

    return made_up(one, lambda: 1), given


def unsaid(plan: TreatmentPlan, given: list[str], document: bytes) -> list[str]:
    """The given texts that a reader of the document is not told."""
    said = "\n".join(piece.text or piece.alt for piece in structure(document).walk())
    severities = {one.severity for one in plan.diagnoses}
    return [text[:40] for text in set(given) - not_in_the_text(plan) | severities if text not in said]


def active_parts(document: bytes) -> Iterator[str]:
    """Everything in a file that a reader could follow, run or load."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        for thing in pdf.objects:
            if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                continue
            attributes = thing.get("/Type") == "/StructElem"  # of an element of the structure: there /A is no action
            yield from (key for key in ACTIVE if key in thing and not (key == "/A" and attributes))
            if thing.get("/Subtype") in ("/Image", "/Link", "/Widget"):
                yield str(thing.Subtype)


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_every_field_is_printed_as_typed_and_does_nothing(attack: str) -> None:
    plan, given = numbered(attack)
    document = build(plan, Paper.LETTER, PRINTED)
    assert unsaid(plan, given, document) == []
    assert list(active_parts(document)) == []
    assert unmarked_text(document) == []


def test_every_field_may_hold_ten_thousand_letters() -> None:
    plan, given = numbered("Wörter & <Zeichen> " * 530)
    document = build(plan, Paper.A4, PRINTED)
    assert unsaid(plan, given, document) == []
    assert all(f"page {number} of " in text for number, text in enumerate(artifacts(document), 1))


@pytest.mark.parametrize(
    "text",
    [
        ("A long note about a long evening. " * 30_000)[:1_000_000],
        "x" * 1_000_000,
        "\n".join(f"line {number} of a note" for number in range(10_000)),
        "e\u0301\u0323 " * 20_000,
        "\x00\x07\x1b[31m\u202e\u200b\ufeffabc " * 20_000,
        "شكرا שלום 你好 😀 " * 5_000,
    ],
    ids=["1 MB", "1 MB without a space", "10,000 lines", "combining", "control", "no face has it"],
)
def test_a_huge_text_flows_over_as_many_pages_as_it_needs(text: str) -> None:
    plan = replace(PLAN, findings=(Finding("Physical", text),))
    pieces = spoken(build(plan, Paper.LETTER, PRINTED))
    begin, end = pieces.index("Physical", pieces.index("What we found")) + 1, pieces.index("Substance use")
    assert [piece.strip() for piece in pieces[begin:end]] == [line.strip() for line in clean_lines(text, SANS)]


def test_what_no_face_has_can_be_named_before_export() -> None:
    plan = replace(PLAN, hopes="I feel 😀", strengths=("שלום",))
    assert missing_letters(texts_of(plan)) == ("😀", "ש", "ל", "ו", "ם")
    assert any(f"I feel {MISSING_SIGN}" in text for text in spoken(build(plan, Paper.LETTER, PRINTED)))


def test_accents_and_other_alphabets_are_read_as_typed() -> None:
    words = ("Zoë Çelik wants 1 ≤ 2 → ✓", "Nguyễn Thị Ánh", "Ελένη", "Щукина", unicodedata.normalize("NFD", "Ñandú"))
    document = build(replace(PLAN, strengths=words, hopes=" ".join(words)), Paper.LETTER, PRINTED)
    said = "\n".join(spoken(document))
    for word in words:
        assert unicodedata.normalize("NFC", word) in said
