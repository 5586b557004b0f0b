"""The assessment: one section after the other in any order, on several days, and again later."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.beginning import Before, BegunPage, begin, reopen
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.new_episode import new_episode
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.combo import PlainCombo
from recovery_desktop_ui.parts.layouts import col, hold, row, rule
from recovery_desktop_ui.parts.tokens import is_large, px
from recovery_desktop_ui.tabs.assessment.marks import Looked, look
from recovery_desktop_ui.tabs.assessment.questionnaires.sheet import QuestionnairesSheet
from recovery_desktop_ui.tabs.assessment.sections import SECTIONS


def _begin(keeper: Keeper, opened: OpenClient) -> None:
    """The first one comes with its episode."""
    if opened.episode is None:
        new_episode(keeper, opened.client)
        return
    before = _assessments(opened)
    made = keeper.add(Assessment, opened.episode, kind="again" if before else "first", started_on=today())
    if before:
        keeper.store.carry_over(before[0], made)


def _assessments(opened: OpenClient) -> list[Assessment]:
    """All assessments of the episode, the newest first."""
    query = Assessment.select().where(Assessment.episode == opened.episode)
    return list(query.order_by(Assessment.position.desc(), Assessment.id.desc()))


_BEFORE = Before(
    "clipboard-list",
    N_("No assessment yet"),
    N_("Ask in any order and on several days; everything is kept as you go. What is found leads to needs and goals."),
    N_("Begin the assessment"),
    lambda opened: opened.assessment is None,
    _begin,
)


class AssessmentPage(BegunPage):
    """Shows the newest assessment, or an earlier one that was picked."""

    handed_over = Signal(object)  # the Administration that the client is to answer alone

    def __init__(self, keeper: Keeper) -> None:
        self._picked = 0
        self._which = PlainCombo()
        self._which.setObjectName("page.which")
        self._which.setAccessibleName(_("Assessment shown"))
        self._which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._which.setMinimumWidth(px(200))
        again = button(_("New assessment"), "link", "plus", does=self._assess_again)
        again.setObjectName("page.again")
        aligned = row(again, None, pad=(10, 0, 0, 0))  # under the marks of the outline
        above = hold(row(self._which, again) if is_large() else col(self._which, aligned, rule(), gap=6))
        super().__init__(keeper, SECTIONS, _("Sections of the assessment"), _BEFORE, above)
        self._which.activated.connect(lambda index: self._pick(self._which.itemData(index)))

    def fill(self, opened: OpenClient) -> None:
        listed = _assessments(opened)
        shown = next((each for each in listed if each.id == self._picked), opened.assessment)
        self._picked = shown.id if shown is not None else 0
        self.opened = replace(opened, assessment=shown)
        self._list(listed)
        super().fill(self.opened)

    def looks_at(self, opened: OpenClient) -> Looked:
        return look(opened)

    def sheet_made(self, sheet: Sheet) -> None:
        if isinstance(sheet, QuestionnairesSheet):
            sheet.handed_over.connect(self.handed_over)

    def _list(self, listed: list[Assessment]) -> None:
        self._which.clear()
        for place, each in enumerate(listed):
            words = as_entry(each).shown("kind") or _("Assessment {number}").format(number=len(listed) - place)
            self._which.addItem(joined([words, short_date(each.started_on)]), each.id)
        self._which.setCurrentIndex(self._which.findData(self._picked))
        self._which.setVisible(len(listed) > 1)

    def _pick(self, number: int) -> None:
        if self.opened is None or not self.keeper.flush():
            return
        self._picked = number
        self._filled.clear()
        self.fill(self.opened)

    def _assess_again(self) -> None:
        """Another assessment of the episode, which starts from the last one; the earlier ones stay as they are."""
        opened = self.opened
        if opened is not None and self.keeper.flush():
            self.keeper.attempt(lambda: begin(self.keeper, opened, _BEFORE))
            self._picked = 0
            reopen(self)

    def reveal(self, place: Place) -> bool:
        above = assessment_of(place)
        if above and above != self._picked:
            self._pick(above)
        return super().reveal(place)


def assessment_of(place: Place) -> int:
    """The number of the assessment to which the row of a place belongs; 0 when it is none's."""
    row = place.model.get_or_none(place.model.id == place.number) if place.model is not None else None
    while row is not None and not isinstance(row, Assessment):
        owner = type(row).owner()
        row = getattr(row, owner.name) if owner is not None else None
    return row.id if row is not None else 0
