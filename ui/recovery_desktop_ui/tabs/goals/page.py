"""Goals: at the left what there is, at the right what is chosen, and between them the thread that holds it together."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Finding, Goal, Intervention, Need, Objective, Progress
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.text import N_
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.layouts import col, hold, row, rule, scrolling
from recovery_desktop_ui.parts.tokens import is_large
from recovery_desktop_ui.tabs.goals import answers, whole_thread
from recovery_desktop_ui.tabs.goals.changing import Changes
from recovery_desktop_ui.tabs.goals.detail import Detail
from recovery_desktop_ui.tabs.goals.goal_sheet import GoalSheet
from recovery_desktop_ui.tabs.goals.need_sheet import FindingSheet, NeedSheet
from recovery_desktop_ui.tabs.goals.outline import Outline
from recovery_desktop_ui.tabs.goals.rows import Key
from recovery_desktop_ui.tabs.goals.whole_thread import WholeThread
from recovery_desktop_ui.tabs.page_of_table import page_of

_BEFORE = Before(
    "target",
    N_("No episode of care yet"),
    N_("Goals belong to an episode of care. Begin one, and they can be written."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)
_BELOW_GOAL = (Objective, Intervention, Progress)


class GoalsPage(Page):
    """The one page on which needs, goals and all that is done for them are edited."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._key: Key | None = None
        self._client = 0
        self._entries: dict[Key, Entry] = {}
        self._answers: Need | None = None  # the need for which a goal is being written
        self.outline = Outline(keeper)
        self.detail = Detail(keeper)
        self.whole, self.changes = WholeThread(), Changes(self)
        self._two_sides = self._body()
        body = hold(col(self._two_sides, self.whole, gap=0))
        self._beginning = Beginning(self, _BEFORE, body)
        self.setLayout(col(body, self._beginning, gap=0))
        self.show_whole(False)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _body(self) -> Any:
        if is_large():
            return scrolling(hold(col(self.outline, rule(), self.detail, gap=0)), "paper")
        line = row(self.outline, rule(vertical=True), self.detail, gap=0)
        line.setStretchFactor(self.detail, 1)
        return hold(line)

    def _connect(self) -> None:
        outline, whole, does = self.outline, self.whole, self.changes
        outline.chosen.connect(self._choose)
        outline.adding.connect(self._add)
        outline.moved.connect(does.move)
        outline.removing.connect(self._remove)
        outline.card.write_goal.connect(self._write_goal)
        outline.card.refer.connect(does.refer)
        outline.proposed.take.connect(lambda key: does.take(outline.proposal(key)))
        outline.proposed.leave.connect(lambda key: does.leave(outline.proposal(key)))
        outline.proposed.again.connect(does.propose_again)
        outline.whole.connect(lambda: self.show_whole(True))
        whole.back.connect(self._back)
        whole.go.connect(self._go)
        whole.write_goal.connect(self._write_goal)
        whole.make_need.connect(lambda number: does.make_need(Finding.get_by_id(number)))
        whole.no_need.connect(does.no_need)
        does.done.connect(self._renew)
        does.shown.connect(self._go)
        self.detail.begin.connect(lambda: self._add(Goal))
        self.detail.built.connect(self._connect_sheet)
        self._later.timeout.connect(self._renew)
        self.keeper.changed.connect(self._renew_later)

    def _renew_later(self, _model: object, _number: int) -> None:
        if self.isVisible():
            self._later.start()

    def _connect_sheet(self, sheet: GoalSheet | NeedSheet | FindingSheet) -> None:
        sheet.made.connect(self._made)
        if isinstance(sheet, GoalSheet):
            sheet.chain.go.connect(self._go)
            sheet.prompts.go.connect(self._go)
            sheet.chain.begin.connect(lambda key: self._begin_stage(sheet, key))
        elif isinstance(sheet, NeedSheet):
            sheet.write_goal.connect(lambda need: self._write_goal(need.id))
            sheet.merge.connect(self.changes.merge)
        else:
            sheet.make_need.connect(self.changes.make_need)

    # -- showing

    def fill(self, opened: OpenClient) -> None:
        if self._beginning.is_needed(opened):
            self._client, self._key, self._answers, self._entries = 0, None, None, {}
            self.show_whole(False)
            return
        if opened.client.id != self._client:
            self._client, self._key, self._answers = opened.client.id, None, None
        self._read()
        if self._key not in self._entries:
            self._key = next((key for key in self._entries if key[0] is Goal), None)
        self._show()

    def _read(self) -> None:
        """Reads the record anew, and says it at the left."""
        episode = episode_entry(self.opened) if self.opened is not None else None
        assert episode is not None
        self._entries = {(each.model, each.number): each for each in episode.walk()}
        self.outline.show_episode(episode, today())
        if not self.whole.isHidden():
            self.whole.show_episode(episode, today())

    def _renew(self) -> None:
        """Follows a change on this page; what somebody is typing in stays as it is."""
        if self.opened is None or self.opened.episode is None:
            return
        self._read()
        self.outline.choose(self._key if self._key in self._entries else None)
        self._show_thread()

    def _show_thread(self) -> None:
        sheet = self.detail.goal_sheet()
        goal = self._entries.get((Goal, sheet.goal.id)) if sheet is not None and sheet.goal is not None else None
        if sheet is not None and goal is not None:
            sheet.show_thread(goal)

    def _show(self) -> None:
        """Shows the chosen row at the right."""
        self.outline.choose(self._key)
        if self._key is None or self.opened is None:
            self.detail.show_nothing()
            return
        model, number = self._key
        if model is Objective:
            self.detail.show_row(Goal, Objective.get_by_id(number).goal, self.opened)
            self.detail.show_objective(number)
        else:
            self.detail.show_row(model, model.get_by_id(number), self.opened)
        self._show_thread()

    def show_whole(self, whole: bool) -> None:
        """Turns to the thread of the whole plan, or back to the two sides."""
        if whole == self.whole.isHidden():
            self.whole.setVisible(whole)
            self._two_sides.setVisible(not whole)
            if whole and self._entries:
                self._read()
                self.whole.chart.setFocus()

    def _back(self) -> None:
        self.show_whole(False)
        self.outline.rows.setFocus()

    # -- choosing and going

    def _choose(self, key: Key) -> None:
        if self.keeper.flush():
            self._key, self._answers = key, None
            self._show()

    def _go(self, place: Place) -> None:
        """Goes where a chip of the thread leads, here or on another page."""
        if page_of(place.model) != "goals":
            self.go_to.emit(place)
        elif self.keeper.flush():
            self.reveal(place)

    def _begin_stage(self, sheet: GoalSheet, key: str) -> None:
        """Where something is missing on the thread, it is entered: needs at the goal, findings at its needs."""
        needs = self._entries[(Goal, sheet.goal.id)].tied("needs") if sheet.goal is not None else []
        if key == "finding" and needs:
            self._choose((Need, needs[0].number))
        elif key in ("finding", "need"):
            self._add(Need)
        else:
            sheet.begin_stage(key)

    def section(self) -> str:
        if not self.whole.isHidden():
            return whole_thread.SECTION
        return f"{self._key[0]._meta.table_name} {self._key[1]}" if self._key is not None else ""

    def step_section(self, step: int) -> None:
        keys = self.outline.rows.keys()
        at = keys.index(self._key) + step if self._key in keys else 0
        if 0 <= at < len(keys):
            self._choose(keys[at])

    def reveal(self, place: Place) -> bool:
        self._answers = None
        self.show_whole(place.model is None and place.section == whole_thread.SECTION)
        if not self.whole.isHidden():
            return True
        if place.model is SetAside:  # its undo: what was left aside is offered again
            return True
        if place.model is None:
            found = next((key for key in self._entries if place.section == f"{key[0]._meta.table_name} {key[1]}"), None)
            if found is not None and place.section:
                self._choose(found)
            return found is not None
        key: Key = (place.model, place.number)
        if key not in self._entries:
            return False
        if place.model in (Goal, Need, Finding):
            self._key = key
            self._show()
            return bool(self.detail.sheet(key[0]).form.focus(place.field))
        if place.model not in _BELOW_GOAL:
            return False
        row: Any = key[0].get_by_id(key[1])
        goal = row.goal
        self._key = key if place.model is Objective else (Goal, goal.id)
        self._show()
        return bool(self.detail.sheet(Goal).reveal(place))

    # -- changing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._entries:
            self._add(self.outline.kind)
        else:
            super().keyPressEvent(event)

    def _add(self, kind: type[Record], **begun: Any) -> None:
        """Opens room for a new row; what is entered first makes it."""
        if self.opened is None or not self.keeper.flush():
            return
        self.show_whole(False)
        self._answers = None
        if kind is Finding and self.opened.assessment is None:
            self.go_to.emit(Place("assessment"))
            return
        self._key = None
        self.outline.rows.choose(None)
        self.detail.show_row(kind, None, self.opened, **begun)
        self.detail.sheet(kind).form.focus()

    def _made(self, made: Record) -> None:
        """What was begun in an empty form is there now."""
        assert self.opened is not None
        self._key = (type(made), made.id)
        if isinstance(made, Goal):
            if self._answers is not None:
                need, self._answers = self._answers, None
                self.keeper.attempt(lambda: answers.by_goal(self.keeper, need, made))
            self.detail.sheet(Goal).show_made(made, self.opened)
        self._renew()

    def _write_goal(self, number: int) -> None:
        need = Need.get_by_id(number)
        begun = {"domains": [need.domain]} if need.domain else {}
        self._add(Goal, **begun)
        self._answers = need

    def _remove(self, key: Key) -> None:
        """Takes a row away; the next one is chosen."""
        if not self.keeper.flush():
            return
        siblings = answers.siblings(key)
        at = siblings.index(key[1])
        others = siblings[:at] + siblings[at + 1 :]
        above = self._entries[key].model is Objective and (Goal, Objective.get_by_id(key[1]).goal.id)
        gone = key[0].get_by_id(key[1])
        self.keeper.attempt(lambda: self.keeper.remove(gone, answers.called(gone)))
        self._key = above or ((key[0], others[min(at, len(others) - 1)]) if others else None)
        self._read()
        self._show()
