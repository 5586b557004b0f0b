"""The running episode as the record has it, read anew whenever what a sheet shows of it may have changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.background import Latest


class EpisodeFollowed(QObject):
    """Reads the episode when its sheet is filled, and after each change of the `models` while the sheet is shown."""

    turned = Signal()  # to another episode: what is shown of the one before is to go
    read = Signal(object)  # Entry

    def __init__(self, sheet: Sheet, models: tuple[type[Record], ...]) -> None:
        super().__init__(sheet)
        self.episode: Episode | None = None
        self.sheet, self._models = sheet, models
        self._client = 0
        sheet.also_filled.append(self._show)
        sheet.keeper.changed.connect(self._follow)

    def _show(self, opened: OpenClient) -> None:
        if opened.episode != self.episode:
            self.turned.emit()
        self.episode, self._client = opened.episode, opened.client.id
        self._read()

    def _follow(self, model: type[Record], _number: int) -> None:
        if model in self._models and self.sheet.isVisible():
            self._read()

    def _read(self) -> None:
        if self.episode is not None:
            number = self.episode.id
            self.read.emit(next(each for each in take(self._client).rows("episodes") if each.number == number))


class EpisodeJudged(QObject):
    """What a function makes of the episode that is followed, in another thread: the first look at the codes reads all
    of them."""

    found = Signal(object)  # what the function gave for what was read last

    def __init__(self, followed: EpisodeFollowed, judge: Callable[[Entry], Any]) -> None:
        super().__init__(followed)
        self._judge = judge
        self._looking = Latest(self)
        followed.turned.connect(self._looking.let_go)
        followed.read.connect(self._look)

    def _look(self, episode: Entry) -> None:
        self._looking.run(lambda _task: self._judge(episode), self.found.emit)
