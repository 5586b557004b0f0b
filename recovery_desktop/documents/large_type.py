"""The look of what is written for the client and the family: the same blocks as everywhere, in type that tired eyes can
read, and in as few words as will do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.fonts import BOLD, SANS, SERIF
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import ACCENT, SOFT, Style
from recovery_desktop.documents.plan_answers import Contact
from recovery_desktop.documents.sections import GAP, row_of, section, side_by_side, stacked
from recovery_desktop.documents.tables import Heading, Table, table
from recovery_desktop.text import ENGLISH, _, language_here

LARGE, LARGE_BOLD = Style(SANS, 12, 15), Style(BOLD, 12, 15)
LARGE_SECTION = Style(BOLD, 15, 19, ACCENT)
LARGE_WORDS = Style(SERIF, 13, 16.5)  # the client's own
LARGE_NOTE = Style(SANS, 10, 12.5, SOFT)
PHONE = Style(BOLD, 13, 16, ACCENT)
_MANY = 5  # people to call
_TOGETHER = 0.3  # a part up to this share of a page is not parted


def part(title: str, *blocks: Block | None) -> Column | None:
    """A part of the paper under its heading; None without anything to say."""
    made = section(title, *blocks, style=LARGE_SECTION)
    return replace(made, keep=_TOGETHER, before=11) if made else None


def listed(title: str, texts: Sequence[str], width: float, *, numbered: bool = False) -> Column | None:
    """A list under a small heading inside a part, or without one; None when it is empty."""
    if not any(texts):
        return None
    made = items(texts, width, LARGE, numbered=numbered)
    if not title:
        return made
    head = Text(title, LARGE_BOLD, "H3", glue=True)
    return Column([head, replace(made, before=3)])


@dataclass(frozen=True)
class Listing:
    """A list with its small heading."""

    title: str
    texts: tuple[str, ...]
    numbered: bool = False


def lists_side_by_side(columns: Sequence[Sequence[Listing]], width: float) -> Block | None:
    """Lists under each other in columns of equal width; a column with nothing to say leaves its room to the others."""
    said = [[one for one in column if any(one.texts)] for column in columns]
    filled = [column for column in said if column]
    wide = (width + GAP) / (len(filled) or 1) - GAP
    return side_by_side([_below_each_other(column, wide) for column in filled], width)


def _below_each_other(lists: Sequence[Listing], width: float) -> Column:
    made = [listed(one.title, one.texts, width, numbered=one.numbered) for one in lists]
    return Column([replace(each, before=9) for each in made if each is not None])


def phone_list(people: Sequence[Contact], width: float) -> Block | None:
    """Who can be called, with the number large, in two columns where there are many; None without anybody."""
    if len(people) < _MANY:
        columns = [Heading("", 0.4, LARGE_BOLD), Heading("", 0.37, LARGE), Heading("", 0.23, PHONE)]
        rows = [row_of(one.name, one.relation, one.phone) for one in people]
        return table(columns, rows, width, pad=2) if rows else None
    half, middle = (width - GAP) / 2, (len(people) + 1) // 2
    return side_by_side([_short_phone_list(some, half) for some in (people[:middle], people[middle:])], width)


def _short_phone_list(people: Sequence[Contact], width: float) -> Table:
    columns = [Heading("", 0.66), Heading("", 0.34, PHONE)]
    rows = [row_of(stacked(Text(one.name, LARGE_BOLD), Text(one.relation, LARGE_NOTE)), one.phone) for one in people]
    return table(columns, rows, width, pad=2)


def in_the_reader_s_language() -> Text | None:
    """What the line of 42 CFR 2.32 at the foot of each page says: the regulation has it in English only."""
    if language_here() == ENGLISH:
        return None
    words = _(
        "The last line of each page is in English because the law words it so. It says: a federal law, 42 CFR part 2,"
        " forbids anyone to use or pass on these records without permission."
    )
    return Text(words, LARGE_NOTE, before=18)
