"""Asking a questionnaire: one key for each answer, the cursor goes on by itself, and nothing is scored half way."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from recovery_desktop.instruments import Score, score
from recovery_desktop.instruments.definitions import Instrument
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.answer_keys import AnswerHeads
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, beside, col, hold, row, take_out
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import column_width, runs
from recovery_desktop_ui.tabs.assessment.questionnaires.question import Question

_AHEAD = 120  # pixels that are shown beyond the question


class Asking(QWidget):
    """All questions of one questionnaire. `changed` tells the answers after each; `done` that the person confirmed."""

    changed = Signal(object)  # dict: item key to answer
    done = Signal()

    def __init__(self, form: Instrument, *, substance: str = "") -> None:
        super().__init__()
        self.form, self._substance = form, substance
        self._answers: dict[str, Any] = {}
        self.questions: list[Question] = []
        self._progress, self._how = text("", "strong"), text("", "caption", "quiet", wrap=True)
        self.finish = button(_("Done"), "primary", does=self.done.emit)
        self.finish.setObjectName("asking.done")
        self.setLayout(col(*self._head(), *self._rows(), *self._foot(), gap=2))

    # -- composing

    def _head(self) -> list[QWidget]:
        parts: list[QWidget] = []
        if self.form.instruction:
            parts.append(text(self.form.instruction, "strong", wrap=True))
        if not self.form.items_shown:
            parts.append(text(_("Enter the answers from the publisher's own form."), "body", "quiet", wrap=True))
        return parts

    def _rows(self) -> list[QWidget]:
        parts: list[QWidget] = []
        skipped = {item.key for item in self.form.items if self._substance in item.not_for_substance}
        for heads, items in runs(self.form):
            shown = [item for item in items if item.key not in skipped]
            if heads and shown:
                above = hold(row(None, AnswerHeads(heads, column_width(heads)), 8, gap=0, pad=(0, 6, 0, 0)))
                parts.append(above)
            for item in shown:
                if item.group:
                    parts.append(hold(col(text(item.group, "strong", wrap=True), pad=(0, 8, 0, 2))))
                parts.append(self._question(item.key, heads))
        return parts

    def _question(self, key: str, heads: tuple[str, ...]) -> Question:
        number = key if key[:1].isdigit() else ""
        question = Question(self.form.item(key), number, heads)
        question.said.connect(self._said)
        at = len(self.questions)
        question.keys.stepped.connect(lambda step: self._go(at, step))
        question.keys.confirmed.connect(lambda: self._confirm(at))
        self.questions.append(question)
        return question

    def _foot(self) -> list[QWidget]:
        hint = _("↑ back · D declines · S skips · Enter when all is answered")
        if any(key.sign == "S" for question in self.questions for key in question.keys.keys):  # Sí
            hint = _("↑ back · ↓ skips · D declines · Enter when all is answered")
        keys = text(hint, "caption", "quiet", wrap=True)
        says = hold(col(hold(Flow(self._progress, self._how, gap=16)), keys, gap=2))
        return [hold(col(beside(says, self.finish), pad=(14, 10, 8, 4)))]

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
        for question in self.questions:
            question.setEnabled(question.item.key not in found.skipped_items)
        open_ones = len(found.missing_items)
        wanted = [question for question in self.questions if question.item.scored and question.isEnabled()]
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
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        question = next(each for each in self.questions if each.item.key == key)
        take_out(layout, widget)
        layout.insertWidget(layout.indexOf(question) + 1, widget)

    def let_go(self, widget: QWidget) -> None:
        """What was shown below a question goes elsewhere."""
        layout = self.layout()
        assert layout is not None
        take_out(layout, widget)

    def keep_cursor_in_sight(self) -> None:
        """Scrolls to the question with the cursor, if one has it."""
        for question in self.questions:
            if question.keys.hasFocus():
                keep_in_sight(question)

    def begin(self) -> None:
        """Puts the cursor on the first question without an answer."""
        first = next((q for q in self.questions if q.isEnabled() and self._answers.get(q.item.key) is None), None)
        (first or self.questions[0]).keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self, key: str, value: Any, goes_on: bool) -> None:
        if value is None:
            self._answers.pop(key, None)
        else:
            self._answers[key] = value
        self._follow()
        self.changed.emit(dict(self._answers))
        at = next(i for i, question in enumerate(self.questions) if question.item.key == key)
        if goes_on:
            self._go(at, 1)

    def _go(self, at: int, step: int) -> None:
        """To the next question that is asked, or to Done after the last."""
        at += step
        while 0 <= at < len(self.questions) and not self.questions[at].isEnabled():
            at += step
        if at >= len(self.questions):
            self.finish.setFocus(Qt.FocusReason.OtherFocusReason)
        elif at >= 0:
            self.questions[at].keys.setFocus(Qt.FocusReason.OtherFocusReason)
            keep_in_sight(self.questions[at])

    def _confirm(self, at: int) -> None:
        """Enter ends a questionnaire that has all its answers; before that it goes to the next question."""
        if self.found().status == "complete":
            self.done.emit()
        else:
            self._go(at, 1)


def keep_in_sight(question: QWidget) -> None:
    """Scrolls so that the question and what follows it can be read."""
    around = question.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(question, 0, min(px(_AHEAD), around.viewport().height() // 3))
