"""A need with the findings it comes from and what answers it; and a finding with the needs it leads to."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import (
    Finding,
    Goal,
    GoalNeed,
    Need,
    NeedFinding,
    NeedReferral,
    NeedSafetyStep,
    NeedService,
)
from recovery_desktop.records.therapies import SafetyStep, Service
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pointers import pointer_field, row_words
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.editing.ties import Ties
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Columns, col, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading


class RowSheet(Sheet):
    """One row at a time, or an empty form whose first words make one."""

    made = Signal(object)  # the row that came to be

    def __init__(self, keeper: Keeper, model: type[Record]) -> None:
        super().__init__(keeper)
        self.row: Record | None = None
        self.form = self.form_of(model, lambda _opened: self.row)
        self.form.row_made.connect(self._note_made)

    def _note_made(self, made: Record) -> None:
        self.row = made
        self.made.emit(made)

    def show_row(self, shown: Record | None, opened: OpenClient, owner: Record | None, **begun: Any) -> None:
        """Shows a row, or with None room for a new one below `owner` that starts with the values of `begun`."""
        self.row = shown
        if shown is None:
            self.form.show(None, owner, **begun)
        else:
            self.fill(opened)


class NeedSheet(RowSheet):
    """A need."""

    write_goal = Signal(object)  # the need for which a goal is to be written
    merge = Signal(object, object)  # the need that goes, and the one that it becomes a part of

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper, Need)
        form = self.form
        self._write = button(_("Write a goal for it"), "plain", "plus", does=lambda: self.write_goal.emit(form.row))
        self._write.setObjectName("need.write_goal")
        self._merge = button(_("Merge into…"), "plain", does=self._ask_where)
        self._merge.setObjectName("need.merge")
        self._menu = QMenu(self)
        form.shown.connect(self._follow)
        self.setLayout(
            col(
                heading(_("Need"), self._merge, self._write),
                form.field("statement"),
                Columns(form.field("domain"), form.field("status"), least=200, gap=16),
                form.field("status_reason"),
                Columns(form.field("look_again_on"), form.field("look_again_when"), least=200, gap=16),
                Ties(form, NeedFinding, _("Comes from the findings"), _findings),
                *self._answers(form),
                None,
                gap=16,
                pad=(28, 20, 32, 24),
            )
        )
        tab_in_reading_order(self)

    def _follow(self, shown: Record | None) -> None:
        self._write.setVisible(shown is not None)
        self._merge.setVisible(shown is not None and len(self._others()) > 0)

    def _others(self) -> list[Need]:
        """The other needs of the episode."""
        row = self.form.row
        return [each for each in _rows_below(row.episode, "needs") if each != row] if isinstance(row, Need) else []

    def _ask_where(self) -> None:
        self._menu.clear()
        for other in self._others():
            words = short(other.statement).replace("&", "&&")
            self._menu.addAction(words).triggered.connect(partial(self.merge.emit, self.form.row, other))
        self._menu.popup(self._merge.mapToGlobal(QPoint(0, self._merge.height())))

    @staticmethod
    def _answers(form: Form) -> tuple[Ties, ...]:
        kinds: tuple[tuple[type[Link], str, type[Record]], ...] = (
            (GoalNeed, _("Answered by the goals"), Goal),
            (NeedService, _("Answered by the services"), Service),
            (NeedReferral, _("Answered by the referrals"), Referral),
            (NeedSafetyStep, _("Answered by the safety steps"), SafetyStep),
        )
        return tuple(Ties(form, link, label, _of_episode(model)) for link, label, model in kinds)


class FindingSheet(RowSheet):
    """A finding."""

    make_need = Signal(object)  # the finding that is to become a need

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper, Finding)
        form = self.form
        self._make = button(_("Make it a need"), "plain", "plus", does=lambda: self.make_need.emit(form.row))
        self._make.setObjectName("finding.make_need")
        form.shown.connect(lambda shown: self._make.setVisible(shown is not None))
        statement, domain = form.field("statement"), form.field("domain")
        pointers = [pointer_field(form, name) for name in Finding.refs()]
        self.setLayout(
            col(
                heading(_("Finding"), self._make),
                statement,
                row(domain, None),
                Ties(form, NeedFinding, _("Leads to the needs"), _needs),
                Columns(*pointers, least=260, gap=16, across=2),
                None,
                gap=16,
                pad=(28, 20, 32, 24),
            )
        )
        tab_in_reading_order(self)


def _chip(one: Record) -> str:
    return goal_title(as_entry(one)) if isinstance(one, Goal) else row_words(one)


def _findings(need: Need) -> Sequence[tuple[Record, str]]:
    episode = need.episode
    return [(each, _chip(each)) for assessment in _rows_below(episode, "assessments") for each in assessment.findings]


def _needs(finding: Finding) -> Sequence[tuple[Record, str]]:
    return [(each, _chip(each)) for each in _rows_below(finding.assessment.episode, "needs")]


def _of_episode(model: type[Record]) -> Callable[[Need], Sequence[tuple[Record, str]]]:
    owner = model.owner()
    assert owner is not None
    return lambda need: [(each, _chip(each)) for each in _rows_below(need.episode, owner.listed_as)]


def _rows_below(episode: Episode, listed_as: str) -> list[Any]:
    rows = getattr(episode, listed_as)
    return list(rows.order_by(rows.model.position, rows.model.id))
