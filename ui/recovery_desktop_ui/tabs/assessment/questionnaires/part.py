"""An administration inside its row: the questions while it is under way, the result once it is done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from recovery_desktop.instruments.definitions import Instrument
from recovery_desktop.plans.answered import Alert, alerts_of, form_of, score_of
from recovery_desktop.plans.safety_answers import is_answered, step_for
from recovery_desktop.plans.score_trends import Course, Given, courses
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import generated_field, generated_form
from recovery_desktop_ui.editing.inside import rows_inside
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Columns, Flow, clear, col, hold, take_out
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.tabs.assessment import words
from recovery_desktop_ui.tabs.assessment.questionnaires.alert import AlertCard
from recovery_desktop_ui.tabs.assessment.questionnaires.asking import Asking, keep_in_sight
from recovery_desktop_ui.tabs.assessment.questionnaires.recording import record_scores, scores_of, sex_of
from recovery_desktop_ui.tabs.assessment.questionnaires.result import ResultView
from recovery_desktop_ui.tabs.assessment.questionnaires.terms import languages_allowed

_HEAD = ("given_on", "answered_by", "language", "substance")

HandOver = Callable[[Administration], object]


class AdministrationPart(QObject):
    """Composes the form of a row; `widget` is what stands in it."""

    def __init__(self, form: Form, hand_over: HandOver) -> None:
        """`hand_over` lets the client answer on the whole screen."""
        super().__init__()
        self.form, self.keeper = form, form.keeper
        self._hand_over = hand_over
        self._visit = object()
        self._is_new = False
        self.asking: Asking | None = None
        self._fields = {name: generated_field(form, name) for name in _HEAD}
        self._head = Columns(*self._fields.values(), least=190, gap=16, across=3)
        self._alert, self.result = AlertCard(), ResultView()
        self._alert.wanted.connect(self._write_safety_step)
        self._place, self._alert_place = col(gap=0), col(self._alert, gap=0)
        self._by_hand = self._composed_by_hand()
        self._again = button(_("Change the answers"), "link", "pencil", does=self._ask)
        self._again.setObjectName("administration.change")
        self._client = button(_("Client answers on this screen"), "plain", "users", does=self._give_to_client)
        self._client.setObjectName("administration.client")
        self._ways = hold(Flow(self._client, self._again, gap=16))
        questions = hold(self._place)
        parts = (self._head, questions, hold(self._alert_place), self._ways, self.result, self._by_hand)
        self.widget = hold(col(*parts, gap=16))
        form.row_made.connect(self._note_new)
        form.shown.connect(self._follow)
        form.saved.connect(self._follow_field)
        self.keeper.changed.connect(self._follow_steps)

    def _composed_by_hand(self) -> QWidget:
        """What is entered of a questionnaire that the program does not know, or of one that is scored elsewhere."""
        scores = rows_inside(
            self.form,
            RecordedScore,
            generated_form,
            words.score,
            title=_("Scores as worked out"),
            add=_("Add a score"),
            empty=_("The total, or one score for each scale, with its published meaning."),
        )
        return hold(col(generated_form(self.form, leave_out=_HEAD), scores, gap=20))

    # -- showing

    def _note_new(self, _row: Record) -> None:
        """A row that is being entered by hand stays so until it is opened again."""
        self._is_new = True

    def _follow(self, row: Record | None) -> None:
        if self._is_new:
            self._is_new = False
            return
        self._visit = object()
        known = form_of(row.instrument, row.language) if isinstance(row, Administration) else None
        self._by_hand.setVisible(known is None)
        self._fields["substance"].setVisible(bool(known and _asks_by_substance(known)) or known is None)
        self._fields["language"].setVisible(known is None or self._has_languages(known))
        for part in (self._ways, self.result):
            part.setVisible(known is not None)
        self._clear()
        if known is None or not isinstance(row, Administration):
            self.result.hide()
        elif not row.responses and scores_of(row):  # scored elsewhere: there are no answers to show
            self._show_by_hand()
        elif scores_of(row):
            self._show_result(row, known)
        else:
            self._show_questions(row, known)

    def _has_languages(self, known: Instrument) -> bool:
        return len(languages_allowed(known.id, self.keeper.store.practice().non_profit)) > 1

    def _follow_field(self, name: str) -> None:
        """The questions in the language that was chosen just now, the alert by the day that was set."""
        if name == "given_on" and self.row is not None:
            self._show_alerts(self.row)
        if name in ("language", "substance") and self.asking is not None:
            self._follow(self.form.row)

    def _follow_steps(self, model: type[Record], _number: int) -> None:
        """The alert says whether a safety step is written down: one may come, go or get its day anywhere."""
        if model is SafetyStep and self.row is not None:
            self._show_alerts(self.row)

    def _show_by_hand(self) -> None:
        self.result.hide()
        self._ways.hide()
        self._by_hand.show()

    def _clear(self) -> None:
        """The alert goes back to its own place first: it outlives the questions."""
        if self.asking is not None:
            self.asking.let_go(self._alert)
        if self._alert_place.indexOf(self._alert) < 0:
            self._alert_place.addWidget(self._alert)
        self._alert.show_alerts([])
        self.asking = None
        clear(self._place)

    def _show_questions(self, row: Administration, known: Instrument) -> None:
        self._clear()
        self.result.hide()
        self._again.hide()
        self._client.setVisible(known.given == "self" and known.items_shown)
        self._ways.setVisible(self._client.isVisibleTo(self._ways))
        self.asking = Asking(known, substance=row.substance)
        self.asking.show_answers(row.responses)
        self.asking.changed.connect(self._keep)
        self.asking.done.connect(self._finish)
        self._place.addWidget(self.asking)
        self._show_alerts(row)
        tab_in_reading_order(self.widget)

    def _show_result(self, row: Administration, known: Instrument) -> None:
        self._clear()
        found = score_of(row.instrument, row.responses, sex=sex_of(row), substance=row.substance)
        assert found is not None
        self._client.hide()
        self._again.show()
        self._ways.show()
        self.result.show_result(known, found, row.responses, _courses(row))
        self.result.show()
        self._show_alerts(row)
        tab_in_reading_order(self.widget)

    def _show_alerts(self, row: Administration) -> None:
        """Below the question that raises it, where the eyes are; above the result afterwards."""
        alerts = alerts_of(row.instrument, row.responses)
        if alerts and self.asking is not None:
            take_out(self._alert_place, self._alert)
            self.asking.show_below(self._alert, alerts[0].item)
        self._alert.show_alerts(alerts, written=bool(alerts) and _is_written(row, alerts[0]))
        if alerts and self.asking is not None:
            QTimer.singleShot(0, self._alert, self._keep_alert_in_sight)

    def _keep_alert_in_sight(self) -> None:
        """The question with the cursor has to be in sight as well, at any text size."""
        keep_in_sight(self._alert)
        if self.asking is not None:
            self.asking.keep_cursor_in_sight()

    @property
    def row(self) -> Administration | None:
        return self.form.row if isinstance(self.form.row, Administration) else None

    # -- what the person does

    def begin(self) -> None:
        """Puts the cursor on the first question."""
        if self.asking is not None:
            self.asking.begin()

    def _ask(self) -> None:
        row = self.row
        known = form_of(row.instrument, row.language) if row is not None else None
        if row is not None and known is not None:
            self._show_questions(row, known)
            self.begin()

    def _keep(self, answers: dict[str, Any]) -> None:
        """Each answer is on the disk at once; what it raises is seen at once."""
        row = self.row
        if row is not None:
            self.keeper.attempt(lambda: self.keeper.save(row, visit=self._visit, responses=answers))
            self._show_alerts(row)

    def _finish(self) -> None:
        """Records the scores and shows the result; without all answers it stays as it is, marked incomplete."""
        row = self.row
        known = form_of(row.instrument, row.language) if row is not None else None
        if row is None or known is None:
            return
        self.keeper.attempt(lambda: record_scores(self.keeper, row))
        self._show_result(row, known)
        self._again.setFocus()
        self.form.saved.emit("responses")

    def _give_to_client(self) -> None:
        if self.row is not None and self.keeper.flush():
            self._hand_over(self.row)

    def _write_safety_step(self, alert: Alert) -> None:
        row = self.row
        if row is not None:
            step = step_for(alert, row.given_on)
            self.keeper.attempt(lambda: self.keeper.add(SafetyStep, row.episode, status="open", **step))


def _is_written(row: Administration, alert: Alert) -> bool:
    """Whether a safety step of the episode answers an alert."""
    steps = SafetyStep.select().where(SafetyStep.episode == row.episode)
    return is_answered(alert, row.given_on, [step.__data__ for step in steps])


def _asks_by_substance(known: Instrument) -> bool:
    return any(bands.substance for bands in known.bands)


def _courses(row: Administration) -> tuple[Course, ...]:
    """How the scores of this questionnaire went over all episodes of the client."""
    same = (Administration.instrument == row.instrument) & (Administration.substance == row.substance)
    query = Administration.select().join(Episode).where((Episode.client == row.episode.client) & same)
    given = [Given(each.given_on, each.responses, each.substance) for each in query if each.given_on]
    return courses(row.instrument, given, sex=sex_of(row))
