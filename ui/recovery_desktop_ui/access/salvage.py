"""Saves what can still be read of a damaged vault, and says plainly what was lost."""

from pathlib import Path

from PySide6.QtCore import Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import open_store
from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import Salvaged, VaultKey, salvage
from recovery_desktop_ui.access.steps import StepPage, way, way_back
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text


class SalvagePage(StepPage):
    """For a damaged vault that was unlocked with `key`. A backup is better where there is one, and it says so."""

    opened = Signal(object)  # the Store
    restore_wanted = Signal()
    cancelled = Signal()

    def __init__(self, folder: Path, key: VaultKey) -> None:
        super().__init__()
        self._folder, self._key = folder, key
        said = _(
            "Without one, every row that can still be read is copied into a new vault. The damaged vault is kept as it"
            " is, in a folder beside it. What was lost is listed afterwards."
        )
        restoring = way(_("Restore a backup"), "restore", self.restore_wanted.emit, "plain")
        self.compose(
            _("Save what can be read"),
            _("Part of the vault file is damaged."),
            text(_("A backup is whole, so it is the better way if yours is recent."), wrap=True),
            text(said, wrap=True),
            back=way_back(self.cancelled.emit),
            on=(restoring, way(_("Save what can be read"), "salvage", self._begin)),
            cursor=restoring,
        )

    def _begin(self) -> None:
        words = _("Reading row by row. This may take some minutes…")
        self.work(words, lambda: salvage(self._folder, self._key), self._tell)

    def _tell(self, came: Salvaged) -> None:
        lines = [text(line, wrap=True) for line in salvaged_words(came)]
        self.compose(
            _("What was saved"),
            "",
            Card(col(*lines, gap=6, pad=(20, 16, 20, 16))),
            on=(way(_("Open the practice"), "open", self._open),),
        )

    def _open(self) -> None:
        try:
            store = open_store(self._folder, self._key)
        except KnownError as error:
            self.explain(error)
        else:
            self.opened.emit(store)


def salvaged_words(came: Salvaged) -> list[str]:
    """What was saved and what was lost, in sentences."""
    saved, lost, stand_ins = (sum(each.values()) for each in (came.saved, came.lost, came.stand_ins))
    lines = [ngettext("{n} entry was saved.", "{n} entries were saved.", saved).format(n=saved)]
    if lost:
        words = ngettext(
            "At {n} place entries were lost. Compare what matters with your papers.",
            "At {n} places entries were lost. Compare what matters with your papers.",
            lost,
        )
        lines.append(words.format(n=lost))
    else:
        lines.append(_("Nothing that was entered is missing."))
    if stand_ins:
        words = ngettext(
            "{n} lost entry is now an empty stand-in, so that what belonged to it can be found.",
            "{n} lost entries are now empty stand-ins, so that what belonged to them can be found.",
            stand_ins,
        )
        lines.append(words.format(n=stand_ins))
    lines.append(_("The damaged vault is kept in the folder {name}.").format(name=came.replaced.name))
    return lines
