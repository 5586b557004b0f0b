"""The practice itself: its letterhead, who works in it, the local directory of help, and words spelled its own way."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.practice import OwnWord, Practice, Staff
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pointers import has_left
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.panes.directory import DirectoryView
from recovery_desktop_ui.panes.rule_profiles import RuleProfiles
from recovery_desktop_ui.parts.groups import group, groups, listed
from recovery_desktop_ui.parts.layouts import beside, col, hold, scrolling
from recovery_desktop_ui.parts.letterhead import LetterheadView
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

_ON_PAPER = ("name", "address", "phone", "license_number")


class PracticePane(QWidget):
    """What is shared by all clients; shown beside the tabs."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._form = Form(keeper, Practice)
        self._head = LetterheadView()
        self._staff = RecordList(
            keeper,
            Staff,
            _staff_form,
            staff_words,
            add=_("Add a staff member"),
            empty=_("Who works here, and as what."),
        )
        self._directory = DirectoryView(keeper)
        self._words = RecordList(
            keeper,
            OwnWord,
            lambda form: hold(col(form.field("word"))),
            lambda row: RowWords(row.word),
            add=_("Add a word"),
            empty=_("Names and words that the spelling check is to let stand."),
            order="word",
            brief=True,
        )
        self._profiles = RuleProfiles(keeper, self._form)
        self._compose()
        for name in _ON_PAPER:
            self._form.rows[name].editor.edited.connect(self._show_letterhead)
        keeper.changed.connect(self._follow_staff)
        keeper.taken_back.connect(self._follow_undo)
        self.refresh()

    def _follow_staff(self, model: object, _number: int) -> None:
        if model is Staff:
            self._show_letterhead()

    def _follow_undo(self, _touched: object) -> None:
        self.refresh()

    def _compose(self) -> None:
        practice = self._keeper.store.practice()
        sample = text(
            _("This is the sample practice: every document says SAMPLE. Remove it in the File menu."),
            "body",
            "care",
            wrap=True,
        )
        sample.setVisible(practice.sample == "yes")
        own = hold(col(sample, *self._fields(), gap=14))
        content = groups(
            text(_("Practice, staff and directory"), "title"),
            group(_("Practice"), beside(own, hold(col(self._head, None)), gap=32)),
            group(_("Rules for plans"), self._profiles),
            listed(_("Staff"), self._staff),
            listed(_("Local directory of help"), self._directory),
            listed(_("Own words"), self._words),
        )
        self.setLayout(col(scrolling(hold(content)), gap=0))
        tab_in_reading_order(self)

    def _fields(self) -> tuple[QWidget, ...]:
        form = self._form
        return (
            form.field("name"),
            across(form, "address", "phone", least=260),
            across(form, "license_number", "npi", least=260),
            across(form, "fax", "email", "website", least=180),
            across(form, "non_profit", "crisis_line", least=290),
            across(form, "paper", "language", "idle_minutes", least=180),
        )

    def refresh(self) -> None:
        """Shows what the disk has now."""
        self._form.show(self._keeper.store.practice())
        self._staff.show_rows(None)
        self._profiles.refresh()
        self._directory.refresh()
        self._words.show_rows(None)
        self._show_letterhead()

    def _show_letterhead(self) -> None:
        typed = {name: self._form.rows[name].editor.typed() for name in _ON_PAPER}
        signing: Any = Staff.select().where(Staff.role == "counselor").order_by(Staff.position, Staff.id).first()
        counselor = {"name": signing.name, "credential": signing.credential} if signing is not None else {}
        self._head.show_practice(typed, counselor)


def _staff_form(form: Form) -> QWidget:
    return hold(
        col(
            across(form, "name", "credential", "role"),
            across(form, "license_number", "languages", "left_on"),
            across(form, "phone", "email"),
            gap=14,
        )
    )


def staff_words(one: Staff) -> RowWords:
    """A staff member in one line."""
    is_gone = has_left(one)
    return RowWords(
        joined([one.name, one.credential]),
        joined([one.described()["role"].shown(one.role), one.languages, one.phone], " · "),
        _("left {day}").format(day=short_date(one.left_on)) if is_gone else "",
        "closed" if is_gone else "done",
        dim=is_gone,
    )
