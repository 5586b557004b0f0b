"""Diagnoses, medicines, tests and the care team as the plan prints them."""

import datetime
from dataclasses import replace
from itertools import groupby

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.documents import plan_findings as printed
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import ACTIVE
from recovery_desktop.text import _

USUAL_RESULTS = ("", "negative", "normal")
SHOWN_TESTS = 12
_OF_VIOLENCE = ("T74", "T76", "Y07", "Z69")
"""Codes of ICD-10-CM for abuse and violence, confirmed, suspected, or treated."""


def diagnoses(episode: Entry) -> tuple[printed.Diagnosis, ...]:
    """Diagnoses as recorded, but for those ruled out, and those of violence: who did it may read them."""
    rows = (row for row in episode.rows("diagnoses") if row["status"] != "ruled_out" and not is_of_violence(row))
    return tuple(map(_diagnosis, rows))


def is_of_violence(diagnosis: Entry) -> bool:
    """Whether a diagnosis says that somebody was abused."""
    code: str = diagnosis["code"]
    return code.startswith(_OF_VIOLENCE)


def _diagnosis(row: Entry) -> printed.Diagnosis:
    topics = _("{met} of 11 topics").format(met=row["topics_met"]) if row["topics_met"] is not None else ""
    state = row.shown("status") if row["status"] not in ACTIVE else ""
    onset = lower_first(row.shown("onset"))
    again = _("look again {when}").format(when=long_date(row["review_on"])) if row["review_on"] else ""
    return printed.Diagnosis(
        code=row["code"],
        name=joined([row["name"], row["specifiers"]]),
        severity=joined(map(lower_first, (row.shown("severity"), row.shown("remission"), state))),
        role=row.shown("role") if row["role"] == "principal" else row.shown("kind"),
        provisional=row["provisional"] == "yes",
        diagnosed_by=_diagnosed_by(row),
        basis=joined([topics, row["basis"], onset, again], "; "),
    )


def _diagnosed_by(row: Entry) -> str:
    """Who made a diagnosis; before a licensed clinician did, who entered it and who is to confirm it."""
    if row["diagnosed_by"]:
        return joined([row["diagnosed_by"], short_date(row["diagnosed_on"])])
    entered = joined([row["entered_by"], short_date(row["entered_on"])])
    confirm = row["to_be_confirmed_by"]
    return joined(
        [
            _("entered by {who}").format(who=entered) if entered else "",
            _("to be confirmed by {who}").format(who=confirm) if confirm else "",
        ],
        "; ",
    )


def co_occurring(episode: Entry) -> tuple[printed.CoOccurring, ...]:
    """Each pair of substance use and another condition, with the one step for both."""
    return tuple(
        printed.CoOccurring(
            substance=_name(row.ref("use_disorder")),
            condition=_name(row.ref("condition")),
            came_first=row["came_first"],
            connection=row["drives"],
            treated_by=row["treated_by"],
            step=row["integrated_step"],
        )
        for row in episode.rows("co_occurring")
    )


def _name(entry: Entry | None) -> str:
    return str(entry["name"]) if entry else ""


def medications(client: Entry) -> tuple[printed.Medication, ...]:
    """What the client takes or wants to ask a prescriber about."""
    return tuple(
        printed.Medication(
            name=row["name"],
            dose=joined([row["dose"], row["frequency"]]),
            purpose=joined([row["purpose"], row.shown("status") if row["status"] == "proposed" else ""], "; "),
            prescriber=row["prescriber"],
        )
        for row in client.rows("medications")
        if row["status"] != "stopped"
    )


def medications_state(client: Entry) -> str:
    """What is said where no medicine is listed."""
    return missing_list(client, "medications_state")


def missing_list(client: Entry, name: str) -> str:
    """What is said where a list is empty: none, not asked, or said to exist and never entered."""
    if client[name] == "listed":
        return _("Said to exist, none entered")
    return client.shown(name) or _("Not asked")


def tests(episode: Entry) -> tuple[printed.TestResult, ...]:
    """The newest drug tests and laboratory results, the last one first; the same result several times running stands
    once with all its days."""
    rows = sorted(episode.rows("test_results"), key=lambda row: row["taken_on"] or datetime.date.min, reverse=True)
    runs = groupby((_test(row) for row in rows[:SHOWN_TESTS]), key=lambda one: replace(one, date=""))
    return tuple(replace(same, date=joined([one.date for one in those])) for same, those in runs)


def _test(row: Entry) -> printed.TestResult:
    return printed.TestResult(
        date=short_date(row["taken_on"]),
        kind=joined([row.shown("kind"), row["tested_for"]], ": "),
        result=joined([row.shown("result"), row["value"]]),
        note=row["note"],
        stands_out=row["result"] not in USUAL_RESULTS,
    )


def care_team(client: Entry) -> tuple[printed.CareTeamMember, ...]:
    """Who else treats the client."""
    return tuple(
        printed.CareTeamMember(
            name=row["name"],
            role=row.shown("role"),
            task=row["treats"],
            contact=joined([row["organization"], row["phone"]]),
        )
        for row in client.rows("care_team")
    )
