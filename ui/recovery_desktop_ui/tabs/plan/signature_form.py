"""Giving a signature: as whom, under what name, how; drawn, typed, on paper, agreed aloud, or declined and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.signers import Signer
from recovery_desktop.records.plan import Signature
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pending import PendingForm
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.drawn import DrawnEditor
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.parts.layouts import Columns, col, row

_SHORT_MANNERS = {
    "drawn": N_("On the screen"),
    "typed": N_("Name typed"),
    "paper": N_("On paper"),
    "verbal": N_("Agreed aloud"),
    "declined": N_("Declines"),
}
_NEEDS_REASON = ("verbal", "declined")


class SignatureForm(QWidget):
    """Half-typed and half-drawn signatures are kept until they are added."""

    given = Signal(object)  # the values of a signature by field name

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._form = PendingForm(keeper, Signature, "new signature ")
        self._signers: Sequence[Signer] = ()
        role = self._form.field("role", editor=SegmentsEditor(Signature.role))
        manner = self._form.field("manner", editor=SegmentsEditor(Signature.manner, _SHORT_MANNERS))
        self._reason = self._form.field("reason")
        self._pad = self._form.field("picture", label=_("Sign here"), editor=DrawnEditor(Signature.picture))
        self._pad.editor.target().setAccessibleDescription(
            _("Write with the mouse, a pen or a finger. Delete clears it. Without one of them choose “Name typed”.")
        )
        who = Columns(self._form.field("name"), self._form.field("credential"), least=220)
        when = self._form.field("signed_on", past=True)
        add = button(_("Add the signature"), "plain", "check", does=self._give)
        add.setObjectName("signature.add")
        self.setLayout(col(role, who, manner, self._pad, self._reason, when, row(add, None), gap=14))
        self._form.rows["role"].editor.edited.connect(self._name_signer)
        self._form.rows["manner"].editor.edited.connect(self._follow_manner)

    def begin(self, version: int, signers: Sequence[Signer], missing: str = "") -> None:
        """Goes on with a signature below the version of that number; `missing` is the role that is asked for first."""
        self._signers = signers
        self._form.go_on_with(version, signed_on=today(), role=missing, **self._named(missing))
        self._follow_manner()

    def _named(self, role: str) -> dict[str, str]:
        signer = next((one for one in self._signers if one.role == role), None)
        return {"name": signer.name, "credential": signer.credential} if signer is not None else {}

    def _name_signer(self) -> None:
        """The name that goes with a role; one typed by hand for another role stays."""
        role, name = self._form.typed("role"), self._form.typed("name")
        if name and name not in {one.name for one in self._signers}:
            return
        for field, value in {"name": "", "credential": "", **self._named(role)}.items():
            self._form.rows[field].put(value)

    def _follow_manner(self) -> None:
        manner = self._form.typed("manner")
        self._pad.setVisible(manner == "drawn")
        self._reason.setVisible(manner in _NEEDS_REASON)

    def _give(self) -> None:
        """Hands over what was given, unless something is missing: then the cursor is there."""
        values = self._form.values()
        if values is None or not self._form.keeper.flush():  # nothing may be kept as a draft once it is given
            return
        manner = values.get("manner")
        for field, needed, words in (
            ("picture", manner == "drawn", _("Write the signature here, or choose another way.")),
            ("reason", manner in _NEEDS_REASON, _("Say why, and how it was agreed.")),
        ):
            if needed and not values.get(field):
                self._form.point_at(self._form.rows[field], words)
                return
        if manner != "drawn":
            values.pop("picture", None)
        self._form.drop_draft()
        self.given.emit(values)
