"""For whom a document is made, and on what ground: the record, the client, a release, an emergency, another basis."""

import datetime
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.desk.refusals import purpose_of, recipient_of
from recovery_desktop.desk.request import OTHER_BASES, WAYS
from recovery_desktop.plans.consent import release_state
from recovery_desktop.plans.phrases import joined, said
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.fields import Line
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.editors.line import LineEditor
from recovery_desktop_ui.parts.editors.picker import Picker
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import text

_SAID: dict[str, tuple[tuple[str, str], ...]] = {
    "emergency": (
        ("recipient", N_("Medical person")),
        ("address", N_("Facility they belong to")),
        ("detail", N_("Nature of the emergency")),
    ),
    "law": (
        ("recipient", N_("To")),
        ("address", N_("Address of the recipient")),
        ("purpose", N_("Purpose")),
        ("detail", N_("In more detail, such as the court and its order")),
    ),
}
"""What is asked where there is no release, in the order in which it is filled in."""


class Ground(QWidget):
    """The way a document goes, with what each way asks for below it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._releases: Sequence[Entry] = ()
        self._on = datetime.date.min
        self.way = Picker(_("For"), "desk.way")
        self.way.show_words({code: _(words) for code, words in WAYS.items()})
        self.way.activated.connect(lambda _at: self._turn())
        self._release = Picker(_("Release"), "desk.release")
        self._release.activated.connect(lambda _at: self._turn())
        self._about = text("", "caption", "quiet", wrap=True)
        self._basis = Picker(_("Legal basis"), "desk.basis")
        self._basis.show_words({code: _(words) for code, words in OTHER_BASES.items()})
        self._basis.activated.connect(lambda _at: self.changed.emit())
        self._lines: dict[str, dict[str, LineEditor]] = {}
        self._asks: dict[str, QWidget] = {"release": under(_("Release"), self._release)}
        for way in _SAID:
            self._asks[way] = self._ask(way)
        self.setLayout(col(under(_("For"), self.way), *self._asks.values(), self._about, gap=10))
        self._turn()

    def _ask(self, way: str) -> QWidget:
        self._lines[way] = {}
        rows = [under(_("Legal basis"), self._basis)] if way == "law" else []
        for name, words in _SAID[way]:
            line = self._lines[way][name] = LineEditor(Line(words))
            line.set_label(_(words))
            line.target().setObjectName(f"desk.{way}_{name}")
            line.edited.connect(self.changed)
            rows.append(under(_(words), line))
        return hold(col(*rows, gap=10))

    def show_record(self, client: Entry, on: datetime.date) -> None:
        """Offers the releases of a client, each with how it stands; begins anew, with the record."""
        self._releases = client.rows("releases")
        self._release.show_words(
            {
                str(row.number): joined([recipient_of(row) or _("to nobody yet"), short_date(row["signed_on"])], " · ")
                for row in self._releases
            }
        )
        self._on = on
        self.way.choose("record")
        for lines in self._lines.values():
            for line in lines.values():
                line.put("")
        self._turn(quiet=True)

    def take(self, way: str) -> None:
        """Begins with one of the ways."""
        self.way.choose(way)
        self._turn(quiet=True)

    def release(self) -> Entry | None:
        """The release that is chosen."""
        return next((row for row in self._releases if str(row.number) == self._release.code()), None)

    def answers(self) -> dict[str, Any]:
        """What the request says of recipient and ground, by field name."""
        way = self.way.code()
        given: dict[str, Any] = {n: line.typed().strip() for n, line in self._lines.get(way, {}).items()}
        if way == "release":
            given["release"] = self.release()
        if way == "law":
            given["basis"] = self._basis.code()
        return {"way": way, **given}

    def _turn(self, *, quiet: bool = False) -> None:
        way = self.way.code()
        for each, widget in self._asks.items():
            widget.setVisible(each == way)
        self._release.setEnabled(bool(self._releases))
        self._about.setText(self._about_words(way))
        self._about.setVisible(bool(self._about.text()))
        if not quiet:
            self.changed.emit()

    def _about_words(self, way: str) -> str:
        release = self.release()
        if way == "release" and release is not None:
            told = _("Allows: {what}").format(what=said(release, "scope") or _("nothing that is ticked"))
            purpose = purpose_of(release)
            stands = release_state(release, self._on)[1]
            purpose = _("Purpose: {what}").format(what=purpose) if purpose else ""
            return joined([stands[:1].upper() + stands[1:], told, purpose], "\n")
        return {
            "record": _("Stays in the practice. The audit notes it; the log of disclosures does not."),
            "client": _("The client may have their own record (42 CFR 2.23). It is logged."),
            "release": _("No release is recorded. The client gives one on the Family involvement tab."),
            "emergency": _("Needs no release (42 CFR 2.51). Everything is logged; pick what the emergency needs."),
            "law": _("Without consent only where the law itself allows it. It is logged with its basis."),
        }.get(way, "")


def under(label: str, field: QWidget) -> QWidget:
    """A field below its label."""
    return hold(labelled(label, field))
