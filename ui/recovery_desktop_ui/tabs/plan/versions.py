"""The versions of the plan that are not signed here: what each is called, why it was made, how the client took part."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.base import Record
from recovery_desktop.records.fields import Choice
from recovery_desktop.records.plan import VERSION_STATES, PlanVersion
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords

_BY_HAND = Choice(PlanVersion.status.label, {code: VERSION_STATES[code] for code in ("draft", "replaced")})
"""The states that are set by hand; a version becomes signed by being signed."""


class Versions(RecordList):
    """The versions in some states, the newest first; the open one stays while its state is changed. Another one is
    begun elsewhere on the page, and with Ctrl+Enter."""

    wanted = Signal()  # the next version

    def __init__(self, keeper: Keeper, name: str, *states: str) -> None:
        super().__init__(keeper, PlanVersion, version_form, version_words, add="", name=name, order="-number")
        self._states = states

    def _read(self) -> list[Record]:
        return [row for row in super()._read() if row.id == self._open or getattr(row, "status", "") in self._states]

    def add(self) -> None:
        self.wanted.emit()


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
