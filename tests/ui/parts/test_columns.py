"""Fields side by side: lines have the columns of those above, and where it is narrow all stand below each other."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.layouts import Columns, col, hold


@pytest.mark.parametrize("wide", [1000, 803, 300])
def test_a_line_of_one_field_has_the_columns_of_the_others(qtbot: QtBot, wide: int) -> None:
    first, second, alone = QLineEdit(), QLineEdit(), QLineEdit()
    page = hold(col(Columns(first, second, least=330), Columns(alone, least=330, across=2), None))
    qtbot.addWidget(page)
    page.resize(wide, 400)
    page.show()
    QApplication.processEvents()
    assert alone.width() == first.width()
    assert (first.y() == second.y()) == (wide > 700)
    assert alone.parentWidget().height() == alone.height()
