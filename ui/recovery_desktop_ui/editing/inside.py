"""Rows and forms that stand inside the form of a row, and follow the row that it shows."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.base import Record
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.record_list import Build, RecordList, Words
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import text


def rows_inside(
    form: Form, model: type[Record], build: Build, words: Words, *, title: str, add: str, empty: str = ""
) -> QWidget:
    """A titled list of the rows of `model` that the form's row has; not to be seen before that row is made."""
    rows = RecordList(form.keeper, model, build, words, add=add, empty=empty)
    form.inside.append(rows)
    return _following(form, hold(col(text(title, "strong"), rows, gap=4)), rows.show_rows)


def form_inside(form: Form, model: type[Record]) -> tuple[Form, QWidget]:
    """A form for the one row of `model` that the form's row has, and the widget to compose it in."""
    inner = Form(form.keeper, model)
    form.inside.append(inner)
    return inner, _following(form, QWidget(), inner.show_only_row)


def _following(form: Form, shown: QWidget, show: Any) -> QWidget:
    def follow(row: Record | None) -> None:
        shown.setVisible(row is not None)
        if row is not None:
            show(row)

    form.shown.connect(follow)
    return shown
