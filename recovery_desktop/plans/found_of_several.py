"""What the value of a test for several things at once says of one of them: "No opioids, cocaine 300 ng/ml".

The words are a person's own, so a part of them counts only where it can be read in one way. Above all, nothing is taken
for absent that may have been found.
"""

import re
import unicodedata
from collections.abc import Collection

from recovery_desktop.text import _

FOUND, ABSENT, UNCLEAR = "found", "absent", "unclear"
Words = frozenset[str]


def words_of(text: str) -> Words:
    """The words of a text, in small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return frozenset(re.findall(r"\w+", "".join(sign for sign in letters if not unicodedata.combining(sign))))


def said_of(value: str, name: Words, tested: Collection[Words]) -> str:
    """FOUND or ABSENT where the value says so of `name`, one of the things tested for; else UNCLEAR."""
    parts = _parts(value, tested)
    told = {_told(parts, at, name, tested) for at, part in enumerate(parts) if name <= part}
    return told.pop() if len(told) == 1 else UNCLEAR


def _parts(value: str, tested: Collection[Words]) -> list[Words]:
    """The words of each part. A colon or a dash may stand between a thing and its result, so it parts only things."""
    parts = re.split(rf"[,;./\n]|\b(?:{_('and|but')})\b", value)
    split = (re.split(r":|\s-+\s|[–—]", part) if _has_several(words_of(part), tested) else [part] for part in parts)
    return [words for pieces in split for piece in pieces if (words := words_of(piece))]


def _has_several(part: Words, tested: Collection[Words]) -> bool:
    return sum(name <= part for name in tested) > 1


def _told(parts: list[Words], at: int, name: Words, tested: Collection[Words]) -> str:
    """What a part says of the thing that it names."""
    if _has_several(parts[at], tested):
        return UNCLEAR
    stated = _stated(parts[at] - name)
    if stated:
        return stated
    before = next((said for part in reversed(parts[:at]) if (said := _stated(part))), FOUND)
    after = next((said for part in parts[at + 1 :] if (said := _stated(part))), FOUND)
    return FOUND if before == after == FOUND else UNCLEAR  # "no" may be said of it too, as in "no opioids and cocaine"


def _stated(words: Words) -> str:
    """What words besides a name state; empty where they state nothing. A "no" with more words than it takes, as in "not
    confirmed yet", is no finding that nothing was there."""
    if words & words_of(_("no not none without negative")):
        rest = words - words_of(_("no none without negative for of the is was were again both all"))
        return UNCLEAR if rest else ABSENT
    is_found = words & words_of(_("positive found detected present confirmed")) or any(map(str.isdigit, words))
    return FOUND if is_found else ""
