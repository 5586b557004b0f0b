"""The spelling check of the open practice: own words, the names in the open client's record, and Spanish."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer

from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.practice import OwnWord
from recovery_desktop.records.tree import kinds_by_table
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.parts.spelling import Checker, stop_checking, use_checker
from recovery_desktop_ui.parts.turns import once_painted

# by table: no start waits for all kinds of record
_OF_PRACTICE = {
    "own_word": "word",
    "practice": "name address",
    "staff": "name credential",
    "resource": "name address",
}
_OF_CLIENT = {
    "support_person": "name",
    "care_team_member": "name organization",
    "medication": "name prescriber",
    "release": "recipient",
}
_CLIENT = "legal_given legal_middle legal_family preferred_name guardian_name emergency_name address payer"


class Spelling(QObject):
    """Keeps the one checker up to date for as long as the practice is unlocked; it ends with its parent."""

    def __init__(self, keeper: Keeper, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper, self._client = keeper, 0
        self.checker = Checker()
        self.checker.own_word.connect(self._keep_word)
        keeper.changed.connect(self._changed)
        checker = self.checker
        self.destroyed.connect(lambda: stop_checking(checker))
        use_checker(self.checker)
        self._later = QTimer(self, singleShot=True, interval=0)  # once for all that changes in one turn
        self._later.timeout.connect(self._renew)
        once_painted(self, self._renew)  # nobody has typed a word before

    def show_client(self, opened: OpenClient | None) -> None:
        """The record that is open now."""
        self._client = opened.client.id if opened is not None else 0
        self._later.start()

    def _changed(self, model: type[Record], _number: int) -> None:
        if model is Client or model._meta.table_name in _OF_PRACTICE | _OF_CLIENT:
            self._later.start()

    def _renew(self) -> None:
        if self._keeper.store.vault.closing:
            return
        client = Client.get_or_none(Client.id == self._client)
        languages = {self._keeper.store.practice().language, client.document_language if client else ""}
        self.checker.expect_spanish("es" in languages)
        self.checker.let_stand(_names(client), self._client)

    def _keep_word(self, word: str) -> None:
        """A word for all texts of the practice; it can be undone."""
        if self._keeper.flush():  # what was typed before it is the older change
            self._keeper.attempt(lambda: self._keeper.add(OwnWord, None, word=word))


def _names(client: Client | None) -> Iterator[str]:
    kinds = kinds_by_table()
    for table, names in _OF_PRACTICE.items():
        model = kinds[table]
        yield from _texts(model.select(*(getattr(model, name) for name in names.split())))
    if client is None:
        return
    yield from (getattr(client, name) for name in _CLIENT.split())
    for table, names in _OF_CLIENT.items():
        model = kinds[table]
        fields = (getattr(model, name) for name in names.split())
        yield from _texts(model.select(*fields).where(model.owner() == client))


def _texts(query: Any) -> Iterator[str]:
    for values in query.tuples():
        yield from values
