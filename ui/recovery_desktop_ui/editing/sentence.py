"""Fields that stand as gaps in a sentence: "10 to 12 drinks a night", "answered by the client on 10 September"."""

import re

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from recovery_desktop.records.fields import Choice, Day, Described, Line
from recovery_desktop.text import _
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.note_below import SharedNote
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, px

_FIGURE, _WORDS = "0000", "standard drinks"
_ROOM, _ROOM_OF_LIST = 28, 40


def sentence(form: Form, words: str, *, head: str = "", empty: str = "") -> QWidget:
    """The sentence with its gaps, and what is wrong with one of them below. `words` is translated text with the name
    of a field in braces for each gap; "|" stands where it may go on in the next line. `empty` is the marked text of a
    choice that has no answer."""
    fields: list[FieldRow] = []
    clauses = [_clause(form, clause, fields, empty) for clause in words.split("|")]
    above = [text(head, "caption", "quiet")] if head else []
    return hold(col(*above, Flow(*clauses, gap=16), SharedNote(*fields), gap=3))


def _clause(form: Form, pattern: str, fields: list[FieldRow], empty: str) -> QWidget:
    """A part of the sentence that stays on one line, with a field in the place of each {name}."""
    items: list[QWidget] = []
    for words, name in re.findall(r"([^{}]+)|{(\w+)}", pattern.strip()):
        if name:
            fields.append(_gap(form, name, empty))
            items.append(fields[-1])
        elif words.strip():
            items.append(text(words.strip()))
    return hold(row(*items, gap=6))


def _gap(form: Form, name: str, empty: str) -> FieldRow:
    described = form.model.described()[name]
    if isinstance(described, Day):
        return form.field(name, bare=True, past=True)  # it has a button, which an underline alone would not show
    made = form.field(name, bare=True, look="row", empty=empty)
    made.setFixedWidth(_wide(described, empty))
    return made


def _wide(described: Described, empty: str) -> int:
    face = QFontMetrics(font("body"))
    if isinstance(described, Choice):
        words = [empty, *described.labels.values()]
        return max(face.horizontalAdvance(_(each)) for each in words if each) + px(_ROOM_OF_LIST)
    longest = _WORDS if isinstance(described, Line) else _FIGURE + _(described.unit)
    return face.horizontalAdvance(longest) + px(_ROOM)
