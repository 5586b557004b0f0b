"""Makes the fonts of the documents, in `resources/fonts/`, from fonts under the SIL Open Font License 1.1.

usage: python build/make_fonts.py PACKAGES      (needs fonttools and brotli)

PACKAGES holds these npm packages, each unpacked into a folder of its name without the scope:
source-sans, source-serif, @fontsource/noto-sans-math, @fontsource/noto-sans-symbols, @fontsource/noto-sans-symbols-2.

"Source" is a Reserved Font Name: a changed file must carry another, so the faces are Plan Sans and Plan Serif. What
ReportLab never reads (kerning, alternates, hinting) is left out. Figures are tabular by default in these faces.
Only scripts that need no shaping are kept: a letter that would come out in the wrong form is better named as missing.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
MISSING_SIGN, MISSING_NAME = 0xFFFD, "uniFFFD"
LATIN = [(0x20, 0x7E), (0xA0, 0x36F), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF)]
GREEK_CYRILLIC = [(0x370, 0x52F), (0x1F00, 0x1FFF)]
SIGNS = [(0x2000, 0x20CF), (0x2100, 0x218F)]  # punctuation, raised and lowered figures, money, letter-like signs
SYMBOLS = [(0x2190, 0x23FF), (0x2460, 0x24FF), (0x25A0, 0x27EF), (0x2B00, 0x2B73)]  # arrows, mathematics, shapes, ticks
UNREAD = ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "BASE", "MATH", "meta", "gasp", "prep", "vhea", "vmtx"]


def letters(*ranges: list[tuple[int, int]]) -> set[int]:
    """The code points of the ranges, first and last included."""
    return {code for part in ranges for first, last in part for code in range(first, last + 1)}


def cut(source: Path, keep: set[int]) -> TTFont:
    """The font with the letters of `keep` that it has, without hinting and layout tables."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += UNREAD
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    return font


def merged(fonts: list[TTFont]) -> TTFont:
    """One font with the letters of all; the first that has a letter gives it."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, font in enumerate(fonts):
            paths.append(str(Path(folder, f"{number}.ttf")))
            font.save(paths[-1])
        return Merger().merge(paths)


def draw_missing_sign(font: TTFont, question: TTFont) -> None:
    """Adds U+FFFD, a dark diamond with a question mark cut out of it: what stands for a letter that no font has."""
    width, low, high = 880, -180, 820
    centre, middle = width / 2, (low + high) / 2
    pen = TTGlyphPen(None)
    pen.moveTo((centre, low))
    for corner in ((20, middle), (centre, high), (width - 20, middle)):
        pen.lineTo(corner)
    pen.closePath()
    glyphs = question.getGlyphSet()
    bounds = BoundsPen(glyphs)
    glyphs["question"].draw(bounds)
    left, bottom, right, top = bounds.bounds
    size = 0.72
    place = (size, 0, 0, size, centre - size * (left + right) / 2, middle - size * (bottom + top) / 2)
    glyphs["question"].draw(TransformPen(ReverseContourPen(pen), place))  # reversed outlines are holes
    font.setGlyphOrder([*font.getGlyphOrder(), MISSING_NAME])
    font["glyf"][MISSING_NAME] = pen.glyph()
    font["hmtx"][MISSING_NAME] = (width, 20)
    for table in font["cmap"].tables:
        table.cmap[MISSING_SIGN] = MISSING_NAME


def save(font: TTFont, name: str) -> None:
    """Writes the font under its own name."""
    family, style = name.replace("Plan", "Plan ").split("-")
    kept = {record.nameID: record.toUnicode() for record in font["name"].names if record.nameID in (0, 5, 13, 14)}
    own = {1: f"{family} {style}", 2: "Regular", 3: name, 4: f"{family} {style}", 6: name, 16: family, 17: style}
    font["name"].names = []
    for number, text in sorted({**kept, **own}.items()):
        font["name"].setName(text, number, 3, 1, 0x409)
    target = FONTS / f"{name}.ttf"
    font.save(target)
    print(f"{name}: {len(font.getBestCmap())} letters, {target.stat().st_size / 1000:.0f} kB")


def main(packages: Path) -> None:
    text = letters(LATIN, GREEK_CYRILLIC, SIGNS, SYMBOLS)
    faces = {"PlanSans-Regular": "source-sans/TTF/SourceSans3-Regular.ttf",
             "PlanSans-SemiBold": "source-sans/TTF/SourceSans3-Semibold.ttf",
             "PlanSerif-Regular": "source-serif/TTF/SourceSerif4-Regular.ttf"}  # fmt: skip
    for name, source in faces.items():
        save(cut(packages / source, text), name)
    wanted = letters(SIGNS, SYMBOLS) | {0x20}
    parts = []
    for package in ("noto-sans-math-latin", "noto-sans-symbols-symbols", "noto-sans-symbols-2-symbols"):
        folder = package.rpartition("-")[0]
        font = cut(packages / folder / "files" / f"{package}-400-normal.woff2", wanted)
        wanted -= set(font.getBestCmap())
        parts.append(font)
    symbols = merged(parts)
    draw_missing_sign(symbols, TTFont(FONTS / "PlanSans-SemiBold.ttf"))
    save(symbols, "PlanSymbols-Regular")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
