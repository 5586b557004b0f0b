"""The page of backups: how it stands in words, back up or check now, and every backup with its day and its check."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.places.concerns import drive_name
from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import (
    BackupDamaged,
    BackupFile,
    BackupStopped,
    BackupTooNew,
    Checked,
    backup_state,
    last_check,
)
from recovery_desktop.vault.backup_file import read_packed
from recovery_desktop.vault.layout import BACKUPS
from recovery_desktop_ui.access.backup_run import BackupRun, CheckRun, Run, under_way
from recovery_desktop_ui.access.backup_words import moment
from recovery_desktop_ui.access.backups import backups_in
from recovery_desktop_ui.access.check_standing import check_standing
from recovery_desktop_ui.access.steps import StepPage, way
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.choosing import choose_folder
from recovery_desktop_ui.parts.icons import Icon, mark
from recovery_desktop_ui.parts.layouts import Flow, Item, col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.waiting import Waiting

_LISTED = 12


class BackupPane(StepPage):
    """Backups of the open practice: beside the vault, and in a folder or on a drive outside the laptop."""

    backed_up = Signal()  # there is a new one, or a check is through: what the status line says may have changed

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(hills=False)
        self._keeper, self._vault = keeper, keeper.store.vault
        self._local = self._vault.folder / BACKUPS
        self._verdicts: dict[Path, bool] = {}
        self._show()
        run = under_way(self._vault)
        if run is not None:
            self._follow(run)

    @property
    def _outside(self) -> Path | None:
        folder = self._keeper.store.practice().backup_folder
        return Path(folder) if folder else None

    def _show(self) -> None:
        self._making = Waiting()
        outside = self._outside
        self.compose(
            _("Backups"),
            _("A backup is one encrypted file. It is read back after writing, and only then counted."),
            self._state(),
            hold(Flow(*self._buttons(outside))),
            check_standing(last_check(self._vault), self._check_anew()),
            self._making,
            below=self._listed(),
        )

    def _state(self) -> QWidget:
        state = backup_state(self._vault, self._vault.settings.clock.now())
        kind = {"good": "done", "care": "care", "alarm": "alarm", "none": "care"}[state.level]
        words = text(state.words, "strong", wrap=True)
        words.setObjectName("state")
        line = row(mark(kind, 20), words, gap=10, pad=(16, 14, 16, 14))
        line.setStretch(1, 1)
        return Card(line, "shade")

    def _buttons(self, outside: Path | None) -> list[QWidget]:
        choose = way(
            _("Choose another folder…") if outside else _("Back up to a drive…"), "choose", self._choose, "plain"
        )
        here = way(_("Back up on this laptop"), "here", lambda: self._begin(self._local), "plain")
        if outside is None:
            choose.setProperty("look", "primary")
            return [choose, here]
        words = _("Back up now to {folder}").format(folder=drive_name(outside) or outside.name)
        now = way(words, "outside", lambda: self._begin(outside))
        now.setToolTip(str(outside))
        return [now, choose, here]

    def _check_anew(self) -> QWidget:
        made = way(_("Check all records now"), "check_records", self._begin_check, "link")
        made.setToolTip(_("Whether anything signed or logged was changed from outside the program"))
        return made

    # -- making one

    def _choose(self) -> None:
        start = self._outside or Path.home()
        choose_folder(self, _("A folder or drive for backups"), start, self._take)

    def _take(self, folder: Path) -> None:
        """Remembers the folder for the next time, and begins."""
        practice = self._keeper.store.practice()
        self._keeper.attempt(lambda: self._keeper.store.save(practice, backup_folder=str(folder)))
        self._begin(folder)

    def _begin(self, folder: Path) -> None:
        if under_way(self._vault) is None and self._keeper.flush():
            self._show()
            self._follow(BackupRun(self._vault, folder))

    def _begin_check(self) -> None:
        if under_way(self._vault) is None and self._keeper.flush():
            self._show()
            self._follow(CheckRun(self._vault, [self._local, *filter(None, [self._outside])]))

    def _follow(self, run: Run) -> None:
        self._let_begin(False)
        self._making.begin(run.words)
        self._making.cancelled.connect(run.stop)
        run.progressed.connect(self._making.show_share)
        run.made.connect(self._made)
        run.failed.connect(self._failed)

    def _made(self, result: BackupFile | Checked) -> None:
        self._show()
        if isinstance(result, BackupFile):
            self.message.show_words("good", _("The backup is made and checked: {file}").format(file=result.path.name))
        elif result.faults:
            self.message.show_words("trouble", _("The check found something, see above."))
        else:
            self.message.show_words("good", _("Everything signed and logged is as it was written."))
        self.backed_up.emit()

    def _failed(self, error: KnownError) -> None:
        self._show()
        if isinstance(error, BackupStopped):
            self.message.show_words("plain", _("It was stopped. Your vault and earlier backups are untouched."))
        else:
            self.message.show_error(error)

    def _let_begin(self, ready: bool) -> None:
        for name in ("outside", "choose", "here", "check_records"):
            for each in self.findChildren(QWidget, name):
                each.setEnabled(ready)

    # -- those there are

    def _listed(self) -> list[Item]:
        found = backups_in(self._local, self._outside)
        if not found:
            return []
        count = ngettext("{n} backup", "{n} backups", len(found)).format(n=len(found))
        again = way(_("Read all of them again"), "check_all", lambda: self._check(found), "link")
        head = hold(row(text(count, "heading"), None, again))
        lines = [self._line(backup) for backup in found[:_LISTED]]
        if len(found) > _LISTED:
            more = len(found) - _LISTED
            words = ngettext("and {n} older one", "and {n} older ones", more).format(n=more)
            lines.append(hold(row(text(words, "caption", "quiet"), None)))
        return [8, head, hold(col(*lines, gap=6))]

    def _check(self, found: list[BackupFile]) -> None:
        """Reads every backup again, whole, and says of each whether it is intact."""
        words = _("Reading every backup again…")
        paths = [backup.path for backup in found]
        self.work(words, lambda: {path: _verdict(path) for path in paths}, self._checked, can_cancel=True)

    def _checked(self, verdicts: dict[Path, bool]) -> None:
        self._verdicts = verdicts
        self._show()
        damaged = sum(not intact for intact in verdicts.values())
        if damaged:
            words = ngettext(
                "{n} backup is damaged or cannot be read.", "{n} backups are damaged or cannot be read.", damaged
            )
            do = _("Your vault is not affected. Make a new backup now, on another drive if it happens again.")
            self.message.show_words("trouble", words.format(n=damaged), do)
        else:
            self.message.show_words("good", _("Every backup is intact."))

    def _line(self, backup: BackupFile) -> QWidget:
        intact = self._verdicts.get(backup.path)
        said = {None: _("checked when it was made"), True: _("read again, intact"), False: _("damaged")}[intact]
        place = _("on this laptop") if backup.path.is_relative_to(self._local) else str(backup.path.parent)
        sign = mark("care") if intact is False else Icon("circle-check", "accent")
        note = text(f"{place} · {said}", "caption", "care" if intact is False else "quiet")
        return hold(row(sign, hold(Flow(text(moment(backup.made)), note, gap=12)), gap=10))


def _verdict(path: Path) -> bool:
    try:
        read_packed(path)
    except (BackupDamaged, BackupTooNew, OSError):
        return False
    return True
