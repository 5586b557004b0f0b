"""The versions of the plan in their order; those that are not signed here with why each was made, and how the client
took part."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.base import Record
from recovery_desktop.records.fields import Choice
from recovery_desktop.records.plan import SIGNED, VERSION_STATES, PlanVersion
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.groups import listed
from recovery_desktop_ui.parts.layouts import Columns, col, hold, row
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text

_EMPTY = N_(
    "A version says when the plan was made, why, and how the client took part. "
    "What it plans comes from the other tabs: preview it at any time."
)
_BY_HAND = Choice(PlanVersion.status.label, {code: VERSION_STATES[code] for code in ("draft", "replaced")})
"""The states that are set by hand; a version becomes signed by being signed."""


class Versions(RecordList):
    """The versions in some states, the newest first; the open one stays while its state is changed by hand. Another one
    is begun elsewhere on the page, and with Ctrl+Enter."""

    wanted = Signal()  # the next version

    def __init__(self, keeper: Keeper, name: str, *states: str) -> None:
        super().__init__(keeper, PlanVersion, version_form, version_words, add="", name=name, order="-number")
        self._states = states

    def _read(self) -> list[Record]:
        rows: list[Any] = super()._read()
        return [row for row in rows if row.status in self._states or (row.id == self._open and row.status != SIGNED)]

    def add(self) -> None:
        self.wanted.emit()


class VersionGroup(QWidget):
    """All versions: the draft, those that are signed, those that were replaced; the first one is begun here, every
    other one below with the reviews, from the one before."""

    wanted = Signal()  # the next version

    def __init__(self, page: Sheet, signed: QWidget) -> None:
        """`signed` are the versions that are signed here; the lists are filled with those of the page."""
        super().__init__()
        self._signed = signed
        self._drafts = Versions(page.keeper, "plan_version", "", "draft")
        self._earlier = Versions(page.keeper, "earlier_version", "replaced")
        for one, other in ((self._drafts, self._earlier), (self._earlier, self._drafts)):
            page.also_listed(one, the_episode)
            one.wanted.connect(self.wanted)
            one.counted.connect(lambda _count: self._renew())
            one.opened.connect(lambda _row, other=other: other.refresh())  # the state of a row may be another one
        self._none = text(_(_EMPTY), "body", "quiet", wrap=True)
        self.first = button(_("Begin the first version"), "plain", "plus", does=self.wanted.emit)
        self.first.setObjectName("plan.begin")
        parts = (self._none, row(self.first, None), self._drafts, signed, self._earlier)
        self.setLayout(col(listed(_("Versions"), *parts), gap=0))

    def _renew(self) -> None:
        is_first = not (self._drafts.rows or self._earlier.rows) and self._signed.isHidden()
        self.first.setVisible(is_first)
        self._none.setVisible(is_first)

    def refresh(self) -> None:
        """Reads the draft anew, with its form."""
        self._drafts.refresh()

    def say_again(self) -> None:
        """Brings the lines up to date."""
        self._drafts.say_again()

    def make_ready(self) -> None:
        """Makes the form of a draft before one is opened: that takes a moment of its own, once."""
        self._drafts.make_ready()

    def open_row(self, number: int) -> None:
        """Opens a draft and puts the cursor into it."""
        self._drafts.open_row(number)


def version_form(form: Form) -> QWidget:
    """The fields of one version."""
    return hold(
        col(
            Columns(
                form.field("number"),
                form.field("dated_on"),
                form.field("status", editor=SegmentsEditor(_BY_HAND)),
                least=150,
                gap=16,
            ),
            Columns(
                pointer_field(form, "author"),
                form.field("next_review_on"),
                least=200,
                gap=16,
            ),
            Columns(form.field("reason"), form.field("copy_given_on"), least=200, gap=16),
            form.field("reason_detail"),
            form.field("took_part"),
            form.field("client_comment"),
            form.field("cultural_fit"),
            form.field("effectiveness_measured_by"),
            form.field("satisfaction_asked"),
            gap=14,
        )
    )


def version_words(version: PlanVersion) -> RowWords:
    """One line: "Version 2 · Draft · Review was due", and its date at the right."""
    fields = PlanVersion.described()
    parts = (fields["status"].shown(version.status), fields["reason"].shown(version.reason))
    return RowWords(
        _("Version {n}").format(n=version.number),
        joined(parts, " · "),
        short_date(version.dated_on),
        "started" if version.status == "draft" else "done",
        dim=version.status == "replaced",
    )
