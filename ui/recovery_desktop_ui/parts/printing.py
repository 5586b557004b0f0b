"""Prints a PDF from memory, in another thread: no file is written on the way, and it can be stopped between pages."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.work import begin

_FINEST = 300  # dots per inch: finer than this makes printing slow and no page better


class NoPrinter(KnownError):
    """This computer knows no printer."""

    def __init__(self) -> None:
        super().__init__(
            _("There is no printer on this computer."),
            _("Nothing was printed."),
            _("Add one in the system's settings, or save the document as PDF and print it elsewhere."),
        )


class NotPrinted(KnownError):
    """The printer did not take the document."""

    def __init__(self) -> None:
        super().__init__(
            _("The printer did not take the document."),
            _("The document itself is unchanged."),
            _("Check that the printer is on and has paper, then print again."),
        )


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_pdf(
    page: QWidget,
    pdf: bytes,
    title: str,
    permitted: Callable[[], object],
    started: Callable[[Task], object],
    done: Callable[[None], object],
    failed: Callable[[KnownError], object],
    broken: Callable[[], object],
) -> None:
    """Asks for the printer in the system's own window, then prints. Raises NoPrinter.

    `title` is what the print queue shows: it must name no client. `permitted` is asked once the printer is chosen, and
    nothing is printed when it raises a KnownError, which `failed` gets. `started` gets the work under way, which can be
    let go of; `done` is called after the last page; `failed` and `broken` are those of `work.begin`.
    """
    if not has_printer():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)

    def go() -> None:
        try:
            permitted()
        except KnownError as error:
            failed(error)
        else:
            started(begin(page, lambda task: send_to(pdf, printer, task), done, failed, broken))

    dialog.accepted.connect(go)
    dialog.show()


def send_to(pdf: bytes, printer: QPrinter, task: Task) -> None:
    """Draws every page on a printer, each as large as its own paper. Raises NotPrinted. Slow, in any thread."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    printer.setResolution(min(printer.resolution(), _FINEST))
    printer.setPageLayout(_layout(document.pagePointSize(0)))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    try:
        _draw(document, printer, painter, task)
    finally:
        painter.end()


def _layout(size: QSizeF) -> QPageLayout:
    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF())


def _draw(document: QPdfDocument, printer: QPrinter, painter: QPainter, task: Task) -> None:
    for number in range(document.pageCount()):
        if not task.is_wanted:
            printer.abort()
            return
        if number:
            printer.newPage()
        room = printer.pageLayout().fullRectPixels(printer.resolution()).size()
        size = document.pagePointSize(number).scaled(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(number, size.toSize()))
