"""Reads a finished document back: what stands on each page, and what a screen reader is told in which order."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\[[^\]]*\]|<[0-9A-Fa-f]+>)")


@dataclass
class Piece:
    """A structure element: its kind, the text of its own marks, its attributes and kids."""

    tag: str
    text: str = ""
    alt: str = ""
    scope: str = ""
    pages: list[int] = field(default_factory=list)  # where its own marks stand, from 1
    kids: list["Piece"] = field(default_factory=list)

    def walk(self) -> Iterator["Piece"]:
        """The piece and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def structure(document: bytes) -> Piece:
    """The Document element with everything below it."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        marks = [_marked_text(page) for page in pdf.pages]
        number = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}
        return _piece(pdf.Root.StructTreeRoot.K, marks, number)


def spoken(document: bytes) -> list[str]:
    """The text of every leaf, in the order in which it is read aloud."""
    return [piece.text for piece in structure(document).walk() if piece.text]


def headings(document: bytes) -> list[tuple[str, str]]:
    """Kind and text of every heading."""
    return [(piece.tag, piece.text.strip()) for piece in structure(document).walk() if piece.tag in ("H1", "H2", "H3")]


def unmarked_text(document: bytes) -> list[str]:
    """Text on a page that is neither part of an element nor an artifact: there may be none."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        return [text for page in pdf.pages if (text := _marked_text(page).get(None, ""))]


def artifacts(document: bytes) -> list[str]:
    """For each page, what stands there outside the reading order."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        return [_marked_text(page).get("Artifact", "") for page in pdf.pages]


def _piece(element: pikepdf.Object, marks: list[dict[object, str]], number: dict[tuple[int, int], int]) -> Piece:
    attributes = element.get("/A", pikepdf.Dictionary())
    piece = Piece(str(element.S)[1:], alt=str(element.get("/Alt", "")), scope=str(attributes.get("/Scope", ""))[1:])
    for kid in element.get("/K", []):
        if kid.get("/Type") == "/MCR":
            page = number[kid.Pg.objgen]
            piece.pages.append(page + 1)
            piece.text += marks[page].get(int(kid.MCID), "")
        else:
            piece.kids.append(_piece(kid, marks, number))
    return piece


def _marked_text(page: pikepdf.Page) -> dict[object, str]:
    """The text of a page by the number of its mark; "Artifact" and None are keys as well."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", pikepdf.Dictionary()).items()}
    found: dict[object, str] = {}
    path: list[object] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            path.append(int(operands[1]["/MCID"]))
        elif name == "BMC":
            path.append(str(operands[0])[1:])
        elif name == "EMC":
            path.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name == "Tj":
            key = path[-1] if path else None
            found[key] = found.get(key, "") + "".join(font[code] for code in bytes(operands[0]))
    return found


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for, from its own map to Unicode."""
    letters: dict[int, str] = {}
    table = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in _PAIR.findall(block):
            letters[int(code, 16)] = _unicode(text)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, target in _RANGE.findall(block):
            texts = re.findall(rb"<([0-9A-Fa-f]+)>", target)
            for i, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                one = texts[i] if target.startswith(b"[") else b"%04x" % (int(texts[0], 16) + i)
                letters[code] = _unicode(one)
    return letters


def _unicode(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
