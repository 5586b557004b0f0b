"""How a referral stands and what comes next: made, booked, attended, its result; and how long one has waited for it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import NOT_ATTENDED_YET
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date, when

_LONG = 30  # days without a result, and without an appointment to come, after which one asks
_IN_DAYS = 14  # days that are counted as days, more as weeks


@dataclass(frozen=True)
class NextStep:
    """The next step in the words of its button: what it writes, and the field in which one then writes more."""

    words: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    then: str = ""


def next_step(referral: Entry, today: datetime.date) -> NextStep | None:
    """What comes next; None once the result is known, or why there is none."""
    status = referral["status"]
    if status in ("", "planned"):
        day = {} if referral["made_on"] else {"made_on": today}
        return NextStep(_("Made today") if day else _("Made"), {"status": "made", **day})
    if status == "made":
        return NextStep(_("Booked"), {"status": "booked"}, "appointment_on")
    if status == "booked":
        appointment = referral["appointment_on"]
        if appointment is not None and appointment > today:
            return None
        day = {} if referral["result_on"] else {"result_on": today}
        return NextStep(_("Attended today") if day else _("Attended"), {"status": "attended", **day}, "result")
    return None if referral["result"].strip() else NextStep(_("Write the result"), then="result")


def waiting_days(referral: Entry, today: datetime.date) -> int | None:
    """How long a referral that was made has had no result; None for one that has it, or was not made."""
    made = referral["made_on"]
    is_open = referral["status"] in NOT_ATTENDED_YET or not referral["result"].strip()
    return (today - made).days if is_open and made is not None and made <= today else None


def state(referral: Entry, today: datetime.date) -> tuple[str, str]:
    """The kind of mark, and words."""
    status, waiting = referral.shown("status"), waiting_days(referral, today)
    age = _waiting(waiting) if waiting is not None else ""
    if referral["status"] not in NOT_ATTENDED_YET:
        if not referral["result"].strip():
            return "care", joined([_("{status}: what came of it?").format(status=status), age], " · ")
        kind = "done" if referral["status"] == "attended" else "closed"
        return kind, joined([status, short_date(referral["result_on"])], " ")
    appointment = referral["appointment_on"]
    if appointment is not None and appointment < today:
        words = _("appointment {day}: what came of it?").format(day=near_date(appointment, today))
        return "care", joined([words, age], " · ")
    booked = joined([status or _("Not made yet"), when(appointment, today) if appointment else ""])
    said = joined([booked, age], " · ")
    return "care" if appointment is None and (waiting or 0) >= _LONG else "started", said


def _waiting(days: int) -> str:
    """How long it has been: "waiting 5 days", "waiting 3 weeks"."""
    if days <= _IN_DAYS:
        return ngettext("waiting {count} day", "waiting {count} days", days).format(count=days)
    weeks = days // 7
    return ngettext("waiting {count} week", "waiting {count} weeks", weeks).format(count=weeks)
