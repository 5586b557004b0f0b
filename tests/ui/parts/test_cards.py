"""What opens below a line stands out from whatever it lies on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.cards import OpenSheet, tone_on
from recovery_desktop_ui.parts.layouts import col, hold, scrolling
from recovery_desktop_ui.parts.texts import text


@pytest.mark.parametrize(("page", "seen"), [("paper", ["canvas", "paper", "canvas"]), ("canvas", ["paper", "canvas"])])
def test_a_sheet_stands_out_from_the_page_and_from_the_sheet_around_it(
    qtbot: QtBot, page: str, seen: list[str]
) -> None:
    sheets: list[QWidget] = []
    inner: QWidget = text("A field")
    for _depth in seen:
        inner = OpenSheet(col(inner))
        sheets.insert(0, inner)
    area = scrolling(hold(col(inner)), page)
    qtbot.addWidget(area)
    assert [tone_on(sheet) for sheet in sheets] == seen
