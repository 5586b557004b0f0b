"""Sessions with people from the client's life: planned, held, or advised against."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.base import Record
from recovery_desktop.records.family import TO_COME, FamilySession, SessionPerson, SupportPerson
from recovery_desktop.text import _
from recovery_desktop.when import when
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.ties import Ties
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.tabs.family.safety import ClosedNote, closed_in, is_session_closed


def session_form(form: Form) -> QWidget:
    """All fields of a family session, and who takes part."""
    who = Ties(form, SessionPerson, _("Who takes part"), _people)
    form.saved.connect(lambda name: who.follow(form.row) if name in ("status", "held_on") else None)
    return hold(
        col(
            across(form, "kind", "status", "due_on", "held_on", least=200),
            ClosedNote(form),
            who,
            across(form, "aims", "outcome", least=300),
            gap=14,
        )
    )


def _people(session: Any) -> Sequence[tuple[Record, str]]:
    """Who may be asked, and who takes part already: not who the client has ruled out, nor to a session that is to come
    who is not to be brought together with the client for now."""
    tied = SupportPerson.select().join(SessionPerson).where(SessionPerson.session == session)
    invited = {one.id for one in tied}
    is_to_come = session.status in TO_COME and session.held_on is None
    closed = closed_in(session) if is_to_come else frozenset()
    people = SupportPerson.select().where(SupportPerson.client == session.episode.client)
    known = people.order_by(SupportPerson.position, SupportPerson.id)
    offered = [one for one in known if one.client_wants != "no_contact" and one.id not in closed]
    return [(one, one.name) for one in known if one in offered or one.id in invited]


def session_words(session: FamilySession) -> RowWords:
    """A session in one line."""
    fields = session.described()
    people = SupportPerson.select().join(SessionPerson).where(SessionPerson.session == session)
    names = joined(person.name for person in people.order_by(SupportPerson.position))
    mark, state = _state(session)
    return RowWords(
        fields["kind"].shown(session.kind) or _("Family session"),
        joined([names, session.outcome or session.aims], ": "),
        state,
        mark,
        dim=mark == "closed",
        tone=tone_of(mark),
    )


def _state(session: FamilySession) -> tuple[str, str]:
    """The kind of mark, and words."""
    status = session.described()["status"].shown(session.status)
    if is_session_closed(session):
        return "alarm", _("not together for now")
    if session.status == "contraindicated":
        return "alarm", _("advised against")
    if session.status == "declined" or session.status == "cancelled":
        return "closed", joined([status, short_date(session.due_on)], " ")
    if session.held_on:
        return "done", _("held {day}").format(day=short_date(session.held_on))
    if session.status == "held":
        return "care", _("held: on which day?")
    if session.due_on is None:
        return "started", status or _("no date yet")
    return "care" if session.due_on < today() else "started", when(session.due_on, today())
