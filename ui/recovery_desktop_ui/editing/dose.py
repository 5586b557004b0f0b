"""How much of something, on one line that reads as a sentence: "2 × a week, 50 minutes each, for 12 to 16 weeks"."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import how_long, how_often, joined
from recovery_desktop.records.therapies import Dosed
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.sentence import sentence
from recovery_desktop_ui.parts.layouts import col, hold


def dose_words(dosed: Dosed) -> str:
    """The same in a few words, for the line of a row: "twice a week, 50 minutes, for 12–16 weeks"."""
    entry = as_entry(dosed)
    span = how_long(entry)
    return joined([how_often(entry), _("for {span}").format(span=span) if span else ""])


def dose_row(form: Form) -> QWidget:
    """The fields of a `Dosed` record: the sentence with its gaps, and below it what numbers do not say."""
    words = _("{times} × {per} | {minutes} minutes each | for {span} to {span_up_to} {span_unit}")
    return hold(col(sentence(form, words, head=_("How often and how long")), form.field("timing"), gap=16))
