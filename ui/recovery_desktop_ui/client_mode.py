"""The client answers alone: one question at a time in large type, nothing else on the screen.

Only the passphrase leads back to the record. Each answer is saved as it is given; the client sees no score.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from recovery_desktop.instruments.definitions import Instrument, Item
from recovery_desktop.instruments.scoring import DECLINED
from recovery_desktop.plans.answered import form_of, score_of
from recovery_desktop.records.assessment import Administration
from recovery_desktop.text import _
from recovery_desktop.vault import Attempts
from recovery_desktop_ui.access.passphrase_again import PassphraseAgain
from recovery_desktop_ui.access.quiet_page import WIDE, QuietPage
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.answer_keys import AnswerKey, AnswerKeys
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.layouts import Item as Part
from recovery_desktop_ui.parts.texts import centred, text
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import keys_of
from recovery_desktop_ui.tabs.assessment.questionnaires.recording import record_scores

_TOUCH = 52  # pixels an answer is high, for a finger
_RANGE_FROM = 8  # so many answers without words stand in a row, not as lines


class ClientMode(QuietPage):
    """Shows the questions of one administration, then asks to give the laptop back."""

    ended = Signal()  # the counselor is back

    def __init__(self, keeper: Keeper, row: Administration, attempts: Attempts | None) -> None:
        """Without `attempts` there is no passphrase to ask for: the sample practice has none that anybody chose."""
        super().__init__()
        self._keeper, self._row, self._attempts = keeper, row, attempts
        form = form_of(row.instrument, row.language)
        assert form is not None
        self.form: Instrument = form
        self._answers: dict[str, Any] = dict(row.responses)
        self._at = -1  # the welcome
        self._resume_at: int | None = None  # the question at which the counselor took the laptop back
        self.keys: AnswerKeys | None = None
        self._visit = object()
        self.show_step()

    # -- steps

    def show_step(self) -> None:
        """The welcome, the question that is asked now, or the end."""
        self.keys = None
        if self._at < 0:
            self._show_welcome()
        elif self._at < len(self.form.items):
            self._show_question(self.form.items[self._at])
        else:
            self._show_end()

    def _show_welcome(self) -> None:
        begin = self._large(button(_("Begin"), "primary", does=lambda: self._go(1)), "client.begin")
        words = [centred(self.form.instruction, "heading")] if self.form.instruction else []
        note = _("Your answers go into your record with your counselor. You may leave any question out.")
        self._set(
            row(None, Icon("clipboard-list", "accent", 40), None),
            centred(self.form.title, "title"),
            *words,
            centred(note, "body", "quiet"),
            begin,
        )
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, item: Item) -> None:
        group = [text(self._group_of(item), "body", "quiet", wrap=True)] if self._group_of(item) else []
        hint = [text(item.hint, "body", "quiet", wrap=True)] if item.hint else []
        asked = text(item.text, "title", wrap=True)
        self.keys = self._keys(item)
        back = self._large(button(_("Back"), "plain", "arrow-left", does=lambda: self._go(-1)), "client.back")
        leave = self._large(button(_("I would rather not answer"), "plain", does=self._decline), "client.decline")
        progress = _("Question {n} of {of_all}").format(n=self._at + 1, of_all=len(self.form.items))
        head = [text(self.form.instruction, "body", "quiet", wrap=True)] if self.form.instruction else []
        ends = [] if _stands_down(item) or not _has_ends(item) else [self._ends(item)]
        parts = (text(progress, "body", "quiet"), *head, *group, asked, *hint, self.keys, *ends)
        self._set(*parts, 8, hold(Flow(back, leave, gap=16)))
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keys(self, item: Item) -> AnswerKeys:
        down = _stands_down(item)
        made = _with_ends(keys_of(item), item) if down and _has_ends(item) else keys_of(item)
        keys = AnswerKeys(made, down=down, wide=_TOUCH, tall=_TOUCH)
        keys.setObjectName("client.answers")
        keys.name(item.text)
        keys.show_answer(self._answers.get(item.key))
        keys.answered.connect(self._answered)
        keys.stepped.connect(self._go)
        keys.passed_over.connect(lambda _how: self._decline())
        keys.confirmed.connect(lambda: self._go(1))
        return keys

    @staticmethod
    def _ends(item: Item) -> QWidget:
        return hold(row(text(item.low_label, "body", "quiet"), None, text(item.high_label, "body", "quiet")))

    def _group_of(self, item: Item) -> str:
        """The printed heading that holds for an item: the last one above it."""
        return next((each.group for each in reversed(self.form.items[: self._at + 1]) if each.group), "")

    def _show_end(self) -> None:
        is_through = self._resume_at is None
        said = _("Thank you. That was all.") if is_through else _("Not all questions are answered yet.")
        again = self._large(button(_("Back to the questions"), "plain", "arrow-left", does=self._back_to_questions))
        again.setObjectName("client.back")
        self._set(
            row(None, Icon("circle-check" if is_through else "half", "accent", 40), None),
            centred(said, "title"),
            centred(_("Please give the laptop back to your counselor now."), "heading"),
            hold(row(None, again, None)),
            24,
            *self._way_back(),
        )
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_back(self) -> list[QWidget]:
        if self._attempts is None:
            record = button(_("Back to the record"), "link", does=self.ended.emit)
            record.setObjectName("client.record")
            return [hold(row(None, record, None))]
        passphrase = PassphraseAgain(self._keeper.store.vault.folder, self._attempts)
        passphrase.right.connect(self.ended)
        return [centred(_("For the counselor: the passphrase leads back to the record."), "body", "quiet"), passphrase]

    def _set(self, *parts: Part) -> None:
        column: QVBoxLayout = col(*parts, gap=16)
        if self._at < len(self.form.items):
            counselor = button(_("Counselor"), "link", "lock", does=self._to_end)
            counselor.setObjectName("client.counselor")
            column.addSpacing(24)
            column.addLayout(row(None, counselor))
        self.set_column(column, WIDE)

    @staticmethod
    def _large(made: Button, name: str = "") -> Button:
        made.setObjectName(name)
        made.setMinimumHeight(_TOUCH)
        made.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        return made

    # -- what the person does

    def _answered(self, value: Any) -> None:
        """Whoever presses the answer that is chosen already agrees with it."""
        if value is not None:
            self._keep(value)
        if self.keys is not None and not self.keys.is_waiting:
            self._go(1)

    def _decline(self) -> None:
        self._keep(DECLINED)
        self._go(1)

    def _keep(self, value: Any) -> None:
        self._answers[self.form.items[self._at].key] = value
        answers = dict(self._answers)
        self._keeper.attempt(lambda: self._keeper.save(self._row, visit=self._visit, responses=answers))

    def _go(self, step: int) -> None:
        """To the next question that is asked; after the last the scores are recorded, unseen."""
        found = score_of(self._row.instrument, self._answers, substance=self._row.substance)
        skipped = found.skipped_items if found is not None else ()
        self._at += step
        while 0 <= self._at < len(self.form.items) and self.form.items[self._at].key in skipped:
            self._at += step
        self._at = min(max(self._at, -1), len(self.form.items))
        if self._at == len(self.form.items):
            self._keeper.attempt(lambda: record_scores(self._keeper, self._row))
        self.show_step()

    def _to_end(self) -> None:
        """The counselor takes the laptop back before all is answered; nothing is scored then."""
        self._resume_at, self._at = self._at, len(self.form.items)
        self.show_step()

    def _back_to_questions(self) -> None:
        """To the last question, or to where the counselor took over."""
        if self._resume_at is None:
            self._go(-1)
        else:
            self._at, self._resume_at = self._resume_at, None
            self.show_step()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # no key leads away from here


def _stands_down(item: Item) -> bool:
    """Whether the answers are lines; the words of the ends of a range stand at the first and the last of them."""
    return len(item.answers) < _RANGE_FROM


def _has_ends(item: Item) -> bool:
    return bool(item.low_label or item.high_label)


def _with_ends(keys: list[AnswerKey], item: Item) -> list[AnswerKey]:
    """The words of the ends at the first and the last answer of a short range."""
    words = {0: item.low_label, len(keys) - 1: item.high_label}
    return [AnswerKey(key.value, key.sign, words.get(i, "")) for i, key in enumerate(keys)]
