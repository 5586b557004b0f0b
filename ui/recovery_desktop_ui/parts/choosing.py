"""Asking for a folder or a file in the system's own window, without stopping the page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from recovery_desktop.text import _

Chosen = Callable[[Path], object]


def choose_folder(page: QWidget, title: str, start: Path, chosen: Chosen) -> None:
    """Asks for a folder; `chosen` is called only if one was picked."""
    dialog = _dialog(page, title, start, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def choose_backup(page: QWidget, start: Path, chosen: Chosen) -> None:
    """Asks for a backup file."""
    dialog = _dialog(page, _("Choose a backup"), start, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Backups of Recovery Desktop (*.rdbackup)"), _("All files (*)")])
    dialog.open()


def choose_csv(page: QWidget, title: str, chosen: Chosen) -> None:
    """Asks for a CSV file."""
    dialog = _dialog(page, title, Path.home(), chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("CSV files (*.csv)"), _("All files (*)")])
    dialog.open()


def choose_new_pdf(page: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
    """Asks where to save a PDF and under which name."""
    _choose_new(page, title, suggested, _("PDF documents (*.pdf)"), chosen)


def choose_new_csv(page: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
    """Asks where to save a CSV file and under which name."""
    _choose_new(page, title, suggested, _("CSV files (*.csv)"), chosen)


def choose_new_calendar(page: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
    """Asks where to save a calendar file and under which name."""
    _choose_new(page, title, suggested, _("Calendar files (*.ics)"), chosen)


def _choose_new(page: QWidget, title: str, suggested: Path, kind: str, chosen: Chosen) -> None:
    dialog = _dialog(page, title, suggested.parent, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([kind])
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    dialog.open()


def _dialog(page: QWidget, title: str, start: Path, chosen: Chosen) -> QFileDialog:
    dialog = QFileDialog(page, title, str(_nearest(start)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return dialog


def _nearest(folder: Path) -> Path:
    """The folder itself, or the first one above it that exists."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())
