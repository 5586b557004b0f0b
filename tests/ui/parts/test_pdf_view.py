"""A document from memory on the screen and on a printer, without a file on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.pdf_view import PdfView
from recovery_desktop_ui.parts.printing import NotPrinted, send_to

from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.treatment_plan import build
from tests.documents.priya import PLAN, PRINTED


@pytest.fixture(scope="module")
def plan() -> bytes:
    return build(PLAN, Paper.LETTER, PRINTED)


@pytest.fixture
def view(qtbot: QtBot, plan: bytes) -> PdfView:
    made = PdfView("Treatment plan")
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    made.show_pdf(plan)
    return made


def part(view: QWidget, kind: type, name: str) -> object:
    found = view.findChild(kind, name)
    assert found is not None, name
    return found


def test_all_pages_and_sections_are_there(view: PdfView) -> None:
    outline = part(view, QTreeView, "preview.outline")
    assert view.page_count > 3
    assert isinstance(outline, QTreeView) and outline.model().rowCount() > 3


def test_a_word_is_found_and_walked(qtbot: QtBot, view: PdfView) -> None:
    find, found = part(view, QLineEdit, "preview.find"), part(view, QLabel, "preview.found")
    assert isinstance(find, QLineEdit) and isinstance(found, QLabel)
    qtbot.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is find
    qtbot.keyClicks(find, "weekends")
    qtbot.waitUntil(lambda: "place" in found.text())
    qtbot.keyClick(find, Qt.Key.Key_Return)
    assert found.text().startswith("1 of ")
    find.clear()
    qtbot.keyClicks(find, "zzzzz")
    qtbot.waitUntil(lambda: found.text() == "not found")


def test_a_section_of_the_outline_leads_to_its_page(qtbot: QtBot, view: PdfView) -> None:
    outline, pages = part(view, QTreeView, "preview.outline"), part(view, QPdfView, "preview.pages")
    assert isinstance(outline, QTreeView) and isinstance(pages, QPdfView)
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_End)
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages.pageNavigator().currentPage() > 0)


def test_pages_grow_shrink_and_fit(view: PdfView) -> None:
    pages = part(view, QPdfView, "preview.pages")
    assert isinstance(pages, QPdfView)
    view.zoom(1.2)
    larger = pages.zoomFactor()
    view.zoom(1 / 1.2)
    assert pages.zoomFactor() < larger
    view.fit()
    assert pages.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_the_same_words_as_text_for_who_listens(view: PdfView) -> None:
    view.findChild(QWidget, "preview.as_text").click()  # type: ignore[union-attr]
    text = part(view, QPlainTextEdit, "preview.text")
    assert isinstance(text, QPlainTextEdit) and text.isVisible() and text.isReadOnly()
    assert QApplication.focusWidget() is text
    assert "Page 1 of" in text.toPlainText() and "Treatment plan" in text.toPlainText()


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def wanted() -> Task:
    return Task(lambda _done: None, lambda _error: None)


def test_every_page_is_printed_on_its_own_paper(qapp: QApplication, plan: bytes, tmp_path: Path) -> None:
    send_to(plan, to_file(tmp_path / "printed.pdf"), wanted())
    printed, shown = QPdfDocument(), QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    (tmp_path / "plan.pdf").write_bytes(plan)
    shown.load(str(tmp_path / "plan.pdf"))
    assert printed.pageCount() == shown.pageCount()
    size = printed.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (612, 792)


def test_printing_stops_between_pages(qapp: QApplication, plan: bytes, tmp_path: Path) -> None:
    task = wanted()
    task.let_go()
    send_to(plan, to_file(tmp_path / "printed.pdf"), task)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() <= 1


@pytest.mark.qt_log_ignore("QPainter::begin", "QPrinter")  # what is tried is that this is told
def test_a_printer_that_takes_nothing_is_told_in_words(qapp: QApplication, plan: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        send_to(plan, to_file(tmp_path / "no folder" / "printed.pdf"), wanted())
