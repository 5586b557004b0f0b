"""What surprises people in fields: the wheel, and a whole document that is pasted into one."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.field_row import FieldRow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import admitted, sample
from tests.ui.windows import each_section, field, open_page, opened_window, press, status

SOURCE = "She said: “I want my weekends back”.\r\n\tAnd – since 2024 – “the quiet ones”.\r\n"
LONG = SOURCE * (100_000 // len(SOURCE))
PLAIN = LONG.replace("\r\n", "\n")


def turn_wheel(row: FieldRow) -> None:
    """Turns the wheel both ways over the middle of a field."""
    editor = row.editor.target()
    target = editor.childAt(editor.rect().center()) or editor
    spot = QPointF(target.rect().center())
    for angle in (-120, 240):
        none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        away = QPointF(target.mapToGlobal(spot))
        turned = (QPoint(), QPoint(0, angle), none, no_keys, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(target, QWheelEvent(spot, away, *turned))


@pytest.mark.parametrize("key", ["client", "assessment", "family", "goals"])
def test_the_wheel_changes_no_field_that_has_no_cursor(qtbot: QtBot, store: Store, key: str) -> None:
    window = opened_window(qtbot, store, client=sample(store, "priya-shah"))
    page = open_page(window, key)
    turned = 0
    for _section in each_section(page):
        field(window, "caseload.find").setFocus()
        for row in page.findChildren(FieldRow):
            if row.isVisible():
                before = row.editor.typed()
                turn_wheel(row)
                assert row.editor.typed() == before, row.name
                turned += 1
    assert turned
    assert window.keeper is not None
    assert not window.keeper.is_waiting
    assert window.keeper.history.undo_text == ""


@pytest.mark.parametrize("name", ["culture", "address"])
def test_a_whole_document_is_pasted_as_plain_text_and_kept(qtbot: QtBot, store: Store, name: str) -> None:
    window = opened_window(qtbot, store, client=admitted(store)[0], page="client")
    data = QMimeData()
    data.setHtml(f"<p style='color:red'><b>{SOURCE}</b><img src='file:///etc/passwd'></p>")
    data.setText(LONG)
    QGuiApplication.clipboard().setMimeData(data)
    field(window, f"client.{name}").setFocus()
    press(window, "Ctrl+V")
    assert field(window, f"client.{name}").toPlainText() == PLAIN
    press(window, "Tab")
    assert status(window).startswith("Saved ")
    assert getattr(Client.get(), name).strip() == PLAIN.strip()
    press(window, "Ctrl+Z")
    assert getattr(Client.get(), name) == ""
    QApplication.clipboard().clear()
