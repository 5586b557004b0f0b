"""What stands on the cover while the practice is backed up before it closes; the person need not wait for it."""

from PySide6.QtCore import Signal

from recovery_desktop.text import _
from recovery_desktop.vault import Vault, layout
from recovery_desktop_ui.access.backup_run import BackupRun
from recovery_desktop_ui.access.quiet_page import QuietPage
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.texts import centred
from recovery_desktop_ui.parts.waiting import Waiting


class ClosingPage(QuietPage):
    """Backs up inside the vault's own folder; `done` comes when that is through, failed or skipped."""

    done = Signal()

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        waiting = Waiting()
        waiting.cancelled.connect(self._skip)
        said = _("Everything is saved. A backup is being made before the records close.")
        self.set_column(
            col(row(None, Icon("lock", "accent", 40), None), 8, centred(said, "body", "quiet"), 8, waiting, gap=10)
        )
        waiting.begin(_("Backing up…"))
        self._run = BackupRun(vault, vault.folder / layout.BACKUPS)
        self._run.made.connect(lambda _backup: self.done.emit())
        self._run.failed.connect(lambda _error: self.done.emit())  # the next closing tries again; the words stay true

    def _skip(self) -> None:
        self._run.stop()
