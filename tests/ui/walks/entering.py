"""How a value gets into each kind of editor by keys alone; values are written as in a client file."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox
from recovery_desktop_ui.editing.pointers import row_words
from recovery_desktop_ui.parts.editors.answers import AnswersEditor
from recovery_desktop_ui.parts.editors.base import Editor, NotYet, editor_around
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.editors.day import DayEditor
from recovery_desktop_ui.parts.editors.ref import RefEditor
from recovery_desktop_ui.parts.editors.roving import RovingEditor
from recovery_desktop_ui.parts.editors.scale import ScaleEditor
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.editors.several import SeveralEditor
from recovery_desktop_ui.parts.editors.text import TextEditor

from recovery_desktop.records.base import Record
from recovery_desktop.text import _
from tests.ui.walks.keyboard import Keyboard, Lost

PRESSED = object()
"""Wanted of a button or a chip: that it is pressed."""

_ROUND = 600
_PAUSE = 2  # milliseconds after which a letter begins a new search in a list


def fill(keyboard: Keyboard, wanted: Mapping[str, Any], name_of: Callable[[str], str] = str) -> None:
    """Goes on with the Tab key and enters each value when the cursor comes to its field, in whatever order the page
    has them. Raises Lost when a whole round leads to none of what is left. `name_of` gives the name under which a field
    is wanted."""
    left, since = dict(wanted), 0
    while left:
        here = name_of(keyboard.here())
        if here in left:
            since = 0
            with keyboard.in_field(here):
                enter(keyboard, left.pop(here))
        elif f"{here.rpartition('.')[0]}.more" == here and _table(here) in map(_table, left):
            keyboard.press("Space")  # the chips that are not tied are folded away
            since = 0
        elif wanted_here := [name for name in left if left[name] is PRESSED and _table(name) == _table(here)]:
            _jump(keyboard, wanted_here[0])
        else:
            since += 1
            if since > _ROUND:
                raise Lost(f"the Tab key does not come to {', '.join(left)}")
            keyboard.press("Tab")


def _jump(keyboard: Keyboard, chip: str) -> None:
    """From one chip to another of the same kind by the first letter of its words."""
    here = QApplication.focusWidget()
    target = here.parentWidget().findChild(QAbstractButton, chip) if here is not None else None
    assert target is not None and target.isVisible(), chip
    for _each in here.parentWidget().children():
        if keyboard.here() == chip:
            return
        keyboard.type(target.text()[0].lower(), "other")
    raise Lost(f"its first letter does not lead to {chip}")


def _table(name: str) -> str:
    return name.rpartition(".")[0]


def enter(keyboard: Keyboard, value: Any) -> None:
    """Enters a value where the cursor is; what stands there already is left alone."""
    if value is PRESSED:
        keyboard.press("Space")
        return
    editor = editor_around(QApplication.focusWidget())
    assert editor is not None, f"{keyboard.here()} is no field"
    plain = value.id if isinstance(value, Record) else value
    if _stands(editor) == plain:
        return
    way = next(way for kind, way in _WAYS.items() if isinstance(editor, kind))
    way(keyboard, editor, value)
    assert _stands(editor) == plain, f"{keyboard.here()}: {_stands(editor)!r} instead of {plain!r}"


def _stands(editor: Editor) -> Any:
    """What the editor shows, as a client file writes it."""
    try:
        value = editor.value()
    except NotYet as error:
        return error.problem
    field = getattr(editor, "field", None)
    return value if field is None or value is None else field.to_plain(value)


def _type_over(keyboard: Keyboard, editor: Editor, value: Any) -> None:
    """Goes on where the text was broken off; types over any other."""
    words, begun = str(value), editor.typed()
    if begun and words.startswith(begun):
        keyboard.press("Ctrl+End" if isinstance(editor, TextEditor) else "End")
        words = words.removeprefix(begun)
    elif begun:
        keyboard.press("Ctrl+A")
    keyboard.type(words)


def _type_day(keyboard: Keyboard, _editor: Editor, value: str) -> None:
    day = datetime.date.fromisoformat(value)
    keyboard.press("Ctrl+A")
    keyboard.type(f"{day.month}/{day.day}/{day.year}")


def _choose(keyboard: Keyboard, editor: ChoiceEditor, value: str) -> None:
    """The first letter, as often as it takes."""
    for _each in editor.field.labels:
        if editor.typed() != value:
            QTest.qWait(_PAUSE)
            keyboard.type(_(editor.field.labels[value])[0].lower(), "other")


def _answer(keyboard: Keyboard, editor: SegmentsEditor, value: str) -> None:
    """The first letter, as often as it takes."""
    letter = _first_letter(editor, value)
    for _each in editor.options:
        if editor.typed() != value:
            keyboard.type(letter, "other")


def _tick(keyboard: Keyboard, editor: SeveralEditor, value: list[str]) -> None:
    """Goes to each by its first letter and turns it on; what is on and not wanted is turned off."""
    for code in [*(code for code in editor.value() if code not in value), *value]:
        if (code in value) == (code in editor.value()):
            continue
        letter = _first_letter(editor, code)
        for _each in editor.options:
            if editor.resting.code != code or not editor.resting.hasFocus():
                keyboard.type(letter, "other")
        keyboard.press("Space")


def _first_letter(editor: RovingEditor, code: str) -> str:
    return next(option for option in editor.options if option.code == code).text().lower()[0]


def _rate(keyboard: Keyboard, _editor: Editor, value: int) -> None:
    keyboard.type(str(value), "other")


def _point(keyboard: Keyboard, editor: RefEditor, value: Record) -> None:
    """Types the words until the list that opens begins with the one that is meant, and takes it."""
    combo = editor.target()
    assert isinstance(combo, QComboBox)
    words, search = row_words(value), combo.completer()
    assert search is not None
    for letter in words:
        keyboard.type(letter)
        if search.completionCount() and search.currentCompletion() == words:
            break
    keyboard.press("Down")
    keyboard.press("Return")


def _answers(keyboard: Keyboard, _editor: Editor, value: dict[str, Any]) -> None:
    for place, (item, answer) in enumerate(value.items()):
        if place:
            keyboard.press("Tab")
        keyboard.type(item)
        keyboard.press("Tab")
        keyboard.type(str(answer))


_WAYS: dict[type[Editor], Any] = {
    TextEditor: _type_over,
    RefEditor: _point,
    ChoiceEditor: _choose,
    SegmentsEditor: _answer,
    SeveralEditor: _tick,
    ScaleEditor: _rate,
    DayEditor: _type_day,
    AnswersEditor: _answers,
    Editor: _type_over,
}
"""The first that fits."""
