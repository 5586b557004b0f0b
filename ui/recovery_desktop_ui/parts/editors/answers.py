"""The raw answers of a questionnaire: pairs of an item's key and its answer, with room for one more."""

import json
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.fields import Answers
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.base import Editor, NotYet, checked
from recovery_desktop_ui.parts.editors.entry import Entry
from recovery_desktop_ui.parts.layouts import Flow, hold, row
from recovery_desktop_ui.parts.tokens import px


class AnswersEditor(Editor):
    """Small pairs that wrap; filling the last one adds another, a pair without a key is none."""

    def __init__(self, field: Answers) -> None:
        super().__init__()
        self.field, self._label = field, field.label
        self._pairs: list[_Pair] = []
        self._flow = Flow(gap=16, line=8)
        self.setLayout(self._flow)
        self._show([])

    def put(self, value: dict[str, Any]) -> None:
        self._show([(key, _written(answer), answer) for key, answer in value.items()])

    def value(self) -> dict[str, Any]:
        filled = [pair for pair in self._pairs if pair.key.text().strip() or pair.answer.text().strip()]
        keys = [pair.key.text().strip() for pair in filled]
        if not all(keys):
            raise NotYet(_("Say before each answer which item it belongs to."))
        if len(set(keys)) < len(keys):
            raise NotYet(_("Give each item once."))
        answers: dict[str, Any] = checked(
            self.field, {key: pair.said() for key, pair in zip(keys, filled, strict=True)}
        )
        return answers

    def typed(self) -> str:
        pairs = [(pair.key.text(), pair.answer.text()) for pair in self._pairs]
        filled = [pair for pair in pairs if any(pair)]
        return json.dumps(filled) if filled else ""

    def put_typed(self, text: str) -> None:
        self._show([(key, answer, _read(answer)) for key, answer in json.loads(text or "[]")])

    def target(self) -> QWidget:
        return self._pairs[0].key

    def set_label(self, label: str) -> None:
        self._label = label
        for pair in self._pairs:
            pair.name(label)

    def _show(self, pairs: list[tuple[str, str, Any]]) -> None:
        while len(self._pairs) <= len(pairs):
            self._add()
        for place, pair in enumerate(self._pairs):
            pair.put(*(pairs[place] if place < len(pairs) else ("", "", None)))
            pair.setVisible(place <= len(pairs))
        self.updateGeometry()

    def _add(self) -> None:
        pair = _Pair(self)
        pair.name(self._label)
        for entry in (pair.key, pair.answer):
            entry.textEdited.connect(self._was_edited)
        if self._pairs:
            self.setTabOrder(self._pairs[-1].answer, pair.key)
            self.setTabOrder(pair.key, pair.answer)
        self._pairs.append(pair)
        self._flow.addWidget(pair)

    def _was_edited(self) -> None:
        shown = [pair for pair in self._pairs if not pair.isHidden()]
        if shown[-1].key.text():
            if len(shown) == len(self._pairs):
                self._add()
            self._pairs[len(shown)].show()
        self.edited.emit()


class _Pair(QWidget):
    """One item and its answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.answer = Entry("row", _("Item")), Entry(None, "")
        self.key.setFixedWidth(px(64))
        self.answer.setFixedWidth(px(72))
        self._text, self._answer = "", None
        self.setLayout(row(hold(row(self.key)), self.answer, gap=6))

    def name(self, label: str) -> None:
        self.key.setAccessibleName(_("{label}: item").format(label=label))
        self.answer.setAccessibleName(_("{label}: answer").format(label=label))

    def put(self, key: str, text: str, answer: Any) -> None:
        self._text, self._answer = text, answer
        for entry, words in ((self.key, key), (self.answer, text)):
            if entry.text() != words or not entry.hasFocus():
                entry.setText(words)  # even the same: nothing typed in another row can be taken back here

    def said(self) -> Any:
        """The answer as it was kept while its text is the same, or else what is typed."""
        text = self.answer.text()
        return self._answer if text == self._text else _read(text)


def _written(answer: Any) -> str:
    return "" if answer is None else str(answer)


def _read(text: str) -> Any:
    """A number where one is typed, words otherwise, nothing where nothing is."""
    words = text.strip()
    for kind in (int, float):
        try:
            number = kind(words)
        except ValueError:
            continue
        return number if str(number) == words else words
    return words or None
