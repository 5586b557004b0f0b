"""The last contacts on the Overview, and the ways to log one and to see them all."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.sessions import CAME, Contact
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.texts import heading, text

_LAST = 3


class Lately(QWidget):
    """Three lines; the rest is in the section of its own."""

    go_to = Signal(object)  # Place
    command = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = RowList(_("Last contacts"), grows=True, walks=True)
        self._rows.setObjectName("page.contacts")
        self._rows.chosen.connect(lambda number: self.go_to.emit(Place("", "", Contact, number)))
        self._none = text(_("No session or contact is written down yet."), "body", "quiet")
        self._all = button("", "link", "chevron-right", does=lambda: self.go_to.emit(Place("overview", "sessions")))
        self._all.setObjectName("page.sessions")
        log = button(_("Log today’s contact"), "link", "plus", does=lambda: self.command.emit("log_contact"))
        log.setObjectName("page.log_contact")
        key = text("Ctrl+T", "caption", "quiet")
        self.setLayout(col(heading(_("Sessions and contacts"), log, key, 16, self._all), self._none, self._rows, gap=4))

    def show_contacts(self, episode: Entry | None) -> None:
        """Shows the newest contacts of an episode."""
        rows = episode.rows("contacts") if episode else []
        newest = sorted(rows, key=lambda row: row["held_on"] or datetime.date.min, reverse=True)[:_LAST]
        self._rows.set_rows([_row(row) for row in newest])
        self._rows.choose(None)
        self._rows.setVisible(bool(rows))
        self._none.setVisible(not rows)
        count = len(rows)
        all_of_them = ngettext("{count} contact and the notes", "{count} contacts and the notes", count)
        words = all_of_them.format(count=count) if rows else _("All contacts and notes")
        self._all.setText(words)
        self._all.setAccessibleName(words)


def _row(contact: Entry) -> RowData:
    came = contact["attendance"] in CAME
    said = "" if came else lower_first(contact.shown("attendance"))
    return RowData(
        contact.number,
        joined([contact.shown("kind") or _("Contact"), said, short(contact["note"], 140)], " · "),
        right=short_date(contact["held_on"]),
        mark="care" if contact["attendance"] == "missed" else "done" if came else "closed",
        dim=not came,
    )
