"""One answer out of a few words that stand side by side; nothing is chosen beforehand."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from recovery_desktop.records.fields import Choice
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.editors.base import checked
from recovery_desktop_ui.parts.editors.roving import Option, RovingEditor
from recovery_desktop_ui.parts.tokens import colour

_SHORT_ASKED = {"declined": N_("Declines")}
_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class SegmentsEditor(RovingEditor):
    """A choice: arrows move and choose, a letter chooses, Delete or pressing the chosen one again empties."""

    def __init__(self, field: Choice, short: Mapping[str, str] | None = None) -> None:
        """`short` maps codes to shorter marked words for the button; a screen reader tells the full ones."""
        labels = {code: _(label) for code, label in field.labels.items()}
        super().__init__(labels, {code: _(words) for code, words in (short or {}).items()}, "seg", 0)
        self.field, self._chosen = field, ""

    def put(self, value: str) -> None:
        self._chosen = value
        chosen = None
        for option in self.options:
            option.setChecked(option.code == value)
            chosen = option if option.code == value else chosen
        if value and chosen is None:
            raise ValueError(f"{value!r} is none of the choices")
        self.rest_on(chosen or self.resting)

    def value(self) -> str:
        code: str = checked(self.field, self._chosen)
        return code

    def typed(self) -> str:
        return self._chosen

    def put_typed(self, text: str) -> None:
        self.put(text if text in self.field.labels else "")

    def press(self, option: Option) -> None:
        self._choose("" if option.code == self._chosen else option.code)

    def move_to(self, option: Option) -> None:
        super().move_to(option)
        self._choose(option.code)

    def empty(self) -> None:
        self._choose("")

    def take_letter(self, letter: str) -> bool:
        chosen = next((option for option in self.options if option.code == self._chosen), None)
        found = self.next_by_letter(chosen, letter)
        if found is not None:
            self.move_to(found)
        return found is not None

    def _choose(self, code: str) -> None:
        is_new = code != self._chosen
        self.put(code)
        if is_new:
            self.edited.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        around = QRect()
        for option in self.options:
            around = around.united(option.geometry())
        edge = colour(self, self.property("tone") or "edge")
        rounded(QPainter(self), around, 5, colour(self, "paper"), edge)


class AskedEditor(SegmentsEditor):
    """Yes, no, not known or declined; empty means "not asked"."""

    def __init__(self, field: Choice) -> None:
        super().__init__(field, _SHORT_ASKED)


class QuestionEditor(AskedEditor):
    """An answer in a list of questions: a letter answers and goes on, Up and Down go from question to question."""

    stepped = Signal(int)  # -1 to the question above, 1 to the one below

    def take_key(self, option: Option, event: QKeyEvent) -> bool:
        if (step := _STEPS.get(event.key())) is not None:
            self.stepped.emit(step)
            return True
        return super().take_key(option, event)

    @property
    def letters(self) -> dict[str, str]:
        """The letter that answers, by answer: the first of a word that no answer before it has, as K for not known."""
        found: dict[str, str] = {}
        for option in self.options:
            initials = [word[:1].upper() for word in option.text().split()]
            letter = next((each for each in initials if each not in found.values()), "")
            if letter:
                found[option.code] = letter
        return found

    def take_letter(self, letter: str) -> bool:
        """Answers with the letter of an answer, however often it is typed: the cursor has gone on."""
        meant = next((code for code, each in self.letters.items() if each == letter.upper()), "")
        found = next((option for option in self.options if option.code == meant), None)
        if found is None:
            return False
        self.move_to(found)
        self.stepped.emit(1)
        return True
