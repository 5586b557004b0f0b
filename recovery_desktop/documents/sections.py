"""How the parts of a document begin and how small things are set next to each other: the same everywhere."""

from collections.abc import Sequence
from dataclasses import replace

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import BODY, CELL, LABEL, NOTE, SECTION, SUBSECTION, Style
from recovery_desktop.documents.tables import Cell

GAP = 20  # points between columns of text
_SHORT = 0.25  # a section up to this share of a page is not parted


def section(
    title: str, *blocks: Block | None, note: str = "", empty: str = "", style: Style = SECTION
) -> Column | None:
    """A heading with an entry in the outline and what follows it.

    Without any block the section says `empty`, or is left out when there is nothing to say: None.
    """
    found = [block for block in blocks if block is not None]
    if not found and empty:
        found = [Text(empty, BODY)]
    if not found:
        return None
    heads: list[Block] = [Text(title, style, "H2", outline=(0, title), glue=True)]
    if note:
        heads.append(Text(note, NOTE, glue=True))
    return Column([*heads, replace(found[0], before=max(found[0].before, 5)), *found[1:]], keep=_SHORT, before=15)


def subsection(title: str, *blocks: Block | None, before: float = 10, small_section: bool = False) -> Column | None:
    """A small heading inside a section and what follows it; None without any block.

    A `small_section` only looks like that: it is a section of its own, with an entry in the outline.
    """
    found = [block for block in blocks if block is not None]
    if not found:
        return None
    tag, outline = ("H2", (0, title)) if small_section else ("H3", None)
    head = Text(title, SUBSECTION, tag, outline=outline, glue=True)
    return Column([head, replace(found[0], before=3), *found[1:]], before=before)


def bulleted(
    title: str, texts: Sequence[str], width: float, *, numbered: bool = False, small_section: bool = False
) -> Column | None:
    """A small heading and a list; None when the list is empty."""
    if not any(texts):
        return None
    return subsection(title, items(texts, width, CELL, numbered=numbered), before=0, small_section=small_section)


def in_two_columns(texts: Sequence[str], width: float, style: Style = CELL) -> Block | None:
    """A list of short texts, read down the left column and then the right one; None when it is empty."""
    said = [text for text in texts if text]
    half = (width - GAP) / 2

    def tall(middle: int) -> float:
        return max(items(column, half, style).height(half) for column in (said[:middle], said[middle:]))

    middle = min(range((len(said) + 1) // 2, len(said) + 1), key=tall, default=0)
    return side_by_side([items(column, half, style) for column in (said[:middle], said[middle:]) if column], width)


def stacked(*blocks: Block) -> Block:
    """The blocks that say something, below each other."""
    found = [block for block in blocks if not isinstance(block, Text) or block.text]
    return Column(found) if found else Text("")


def side_by_side(
    cells: Sequence[Block | None], width: float, gap: float = GAP, before: float = 0, keep: float = 0.35
) -> Block | None:
    """The given blocks in columns of equal width; one alone has all of it, none gives None.

    They stay on one page up to the share `keep` of it.
    """
    found = [cell for cell in cells if cell is not None]
    if not found:
        return None
    widths = [(width - gap * (len(found) - 1)) / len(found) + gap] * (len(found) - 1)
    return Row(found, [*widths, width - sum(widths)], keep, gap, level=False, grouped=True, before=before)


def facts(pairs: Sequence[tuple[str, str]], width: float, across: int = 4) -> Column:
    """Labelled facts in a grid; a fact too long for its field has the whole width. Empty ones are left out."""
    step = width / across
    rows: list[Block] = []
    line: list[Block] = []
    for label, value in pairs:
        if not value:
            continue
        fact = Column([Text(label, LABEL, "Lbl", glue=True), Text(value, CELL, "LBody")], tag="LI")
        if fact.height(step - 8) > LABEL.lead + 3 * CELL.lead:
            rows += [*_grid_row(line, step), replace(fact, before=7)]
            line = []
            continue
        line.append(fact)
        if len(line) == across:
            rows += _grid_row(line, step)
            line = []
    return Column([*rows, *_grid_row(line, step)], tag="L")


def _grid_row(cells: Sequence[Block], step: float) -> list[Block]:
    return [Row(list(cells), [step] * (len(cells) - 1) + [step - 8], level=False, before=7)] if cells else []


def labelled(label: str, text: str) -> Block | None:
    """A text under its label; None when it is empty."""
    return Column([Text(label, LABEL, glue=True), Text(text, CELL)]) if text else None


def joined(*parts: str, by: str = " · ") -> str:
    """The parts that say something, with a sign between them."""
    return by.join(part for part in parts if part)


def row_of(*cells: Cell) -> list[Cell]:
    """A table row of texts and blocks."""
    return list(cells)
