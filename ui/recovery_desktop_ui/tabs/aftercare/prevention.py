"""The relapse-prevention plan: eight short lists, in the order in which they are needed on a hard evening."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.aftercare import PreventionEntry
from recovery_desktop.text import N_
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.parts.editors.text import TextEditor
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords

HINTS = {
    "trigger": N_("Times, places, moods and people that bring the wish to use."),
    "early_sign": N_("What the client notices first, days before."),
    "what_helps": N_("What has worked before, even a little."),
    "person": N_("Whom to call, with the number, the nearest first."),
    "place_to_avoid": N_("Where it is hard to say no."),
    "lapse": N_("What to do in the first hour, step by step. A lapse is no reason for a discharge."),
    "overdose": N_("911, naloxone and where it is kept, who knows how."),
    "crisis": N_("988, any hour, and the practice's own number."),
}
ADD = {
    "trigger": N_("Add a trigger"),
    "early_sign": N_("Add a sign"),
    "what_helps": N_("Add what helps"),
    "person": N_("Add a person"),
    "place_to_avoid": N_("Add a place"),
    "lapse": N_("Add a step"),
    "overdose": N_("Add a step"),
    "crisis": N_("Add a step"),
}


def entry_form(form: Form) -> QWidget:
    """All fields of an entry, narrow."""
    words = form.field("entry", editor=TextEditor(PreventionEntry.entry, fewest=1))
    person = pointer_field(form, "person")
    return hold(col(words, across(form, "phone", least=150), Columns(person, least=150), gap=12))


def entry_words(entry: PreventionEntry) -> RowWords:
    """An entry in one line, with the number to call."""
    person: Any = entry.person
    return RowWords(entry.entry, "", entry.phone or (person.phone if person else ""))
