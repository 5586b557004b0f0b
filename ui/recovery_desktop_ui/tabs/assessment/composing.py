"""A section of the assessment as it is composed: when and whom one asks, what is asked, what the client said."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import Section
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.checklist import Checklist
from recovery_desktop_ui.editing.composing import Part
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import generated_field
from recovery_desktop_ui.editing.sentence import sentence
from recovery_desktop_ui.parts.layouts import beside, col, hold
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.assessment.second_look import with_second_look

_WAS_ASKED = ("asked", "declined")


def composed_section(form: Form, parts: Sequence[Part], *lists: QWidget) -> QWidget:
    """A section: whether, whom and when it was asked at the head, a question to open the conversation with, its lists
    and what else is asked, and at the end what strength showed and what the client said."""
    assert issubclass(form.model, Section)
    head = beside(hold(heading(_(form.model.title))), form.field("state", bare=True))
    asked = sentence(form, _("Answered by {answered_by} | on {asked_on}"), empty=N_("nobody yet"))
    trouble, strength = (_prompt(words) for words in (form.model.asks_trouble, form.model.asks_strength))
    body = hold(col(*lists, *with_second_look(form, parts), gap=24))
    asks = [each for each in body.findChildren(Checklist) if each.is_list]
    keys = [text(_keys(each), "caption", "quiet", wrap=True) for each in asks[:1]]
    for signal in (form.row_made, form.saved):
        signal.connect(partial(_note_day, form))
    seen = hold(col(*strength, generated_field(form, "strengths_seen"), gap=4))
    own_words = generated_field(form, "own_words")
    return hold(col(head, asked, hold(col(*trouble, *keys, gap=4)), body, 8, seen, own_words, gap=12))


def _note_day(form: Form, saved: object) -> None:
    """Whoever says of a section that it was asked has mostly just asked; another day can be typed in its place."""
    row = form.row
    if isinstance(row, Section) and saved in ("state", row) and row.state in _WAS_ASKED and row.asked_on is None:
        form.keeper.save(row, asked_on=today())
        form.rows["asked_on"].put(row.asked_on)


def _keys(asked: Checklist) -> str:
    letters = ", ".join(asked.letters)
    return _("On a question, {letters} answer and go on; up and down move, Delete empties.").format(letters=letters)


def _prompt(words: str) -> list[QWidget]:
    """A question to open the conversation with."""
    return [text(_(words), "body", "quiet", wrap=True)] if words else []
