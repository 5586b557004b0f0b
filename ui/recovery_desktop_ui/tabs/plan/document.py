"""The desk: a document is chosen and set in another thread, looked at, and handed over as a file or on paper."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop.desk import handing
from recovery_desktop.desk.disclosing import Prepared, SignedCopy, prepare
from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.desk.laid import Laid, lay_ready, make_durable
from recovery_desktop.desk.passwords import check_password
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.signing import signed_copy
from recovery_desktop.errors import KnownError
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.text import _
from recovery_desktop_ui.clock import now, today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.choosing import choose_new_pdf
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row, rule, scrolling
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.pdf_view import PdfView
from recovery_desktop_ui.parts.printing import print_pdf
from recovery_desktop_ui.parts.tokens import is_large, px
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin
from recovery_desktop_ui.tabs.plan.desk_form import DeskForm

_BUSY_SIGN_AFTER = 50  # milliseconds
_AFTER_CHANGE = 300  # milliseconds without a change until the document is set anew
_FORM_WIDE = 320


@dataclass(frozen=True)
class _Set:
    """A document that stands on the screen."""

    prepared: Prepared
    pdf: bytes
    missing: tuple[str, ...]
    reads: tuple[str, ...]  # how hard what was written for the client is to read


class DocumentDesk(QWidget):
    """The questions at the left, the preview beside them, and what can be done with it."""

    closed = Signal()

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._record: Entry | None = None
        self._practice: Entry | None = None
        self._set: _Set | None = None
        self._printing: _Set | None = None
        self._task: Task | None = None
        self._then: Callable[[], None] | None = None
        self.form = DeskForm(keeper.store.vault.user)
        self.form.changed.connect(self._wait_and_set)
        self._save = button(_("Save as PDF…"), "primary", "download", does=self.save_as)
        self._save.setObjectName("preview.save_as")
        self._print = button(_("Print…"), "plain", "printer", does=self.print)
        self._print.setObjectName("preview.print")
        back = button(_("Versions"), "plain", "arrow-left", name=_("Back to the versions"), does=self.closed.emit)
        back.setObjectName("preview.close")
        self._view = PdfView(_("The document as it will be printed"), [back], beside=True)
        self._said = Message()
        self._show_busy = QTimer(self, singleShot=True, interval=_BUSY_SIGN_AFTER)
        self._show_busy.timeout.connect(self._say_busy)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_CHANGE)
        self._soon.timeout.connect(self._set_document)
        self._busy_words = ""
        self._waiting = Waiting(pad=(16, 6, 16, 6))
        self._waiting.cancelled.connect(self.cancel)
        self.setLayout(self._composed())

    def _composed(self) -> QLayout:
        preview = col(self._said, self._waiting, self._view, gap=0)
        preview.setStretch(2, 1)
        ways = hold(col(hold(Flow(self._save, self._print)), pad=(16, 10, 16, 12)))
        if is_large():  # the questions first, the pages below them
            self._view.setMinimumHeight(px(300))
            return col(scrolling(hold(col(self.form, ways, rule(), preview, gap=0))), gap=0)
        questions = scrolling(self.form)
        asks = hold(col(questions, rule(), ways, gap=0))
        asks.setFixedWidth(px(_FORM_WIDE))
        layout = row(asks, rule(vertical=True), preview, gap=0)
        layout.setStretch(2, 1)
        return layout

    # -- setting

    def show_client(
        self,
        client: int,
        then: Callable[[], None] | None = None,
        *,
        document: str = "plan",
        way: str = "record",
        version: int | None = None,
    ) -> None:
        """Begins anew with a document of a client's record, or of a signed `version`, the number of a row; `then` is
        done when it stands there. Which version counts is found where none is said."""
        record = take(client)
        if running_episode(record) is None:
            return
        self._record, self._practice = record, take_practice()
        self.form.show_record(record, self._practice, today())
        self.form.begin_with(document, way, version)
        self._said.clear()
        self._then = then
        self._set_document()

    def _wait_and_set(self) -> None:
        """What is shown is not what is asked for any more: it cannot be handed over."""
        self._forget()
        self._soon.start()

    def _forget(self) -> None:
        self.cancel()
        self._set = None
        self._allow()

    def _set_document(self) -> None:
        self._soon.stop()
        record, practice = self._record, self._practice
        if record is None or practice is None:
            return
        request, moment = self.form.request(), now()
        if request.document == "changes":
            request = replace(request, before=_before(record, request.version))
        self._set = None
        signed = signed_copy(request.version) if request.version else None
        self._begin(
            _("Setting the document…"), lambda _task: _made(request, record, practice, moment, signed), self._show
        )

    def _show(self, made: _Set) -> None:
        self._set = made
        self._end()
        self._view.show_pdf(made.pdf)
        self.form.say_reading(made.reads)
        self._said.clear()
        if made.missing:
            letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in made.missing)
            words = _("The document's fonts do not have these letters; a sign stands for each: {letters}")
            self._said.show_words("trouble", words.format(letters=letters))
        if self._then is not None:
            then, self._then = self._then, None
            then()

    # -- handing over

    def save_as(self) -> None:
        """Asks where to save the document; the name suggested holds the record number and no name."""
        made = self._set
        if made is None:
            return
        try:
            if self.form.is_encrypted:
                check_password(self.form.password())
        except KnownError as error:
            self._said.show_error(error)
            return
        choose_new_pdf(self, _("Save the document"), Path.home() / made.prepared.name, self._write)

    def _write(self, path: Path) -> None:
        made, password, form = self._set, self.form.password(), self.form.file_form
        if made is not None:
            self._begin(
                _("Saving the document…"),
                lambda task: lay_ready(_as_file(made.pdf, password), path, lambda: task.is_wanted),
                lambda laid: self._hand_over(made, laid, form),
                Laid.discard,
            )

    def _hand_over(self, made: _Set, laid: Laid, form: str) -> None:
        self._end()
        try:
            entry = handing.hand_over(self._keeper.store, made.prepared, laid, now(), form)
        except KnownError as error:
            self._said.show_error(error)
            return
        if entry is not None:
            self._keeper.note_written(entry)
        self._begin(_("Saving the document…"), lambda _task: make_durable(laid), lambda _n: self._saved(laid))

    def _saved(self, laid: Laid) -> None:
        self._end()
        if self.form.is_encrypted:
            words = _("It opens with the password alone: tell it to the recipient by phone, not in the same message.")
        else:
            words = _("This copy is not encrypted: it lies where you put it, for everybody who can open that folder.")
        self._said.show_words("good", _("Saved as {file}.").format(file=laid.target.name), self._logged_words(), words)

    def _logged_words(self) -> str:
        is_logged = self._set is not None and bool(self._set.prepared.entry)
        return _("It stands in the log of disclosures.") if is_logged else ""

    def print(self) -> None:
        """Asks for the printer and prints."""
        made = self._set
        if made is None:
            return
        try:
            self._printing = made
            print_pdf(
                self,
                made.pdf,
                made.prepared.name,
                self._announce,
                lambda task: self._wait_for(task, _("Printing…")),
                self._printed,
                self._explain,
                self._broke_off,
            )
        except KnownError as error:
            self._said.show_error(error)

    def _announce(self) -> None:
        if self._printing is not None:
            handing.announce_printing(self._keeper.store, self._printing.prepared, self._printing.pdf, now())

    def _broke_off(self) -> None:
        """A mistake of the program while it printed: pages may be out."""
        self._end()
        self._log_printed()

    def hideEvent(self, event: QHideEvent) -> None:
        """At a lock nobody hears any more of what is being printed."""
        super().hideEvent(event)
        if self._task is not None:
            self._log_printed()

    def _printed(self, _nothing: None) -> None:
        self._end()
        self._log_printed()
        self._said.show_words("good", _("The document was sent to the printer."), self._logged_words())

    def _log_printed(self) -> None:
        made, self._printing = self._printing, None
        if made is not None:
            entry = self._keeper.attempt(
                lambda: handing.log_printed(self._keeper.store, made.prepared, made.pdf, now())
            )
            if entry is not None:
                self._keeper.note_written(entry)

    # -- waiting

    def _begin(
        self,
        words: str,
        work: Callable[[Task], Any],
        done: Callable[[Any], object],
        unwanted: Callable[[Any], object] = lambda _result: None,
    ) -> None:
        self.cancel()
        self._wait_for(begin(self, work, done, self._explain, self._end, unwanted), words)

    def _wait_for(self, task: Task, words: str) -> None:
        self._task = task
        self._busy_words = words
        self._show_busy.start()
        self._allow()

    def _allow(self) -> None:
        can = self._set is not None and self._task is None
        self._save.setEnabled(can)
        self._print.setEnabled(can)

    def _say_busy(self) -> None:
        self._waiting.begin(self._busy_words, takes_cursor=False)

    def _end(self) -> None:
        self._task = None
        self._show_busy.stop()
        self._waiting.end()
        self._allow()

    def cancel(self) -> None:
        """Lets go of what is under way; pages that a printer may have taken already are logged."""
        if self._task is not None:
            self._task.let_go()
            self._end()
            self._log_printed()

    def _explain(self, error: KnownError) -> None:
        self._printing = None
        self._end()
        if self._set is None:
            self._view.clear()
            self.form.say_reading(())
        self._said.show_error(error)


def _before(record: Entry, version: int) -> Entry | None:
    """The record as the signed version before the one that is looked at froze it."""
    episode = running_episode(record)
    versions = episode.rows("plan_versions") if episode is not None else []
    if episode is None or not versions:
        return None
    looked_at = next((row for row in versions if row.number == version), None) or current_version(episode)
    return frozen_before(episode, looked_at) if looked_at is not None else None


def _made(
    request: Request, record: Entry, practice: Entry, moment: datetime.datetime, signed: SignedCopy | None
) -> _Set:
    prepared = prepare(request, record, practice, moment, signed)
    return _Set(prepared, prepared.pdf(), prepared.missing_letters(), prepared.reading_hint())


def _as_file(pdf: bytes, password: str) -> bytes:
    from recovery_desktop.documents.copies import encrypted

    return encrypted(pdf, password) if password else pdf
