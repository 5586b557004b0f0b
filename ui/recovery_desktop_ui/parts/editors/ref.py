"""A pointer to another row of the record: a list that is searched by typing a part of the words."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.base import Editor, NotYet
from recovery_desktop_ui.parts.editors.choice import Combo


class RefEditor(Editor):
    """One row out of those given by `set_options`, or none; the value is the row's number."""

    def __init__(self, *, look: str | None = None) -> None:
        super().__init__()
        self._combo = Combo(look)
        self._combo.setEditable(True)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line().setPlaceholderText(_("Type or choose"))
        self._line().textEdited.connect(lambda _text: self.edited.emit())
        self._search().setFilterMode(Qt.MatchFlag.MatchContains)
        self._search().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._combo.activated.connect(self._was_picked)
        self._options: list[tuple[int | None, str]] = [(None, "")]
        self._chosen: int | None = None
        self._shown = ""  # the words of what is chosen; two rows may have the same
        self.fill_with(self._combo)

    def set_options(self, options: Sequence[tuple[int | None, str]]) -> None:
        """The rows to choose among, as number and words; what is chosen or typed stays."""
        typed = self._line().text()
        is_begun = typed != self._shown
        named = [(number, words) for number, words in options if number is not None]
        if self._options == [(None, ""), *named]:
            return
        self._options = [(None, ""), *named]
        self._combo.clear()
        self._combo.addItems([words for _number, words in self._options])
        self.put(self._chosen)
        if is_begun:
            self._line().setText(typed)

    def put(self, value: int | None) -> None:
        numbers = [number for number, _words in self._options]
        self._chosen = value  # even where it is not among the rows: it is not lost by looking at it
        self._combo.setCurrentIndex(numbers.index(value) if value in numbers else 0)
        self._shown = self._combo.currentText()
        self._line().setText(self._shown)

    def value(self) -> int | None:
        if self._line().text() == self._shown:
            return self._chosen
        words = " ".join(self._line().text().split()).casefold()
        for number, option in self._options:
            if words == option.casefold():
                return number
        raise NotYet(_("Choose one from the list, or leave this empty."))

    def typed(self) -> str:
        return self._line().text()

    def put_typed(self, text: str) -> None:
        self.put(None)
        self._line().setText(text)

    def target(self) -> QWidget:
        return self._combo

    def set_label(self, label: str) -> None:
        super().set_label(label)
        self._line().setAccessibleName(label)

    def describe(self) -> None:
        super().describe()
        self._line().setAccessibleDescription(self._combo.accessibleDescription())

    def leave(self) -> None:
        with suppress(NotYet):  # what is not in the list stays as it was typed
            self.put(self.value())
        super().leave()

    def _was_picked(self, row: int) -> None:
        self.put(self._options[row][0])
        self.edited.emit()

    def _line(self) -> QLineEdit:
        line = self._combo.lineEdit()
        assert line is not None
        return line

    def _search(self) -> QCompleter:
        completer = self._combo.completer()
        assert completer is not None
        return completer
