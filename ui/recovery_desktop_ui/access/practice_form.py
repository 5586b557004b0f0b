"""Practice and counselor as they will stand on every document, with the letterhead growing while one types."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from recovery_desktop.records.practice import PAPER, Practice, Staff
from recovery_desktop.text import _
from recovery_desktop_ui.access.one_of import OneOf
from recovery_desktop_ui.parts.editors.base import Editor, NotYet
from recovery_desktop_ui.parts.editors.for_field import editor_for
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import beside, col, hold
from recovery_desktop_ui.parts.letterhead import LetterheadView
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large

_PRACTICE = ("name", "address", "phone", "license_number")
_COUNSELOR = ("name", "credential")
_GHOSTS = {"credential": "LCADC"}  # the same in every language


@dataclass
class Typed:
    """What was typed so far: the fields of the practice and of the counselor by name."""

    practice: dict[str, Any] = field(default_factory=lambda: {"paper": "letter"})
    counselor: dict[str, Any] = field(default_factory=lambda: {"role": "counselor"})


class PracticeForm(QWidget):
    """Fills `typed` while one types; nothing is asked that does not appear on paper or decide what may be used."""

    edited = Signal()
    entered = Signal()  # Enter was pressed in the last field

    def __init__(self, typed: Typed) -> None:
        super().__init__()
        self._typed = typed
        self._editors: dict[tuple[str, str], Editor] = {}
        counselor, credential = (self._row(Staff, "counselor", name, typed.counselor) for name in _COUNSELOR)
        named, address, phone, number = (self._row(Practice, "practice", name, typed.practice) for name in _PRACTICE)
        paper = OneOf("paper", _("Paper"), {code: _(words) for code, words in PAPER.items()}, typed.practice["paper"])
        answers = {"yes": _("Yes"), "no": _("No"), "": _("Decide later")}
        profit = OneOf("non_profit", _("Non-profit practice"), answers, typed.practice.get("non_profit", ""))
        paper.chosen.connect(lambda code: self._keep("practice", "paper", code))
        profit.chosen.connect(lambda code: self._keep("practice", "non_profit", code))
        note = text(_("Some questionnaires are free for non-profit practices only."), "caption", "quiet", wrap=True)
        self._head = LetterheadView()
        first, third = _pair(counselor, credential, (2, 1)), _pair(phone, number, (1, 1))
        form = hold(col(first, named, address, third, hold(col(profit, note, gap=2)), paper, gap=12))
        self.setLayout(beside(form, hold(col(self._head, None)), gap=32))
        self._head.show_practice(typed.practice, typed.counselor)
        lines = [each.target() for each in self._editors.values()]
        for one, following in zip(lines, [*lines[1:], None], strict=True):
            if isinstance(one, QLineEdit):  # in the address Enter begins a line
                one.returnPressed.connect(following.setFocus if following is not None else self.entered)

    def first(self) -> QWidget:
        """The field to begin with."""
        return next(iter(self._editors.values())).target()

    def problem(self) -> str:
        """What is still missing, as a sentence; empty when all is there."""
        for (group, name), editor in self._editors.items():
            try:
                editor.value()
            except NotYet as error:
                editor.set_note(error.problem, True)
                editor.target().setFocus()
                return f"{_label(group, name)}: {error.problem}"
        return ""

    def _row(self, model: type[Practice] | type[Staff], group: str, name: str, typed: dict[str, Any]) -> QWidget:
        described = model.described()[name]
        editor = editor_for(described, ghost=_GHOSTS.get(name, ""))
        label = _label(group, name)
        editor.set_label(label)
        editor.target().setObjectName(f"{group}_{name}")
        editor.put_typed(str(typed.get(name, "")))
        editor.edited.connect(lambda: self._keep(group, name, editor.typed()))
        self._editors[group, name] = editor
        return hold(col(labelled(label, editor), None, gap=0))

    def _keep(self, group: str, name: str, value: str) -> None:
        (self._typed.practice if group == "practice" else self._typed.counselor)[name] = value
        if (group, name) in self._editors:
            self._editors[group, name].set_note("")
        self._head.show_practice(self._typed.practice, self._typed.counselor)
        self.edited.emit()


def _label(group: str, name: str) -> str:
    if (group, name) == ("counselor", "name"):
        return _("Your name")
    model: type[Practice] | type[Staff] = Practice if group == "practice" else Staff
    return _(model.described()[name].verbose_name)


def _pair(left: QWidget, right: QWidget, shares: tuple[int, int]) -> QWidget:
    line = beside(left, right)
    if not is_large():
        line.setStretch(0, shares[0])
        line.setStretch(1, shares[1])
    return hold(line)
