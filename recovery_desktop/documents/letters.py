"""Makes typed text safe to draw, and names the letters that cannot be drawn before anybody exports them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from recovery_desktop.documents.fonts import BOLD, MISSING_SIGN, SERIF, drawable

# Control characters, joiners, direction marks and variation selectors: they have no shape of their own.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def clean_lines(text: str, face: str) -> list[str]:
    """The typed lines of a text, ready to be drawn in `face`: composed, without control characters, at least one line.

    A letter that no face has becomes a visible sign; `missing_letters` names it.
    """
    return [draw_as(line, face) for line in _plain(text).splitlines()] or [""]


def draw_as(line: str, face: str) -> str:
    """A line without control characters, each letter without a shape replaced by the missing sign."""
    without = set(line) - drawable(face)
    return line.translate({ord(letter): MISSING_SIGN for letter in without}) if without else line


def one_line(text: str, face: str) -> str:
    """The text on a single line, cleaned as by `clean_lines`."""
    return " ".join(clean_lines(text, face))


def shortened(text: str, longest: int) -> str:
    """The text, cut after a word and ended with three dots when it is longer than so many letters."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + "…"


def missing_letters(texts: Iterable[str]) -> tuple[str, ...]:
    """The letters that would be printed as a replacement sign, each once, in the order of first appearance.

    Letters of scripts that need shaping or run from right to left are among them: no bundled face has these.
    """
    seen: dict[str, None] = {}
    both = drawable(BOLD) & drawable(SERIF)
    for text in texts:
        plain = _plain(text)
        lost = set(plain) - both - set("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if lost:
            seen.update(dict.fromkeys(letter for letter in plain if letter in lost))
    return tuple(seen)


def texts_of(content: object) -> Iterator[str]:
    """All texts in a frozen dataclass, in the order of its fields, through nested dataclasses and tuples."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for part in content:
            yield from texts_of(part)
    elif is_dataclass(content):
        for field in fields(content):
            yield from texts_of(getattr(content, field.name))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text.replace("\t", "    ")))
