"""What guidance finds for the open client, found anew in another thread after each change, and sheets that show it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from recovery_desktop.guidance import Guidance, guidance_for
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.base import Record
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.practice_rules import practice_rules
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.background import Latest

_PAUSE = 150  # milliseconds in which changes are taken together


class Guided(QObject):
    """Follows one client for a page; `found` comes whenever there is something new to show."""

    found = Signal(object)  # Guidance

    def __init__(self, keeper: Keeper, page: QWidget) -> None:
        super().__init__(page)
        self.guidance: Guidance | None = None
        """What was found last for the client that is followed."""
        self._keeper, self._page = keeper, page
        self._client = 0
        self._looking = Latest(self)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._look_if_shown)
        keeper.changed.connect(self._note)

    def follow(self, client: int) -> None:
        """Looks at this client from now on."""
        if client != self._client:
            self.guidance = None
        self._client = client
        self._look()

    def _note(self, _model: type[Record], _number: int) -> None:
        self._later.start()

    def _look_if_shown(self) -> None:
        if self._client and self._page.isVisible():
            self._look()

    def _look(self) -> None:
        """Not when the records were closed between the change and this moment, as by a lock."""
        self._looking.let_go()
        if not self._keeper.store.vault.closing:
            record, day, rules = take(self._client), today(), practice_rules()
            self._looking.run(lambda _task: guidance_for(record, day, rules.book()), self._tell)

    def _tell(self, guidance: Guidance) -> None:
        if not self._keeper.store.vault.closing:
            self.guidance = guidance
            self.found.emit(guidance)


class GuidedSheet(Sheet):
    """A section that shows what guidance found; while it is not on the screen it waits until it is."""

    def __init__(self, keeper: Keeper, guided: Guided) -> None:
        super().__init__(keeper)
        self.guided = guided
        self.opened: OpenClient | None = None
        guided.found.connect(self._hear)

    def fill(self, opened: OpenClient) -> None:
        is_other = self.opened is None or opened.client.id != self.opened.client.id
        super().fill(opened)
        self.opened = opened
        if is_other:
            self.forget()
        self.show_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_again()

    def _hear(self, found: Guidance) -> None:
        if self.isVisible():
            self.show_guidance(found)

    def show_again(self) -> None:
        """Shows what was found last, if there is something."""
        if self.guided.guidance is not None and self.opened is not None and self.opened.episode is not None:
            self.show_guidance(self.guided.guidance)

    def forget(self) -> None:
        """Lets go of what is shown of the client before, until the next was looked at."""
        raise NotImplementedError

    def show_guidance(self, found: Guidance) -> None:
        """Shows this for the client that the sheet was filled with."""
        raise NotImplementedError
