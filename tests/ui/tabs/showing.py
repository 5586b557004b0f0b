"""What the tests of pages share: a sample client in a vault, and a look whether a page shows all that is stored."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.record_list import RecordList

from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import sample

_SAID_ABOVE = ("review",)  # of what was carried over: the bar above the section says it
SAMPLES = ("priya-shah", "josephine-tate", "ernesto-quizhpe")


def sample_client(store: Store, name: str) -> Client:
    """A sample client, taken into the store."""
    return sample(store, name)


def page_of(qtbot: QtBot, make: type[Page], store: Store, client: Client) -> Any:
    """A page that shows a client."""
    page = make(Keeper(store))
    qtbot.addWidget(page)
    page.resize(1134, 560)
    page.show()
    page.show_client(open_client(client.id))
    page.activateWindow()  # a window of the test before may still be there, and would keep the cursor
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()  # laid out, as it is before anybody can click
    return page


def child(widget: QWidget, name: str) -> Any:
    """A widget by its object name; there must be one."""
    found = widget.findChild(QWidget, name)
    assert found is not None, name
    return found


def type_into(qtbot: QtBot, widget: QWidget, name: str, words: str) -> Any:
    """Types at the end of a field, by real keys."""
    field = child(widget, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, words)
    return field


def press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    """Clicks a button."""
    qtbot.mouseClick(child(widget, name), Qt.MouseButton.LeftButton)


def not_shown(form: Form, without: Iterable[str] = ()) -> list[str]:
    """The fields and pointers of the form's row that have no editor with the stored value."""
    row = form.row
    assert row is not None
    wrong = []
    for name in (*row.described(), *row.refs()):
        stored = getattr(row, f"{name}_id" if name in row.refs() else name)
        if name not in (*without, *_SAID_ABOVE) and (name not in form.rows or form.rows[name].editor.value() != stored):
            wrong.append(f"{type(row).__name__}.{name}")
    return wrong


def rows_not_shown(rows: RecordList, expected: Iterable[Record]) -> list[str]:
    """What a list does not show of the rows it should hold, each opened in turn."""
    assert [row.id for row in rows.rows] == [row.id for row in expected]
    wrong = []
    for row in list(rows.rows):
        rows.open_row(row.id)
        assert rows.form is not None
        wrong += not_shown(rows.form)
        rows.close_row()
    return wrong
