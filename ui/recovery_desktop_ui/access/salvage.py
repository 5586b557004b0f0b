"""Saves what can still be read of a damaged vault, and says plainly what was lost."""

from pathlib import Path

from PySide6.QtCore import Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import open_store
from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import Salvaged, VaultKey, salvage
from recovery_desktop_ui.access.columns import column
from recovery_desktop_ui.access.message import Message
from recovery_desktop_ui.access.quiet_page import WIDE, QuietPage
from recovery_desktop_ui.access.waiting import Waiting
from recovery_desktop_ui.access.work import begin
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text


class SalvagePage(QuietPage):
    """For a damaged vault that was unlocked with `key`. A backup is better where there is one, and it says so."""

    opened = Signal(object)  # the Store
    restore_wanted = Signal()
    cancelled = Signal()

    def __init__(self, folder: Path, key: VaultKey) -> None:
        super().__init__()
        self._folder, self._key = folder, key
        self._message, self._waiting = Message(), Waiting()
        self._go = button(_("Save what can be read"), "primary", does=self._begin)
        self._go.setObjectName("salvage")
        self._restore = button(_("Restore a backup"), does=self.restore_wanted.emit)
        self._restore.setObjectName("restore")
        self._back = button(_("Back"), "link", "arrow-left", does=self.cancelled.emit)
        self._back.setObjectName("back")
        words = col(
            text(_("A backup is whole, so it is the better way if yours is recent."), wrap=True),
            text(
                _(
                    "Without one, every row that can still be read is copied into a new vault. The damaged vault is"
                    " kept as it is, in a folder beside it. What was lost is listed afterwards."
                ),
                wrap=True,
            ),
            8,
            self._waiting,
            self._message,
            hold(row(self._back, None, self._restore, self._go)),
            gap=10,
        )
        self.set_column(column(_("Save what can be read"), _("Part of the vault file is damaged."), words), WIDE)

    def _begin(self) -> None:
        self._let(False)
        self._message.clear()
        self._waiting.begin(_("Reading row by row. This may take some minutes…"), can_cancel=False)
        begin(self, lambda _task: salvage(self._folder, self._key), self._tell, self._explain)

    def _tell(self, came: Salvaged) -> None:
        self._waiting.end()
        saved, lost, stand_ins = (sum(each.values()) for each in (came.saved, came.lost, came.stand_ins))
        lines = [
            ngettext("{n} entry was saved.", "{n} entries were saved.", saved).format(n=saved),
            ngettext(
                "At {n} place entries were lost. Compare what matters with your papers.",
                "At {n} places entries were lost. Compare what matters with your papers.",
                lost,
            ).format(n=lost)
            if lost
            else _("Nothing that was entered is missing."),
        ]
        if stand_ins:
            words = ngettext(
                "{n} lost entry is now an empty stand-in, so that what belonged to it can be found.",
                "{n} lost entries are now empty stand-ins, so that what belonged to them can be found.",
                stand_ins,
            )
            lines.append(words.format(n=stand_ins))
        lines.append(_("The damaged vault is kept in the folder {name}.").format(name=came.replaced.name))
        go = button(_("Open the practice"), "primary", does=self._open)
        go.setObjectName("open")
        card = Card(col(*(text(line, wrap=True) for line in lines), gap=6, pad=(20, 16, 20, 16)))
        ways = col(card, 14, self._message, hold(row(None, go)), gap=10)
        self.set_column(column(_("What was saved"), "", ways), WIDE)
        go.setFocus()

    def _open(self) -> None:
        try:
            store = open_store(self._folder, self._key)
        except KnownError as error:
            self._message.show_error(error)
            return
        self.opened.emit(store)

    def _explain(self, error: KnownError) -> None:
        self._waiting.end()
        self._let(True)
        self._message.show_error(error)

    def _let(self, ready: bool) -> None:
        for each in (self._go, self._restore, self._back):
            each.setEnabled(ready)
