"""What is added to a signed version: a dated remark or correction, that a copy was given, a later signature."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop.desk.signing import add_addendum, add_signature
from recovery_desktop.plans.signers import Signer
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import Addendum, PlanVersion
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pending import PendingForm
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.layouts import Columns, col, row
from recovery_desktop_ui.tabs.plan.signature_form import SignatureForm


class Adding(QWidget):
    """What may still be added: a remark, a correction, that the copy was given; a signature that comes later."""

    def __init__(self, keeper: Keeper, version: Entry, wanted: Sequence[Signer]) -> None:
        super().__init__()
        self.keeper, self._version, self._wanted = keeper, version, wanted
        self._remark, self._signature = QWidget(), QWidget()
        remark = button(_("Add an addendum…"), "link", "plus", does=lambda: self._show(self._remark))
        remark.setObjectName("signed_version.addendum")
        later = button(_("Add a signature…"), "link", "plus", does=lambda: self._show(self._signature))
        later.setObjectName("signed_version.signature")
        self._layout = col(row(remark, 16, later, None), self._remark, self._signature, gap=10)
        self.setLayout(self._layout)
        self._remark.hide()
        self._signature.hide()

    def _show(self, which: QWidget) -> None:
        if which.layout() is None:
            which.setLayout(self._addendum_form() if which is self._remark else self._signature_form())
        which.setVisible(which.isHidden())

    def _addendum_form(self) -> QLayout:
        form = PendingForm(self.keeper, Addendum, "new addendum ")
        kind = form.field("kind", editor=SegmentsEditor(Addendum.kind))
        by = Columns(form.field("written_on", past=True), form.field("written_by"), least=200)
        add = button(_("Add it"), "plain", "check", does=lambda: self._add(form))
        add.setObjectName("addendum.add")
        layout = col(kind, form.field("text"), by, row(add, None), gap=12)
        form.go_on_with(self._version.number, written_on=today(), written_by=self.keeper.store.vault.user)
        return layout

    def _add(self, form: PendingForm) -> None:
        values = form.values()
        if values is None or not self.keeper.flush():  # nothing may be kept as a draft once it is added
            return
        version = PlanVersion.get_by_id(self._version.number)
        form.drop_draft()
        self.keeper.attempt(lambda: self.keeper.for_good(lambda: add_addendum(self.keeper.store, version, **values)))

    def _signature_form(self) -> QLayout:
        form = SignatureForm(self.keeper)
        form.given.connect(self._sign)
        form.begin(self._version.number, self._wanted)
        return col(form, gap=0)

    def _sign(self, values: dict[str, Any]) -> None:
        version = PlanVersion.get_by_id(self._version.number)
        self.keeper.attempt(lambda: self.keeper.for_good(lambda: add_signature(self.keeper.store, version, **values)))
