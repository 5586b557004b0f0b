"""A line that is looked up while it is typed, such as a code by its words; what fits is offered below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter

from recovery_desktop.records.fields import Line
from recovery_desktop_ui.parts.background import Latest
from recovery_desktop_ui.parts.editors.base import NotYet
from recovery_desktop_ui.parts.editors.entry import Entry
from recovery_desktop_ui.parts.editors.line import TypedEditor
from recovery_desktop_ui.parts.tokens import px

_PAUSE = 120  # milliseconds without a key before it is looked up
_MOST_SHOWN = 12
_WIDE = 560  # of the list: its lines are longer than what they stand for


@dataclass(frozen=True)
class Offer:
    """What is offered: the value it stands for, how its line reads, and whether it may be taken."""

    value: str
    words: str
    is_open: bool = True


class LookUpEditor(TypedEditor):
    """`search` finds what fits; it runs in another thread. `problem` says what is wrong with a value, or nothing."""

    picked = Signal(str)  # the value that was chosen from the list

    def __init__(
        self, field: Line, search: Callable[[str], Sequence[Offer]], problem: Callable[[str], str], ghost: str
    ) -> None:
        super().__init__(field, Entry(None, ghost))
        self._search, self._problem = search, problem
        self._offers: list[Offer] = []
        self._looking = Latest(self)
        self._model = _Offers()
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._completer.setWidget(self._entry)
        self._completer.activated[QModelIndex].connect(lambda index: self._take(index.row()))  # type: ignore[index]
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_up)
        self._entry.textEdited.connect(lambda _text: self._pause.start())

    def _read(self, text: str) -> str:
        return text.strip()

    def _write(self, value: str) -> str:
        return value

    def value(self) -> str:
        typed = self._read(self._entry.text())
        if problem := self._problem(typed) if typed else "":
            raise NotYet(problem)
        kept: str = super().value()
        return kept

    def leave(self) -> None:
        self._pause.stop()
        super().leave()

    def _look_up(self) -> None:
        words = self._entry.text()
        self._looking.run(lambda _task: self._search(words), self._offer)

    def _offer(self, offers: Sequence[Offer]) -> None:
        self._offers = list(offers)
        self._model.show_offers(self._offers)
        popup = self._completer.popup()
        if offers and self._entry.hasFocus():
            self._completer.complete(QRect(0, 0, px(_WIDE), self._entry.height()))
        elif popup is not None:
            popup.hide()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._offers) and self._offers[row].is_open:
            self._pause.stop()
            self._show(self._offers[row].value)
            self.picked.emit(self._offers[row].value)


class _Offers(QStringListModel):
    """The lines of what is offered; what may not be taken can be read and not chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] = []

    def show_offers(self, offers: list[Offer]) -> None:
        self._offers = offers
        self.setStringList([each.words for each in offers])

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and not self._offers[index.row()].is_open:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
