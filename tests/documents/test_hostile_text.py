"""Whatever is typed into whatever field is printed as typed: markup does nothing, and no text is too long."""

import io
import socket
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from recovery_desktop.documents.fonts import SANS
from recovery_desktop.documents.letters import clean_lines
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.plan_findings import Finding
from recovery_desktop.documents.treatment_plan import build
from tests.documents.every_document import CODES, document, numbered, unsaid
from tests.documents.priya import PLAN, PRINTED
from tests.documents.reading import artifacts, spoken, unmarked_text

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


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What anything would have been asked of the network: nothing goes out while a document is made."""
    asked: list[str] = []

    def refuse(_socket: object, address: object) -> None:
        asked.append(str(address))
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return asked


@pytest.mark.parametrize("code", CODES)
def test_markup_in_every_field_is_printed_as_typed_and_does_nothing(code: str, network: list[str]) -> None:
    check(code, " ".join(ATTACKS), network)


@pytest.mark.long
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_alone_does_nothing_either(code: str, attack: str, network: list[str]) -> None:
    check(code, attack, network)


def check(code: str, attack: str, network: list[str]) -> None:
    content, given = numbered(code, attack)
    made = document(code, content)
    assert unsaid(code, content, given, made) == []
    assert list(active_parts(made)) == []
    assert unmarked_text(made) == []
    assert network == []


@pytest.mark.parametrize("code", CODES)
def test_every_field_may_hold_ten_thousand_letters(code: str) -> None:
    content, given = numbered(code, "Wörter & <Zeichen> " * 530)
    made = document(code, content, Paper.A4)
    assert unsaid(code, content, given, made) == []
    pages = artifacts(made)
    assert all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))


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
