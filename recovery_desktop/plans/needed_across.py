"""What all clients need within a week, for the page that shows everybody: judged from records in part."""

import datetime
from collections.abc import Collection

from recovery_desktop.plans.due import AFTER_DISCHARGE
from recovery_desktop.plans.needed import WEEK, Needed, needed
from recovery_desktop.plans.records_in_part import records_in_part
from recovery_desktop.plans.rhythm import NO_RHYTHM, Rhythm
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client, Episode


def needed_across(
    clients: Collection[int], today: datetime.date, rhythm: Rhythm = NO_RHYTHM
) -> dict[int, tuple[Needed, ...]]:
    """By the number of the client the same as `needed` says of the whole record; without those who are gone."""
    records = records_in_part(clients, today, today + datetime.timedelta(WEEK), rhythm)
    return {number: needed(record, today, rhythm) for number, record in records.items()}


def awaited_after_discharge(today: datetime.date) -> list[int]:
    """Clients whose care has ended and who are to be called or visited by now, or within some time."""
    waiting = FollowUp.held_on.is_null() & FollowUp.due_on.is_null(False) & FollowUp.kind.in_(AFTER_DISCHARGE)
    ended = Client.select(Client.id).join(Episode).join(FollowUp).where(waiting & (Episode.discharged_on <= today))
    return [client.id for client in ended.distinct()]
