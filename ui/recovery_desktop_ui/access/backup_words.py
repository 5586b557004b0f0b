"""Backups in words: when one was made, and how much is in it."""

from collections.abc import Mapping
from datetime import datetime

from recovery_desktop.dates import long_date
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import Contact
from recovery_desktop.text import _, ngettext


def moment(when: datetime) -> str:
    """A moment as people say it, in this computer's time: 24 September 2026, 14:02."""
    here = when.astimezone()
    return _("{date}, {time}").format(date=long_date(here.date()), time=here.strftime("%H:%M"))


def contents(counts: Mapping[str, int]) -> list[str]:
    """What a counselor would count in a practice, from the number of rows in each table."""

    def count(model: type) -> int:
        return counts.get(model._meta.table_name, 0)  # type: ignore[attr-defined]

    clients, assessments, goals = count(Client), count(Assessment), count(Goal)
    sessions, plans = count(Contact), count(PlanVersion)
    return [
        ngettext("{n} client", "{n} clients", clients).format(n=clients),
        ngettext("{n} assessment", "{n} assessments", assessments).format(n=assessments),
        ngettext("{n} goal", "{n} goals", goals).format(n=goals),
        ngettext("{n} session or contact", "{n} sessions and contacts", sessions).format(n=sessions),
        ngettext("{n} plan version", "{n} plan versions", plans).format(n=plans),
    ]
