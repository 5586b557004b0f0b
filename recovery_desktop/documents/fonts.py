"""The four bundled faces: loaded once, measured letter by letter, and which stands in when a letter is missing."""

from functools import cache, lru_cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from recovery_desktop.assets import resources

SANS, BOLD, SERIF, SYMBOLS = "PlanSans-Regular", "PlanSans-SemiBold", "PlanSerif-Regular", "PlanSymbols-Regular"
STAND_INS = {SANS: (SANS, SYMBOLS), BOLD: (BOLD, SANS, SYMBOLS), SERIF: (SERIF, SANS, SYMBOLS)}
MISSING_SIGN = "\ufffd"  # Plan Symbols has it: a dark diamond with a question mark

one_document_at_a_time = Lock()  # ReportLab cuts the used letters out of a shared face with a shared file position
_loading = Lock()


@cache
def _load(name: str) -> TTFont:
    font = TTFont(name, resources() / "fonts" / f"{name}.ttf")
    pdfmetrics.registerFont(font)
    return font


def font(name: str) -> TTFont:
    """The face, registered with ReportLab under its name; the same object for the whole run."""
    with _loading:
        return _load(name)


@cache
def letters(name: str) -> frozenset[str]:
    """The letters that the face has."""
    return frozenset(map(chr, font(name).face.charToGlyph))


@cache
def drawable(name: str) -> frozenset[str]:
    """The letters that the face or one of its stand-ins has."""
    return frozenset().union(*(letters(stand_in) for stand_in in STAND_INS[name]))


@cache
def _widths(name: str) -> dict[str, float]:
    """The width of each letter in thousandths of the type size, in the face that will draw it."""
    widths: dict[str, float] = {}
    for stand_in in reversed(STAND_INS[name]):
        face = font(stand_in).face
        widths.update((chr(code), face.charWidths.get(code, face.defaultWidth)) for code in face.charToGlyph)
    return widths


@lru_cache(maxsize=50_000)
def word_width(name: str, word: str) -> float:
    """The width of a cleaned word in thousandths of the type size."""
    widths = _widths(name)
    return sum(widths[letter] for letter in word)


def letter_widths(name: str, word: str) -> list[float]:
    """The widths of the letters of a cleaned word in thousandths of the type size."""
    widths = _widths(name)
    return [widths[letter] for letter in word]


def runs(name: str, text: str) -> list[tuple[str, str]]:
    """A cleaned text parted into (face, text): each letter in the first face that has it."""
    if letters(name).issuperset(text):
        return [(name, text)]
    parts: list[tuple[str, str]] = []
    for letter in text:
        face = next(stand_in for stand_in in STAND_INS[name] if letter in letters(stand_in))
        if parts and parts[-1][0] == face:
            parts[-1] = (face, parts[-1][1] + letter)
        else:
            parts.append((face, letter))
    return parts
