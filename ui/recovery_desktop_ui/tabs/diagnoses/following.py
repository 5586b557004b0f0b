"""The running episode as the record has it, read anew whenever what a sheet shows of it may have changed."""

from PySide6.QtCore import QObject, Signal

from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet


class EpisodeFollowed(QObject):
    """Reads the episode when its sheet is filled, and after each change of the `models` while the sheet is shown."""

    read = Signal(object)  # Entry

    def __init__(self, sheet: Sheet, models: tuple[type[Record], ...]) -> None:
        super().__init__(sheet)
        self.episode: Episode | None = None
        self.sheet, self._models = sheet, models
        self._client = 0
        sheet.also_filled.append(self._show)
        sheet.keeper.changed.connect(self._follow)

    def _show(self, opened: OpenClient) -> None:
        self.episode, self._client = opened.episode, opened.client.id
        self._read()

    def _follow(self, model: type[Record], _number: int) -> None:
        if model in self._models and self.sheet.isVisible():
            self._read()

    def _read(self) -> None:
        if self.episode is not None:
            number = self.episode.id
            self.read.emit(next(each for each in take(self._client).rows("episodes") if each.number == number))
