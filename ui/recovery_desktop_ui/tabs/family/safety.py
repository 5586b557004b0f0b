"""Before people are brought together: talk in private, and which sessions are closed for now; never why."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.joint_sessions import closed_people, fear_was_told, is_closed
from recovery_desktop.plans.phrases import lower_first
from recovery_desktop.plans.safety_answers import private_action
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import FamilySession
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text


class SafetyFirst(QWidget):
    """A card above the family sessions, only where there is something to think of first."""

    def __init__(self) -> None:
        super().__init__()
        words = _("Safety first: {action}").format(action=lower_first(private_action()))
        advice = _(
            "Talk with the client alone before anybody is brought together. Who is not to be in a session for now is "
            "not offered for one. Meet people one by one, or mark a session “Advised against”, and tell nobody why."
        )
        self.setLayout(_card(words, advice))

    def show_for(self, client: Client) -> None:
        """Shows it where fear was told, or for a client who is afraid of somebody."""
        record = take(client.id)
        self.setVisible(fear_was_told(record) or bool(closed_people(record)))


class ClosedNote(QWidget):
    """What to do about a session that is closed for now; not to be seen on others."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        words = _("Not together for now")
        advice = _(
            "Somebody in this session is not to be brought together with the client. Take them out and meet people one "
            "by one, or set the status to “Advised against”. Tell nobody why; no document will."
        )
        self.setObjectName("family_session.closed")
        self.setLayout(_card(words, advice))
        self._form = form
        form.shown.connect(self.follow)
        form.saved.connect(lambda _name: self.follow(form.row))

    def follow(self, session: Record | None) -> None:
        """Shows it for a session that is closed."""
        self.setVisible(isinstance(session, FamilySession) and is_session_closed(session))


def closed_in(session: Any) -> frozenset[int]:
    """The numbers of the people who are not to be in a session with this client for now."""
    return closed_people(take(session.episode.client_id))


def is_session_closed(session: Any) -> bool:
    """Whether a session that is to come has one of them."""
    client = take(session.episode.client_id)
    rows = [row for episode in client.rows("episodes") for row in episode.rows("family_sessions")]
    entry = next((row for row in rows if row.number == session.id), None)
    return entry is not None and is_closed(entry, closed_people(client))


def _card(words: str, advice: str) -> QVBoxLayout:
    parts = col(text(words, "strong", "alarm", wrap=True), text(advice, wrap=True), gap=4)
    line = row(Icon("shield-alert", "alarm", 24), hold(parts), gap=12, pad=(16, 12, 16, 12))
    line.setStretch(1, 1)
    return col(Card(line, "alarm_soft", "alarm"), gap=0)
