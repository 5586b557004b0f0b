"""A workplace on the screen, to measure how soon its pages come."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.workplace import Workplace

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store


class Desk:
    """A workplace on the screen, made anew for each first visit."""

    def __init__(self, app: QApplication, store: Store) -> None:
        self._app, self._store = app, store
        self._clients = [row.id for row in Client.select(Client.id)]
        self.workplace: Workplace | None = None

    def open(self, page: str) -> None:
        self.close()
        self.workplace = Workplace(Keeper(self._store))
        self.workplace.resize(1366, 720)
        self.workplace.show()
        self.workplace.show_client(self._clients[0], page)
        self.settle()

    def visit(self, page: str) -> None:
        assert self.workplace is not None
        self.workplace.show_page(page)
        self.settle()

    def next_client(self) -> None:
        assert self.workplace is not None
        self._clients.append(self._clients.pop(0))
        self.workplace.show_client(self._clients[0])
        self.settle()

    def settle(self) -> None:
        self._app.processEvents()

    def close(self) -> None:
        if self.workplace is not None:
            self.workplace.deleteLater()
            self._app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
            self.workplace = None
