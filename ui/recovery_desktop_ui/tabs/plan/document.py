"""The plan as a document: set in another thread, shown from memory, saved where the counselor says, printed."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.documents.paper import document_file_name
from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.plan_files import plan_document, write_file
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.text import _
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.choosing import choose_new_pdf
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.pdf_view import PdfView
from recovery_desktop_ui.parts.printing import print_pdf
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin

_BUSY_SIGN_AFTER = 50  # milliseconds


class PlanDocumentView(QWidget):
    """The preview with what can be done with it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""  # of the file that is suggested
        self._pdf = b""
        self._task: Task | None = None
        self._then: Callable[[], None] | None = None
        self._save = button(_("Save as PDF…"), "primary", "download", does=self.save_as)
        self._save.setObjectName("preview.save_as")
        self._print = button(_("Print…"), "plain", "printer", does=self.print)
        self._print.setObjectName("preview.print")
        back = button(_("Versions"), "plain", "arrow-left", name=_("Back to the versions"), does=self.closed.emit)
        back.setObjectName("preview.close")
        self._view = PdfView(_("The treatment plan as it will be printed"), [back], [self._print, self._save])
        self._said = Message()
        self._show_busy = QTimer(self, singleShot=True, interval=_BUSY_SIGN_AFTER)
        self._show_busy.timeout.connect(self._say_busy)
        self._busy_words = ""
        self._waiting = Waiting(pad=(16, 6, 16, 6))
        self._waiting.cancelled.connect(self.cancel)
        layout = col(self._said, self._waiting, self._view, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    # -- setting

    def show_plan(self, client: int, then: Callable[[], None] | None = None) -> None:
        """Reads the client's record and sets its current plan; `then` is done when it stands there."""
        record = take(client)
        episode = running_episode(record)
        if episode is None:
            return
        document = plan_document(record, episode, take_practice(), datetime.datetime.now().astimezone())
        self._name = document.name
        self._said.clear()
        self._then = then
        self._begin(_("Setting the document…"), lambda _task: (document.pdf(), document.missing_letters()), self._set)

    def show_signed(self, record_number: str, signed: SignedPlan) -> None:
        """Shows a document that was signed, as it was kept."""
        self.cancel()
        self._said.clear()
        self._then = None
        version: Any = signed.version
        self._name = document_file_name(record_number, "plan", version.number, version.dated_on.isoformat())
        self._set((bytes(signed.pdf), ()))

    def _set(self, made: tuple[bytes, tuple[str, ...]]) -> None:
        self._pdf, missing = made
        self._end()
        self._view.show_pdf(self._pdf)
        if missing:
            letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
            words = _("The document's fonts do not have these letters; a sign stands for each: {letters}")
            self._said.show_words("trouble", words.format(letters=letters))
        if self._then is not None:
            then, self._then = self._then, None
            then()

    # -- saving and printing

    def save_as(self) -> None:
        """Asks where to save the document; the name suggested holds the record number and no name."""
        if self._pdf:
            choose_new_pdf(self, _("Save the plan"), Path.home() / self._name, self._write)

    def _write(self, path: Path) -> None:
        pdf = self._pdf
        self._begin(_("Saving the document…"), lambda _task: write_file(pdf, path), lambda _none: self._written(path))

    def _written(self, path: Path) -> None:
        self._end()
        self._said.show_words(
            "good",
            _("Saved as {file}.").format(file=path.name),
            _("This copy is not encrypted: it lies where you put it, for everybody who can open that folder."),
        )

    def print(self) -> None:
        """Asks for the printer and prints."""
        if not self._pdf:
            return
        try:
            print_pdf(self, self._pdf, self._name, self._printing, self._printed, self._explain, self._end)
        except KnownError as error:
            self._said.show_error(error)

    def _printing(self, task: Task) -> None:
        self._wait_for(task, _("Printing…"))

    def _printed(self, _nothing: None) -> None:
        self._end()
        self._said.show_words("good", _("The plan was sent to the printer."))

    # -- waiting

    def _begin(self, words: str, work: Callable[[Task], Any], done: Callable[[Any], object]) -> None:
        self.cancel()
        self._wait_for(begin(self, work, done, self._explain, self._end), words)

    def _wait_for(self, task: Task, words: str) -> None:
        self._task = task
        self._busy_words = words
        self._show_busy.start()
        self._save.setEnabled(False)
        self._print.setEnabled(False)

    def _say_busy(self) -> None:
        self._waiting.begin(self._busy_words, takes_cursor=False)

    def _end(self) -> None:
        self._task = None
        self._show_busy.stop()
        self._waiting.end()
        self._save.setEnabled(bool(self._pdf))
        self._print.setEnabled(bool(self._pdf))

    def cancel(self) -> None:
        """Lets go of what is under way."""
        if self._task is not None:
            self._task.let_go()
            self._end()

    def _explain(self, error: KnownError) -> None:
        self._end()
        self._said.show_error(error)
