"""How much of something, on one line that reads as a sentence: "2 × a week, 50 minutes each, for 12 to 16 weeks"."""

import re

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import how_long, how_often, joined
from recovery_desktop.records.therapies import Dosed
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.note_below import SharedNote
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, px

_FIGURE_WIDE = "0000"


def dose_words(dosed: Dosed) -> str:
    """The same in a few words, for the line of a row: "twice a week, 50 minutes, for 12–16 weeks"."""
    entry = as_entry(dosed)
    span = how_long(entry)
    return joined([how_often(entry), _("for {span}").format(span=span) if span else ""])


def dose_row(form: Form) -> QWidget:
    """The fields of a `Dosed` record: the sentence with its gaps, and below it what numbers do not say."""
    clauses = _("{times} × {per} | {minutes} minutes each | for {span} to {span_up_to} {span_unit}").split("|")
    fields: list[FieldRow] = []
    sentence = Flow(*(_clause(form, clause, fields) for clause in clauses), gap=16)
    head = text(_("How often and how long"), "caption", "quiet")
    line = hold(col(head, sentence, SharedNote(*fields), gap=3))
    return hold(col(line, form.field("timing"), gap=16))


def _clause(form: Form, pattern: str, fields: list[FieldRow]) -> QWidget:
    """A part of the sentence that stays on one line, with a field in the place of each {name}."""
    items: list[QWidget] = []
    for words, name in re.findall(r"([^{}]+)|{(\w+)}", pattern.strip()):
        if name:
            fields.append(_gap(form, name))
            items.append(fields[-1])
        elif words.strip():
            items.append(text(words.strip()))
    return hold(row(*items, gap=6))


def _gap(form: Form, name: str) -> FieldRow:
    made = form.field(name, bare=True, look="row", empty="")
    face = QFontMetrics(font("body"))
    longest = [_(label) for label in getattr(made.described, "labels", {}).values()]
    wide = max((face.horizontalAdvance(label) + px(40) for label in longest), default=0)
    made.setFixedWidth(wide or face.horizontalAdvance(_FIGURE_WIDE) + px(28))
    return made
