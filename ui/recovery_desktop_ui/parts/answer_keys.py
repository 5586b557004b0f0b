"""The answers of one question of a questionnaire: boxes in a row or lines below each other, each with its own key.

One widget and one stop of the Tab key for all answers of a question; nothing is chosen beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.tokens import colour, font, px

_TOGETHER = 700  # milliseconds within which 1 and 0 are pressed as 10
_WIDTHS = 8  # for so many the heights of the lines are kept
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_EMPTIES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CONFIRMS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class AnswerKey:
    """One answer: its value, the sign on its key, its words."""

    value: Any
    sign: str
    words: str = ""


class AnswerKeys(QWidget):
    """Emits what the person does and shows what it is told; who uses it keeps the answer."""

    answered = Signal(object)  # the value of an answer; None when it was taken back
    passed_over = Signal(str)  # "declined" or "skipped"
    stepped = Signal(int)  # to the next question or the one before
    confirmed = Signal()
    misread = Signal(str)  # a key that is no answer: which keys are
    cursor_moved = Signal()  # the cursor came or went

    def __init__(self, keys: Sequence[AnswerKey], *, down: bool, wide: int, tall: int = 33) -> None:
        """`down` sets the answers as lines with their words; else each stands in a column `wide` pixels wide. A key is
        `tall` pixels high; both grow with the text."""
        super().__init__()
        self.keys, self._down, self._wide, self._tall = tuple(keys), down, px(wide), px(tall)
        self._chosen: Any = None
        self._at = 0  # where the arrows are
        self._begun = ""  # a figure that may get a second one
        self._measured: dict[int, tuple[int, ...]] = {}  # how tall the lines are, by the width of their words
        self._wait = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._wait.timeout.connect(self._go_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Expanding if down else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    # -- what it shows

    def show_answer(self, value: Any) -> None:
        """Shows an answer, or with None that there is none; tells nobody."""
        self._chosen = value
        chosen = next((i for i, key in enumerate(self.keys) if key.value == value), None)
        self._at = self._at if chosen is None else chosen
        self._describe()
        self.update()

    def name(self, question: str) -> None:
        """What a screen reader calls it."""
        self.setAccessibleName(question)
        self._describe()

    def _describe(self) -> None:
        chosen = next((key for key in self.keys if key.value == self._chosen), None)
        said = _said(chosen) if chosen is not None else _("not answered")
        answers = ", ".join(_said(key) for key in self.keys)
        self.setAccessibleDescription(_("{answer}. Answers: {answers}").format(answer=said, answers=answers))

    @property
    def hint(self) -> str:
        """Which keys answer, in words."""
        signs = [key.sign for key in self.keys]
        if all(sign.isdigit() for sign in signs) and len(signs) > 2:
            numbers = [int(sign) for sign in signs]
            if numbers == list(range(numbers[0], numbers[-1] + 1)):
                return _("{low} to {high}").format(low=signs[0], high=signs[-1])
        return _("{all_but_last} or {last}").format(all_but_last=", ".join(signs[:-1]), last=signs[-1])

    # -- by key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
        elif len(event.text()) == 1 and event.text().isalnum():
            self._type(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _MOVES:
            self._move(_MOVES[key])
        elif key in _EMPTIES:
            self._tell(None)
        elif key in _CONFIRMS:
            self.confirmed.emit()
        elif key == Qt.Key.Key_Space:
            self._tell(self.keys[self._at].value)
        else:
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        sign, before = event.text().upper(), self._begun
        self._settle()
        both = next((key for key in self.keys if before and key.sign == before + sign), None)
        if before and both is None and self._pass_on(event):
            return
        found = both or next((key for key in self.keys if key.sign == sign), None)
        if found is not None:
            self._tell(found.value, begun="" if both else sign)
        elif sign in ("D", "S"):
            self.passed_over.emit("declined" if sign == "D" else "skipped")
        else:
            self.misread.emit(self.hint)

    def _pass_on(self, event: QKeyEvent) -> bool:
        """After 1 a figure that makes no 10 answers the next question, as it does where nothing is waited for."""
        self.stepped.emit(1)
        after = QApplication.focusWidget()
        if after is self or not isinstance(after, AnswerKeys):
            return False
        QApplication.sendEvent(after, event)
        return True

    def _may_go_on(self, sign: str) -> bool:
        return any(len(key.sign) > 1 and key.sign.startswith(sign) for key in self.keys)

    @property
    def is_waiting(self) -> bool:
        """Whether a second figure may follow: 1 may become 10. If none does, it goes on to the next question."""
        return bool(self._begun)

    def _settle(self) -> None:
        """No second figure is waited for any more."""
        self._wait.stop()
        self._begun = ""

    def _go_on(self) -> None:
        self._settle()
        self.stepped.emit(1)

    def _move(self, step: int) -> None:
        """The arrows move along the answers and choose none: Space does."""
        self._at = min(max(self._at + step, 0), len(self.keys) - 1)
        self.update()

    def _tell(self, value: Any, begun: str = "") -> None:
        self._settle()
        if begun and self._may_go_on(begun):
            self._begun = begun
            self._wait.start()
        self.show_answer(value)
        self.answered.emit(value)

    # -- by mouse or finger

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        pressed = next((i for i in range(len(self.keys)) if self._place(i).contains(spot)), None)
        if pressed is not None:
            self._tell(None if self.keys[pressed].value == self._chosen else self.keys[pressed].value)

    # -- how it looks

    def sizeHint(self) -> QSize:
        if self._down:
            return QSize(px(280), sum(self._line_heights(self.width())))
        return QSize(self._wide * len(self.keys), self._tall + px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160) if self._down else self.sizeHint().width(), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return self._down

    def heightForWidth(self, width: int) -> int:
        return sum(self._line_heights(width))

    def _line_heights(self, width: int) -> tuple[int, ...]:
        """How tall each line is; kept, because Qt asks dozens of times while it lays out a page."""
        wide = max(px(80), width - self._words_left() - px(12))
        if wide not in self._measured:
            if len(self._measured) >= _WIDTHS:
                self._measured.clear()
            face, room = QFontMetrics(font(self._role())), QRect(0, 0, wide, 10_000)
            words = (face.boundingRect(room, Qt.TextFlag.TextWordWrap, key.words).height() for key in self.keys)
            self._measured[wide] = tuple(max(self._tall, height + px(10)) + px(4) for height in words)
        return self._measured[wide]

    def _role(self) -> str:
        return "body" if self._tall <= px(40) else "heading"

    def _words_left(self) -> int:
        return px(12) + max(px(34), self._tall) + px(12)

    def _place(self, i: int) -> QRect:
        """Where an answer can be pressed."""
        if not self._down:
            return QRect(i * self._wide, 0, self._wide, self.height())
        heights = self._line_heights(self.width())
        return QRect(0, sum(heights[:i]), self.width(), heights[i] - px(4))

    def _box(self, i: int) -> QRect:
        """Where the key of an answer is drawn."""
        place = self._place(i)
        if self._down:
            return QRect(place.left() + px(8), place.top() + (place.height() - px(30)) // 2, px(34), px(30))
        wide = min(px(40), self._wide - px(6))
        return QRect(place.center().x() - wide // 2, place.center().y() - self._tall // 2, wide, self._tall)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.cursor_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self.update()
        self.cursor_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for i, key in enumerate(self.keys):
            self._paint_key(painter, i, key)

    def _paint_key(self, painter: QPainter, i: int, key: AnswerKey) -> None:
        box, on = self._box(i), key.value == self._chosen and self._chosen is not None
        here = self.hasFocus() and i == self._at
        if self._down and (on or here):
            edge = colour(self, "accent") if here else None
            rounded(painter, self._place(i), 6, colour(self, "accent_soft") if on else None, edge, 2 if here else 1)
        edge = None if on else colour(self, "accent" if here else "edge")
        rounded(painter, box, 5, colour(self, "accent" if on else "paper"), edge, 2 if here else 1)
        if on and here and not self._down:
            rounded(painter, box.adjusted(3, 3, -3, -3), 3, None, colour(self, "on_accent"), 2)
        painter.setPen(colour(self, "on_accent" if on else "ink"))
        painter.setFont(font("strong" if on else "body"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key.sign)
        if self._down:
            words = self._place(i).adjusted(self._words_left() - px(12) + px(8), 0, -px(8), 0)
            painter.setFont(font(self._role()))
            painter.setPen(colour(self, "ink"))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, flags, key.words)


class AnswerHeads(QWidget):
    """The words of the answers above the columns of their keys."""

    def __init__(self, words: Sequence[str], wide: int) -> None:
        super().__init__()
        self._words, self._wide = tuple(words), px(wide)
        face = QFontMetrics(font("caption"))
        room = QRect(0, 0, self._wide - px(6), 10_000)
        tall = max(face.boundingRect(room, Qt.TextFlag.TextWordWrap, each).height() for each in self._words)
        self.setFixedSize(self._wide * len(self._words), tall + px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("caption"))
        painter.setPen(colour(self, "quiet"))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        for i, each in enumerate(self._words):
            painter.drawText(QRect(i * self._wide + px(3), 0, self._wide - px(6), self.height() - px(2)), flags, each)


def _said(key: AnswerKey) -> str:
    """An answer as it is told: its sign and its words, unless the sign is only their first letter."""
    if key.words[:1].upper() == key.sign:
        return key.words
    return f"{key.sign} {key.words}".strip()
