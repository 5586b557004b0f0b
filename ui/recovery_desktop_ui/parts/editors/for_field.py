"""The one place that picks the editor for a kind of field."""

from recovery_desktop.records.fields import (
    Answers,
    Asked,
    Choice,
    Clock,
    Code,
    Day,
    Described,
    Line,
    Number,
    Several,
    Text,
    Whole,
    Words,
)
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.editors.answers import AnswersEditor
from recovery_desktop_ui.parts.editors.base import Editor
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.editors.clock import ClockEditor
from recovery_desktop_ui.parts.editors.day import DayEditor
from recovery_desktop_ui.parts.editors.figure import NumberEditor, WholeEditor
from recovery_desktop_ui.parts.editors.line import LineEditor
from recovery_desktop_ui.parts.editors.phone import PhoneEditor
from recovery_desktop_ui.parts.editors.scale import MOST_STEPS, ScaleEditor
from recovery_desktop_ui.parts.editors.segments import AskedEditor, SegmentsEditor
from recovery_desktop_ui.parts.editors.several import SeveralEditor
from recovery_desktop_ui.parts.editors.text import CodeEditor, TextEditor, WordsEditor

_SHORT = 40  # letters that the words of a choice may have together to stand side by side
_AROUND = 3  # letters that the room around each of them counts for


def editor_for(
    field: Described,
    *,
    few: int = 4,
    look: str | None = None,
    ghost: str = "",
    past: bool = False,
    ends: tuple[str, str] = ("", ""),
    empty: str = N_("Not chosen"),
) -> Editor:
    """The editor for a field.

    `few`: up to so many short choices stand side by side. `look="row"`: an underline alone, for a table-like row.
    `ghost`: stands in an empty text. `past`: a day that has come already. `ends`: what the lowest and the highest
    rating mean. `empty`: the entry of a list that says nothing is chosen.
    """
    if isinstance(field, Choice):
        return _for_choice(field, few, look, empty)
    if isinstance(field, Several):
        return SeveralEditor(field)
    if isinstance(field, Text):
        kind = WordsEditor if isinstance(field, Words) else CodeEditor if isinstance(field, Code) else TextEditor
        return kind(field, ghost=ghost)
    if isinstance(field, Line):
        is_phone = f"_{getattr(field, 'name', '')}".endswith("_phone")  # it has none before its record is described
        return (PhoneEditor if is_phone else LineEditor)(field, look=look, ghost=ghost)
    if isinstance(field, Day):
        return DayEditor(field, past=past, look=look)
    if isinstance(field, Clock):
        return ClockEditor(field, look=look)
    if isinstance(field, Whole):
        if field.high - field.low < MOST_STEPS and look != "row":
            return ScaleEditor(field, *ends)
        return WholeEditor(field, look=look)
    if isinstance(field, Number):
        return NumberEditor(field, look=look)
    if isinstance(field, Answers):
        return AnswersEditor(field)
    raise TypeError(f"no editor for {type(field).__name__}")


def _for_choice(field: Choice, few: int, look: str | None, empty: str) -> Editor:
    if look != "row":
        if isinstance(field, Asked):
            return AskedEditor(field)
        if len(field.labels) <= few and sum(len(_(label)) + _AROUND for label in field.labels.values()) <= _SHORT:
            return SegmentsEditor(field)
    return ChoiceEditor(field, look=look, empty=empty)
