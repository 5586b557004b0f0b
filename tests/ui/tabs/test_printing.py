"""Printing from the preview, through the real print window into a file: every page, as large as it is, and logged."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.tabs.plan.document import DocumentDesk
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.support import need
from tests.ui.tabs.test_desk import desk, pick, ready, said
from tests.ui.windows import click, field, opened_window, press, settle

SIZES = {"letter": (612, 792), "a4": (595, 842)}  # points
SMALL, PARTS = QSize(306, 396), QSize(6, 8)  # pixels and parts in which pages are compared
NEAR = 12  # of 255


@pytest.fixture
def window(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    need(sys.platform == "linux", "elsewhere the print window is the system's own")
    monkeypatch.setattr("recovery_desktop_ui.parts.printing.has_printer", lambda: True)  # a file stands for it
    opened = opened_window(qtbot, store, client=sample(store, "priya-shah"))
    press(opened, "Ctrl+P")
    ready(qtbot, opened)
    return opened


def printed(qtbot: QtBot, window: MainWindow, file: Path) -> QPdfDocument:
    """Presses Print, and takes the printer that writes a file in the system's window."""
    click(window, "preview.print")
    dialog = desk(window).findChild(QPrintDialog)
    assert dialog is not None and dialog.isVisible()
    target = dialog.findChild(QLineEdit, "filename")  # of the printer that writes into a file
    assert isinstance(target, QLineEdit)
    target.setText(str(file))
    dialog.accept()
    qtbot.waitUntil(lambda: "sent to the printer" in said(window), timeout=20_000)
    return opened_pdf(file)


def opened_pdf(file: Path) -> QPdfDocument:
    document = QPdfDocument()
    assert document.load(str(file)) == QPdfDocument.Error.None_
    return document


def shown(window: MainWindow) -> QPdfDocument:
    """What stands in the preview."""
    view: DocumentDesk = desk(window)
    return view._view._document


def ink(document: QPdfDocument, page: int) -> list[int]:
    """How dark each part of a page is, on white paper."""
    paper = QImage(SMALL, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, SMALL))
    painter.end()
    parts = paper.scaled(PARTS, mode=Qt.TransformationMode.SmoothTransformation)
    return [255 - parts.pixelColor(x, y).lightness() for y in range(parts.height()) for x in range(parts.width())]


@pytest.mark.parametrize("paper", SIZES)
def test_every_page_is_printed_as_it_is_shown(qtbot: QtBot, window: MainWindow, tmp_path: Path, paper: str) -> None:
    pick(window, "desk.paper", paper)
    ready(qtbot, window)
    made = printed(qtbot, window, tmp_path / "printed.pdf")
    preview = shown(window)
    assert made.pageCount() == preview.pageCount() > 3
    for page in range(made.pageCount()):
        size = made.pagePointSize(page)
        assert (round(size.width()), round(size.height())) == SIZES[paper]
        dark, wanted = ink(made, page), ink(preview, page)
        assert max(dark) > NEAR
        assert [at for at, each in enumerate(dark) if abs(each - wanted[at]) > NEAR] == []
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"] == ["printed.pdf"]


def test_what_is_printed_for_the_record_stands_in_no_log(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    printed(qtbot, window, tmp_path / "printed.pdf")
    assert Disclosure.select().count() == 0


def test_what_is_printed_for_the_client_stands_in_the_log(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pick(window, "desk.document", "my_plan")
    pick(window, "desk.way", "client")
    ready(qtbot, window)
    printed(qtbot, window, tmp_path / "printed.pdf")
    entry = Disclosure.get()
    assert (entry.document, entry.recipient, entry.form, entry.basis) == ("my_plan", "The client", "printed", "client")
    assert "It stands in the log of disclosures." in said(window)
    click(window, "preview.close")
    settle()
    assert field(window, "plan.disclosures").model().rowCount() == 1


def test_a_print_that_is_given_up_prints_and_logs_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pick(window, "desk.way", "client")
    ready(qtbot, window)
    click(window, "preview.print")
    dialog = desk(window).findChild(QPrintDialog)
    assert dialog is not None
    dialog.reject()
    settle()
    assert Disclosure.select().count() == 0 and "printer" not in said(window)
