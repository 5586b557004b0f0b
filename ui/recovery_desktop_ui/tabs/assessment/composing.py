"""A section of the assessment as it is composed: when and whom one asks, what is asked, what the client said."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import Section
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.checklist import Checklist
from recovery_desktop_ui.editing.composing import Part, parts_of
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import generated_field
from recovery_desktop_ui.editing.sentence import sentence
from recovery_desktop_ui.parts.layouts import beside, col, hold
from recovery_desktop_ui.parts.texts import heading, text


def composed_section(form: Form, parts: Sequence[Part], *lists: QWidget) -> QWidget:
    """A section: whether, whom and when it was asked at the head, a question to open the conversation with, its lists
    and what else is asked, and at the end what strength showed and what the client said."""
    assert issubclass(form.model, Section)
    head = beside(hold(heading(_(form.model.title))), form.field("state", bare=True))
    asked = sentence(form, _("Answered by {answered_by} | on {asked_on}"), empty=N_("nobody yet"))
    trouble, strength = (_prompt(words) for words in (form.model.asks_trouble, form.model.asks_strength))
    body = hold(col(*lists, *parts_of(form, parts), gap=24))
    keys = [text(_keys(each), "caption", "quiet", wrap=True) for each in body.findChildren(Checklist)[:1]]
    seen = hold(col(*strength, generated_field(form, "strengths_seen"), gap=4))
    own_words = generated_field(form, "own_words")
    return hold(col(head, asked, hold(col(*trouble, *keys, gap=4)), body, 8, seen, own_words, gap=12))


def _keys(asked: Checklist) -> str:
    letters = ", ".join(asked.letters)
    return _("On a question, {letters} answer and go on; up and down move, Delete empties.").format(letters=letters)


def _prompt(words: str) -> list[QWidget]:
    """A question to open the conversation with."""
    return [text(_(words), "body", "quiet", wrap=True)] if words else []
