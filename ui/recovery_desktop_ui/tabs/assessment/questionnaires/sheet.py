"""The section on questionnaires: give one, see what each came to, and how it went over time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.answered import form_of
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import heading
from recovery_desktop_ui.tabs.assessment import words
from recovery_desktop_ui.tabs.assessment.questionnaires.chooser import Chooser
from recovery_desktop_ui.tabs.assessment.questionnaires.part import AdministrationPart
from recovery_desktop_ui.tabs.assessment.questionnaires.recording import scores_by_row
from recovery_desktop_ui.tabs.assessment.questionnaires.schedule import Schedule


class QuestionnairesSheet(Sheet):
    """Everything about questionnaires of the episode."""

    handed_over = Signal(object)  # the Administration that the client is to answer alone

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._opened: OpenClient | None = None
        self._seen: tuple[OpenClient | None, int] = None, -1
        self._scores: dict[int, list[RecordedScore]] = {}
        self.part: AdministrationPart | None = None
        self.chooser = Chooser()
        self.chooser.chosen.connect(self._give)
        self.given = self.rows_below(
            Administration,
            the_episode,
            self._form,
            self._words,
            add=_("Enter another one by its name"),
            empty=_("Each time a questionnaire was answered stands here, with its score and what it means."),
            order="-given_on",
            brief=True,
        )
        self.schedule = Schedule(self)
        part = hold(col(heading(_("Questionnaires")), self.chooser, self.given, gap=12))
        self.setLayout(groups(part, self.schedule.widget))

    def _words(self, row: Administration) -> RowWords:
        """Reads the scores of all rows at once when something was changed since."""
        if self._seen != (self._opened, self.keeper.revision):
            self._seen = self._opened, self.keeper.revision
            self._scores = scores_by_row(self._opened)
        return words.administration(row, self._scores.get(row.id, []))

    def _form(self, form: Form) -> QWidget:
        self.part = AdministrationPart(form, self.handed_over.emit)
        return self.part.widget

    def fill(self, opened: OpenClient) -> None:
        self._opened = opened
        self.chooser.offer(self.keeper.store.practice().non_profit)
        self.schedule.read(opened)
        super().fill(opened)

    def _give(self, instrument_id: str, language: str) -> None:
        """Begins an administration of today, with the cursor on its first question."""
        form = form_of(instrument_id, language)
        if self._opened is None or self._opened.episode is None or form is None or not self.keeper.flush():
            return
        episode = self._opened.episode
        row = self.keeper.attempt(
            lambda: self.keeper.add(
                Administration,
                episode,
                instrument=form.id,
                name=form.name,
                measures=form.measures,
                language=language,
                given_on=today(),
                answered_by=form.given,
            )
        )
        if row is not None:
            self.given.refresh()
            self.given.open_row(row.id, focus=False)
            if self.part is not None:
                self.part.begin()
