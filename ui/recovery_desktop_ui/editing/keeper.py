"""Keeps everything that is typed: saves soon after a pause and on every leaving, tells in words how it went."""

import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.history import History, Touched
from recovery_desktop.records.store import Store

AnyRecord = TypeVar("AnyRecord", bound=Record)
T = TypeVar("T")
AFTER_TYPING = 800  # milliseconds without a key
AT_MOST = 5000  # milliseconds from a key to the disk for somebody who types on and on
TRY_AGAIN_AFTER = 5000


class Waiting(Protocol):
    """What has something typed that is not saved yet."""

    def save(self) -> None:
        """Saves it as a value or as a draft. Raises KnownError when the disk does not take it."""


@dataclass(frozen=True)
class SaveState:
    """How the saving stands: everything saved (when last), something under way, or what is in the way."""

    kind: str  # "saved", "saving", "failed"
    at: datetime.datetime | None = None
    error: KnownError | None = None


class Keeper(QObject):
    """The one way from the window to the store. One for each time the practice is unlocked."""

    state_changed = Signal(object)  # SaveState
    changed = Signal(object, int)  # the class and the number of a record that is now on the disk as it was changed
    removed = Signal(str)  # what was taken away, in words: it can be undone
    taken_back = Signal(object)  # Touched: where an undo or redo was at work

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.history = History(store)
        self.state = SaveState("saved")
        self.revision = 0  # counts the changes on the disk, for pages to see whether they are up to date
        self._waiting: dict[Waiting, None] = {}
        self._is_held = False
        self._drafts = set(store.vault.drafts.names())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self._latest = QTimer(self, singleShot=True, interval=AT_MOST)
        self._latest.timeout.connect(self.flush)

    # -- what is typed

    def note(self, field: Waiting) -> None:
        """Something was typed in `field`: it is saved after a pause, or sooner."""
        self._waiting[field] = None
        if self.state.kind != "failed":
            self._tell(SaveState("saving", self.state.at))
            self._timer.start(AFTER_TYPING)
            if not self._latest.isActive():
                self._latest.start()

    def flush(self) -> bool:
        """Saves all that waits, now. False when the disk did not take it: it stays, and is tried again and again."""
        if self._is_held:
            return not self._waiting
        self._timer.stop()
        self._latest.stop()
        mistakes: list[Exception] = []
        is_kept = self._save_all(mistakes)
        if is_kept and self.state.kind != "saved":
            self._tell(SaveState("saved", datetime.datetime.now().astimezone()))
        for mistake in mistakes:
            sys.excepthook(type(mistake), mistake, mistake.__traceback__)
        return is_kept

    def _save_all(self, mistakes: list[Exception]) -> bool:
        """Collects mistakes of the program: one field's must not hold up what else was typed, nor a lock."""
        while self._waiting:
            field = next(iter(self._waiting))
            try:
                field.save()
            except KnownError as error:
                self._fail(error)
                return False
            except Exception as mistake:
                mistakes.append(mistake)
            self._waiting.pop(field, None)
        return True

    @contextmanager
    def held(self) -> Iterator[None]:
        """For what must not wait for the disk, such as the cover at a lock: fields left meanwhile are saved later."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return bool(self._waiting)

    # -- changes at once

    def save(self, row: Record, *, visit: object | None = None, **changes: Any) -> None:
        """Saves fields of a row. Raises NotKept, and what the disk has to say."""
        self.history.save(row, visit=visit, **changes)
        self._on_disk(type(row), row.id)

    def add(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord:
        """A new row at the end of its list. Raises NotKept, and what the disk has to say."""
        row = self.history.add(model, owner, **values)
        self._on_disk(model, row.id)
        return row

    def remove(self, row: Record, words: str) -> None:
        """Takes a row away with all that belongs to it; `words` say what it was, for the offer to undo."""
        number = row.id
        self.history.remove(row)
        self._on_disk(type(row), number)
        self.removed.emit(words)

    def move(self, row: Record, to: int) -> None:
        """Gives a row another place in its list."""
        self.history.move(row, to)
        self._on_disk(type(row), row.id)

    def tie(self, model: type[Link], owner: Record, target: Record, tied: bool) -> None:
        """Ties or unties a thread between two records."""
        (self.history.link if tied else self.history.unlink)(model, owner, target)
        self._on_disk(type(owner), owner.id)

    def at_once(self, words: str, change: Callable[[History], Sequence[Record]]) -> None:
        """Makes many changes as one, kept whole or not at all; `change` gives the rows it was about, of which the last
        stands for all. Raises what the disk has to say."""
        rows = self.history.at_once(words, lambda: change(self.history))
        if rows:
            self._on_disk(type(rows[-1]), rows[-1].id)

    def for_good(self, change: Callable[[], AnyRecord]) -> AnyRecord:
        """Makes a change that nothing takes back, as a signing: with it the changes before it are final too."""
        row = change()
        self.history.clear()
        self._on_disk(type(row), row.id)
        return row

    def attempt(self, change: Callable[[], T]) -> T | None:
        """Does a change; when the disk does not take it, says so in the window and gives None."""
        try:
            return change()
        except KnownError as error:
            self._fail(error)
            return None

    def note_written(self, row: Record) -> None:
        """Something was written that no undo takes back, such as an entry of a log."""
        self._on_disk(type(row), row.id)

    # -- taking back

    def undo(self) -> None:
        """Takes back the last change of the record."""
        self._take_back(self.history.undo)

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._take_back(self.history.redo)

    def _take_back(self, way: Callable[[], Touched | None]) -> None:
        if not self.flush():
            return
        touched = self.attempt(way)
        if touched is not None:
            self.revision += 1
            self.taken_back.emit(touched)  # first: no page may look for a client who is not there any more
            self._on_disk(touched.model, touched.number)

    # -- drafts

    def draft(self, name: str) -> str | None:
        """What was kept under a name."""
        return self.store.vault.drafts.get(name) if name in self._drafts else None

    def keep_draft(self, name: str, content: str) -> None:
        """Keeps text that cannot be a field yet. Raises what the disk has to say."""
        self.store.vault.write(lambda: self.store.vault.drafts.put(name, content))
        self._drafts.add(name)

    def drop_draft(self, name: str) -> None:
        """Forgets a draft, if there is one."""
        if name in self._drafts:
            self.store.vault.write(lambda: self.store.vault.drafts.remove(name))
            self._drafts.discard(name)

    # -- telling

    def _on_disk(self, model: type[Record], number: int) -> None:
        self.revision += 1
        if not self._waiting or self.state.kind != "failed":
            kind = "saving" if self._waiting else "saved"
            self._tell(SaveState(kind, datetime.datetime.now().astimezone()))
        self.changed.emit(model, number)

    def _fail(self, error: KnownError) -> None:
        self._tell(SaveState("failed", self.state.at, error))
        self._timer.start(TRY_AGAIN_AFTER)

    def _tell(self, state: SaveState) -> None:
        self.state = state
        self.state_changed.emit(state)
