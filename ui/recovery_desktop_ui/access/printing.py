"""Brings a document from memory to paper, without a file on the way."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

_FINEST = 300  # dots an inch: finer only takes memory


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_pdf(content: bytes, printer: QPrinter) -> None:
    """Prints a PDF. Raises OSError when the printer does not take it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError("the printer did not begin")
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        _draw_page(document, page, printer, painter)
    if not painter.end():
        raise OSError("the printer did not end")


def _draw_page(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    """Draws one page as large as it is, or smaller where the paper is smaller."""
    points: QSizeF = document.pagePointSize(page)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    scale = min(1.0, paper.width() / points.width(), paper.height() / points.height())
    dots = printer.resolution() / 72 * scale
    fine = min(dots, _FINEST / 72)
    picture = document.render(page, (points * fine).toSize())
    painter.drawImage(QRectF(0, 0, points.width() * dots, points.height() * dots), picture)
