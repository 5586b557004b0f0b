"""The needs of the episode as chips on the form of whatever may answer one: a service, a referral, a safety step."""

from typing import Any

from recovery_desktop.records.base import Link
from recovery_desktop.records.goals import Need
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.ties import Ties


def needs_answered(form: Form, link: type[Link]) -> Ties:
    """The needs that the row of a form answers, and those it could."""
    return Ties(form, link, _("Answers the needs"), _of_episode)


def _of_episode(row: Any) -> list[tuple[Need, str]]:
    rows = Need.select().where(Need.episode == row.episode).order_by(Need.position, Need.id)
    return [(each, each.statement) for each in rows]
