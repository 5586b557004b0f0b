"""Every kind of field has its editor; every value of every field of the record comes back from it unchanged."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from recovery_desktop_ui.parts.editors.base import Editor
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.editors.clock import ClockEditor
from recovery_desktop_ui.parts.editors.day import DayEditor
from recovery_desktop_ui.parts.editors.figure import NumberEditor, WholeEditor
from recovery_desktop_ui.parts.editors.for_field import editor_for
from recovery_desktop_ui.parts.editors.line import LineEditor
from recovery_desktop_ui.parts.editors.phone import PhoneEditor
from recovery_desktop_ui.parts.editors.scale import ScaleEditor
from recovery_desktop_ui.parts.editors.segments import AskedEditor, SegmentsEditor
from recovery_desktop_ui.parts.editors.several import SeveralEditor
from recovery_desktop_ui.parts.editors.text import TextEditor, WordsEditor
from recovery_desktop_ui.parts.tokens import use_fonts, use_text_size

from recovery_desktop.records.fields import (
    Answers,
    Asked,
    Choice,
    Clock,
    Day,
    Described,
    Line,
    Number,
    Scale,
    Several,
    Text,
    Whole,
    Words,
)
from recovery_desktop.records.kinds import RECORDS
from recovery_desktop.records.substances import SubstanceUse
from tests.ui.editors.placing import problem_of
from tests.whole_clients import value_of

FIELDS = {
    f"{model.__name__}.{field.name}": field
    for model in RECORDS
    for field in model.described().values()
    if not isinstance(field, Answers)
}
FEW = {"yes": "Yes", "later": "Later"}
LONG = {"one": "A choice with a good many words", "two": "Another choice with as many words"}
KINDS: list[tuple[Described, type[Editor]]] = [
    (Line("Name"), LineEditor),
    (Text("Notes"), TextEditor),
    (Words("In own words"), WordsEditor),
    (Choice("Kind", FEW), SegmentsEditor),
    (Choice("Kind", LONG), ChoiceEditor),
    (Asked("Craving"), AskedEditor),
    (Several("Areas", FEW), SeveralEditor),
    (Day("Due on"), DayEditor),
    (Clock("From"), ClockEditor),
    (Whole("Minutes", low=0, high=1440), WholeEditor),
    (Whole("Goal attainment", low=-2, high=2), ScaleEditor),
    (Whole("Topics met", low=0, high=11), WholeEditor),
    (Scale("Importance"), ScaleEditor),
    (Number("Debt", low=0, high=100), NumberEditor),
]


@pytest.mark.parametrize(("field", "kind"), KINDS)
def test_each_kind_of_field_has_its_editor(qapp: QApplication, field: Described, kind: type[Editor]) -> None:
    assert type(editor_for(field)) is kind


def test_hints_choose_another_form(qapp: QApplication) -> None:
    assert type(editor_for(Choice("Kind", FEW), few=1)) is ChoiceEditor
    assert type(editor_for(Asked("Craving"), look="row")) is ChoiceEditor
    assert type(editor_for(Scale("Importance"), look="row")) is WholeEditor
    assert type(editor_for(FIELDS["Client.guardian_phone"])) is PhoneEditor
    with pytest.raises(TypeError):
        editor_for(Described("What nobody made an editor for"))


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_starts_empty_and_says_so_itself(qapp: QApplication, name: str) -> None:
    editor, field = editor_for(FIELDS[name]), FIELDS[name]
    assert editor.typed() == ""
    assert problem_of(editor) == field.problem(field.empty)
    if not field.required:
        assert field.is_empty(editor.value())


@given(data=some.data())
def test_every_value_comes_back_unchanged(qapp: QApplication, data: some.DataObject) -> None:
    field = FIELDS[data.draw(some.sampled_from(sorted(FIELDS)))]
    editor = editor_for(field)
    value = field.from_plain(data.draw(value_of(field)))
    told: list[str] = []
    editor.edited.connect(lambda: told.append("edited"))
    editor.put(value)
    assert same(field, editor.value(), value)
    typed = editor.typed()
    editor.put(field.empty)
    editor.put_typed(typed)
    assert same(field, editor.value(), value)
    editor.leave()
    assert same(field, editor.value(), value)
    assert told == []


def same(field: Described, one: Any, other: Any) -> bool:
    """Whether two values are the same to the eye: what a line cannot hold is shown, and kept, as a blank."""
    is_phone = f"_{field.name}".endswith("_phone")
    return bool(one == other) or (is_phone and "".join(one.split()) == "".join(other.split()))


@pytest.fixture
def double_text(qapp: QApplication) -> Iterator[None]:
    """Text of twice the size, for one test."""
    use_text_size(2.0)
    use_fonts(qapp)
    yield
    use_text_size(1.0)
    use_fonts(qapp)


def targets(editor: Editor) -> list[QWidget]:
    """What can be pressed or typed into."""
    parts = [part for part in (editor, *editor.findChildren(QWidget)) if part.window() is editor]
    return [part for part in parts if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None]


@pytest.mark.parametrize(("field", "kind"), KINDS)
def test_targets_are_large_enough(qapp: QApplication, field: Described, kind: type[Editor]) -> None:
    editor = editor_for(field)
    editor.resize(QSize(300, editor.sizeHint().height()))
    editor.grab()
    assert targets(editor)
    for part in targets(editor):
        assert part.height() >= 24
        assert part.width() >= 24


@pytest.mark.usefixtures("double_text")
@pytest.mark.parametrize(("field", "kind"), KINDS)
def test_at_double_text_nothing_is_cut(field: Described, kind: type[Editor]) -> None:
    editor = editor_for(field)
    editor.resize(QSize(420, max(editor.sizeHint().height(), editor.heightForWidth(420))))
    editor.grab()
    for part in targets(editor):
        assert part.height() >= part.fontMetrics().height()
        inside = part.rect().translated(part.mapTo(editor, part.rect().topLeft()))
        assert editor.rect().contains(inside)


def test_nothing_in_a_row_stands_higher_than_a_line(qapp: QApplication) -> None:
    for field in SubstanceUse.described().values():
        if not isinstance(field, (Text, Several, Answers)):
            assert editor_for(field, look="row").sizeHint().height() < 40
