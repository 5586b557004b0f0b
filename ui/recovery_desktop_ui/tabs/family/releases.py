"""Releases of information: to whom, what may be told, and whether each one holds today."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.consent import release_state
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.family import SCOPES, Release, SupportPerson
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords


def _entry(release: Any) -> Entry:
    return next(one for one in take(release.client_id).rows("releases") if one.number == release.id)


def scope_words(release: Release) -> str:
    """What may be told, as one phrase: "attendance, emergencies"."""
    return joined(lower_first(_(SCOPES[code])) for code in release.scope)


def release_words(release: Release) -> RowWords:
    """A release in one line."""
    kind, state = release_state(_entry(release), today())
    person = release.person or release.team_member
    to = release.recipient or (person.name if person else "") or _("No recipient yet")
    return RowWords(to, scope_words(release), state, kind, dim=kind == "closed", tone=tone_of(kind))


def releases_to(person: SupportPerson) -> list[Release]:
    """The releases to a support person, the newest first."""
    return list(Release.select().where(Release.person == person).order_by(Release.position.desc(), Release.id.desc()))


def release_form(form: Form) -> QWidget:
    """All that a consent needs, in the order of its paper form."""
    people = (pointer_field(form, name) for name in ("person", "team_member"))
    to = Columns(*people, form.field("kind"), least=260, gap=16)
    until = across(form, "expires_on", "expires_when", least=300)
    return hold(
        col(
            to,
            across(form, "recipient", "recipient_address", least=300),
            form.field("scope"),
            across(form, "scope_detail", "not_included", least=300),
            across(form, "purpose", "discloser", least=300),
            across(form, "signed_on", "signed_by", least=300),
            form.field("revocation_explained"),
            until,
            across(form, "revoked_on", "revoked_how", least=300),
            gap=14,
        )
    )
