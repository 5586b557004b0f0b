"""From a client's record to facts: the one module that says in which order everything is derived.

It stands in guidance, not in plans, because it needs no table: it reads fields by name from any row that gives them,
so a snapshot (`plans.snapshot.take`) and a client file read as plain data (`plain_client`) both serve, and neither of
the two rooms of this floor imports the other.
"""

import datetime

from recovery_desktop.dates import age
from recovery_desktop.guidance.derive import (
    body,
    course,
    disorders,
    family,
    home,
    illnesses,
    medicines,
    mind,
    safety,
    scores,
    substances,
    wishes,
    withdrawal,
    work,
)
from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.facts import NO, YES, Facts
from recovery_desktop.guidance.record import Row, Standing, asked, day, text
from recovery_desktop.guidance.triggers import Triggers, triggers
from recovery_desktop.text import N_, _

_SEX = {"female": N_("female"), "male": N_("male"), "intersex": N_("intersex")}


def facts_of(client: Row, today: datetime.date, *, table: Triggers | None = None) -> Facts:
    """All facts of a client on a day: from the running episode, of its assessments the newest that says anything.

    What is dated after `today` does not count. `client` is a snapshot or `plain_client(...)`; fields that are empty or
    missing give no fact. `table` has a practice's own thresholds.
    """
    table = table or triggers()
    standing, found = Standing(client, today), Found()
    _who(found, standing, table)
    scores.find(found, standing)
    substances.find(found, standing, table)
    medicines.find(found, standing, table)
    disorders.find(found, standing)
    illnesses.find(found, standing, table)
    withdrawal.find(found, standing, table)
    body.find(found, standing, table)
    mind.find(found, standing, table)
    safety.find(found, standing)
    home.find(found, standing)
    work.find(found, standing, table)
    family.find(found, standing, table)
    wishes.find(found, standing, table)
    course.find(found, standing, table)
    return Facts(found.facts.values(), course.steps(standing))


def _who(found: Found, standing: Standing, table: Triggers) -> None:
    born, sex = day(standing.client, "birth_date"), text(standing.client, "sex")
    if born is not None and born <= standing.today:
        years = age(born, standing.today)
        found.add("age", float(years), _("{years} years old").format(years=years))
    if sex in _SEX:
        found.add("sex", sex, _(_SEX[sex]))
    drunk = asked(standing.episode, "intoxicated_at_intake")
    on = day(standing.episode, "intake_on")
    found.say("intoxicated", drunk, _("intoxicated at intake"), _("not intoxicated at intake"), on)
    _released(found, standing, table, on)


def _released(found: Found, standing: Standing, table: Triggers, on: datetime.date | None) -> None:
    """Out of a hospital or jail: tolerance is lower than before."""
    source = text(standing.episode, "referral_source")
    told = [text(standing.episode, name) for name in ("referral_detail", "legal_status")]
    named = [words for words in told if table.finds("released", words)]
    if named:
        found.add("released", YES, named[0], on)
    elif source == "hospital":
        found.add("released", YES, _("comes from a hospital"), on)
    elif source:
        found.add("released", NO, _("does not come from a hospital or jail"), on)
