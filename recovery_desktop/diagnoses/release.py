"""What the release that ships says of a code: whether a diagnosis can have it, and what became of one of another."""

import re
from dataclasses import dataclass
from itertools import count

from recovery_desktop.diagnoses.codes import Entry, bare, code_set, entry_at, lookup, place_of
from recovery_desktop.text import _

_LIKE_A_CODE = re.compile(r"[A-Za-z]\d[\dA-Za-z](\.?[\dA-Za-z]{1,4})?\Z")


@dataclass(frozen=True)
class ReleaseNote:
    """What is to be known of a code on record, and whether it still is a code for a diagnosis."""

    words: str
    still_holds: bool = True


def code_problem(code: str) -> str:
    """Why a code cannot be chosen; empty when it can. One of another release can: it is pointed out instead."""
    if not _LIKE_A_CODE.match(code):
        return _("This is no code. Choose one from the list, or type one such as F10.20.")
    entry = lookup(code)
    return _heading(entry) if entry is not None and not entry.billable else ""


def release_note(code: str, release: str) -> ReleaseNote:
    """What is to be known of a code that was recorded with a release, this one or another; nothing was altered.

    A heading may have come in with a client file, or was a code for a diagnosis when it was recorded.
    """
    entry, today = lookup(code), code_set()
    told = {"code": code, "then": release or _("an unnamed release"), "now": today}
    if entry is None:
        words = _("{now} has no code {code}. It stays as recorded ({then}); look for one that fits.")
        return ReleaseNote(words.format(**told), still_holds=False)
    if not entry.billable and release == today:
        return ReleaseNote(_heading(entry), still_holds=False)
    if not entry.billable:
        words = _(
            "{code} is a heading in {now}. It stays as recorded ({then}); choose the code below it that fits, such as "
            "{first}."
        )
        return ReleaseNote(words.format(first=_first_below(entry), **told), still_holds=False)
    if release == today:
        return ReleaseNote("")
    return ReleaseNote(_("Recorded with {then}. In {now} it is “{title}”.").format(title=entry.title, **told))


def _heading(entry: Entry) -> str:
    words = _("{code} is a heading. Choose the code below it that fits, such as {first}.")
    return words.format(code=entry.code, first=_first_below(entry))


def _first_below(heading: Entry) -> str:
    """The first code that a diagnosis can have; the tabular list has it right behind its headings."""
    place = place_of()[bare(heading.code)]
    return next(each.code for at in count(place + 1) if (each := entry_at(at)).billable)
