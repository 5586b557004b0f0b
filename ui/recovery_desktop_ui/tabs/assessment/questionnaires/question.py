"""One question: its number and words, its answers, and a line that says what happened when it was no answer."""

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_desktop.instruments.definitions import Item
from recovery_desktop.instruments.scoring import DECLINED, answer_of
from recovery_desktop.text import _
from recovery_desktop_ui.parts.answer_keys import AnswerKeys
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import colour, is_large, px
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import called, column_width, keys_of, stands_down


class Question(QWidget):
    """Shows one item. `said` tells the answer as it is to be stored, None for taken back, and whether to go on."""

    said = Signal(str, object, bool)

    def __init__(self, item: Item, number: str, heads: tuple[str, ...]) -> None:
        """`heads` are the words above the columns of the answers, if they stand there."""
        super().__init__()
        self.item = item
        self._down = stands_down(item, heads)
        self.keys = AnswerKeys(keys_of(item), down=self._down, wide=column_width(heads))
        self.keys.setObjectName(f"question.{item.key}")
        words = item.text or _("Question {number} on the form").format(number=number or f"“{called(item.key)}”")
        self.keys.name(f"{number}. {words}" if number else words)
        self._said = col(gap=2)
        self._note: QLabel | None = None  # made when there is something to say
        self._compose(number, words)
        self.keys.answered.connect(self._answered)
        self.keys.passed_over.connect(self._passed_over)
        self.keys.misread.connect(self._misread)
        self.keys.cursor_moved.connect(self.update)

    def _compose(self, number: str, words: str) -> None:
        """Layouts in layouts, without widgets around them: of widgets a long questionnaire has hundreds anyway."""
        self._said.addWidget(text(words, "body", wrap=True))
        if self.item.hint:
            self._said.addWidget(text(self.item.hint, "caption", "quiet", wrap=True))
        asked = _numbered(number, self._said)
        if self._down or is_large():
            keys = col(self.keys) if self._down else row(self.keys, None)
            self.setLayout(col(asked, keys, *self._ends(), gap=6, pad=(14, 6, 8, 6)))
        else:
            line = row(col(None, asked, None, gap=0), col(self.keys, *self._ends(), gap=0), gap=8, pad=(14, 2, 8, 2))
            line.setStretch(0, 1)
            self.setLayout(line)

    def _ends(self) -> list[QWidget]:
        """What the ends of a range mean."""
        low, high = self.item.low_label, self.item.high_label
        if not low and not high:
            return []
        left, right = text(low, "caption", "quiet", wrap=True), text(high, "caption", "quiet", wrap=True)
        right.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends = hold(row(left, right, gap=8))
        ends.setFixedWidth(self.keys.sizeHint().width())
        return [ends]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The question that is asked now stands out."""
        if self.keys.hasFocus():
            painter = QPainter(self)
            rounded(painter, self.rect(), 6, colour(self, "accent_soft"))
            rounded(painter, QRect(0, 0, 4, self.height()), 2, colour(self, "accent"))

    def show_answer(self, value: Any) -> None:
        """Shows a stored answer; tells nobody."""
        answer = answer_of(self.item, value)
        self.keys.show_answer(answer.value if answer is not None else None)
        is_declined = value == DECLINED and answer is None
        self._say(_("The client declines to answer.") if is_declined else "")

    def _say(self, words: str) -> None:
        if self._note is None:
            if not words:
                return
            self._note = text("", "caption", "quiet", wrap=True)
            self._said.addWidget(self._note)
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _answered(self, value: Any) -> None:
        self._say("")
        self.said.emit(self.item.key, value, value is not None and not self.keys.is_waiting)

    def _passed_over(self, how: str) -> None:
        declined = DECLINED if how == "declined" else None
        self.show_answer(declined)
        self.said.emit(self.item.key, declined, True)

    def _misread(self, hint: str) -> None:
        words = _("That key is no answer here: press {keys}.").format(keys=hint)
        self._say(words)
        announce(self, words)


def _numbered(number: str, words: QVBoxLayout) -> QHBoxLayout:
    """The printed number stands at the first line of the words."""
    if not number:
        line = row(words)
    else:
        sign = text(number, "body", "quiet")
        sign.setFixedWidth(px(28))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = row(sign, words, gap=8)
    line.setStretch(line.count() - 1, 1)
    return line
