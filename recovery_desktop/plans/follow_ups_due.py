"""Follow-ups that are due across all clients: questionnaires again, calls, visits; plan reviews stand elsewhere."""

import datetime
from dataclasses import dataclass

from recovery_desktop.plans.short import short
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.when import when

MOST = 100
_AFTER_DISCHARGE = ("call", "visit")


@dataclass(frozen=True)
class FollowUpDue:
    """One of them: the client's number, name and record number, what it is and when."""

    client: int
    name: str
    record_number: str
    what: str
    on: datetime.date
    when: str


def follow_ups_due(today: datetime.date, ahead: int = 14) -> tuple[FollowUpDue, ...]:
    """Those that are late or come within some days, the earliest first, no more than a hundred; after a discharge only
    calls and visits."""
    still = Episode.discharged_on.is_null() | FollowUp.kind.in_(_AFTER_DISCHARGE)
    soon = FollowUp.due_on <= today + datetime.timedelta(ahead)
    waiting = FollowUp.held_on.is_null() & (FollowUp.kind != "plan_review") & soon & still
    rows = FollowUp.select(FollowUp, Episode, Client).join(Episode).join(Client).where(waiting)
    return tuple(_line(row, today) for row in rows.order_by(FollowUp.due_on, FollowUp.id).limit(MOST))


def _line(row: FollowUp, today: datetime.date) -> FollowUpDue:
    client = row.episode.client
    what = short(row.what) or FollowUp.described()["kind"].shown(row.kind)
    return FollowUpDue(client.id, client.called, client.record_number, what, row.due_on, when(row.due_on, today))
