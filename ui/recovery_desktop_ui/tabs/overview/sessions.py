"""Sessions and contacts, the newest first, and the counseling notes, which are kept apart and leave in no document."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.short import short
from recovery_desktop.records.goals import Progress
from recovery_desktop.records.sessions import CAME, Contact, CounselingNote
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Columns, col, hold, row, rule
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.overview.contact_form import contact_form

TABLES = ("contact", "counseling_note")


class Sessions(Sheet):
    """The second section of the Overview page."""

    back = Signal()

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.contacts = self.rows_below(
            Contact,
            the_episode,
            contact_form,
            contact_words,
            add=_("Add a contact of another day"),
            empty=_(
                "Sessions, calls and missed visits belong here, in a few words: the next plan review rests on them."
            ),
            order="-held_on",
        )
        self.notes = self.rows_below(
            CounselingNote,
            the_episode,
            _note_form,
            _note_words,
            add=_("Add a counseling note"),
            empty=_("Your own thoughts about a session belong here. Most practices need few of these notes."),
            order="-written_on",
        )
        self._log = button(_("Log today’s contact"), "primary", "plus", does=self.log_today)
        self._log.setObjectName("page.log_today")
        self._none = text(_("Begin an episode of care first: contacts belong to one."), "body", "quiet", wrap=True)
        self._parts = hold(col(self._contact_part(), rule(), self._note_part(), gap=24))
        back = button(_("Overview"), "link", "arrow-left", does=self.back.emit)
        back.setObjectName("page.back")
        self.setLayout(groups(row(back, None), self._none, self._parts, gap=16))

    def _contact_part(self) -> QWidget:
        key = text("Ctrl+T", "caption", "quiet")
        return hold(col(heading(_("Sessions and contacts"), key, self._log), self.contacts, gap=8))

    def _note_part(self) -> QWidget:
        apart = _("Kept apart under 42 CFR 2.11: in no plan and no document, and in a client file only on demand.")
        why = hold(row(Icon("lock"), text(apart, "body", "quiet", wrap=True), gap=8))
        return hold(col(heading(_("Counseling notes")), why, self.notes, gap=8))

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        self.opened = opened
        self._none.setVisible(opened.episode is None)
        self._parts.setVisible(opened.episode is not None)

    def log_today(self) -> None:
        """Opens the row of today's contact at its first question; makes it, unless an empty one is there."""
        episode = self.opened.episode
        if episode is None or not self.keeper.flush():
            return
        of_today = Contact.select().where((Contact.episode == episode) & (Contact.held_on == today()))
        begun = next((row for row in of_today if not _says_anything(row)), None)
        made = begun or self.keeper.attempt(lambda: self.keeper.add(Contact, episode, held_on=today()))
        if made is not None:
            self.contacts.refresh()
            self.contacts.reveal(Contact, made.id, "kind")

    def reveal(self, place: Place) -> bool:
        form = self.contacts.form
        if place.model is Progress and form is not None:  # it stands in the form of the contact of its day
            return any(part.reveal(Progress, place.number, place.field) for part in form.inside)
        return super().reveal(place)


def _says_anything(contact: Any) -> bool:
    """Whether more than the day is there."""
    fields = contact.described().items()
    is_filled = any(not field.is_empty(getattr(contact, name)) for name, field in fields if name != "held_on")
    return is_filled or bool(contact.objectives.exists())


def contact_words(contact: Contact) -> RowWords:
    """A contact in one line."""
    fields = contact.described()
    kind = fields["kind"].shown(contact.kind) or _("Contact")
    count = contact.minutes or 0
    minutes = ngettext("{count} minute", "{count} minutes", count).format(count=count) if count else ""
    came = contact.attendance in CAME
    attendance = "" if came else lower_first(fields["attendance"].shown(contact.attendance))
    return RowWords(
        short_date(contact.held_on) or _("no date"),
        joined([kind, attendance or minutes, short(contact.note, 160)], " · "),
        mark="care" if contact.attendance == "missed" else "done" if contact.attendance == "attended" else "closed",
        dim=not came,
    )


def _note_form(form: Form) -> QWidget:
    return hold(col(Columns(form.field("written_on", past=True), QWidget(), least=200), form.field("text"), gap=16))


def _note_words(note: CounselingNote) -> RowWords:
    return RowWords(short_date(note.written_on) or _("no date"), short(note.text, 160))
