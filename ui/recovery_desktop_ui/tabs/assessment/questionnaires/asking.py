"""Asking a questionnaire: one key for each answer, the cursor goes on by itself, and nothing is scored half way.

The first questions are there at once. The others come a few at a time between two events, so that the window never
stands still for a long form; whatever needs a question sooner, such as a quick key, has it made at once.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from recovery_desktop.instruments import Score, score
from recovery_desktop.instruments.definitions import Instrument, Item
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.answer_keys import AnswerHeads
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, beside, col, hold, row, take_out
from recovery_desktop_ui.parts.tab_order import tab_on
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, px
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import column_width, keys_of, runs
from recovery_desktop_ui.tabs.assessment.questionnaires.question import Question

_AHEAD = 120  # pixels that are shown beyond the question
_EDGE = 24  # the same where the page moves under somebody who pressed no key
_SLICE = 6  # questions made between two events
_AFTER = 2  # with the cursor on one of them, so many are there at least: it and the one after it


class Asking(QWidget):
    """All questions of one questionnaire. `changed` tells the answers after each; `done` that the person confirmed."""

    changed = Signal(object)  # dict: item key to answer
    done = Signal()

    def __init__(self, form: Instrument, *, substance: str = "") -> None:
        super().__init__()
        self.form, self._substance = form, substance
        self._answers: dict[str, Any] = {}
        self._skipped: tuple[str, ...] = ()
        self._asked = [item for item in form.items if substance not in item.not_for_substance]
        self._to_come = self._rows()
        self.questions: list[Question] = []  # those that are there already
        self._progress, self._how = text("", "strong"), text("", "caption", "quiet", wrap=is_large())
        self.finish = button(_("Done"), "primary", does=self.done.emit)
        self.finish.setObjectName("asking.done")
        self._slices: list[QWidget] = []
        self._layout = col(*self._head(), gap=2)
        self.setLayout(self._layout)
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_some)
        self._make(1)
        if not self._is_whole:
            QTimer.singleShot(0, self._later, self._later.start)  # after the first picture

    # -- composing

    def _head(self) -> list[QWidget]:
        parts: list[QWidget] = []
        if self.form.instruction:
            parts.append(text(self.form.instruction, "strong", wrap=True))
        if not self.form.items_shown:
            parts.append(text(_("Enter the answers from the publisher's own form."), "body", "quiet", wrap=True))
        return parts

    def _rows(self) -> Iterator[tuple[list[QWidget], Question]]:
        """Each question with what stands above it, made when it is asked for."""
        for heads, items in runs(self.form):
            above: list[QWidget] = []
            shown = [item for item in items if item in self._asked]
            if heads and shown:
                above = [hold(row(None, AnswerHeads(heads, column_width(heads)), 8, gap=0, pad=(0, 6, 0, 0)))]
            for item in shown:
                if item.group:
                    above.append(hold(col(text(item.group, "strong", wrap=True), pad=(0, 8, 0, 2))))
                yield above, self._question(item, heads)
                above = []

    def _question(self, item: Item, heads: tuple[str, ...]) -> Question:
        question = Question(item, item.key if item.key[:1].isdigit() else "", heads)
        question.said.connect(self._said)
        at = len(self.questions)
        question.keys.stepped.connect(lambda step: self._go(at, step))
        question.keys.confirmed.connect(lambda: self._confirm(at))
        self.questions.append(question)
        return question

    def _foot(self) -> QWidget:
        hint = _("↑ back · D declines · S skips · Enter when all is answered")
        if any(key.sign == "S" for item in self._asked for key in keys_of(item)):  # Sí
            hint = _("↑ back · ↓ skips · D declines · Enter when all is answered")
        keys = text(hint, "caption", "quiet", wrap=True)
        says = hold(col(hold(Flow(self._progress, self._how, gap=16)), keys, gap=2))
        return hold(col(beside(says, self.finish), pad=(14, 10, 8, 4)))

    # -- making the questions

    @property
    def _is_whole(self) -> bool:
        return len(self.questions) == len(self._asked)

    def _make(self, least: int) -> None:
        """Makes at least so many questions from the first on, or all; the foot comes with the last."""
        if least <= len(self.questions) or self._is_whole:
            return
        parts: list[QWidget] = []
        for above, question in islice(self._to_come, max(_SLICE, least - len(self.questions))):
            question.show_answer(self._answers.get(question.item.key))
            question.setEnabled(question.item.key not in self._skipped)
            parts += [*above, question]
        self._put(hold(col(*parts, *([self._foot()] if self._is_whole else []), gap=2)))

    def _put(self, made: QWidget) -> None:
        """In one widget, and seen at once: Qt lays the whole page out anew for each that is shown by itself, and of one
        that is shown later it does not know yet where the cursor goes."""
        self._layout.addWidget(made)
        made.show()
        if self._slices:
            tab_on(self._slices[-1], made)
        self._slices.append(made)

    def _make_some(self) -> None:
        self._make(len(self.questions) + 1)
        if self._is_whole:
            self._later.stop()

    # -- showing

    def show_answers(self, answers: Mapping[str, Any]) -> None:
        """Shows stored answers; tells nobody."""
        self._answers = dict(answers)
        for question in self.questions:
            question.show_answer(self._answers.get(question.item.key))
        self._follow()

    def found(self) -> Score:
        """What the answers come to so far."""
        return score(self.form.id, self._answers, substance=self._substance or None)

    def _follow(self) -> None:
        """Progress in words, and which questions are rightly not asked."""
        found = self.found()
        self._skipped = tuple(found.skipped_items)
        for question in self.questions:
            question.setEnabled(question.item.key not in self._skipped)
        open_ones = len(found.missing_items)
        wanted = [item for item in self._asked if item.scored and item.key not in self._skipped]
        answered = len(wanted) - open_ones
        self._progress.setText(_("{n} of {of_all} answered").format(n=answered, of_all=len(wanted)))
        later = ngettext(
            "The score is shown when one more is answered.",
            "The score is shown when {count} more are answered.",
            open_ones,
        ).format(count=open_ones)
        self._how.setText(later if open_ones else _("All is answered."))

    # -- what the person does

    def show_below(self, widget: QWidget, key: str) -> None:
        """Shows something below a question, such as what its answer raises."""
        self.let_go(widget)
        at = self._place_of(key)
        self._make(at + 1)
        for layout in self._layouts():
            found = layout.indexOf(self.questions[at])
            if found >= 0:
                layout.insertWidget(found + 1, widget)

    def let_go(self, widget: QWidget) -> None:
        """What was shown below a question goes elsewhere."""
        for layout in self._layouts():
            take_out(layout, widget)

    def _layouts(self) -> Iterator[QVBoxLayout]:
        """What the questions stand in."""
        for made in self._slices:
            layout = made.layout()
            assert isinstance(layout, QVBoxLayout)
            yield layout

    def keep_cursor_in_sight(self, ahead: int = _AHEAD) -> None:
        """Scrolls to the question with the cursor, if one has it."""
        for question in self.questions:
            if question.keys.hasFocus():
                keep_in_sight(question, ahead)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """While questions come, the one with the cursor may be below what the page can scroll to yet."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self.keep_cursor_in_sight(_EDGE))

    def begin(self) -> None:
        """Puts the cursor on the first question without an answer."""
        open_ones = (at for at in range(len(self._asked)) if self._is_asked(at) and not self._has_answer(at))
        self._focus(next(open_ones, 0))

    def _is_asked(self, at: int) -> bool:
        return self._asked[at].key not in self._skipped

    def _has_answer(self, at: int) -> bool:
        return self._answers.get(self._asked[at].key) is not None

    def _place_of(self, key: str) -> int:
        return next(at for at, item in enumerate(self._asked) if item.key == key)

    def _focus(self, at: int) -> None:
        """Puts the cursor on a question; the one after it is there as well before any key can come."""
        self._make(at + _AFTER)
        self.questions[at].keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self, key: str, value: Any, goes_on: bool) -> None:
        if value is None:
            self._answers.pop(key, None)
        else:
            self._answers[key] = value
        self._follow()
        self.changed.emit(dict(self._answers))
        if goes_on:
            self._go(self._place_of(key), 1)

    def _go(self, at: int, step: int) -> None:
        """To the next question that is asked, or to Done after the last."""
        at += step
        while 0 <= at < len(self._asked) and not self._is_asked(at):
            at += step
        if at >= len(self._asked):
            self.finish.setFocus(Qt.FocusReason.OtherFocusReason)
        elif at >= 0:
            self._focus(at)
            keep_in_sight(self.questions[at])

    def _confirm(self, at: int) -> None:
        """Enter ends a questionnaire that has all its answers; before that it goes to the next question."""
        if self.found().status == "complete":
            self.done.emit()
        else:
            self._go(at, 1)


def keep_in_sight(question: QWidget, ahead: int = _AHEAD) -> None:
    """Scrolls so that the question and what follows it can be read."""
    around = question.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(question, 0, min(px(ahead), around.viewport().height() // 3))
