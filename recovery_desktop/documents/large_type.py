"""The look of what is written for the client and the family: the same blocks as everywhere, in type that tired eyes can
read, and in as few words as will do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.fonts import BOLD, SANS, SERIF
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import ACCENT, SOFT, Style
from recovery_desktop.documents.plan_answers import Contact
from recovery_desktop.documents.sections import row_of, section, stacked
from recovery_desktop.documents.tables import Heading, table
from recovery_desktop.text import ENGLISH, _, language_here

LARGE, LARGE_BOLD = Style(SANS, 12, 15.5), Style(BOLD, 12, 15.5)
LARGE_SECTION = Style(BOLD, 15.5, 20, ACCENT)
LARGE_WORDS = Style(SERIF, 13.5, 17.5)  # the client's own
LARGE_NOTE = Style(SANS, 10, 13, SOFT)
PHONE = Style(BOLD, 13, 16, ACCENT)
_TOGETHER = 0.3  # a part up to this share of a page is not parted


@dataclass(frozen=True)
class Doing:
    """Something that is done, when, and the rest of what there is to know of it."""

    when: str
    what: str
    details: str = ""


def part(title: str, *blocks: Block | None) -> Column | None:
    """A part of the paper under its heading; None without anything to say."""
    made = section(title, *blocks, style=LARGE_SECTION)
    return replace(made, keep=_TOGETHER, before=12) if made else None


def listed(title: str, texts: Sequence[str], width: float, *, numbered: bool = False) -> Column | None:
    """A list under a small heading inside a part, or without one; None when it is empty."""
    if not any(texts):
        return None
    made = items(texts, width, LARGE, numbered=numbered)
    if not title:
        return made
    head = Text(title, LARGE_BOLD, "H3", glue=True)
    return Column([head, replace(made, before=3)])


def below_each_other(*lists: Column | None) -> Column | None:
    """Lists under each other in one column; None without any."""
    found = [each for each in lists if each is not None]
    return Column([replace(each, before=9) for each in found]) if found else None


def calendar(doings: Sequence[Doing], width: float) -> Block | None:
    """What is done when, a row for each time; None without any."""
    columns = [Heading("", 0.34, LARGE_BOLD), Heading("", 0.66)]
    rows = [row_of(when, _done(list(together))) for when, together in groupby(doings, key=lambda one: one.when)]
    return table(columns, rows, width, pad=2) if rows else None


def _done(doings: Sequence[Doing]) -> Column:
    said = [stacked(Text(one.what, LARGE), Text(one.details, LARGE_NOTE)) for one in doings]
    return Column([replace(one, before=2) for one in said])


def phone_list(people: Sequence[Contact], width: float) -> Block | None:
    """Who can be called, with the number large; None without anybody."""
    rows = [row_of(one.name, one.relation, one.phone) for one in people]
    columns = [Heading("", 0.4, LARGE_BOLD), Heading("", 0.37, LARGE), Heading("", 0.23, PHONE)]
    return table(columns, rows, width, pad=2) if rows else None


def in_the_reader_s_language() -> Text | None:
    """What the line of 42 CFR 2.32 at the foot of each page says: the regulation has it in English only."""
    if language_here() == ENGLISH:
        return None
    words = _(
        "The last line of each page is in English because the law words it so. It says: a federal law, 42 CFR part 2,"
        " forbids anyone to use or pass on these records without permission."
    )
    return Text(words, LARGE_NOTE, before=18)
