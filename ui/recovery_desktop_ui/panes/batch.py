"""A document of everybody in care into a folder, one after the other, while one goes on working."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from recovery_desktop.desk.batch import Batch, documents_for_all
from recovery_desktop.desk.disclosing import Prepared
from recovery_desktop.desk.laid import Laid
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.errors import KnownError
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import now
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.choosing import choose_folder
from recovery_desktop_ui.parts.editors.picker import Picker
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, col, hold, no_wider, scrolling
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin

_SHOWN = 8  # records named whose letters are missing


class BatchPane(QWidget):
    """Which document, which folder; then how far it is. Each client is read here, and set and written in a thread."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._batch: Batch | None = None
        self._left: list[int] = []
        self._count = self._written = 0
        self._missing: list[str] = []  # record numbers
        self._task: Task | None = None
        self._document = Picker(_("Document"), "batch.document")
        self._document.show_words({code: PAPERS[code].title for code in documents_for_all()})
        self._start = button(_("Choose a folder…"), "primary", "folder", does=self._ask)
        self._start.setObjectName("batch.start")
        self._waiting = Waiting()
        self._waiting.cancelled.connect(self.cancel)
        self._said = Message()
        self._compose()

    def _compose(self) -> None:
        about = text(
            _(
                "Writes one document of every client in care into a folder, as it is now. The files are not encrypted: "
                "choose a folder that nobody else can open."
            ),
            "body",
            "quiet",
            wrap=True,
        )
        document = hold(labelled(_("Document"), self._document))
        form = col(
            heading(_("Export the caseload")),
            about,
            no_wider(document, px(340)),
            hold(Flow(self._start)),
            self._waiting,
            self._said,
            gap=14,
        )
        self.setLayout(col(scrolling(hold(groups(hold(form)))), gap=0))
        tab_in_reading_order(self)

    def _ask(self) -> None:
        choose_folder(self, _("Choose a folder for the documents"), Path.home(), self.write_into)

    def write_into(self, folder: Path) -> None:
        """Begins to write into a folder."""
        if not self._keeper.flush():
            return
        self._batch = Batch(self._keeper.store, folder, now(), self._document.code())
        try:
            self._left = self._batch.begin()
        except KnownError as error:
            self._said.show_error(error)
            return
        self._count, self._written, self._missing = len(self._left), 0, []
        self._said.clear()
        self._start.setEnabled(False)
        self._waiting.begin(self._progress_words())
        self._next()

    def _progress_words(self) -> str:
        return _("{done} of {count} written").format(done=self._written, count=self._count)

    def _next(self) -> None:
        """The next client; the window has its turn between two."""
        batch = self._batch
        if batch is None or not self._left:
            self._end()
            return
        try:
            prepared = batch.prepare(self._left.pop(0))
        except KnownError as error:
            self._explain(error)
            return
        self._task = begin(
            self,
            lambda task: (batch.lay(prepared, lambda: task.is_wanted), prepared.missing_letters()),
            lambda made: self._keep(prepared, *made),
            self._explain,
            self._end,
            lambda made: made[0].discard(),
        )

    def _keep(self, prepared: Prepared, laid: Laid, missing: tuple[str, ...]) -> None:
        self._task = None
        if self._batch is None:  # cancelled meanwhile
            laid.discard()
            self._end()
            return
        try:
            self._batch.keep(prepared, laid)
        except KnownError as error:
            self._explain(error)
            return
        self._written += 1
        if missing:
            self._missing.append(prepared.record)
        self._waiting.show_share(self._written, self._count)
        self._waiting.say(self._progress_words())
        self._next()

    def cancel(self) -> None:
        """Stops after the client who is being written."""
        self._batch, self._left = None, []

    def _explain(self, error: KnownError) -> None:
        self._stop()
        self._said.show_error(error)

    def _end(self) -> None:
        is_whole = self._written == self._count
        self._stop()
        words = ngettext("{count} document was written.", "{count} documents were written.", self._written).format(
            count=self._written
        )
        stopped = "" if is_whole else _("It was stopped before the others.")
        self._said.show_words("good" if is_whole else "plain", words, stopped, self._missing_words())

    def _missing_words(self) -> str:
        if not self._missing:
            return ""
        named = ", ".join(self._missing[:_SHOWN]) + ("…" if len(self._missing) > _SHOWN else "")
        return _("The fonts lack letters in the documents of: {records}. A sign stands for each.").format(records=named)

    def _stop(self) -> None:
        self._batch, self._left, self._task = None, [], None
        self._waiting.end()
        self._start.setEnabled(True)
