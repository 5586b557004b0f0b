"""Breaks text into the lines of a column: at spaces, and inside a word only when the word is wider than the column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recovery_desktop.documents.fonts import letter_widths, word_width
from recovery_desktop.documents.letters import clean_lines
from recovery_desktop.documents.look import Style

_BLANKS = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000"  # all but those that bind
_WORD = re.compile(f"[^{_BLANKS}]+[{_BLANKS}]*|[{_BLANKS}]+")
_CUT_AFTER = frozenset("-/–—_.,;:@&?=")


class Line(NamedTuple):
    """A line to draw. All but the last end with a space, else a screen reader joins the words on both sides."""

    text: str
    width: float  # points, without spaces at the end
    typed: int  # which typed line it comes from


def text_width(text: str, style: Style) -> float:
    """The width of a cleaned text on one line, in points."""
    return sum(letter_widths(style.face, text)) * style.size / 1000


def break_lines(text: str, style: Style, width: float, hang: float = 0) -> list[Line]:
    """The text in lines no wider than `width` points; the first may be wider by `hang`. An empty text has one line."""
    to_points = style.size / 1000
    lines: list[Line] = []
    for number, typed in enumerate(clean_lines(text, style.face)):
        if lines:
            lines[-1] = lines[-1]._replace(text=lines[-1].text + " ")
        extra = 0 if lines else hang
        for words, used in _broken(typed, style.face, width / to_points, (width + extra) / to_points):
            lines.append(Line(words, used * to_points, number))
    return lines


def _broken(typed: str, face: str, limit: float, first: float) -> Iterator[tuple[str, float]]:
    """The lines of one typed line and their widths, in thousandths of the type size."""
    line, used, spaces, room = "", 0.0, 0.0, first
    for token in _WORD.findall(typed):
        word = token.rstrip(_BLANKS)
        wide = word_width(face, word)
        if line and used + spaces + wide > room:
            yield line, used
            line, used, spaces, room = "", 0.0, 0.0, limit
        if wide > room:
            *full, word = _cut(word, face, room, limit)
            for piece in full:
                yield piece, word_width(face, piece)
                room = limit
            token = word + token[len(token.rstrip(_BLANKS)) :]
            wide = word_width(face, word)
        line, used, spaces = line + token, used + spaces + wide, word_width(face, token) - wide
    yield line, used


def _cut(word: str, face: str, room: float, limit: float) -> Iterator[str]:
    """Pieces of a word that no line can hold, preferably cut after a hyphen, a slash or the like."""
    start, used, good = 0, 0.0, 0
    widths = letter_widths(face, word)
    at = 0
    while at < len(word):
        if used + widths[at] > room and at > start:
            end = good if good - start > (at - start) / 2 else at
            yield word[start:end]
            start, at, used, room, good = end, end, 0.0, limit, 0
            continue
        used += widths[at]
        at += 1
        if word[at - 1] in _CUT_AFTER:
            good = at
    yield word[start:]
