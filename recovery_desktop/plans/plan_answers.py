"""What is done about the findings, from the snapshot to the printed plan: services, goals, people, what comes after."""

import datetime
from collections.abc import Collection

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.documents import plan_answers as printed
from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.people_to_call import may_be_named
from recovery_desktop.plans.phrases import how_long, how_often, joined, lower_first, said, sentences
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _

_PRIVATE = ("safety",)
"""A need of daily life that may tell of violence at home."""
SHOWN_PROGRESS = 2  # the newest entries of a goal; all of them stand in the progress review


def services(episode: Entry) -> tuple[printed.Service, ...]:
    """Every service that was offered, with the reason and the decision; what was declined stays in sight."""
    return tuple(service(row) for row in episode.rows("services"))


def service(row: Entry) -> printed.Service:
    """A service with what was decided on it."""
    until = row["deferred_until"] or long_date(row["look_again_on"])
    decision = row.shown("decision")
    if row["decision"] == "deferred" and until:
        decision = _("Deferred to {when}").format(when=until)
    return printed.Service(
        name=row["name"],
        format=_way(row, "formats", "places", "day_times"),
        frequency=how_often(row),
        duration=joined([how_long(row), _starts(row["starts_on"]), _ends(row["ends_on"]), _changed(row)]),
        provider=row["provider"],
        because=row["because_of"],
        reason=row["reason"],
        evidence=row.shown("evidence"),
        source=row["evidence_source"],
        decision=joined([decision, _instead(row)], "; "),
        client_reason=row["decision_reason"],
        stands_out=row["decision"] != "accepted",
    )


def _way(row: Entry, *names: str) -> str:
    """In what way something happens, as one phrase: "Small group, online, mornings"."""
    phrases = [phrase for name in names if (phrase := said(row, name))]
    return joined([*phrases[:1], *map(lower_first, phrases[1:])])


def _starts(day: datetime.date | None) -> str:
    return _("from {day}").format(day=short_date(day)) if day else ""


def _ends(day: datetime.date | None) -> str:
    return _("until {day}").format(day=short_date(day)) if day else ""


def _changed(row: Entry) -> str:
    return _("changed because of {reason}").format(reason=row["change_reason"]) if row["change_reason"] else ""


def _instead(row: Entry) -> str:
    return _("instead: {what}").format(what=row["alternative"]) if row["alternative"] else ""


def goals(episode: Entry, numbers: Numbering) -> tuple[printed.Goal, ...]:
    """The goals with their objectives and actions, in the client's order."""
    return tuple(_goal(row, numbers) for row in episode.rows("goals"))


def _goal(row: Entry, numbers: Numbering) -> printed.Goal:
    status = "" if row["status"] in GOING_ON else row.shown("status")
    return printed.Goal(
        number=numbers.of(row),
        own_words=row["own_words"] or row["statement"],
        clinical=row["statement"] if row["own_words"] else "",
        domains=tuple(row.field("domains").shown([code]) for code in row["domains"]),
        why=row["why_it_matters"],
        builds_on=row["builds_on"],
        barriers=row["barriers"],
        importance=row["importance"],
        confidence=row["confidence"],
        needs=numbers.all(row.tied("needs")),
        by=short_date(row["target_on"]),
        status=joined([status, row["status_reason"]], ": "),
        approach=row.shown("approach"),
        progress=tuple(progress_said(one) for one in in_order(row)[-SHOWN_PROGRESS:]),
        objectives=tuple(_objective(one, numbers) for one in row.rows("objectives")),
        actions=tuple(_action(one, numbers) for one in row.rows("interventions")),
    )


def in_order(goal: Entry) -> list[Entry]:
    """The progress of a goal by its day, the earliest first; entries without a day stand before."""
    return sorted(goal.rows("progress"), key=lambda row: row["noted_on"] or datetime.date.min)


def progress_said(row: Entry, *, with_note: bool = True) -> str:
    """An entry of progress in a line; without its note where that stands beside it."""
    rating = _("client {n} of 10").format(n=row["client_rating"]) if row["client_rating"] is not None else ""
    attained = _attained(row["attainment_client"], row["attainment_counselor"])
    how = joined([lower_first(row.shown("goal_status")), rating, attained])
    return joined([short_date(row["noted_on"]), how, row["note"] if with_note else ""], ": ")


def _attained(client: int | None, counselor: int | None) -> str:
    """Goal attainment as both see it."""
    if client is not None and client == counselor:
        return _("attainment {both} by both").format(both=signed(client))
    said_by_client = _("{client} by the client").format(client=signed(client)) if client is not None else ""
    said_by_other = _("{other} by the counselor").format(other=signed(counselor)) if counselor is not None else ""
    said_so = joined([said_by_client, said_by_other])
    return _("attainment {said}").format(said=said_so) if said_so else ""


def signed(value: float) -> str:
    """A goal attainment from −2 to +2, or the change of a score, with its sign."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def _objective(row: Entry, numbers: Numbering) -> printed.Objective:
    status = "" if row["status"] in GOING_ON else row.shown("status")
    return printed.Objective(
        number=numbers.of(row),
        text=row["statement"],
        measure=joined([row["measure"] or _tested(row["tests_for"]), row["review_when"]], "; "),
        baseline=row["baseline"],
        target=row["target"],
        by=short_date(row["due_on"]),
        status=joined([status, row["status_reason"]], ": "),
    )


def _tested(substances: str) -> str:
    return _("Drug tests for {substances}").format(substances=lower_first(substances)) if substances else ""


def _action(row: Entry, numbers: Numbering) -> printed.Action:
    by = _("by {day}").format(day=short_date(row["due_on"])) if row["due_on"] else ""
    return printed.Action(
        number=numbers.of(row),
        text=row["what"],
        who=row["who"],
        frequency=joined([how_often(row), _starts(row["starts_on"]), by]),
        duration=how_long(row),
        place=said(row, "places"),
        serves=numbers.all(row.tied("objectives")),
    )


def referrals(episode: Entry, numbers: Numbering) -> tuple[printed.Referral, ...]:
    """Referrals with their results, then social needs that neither a referral nor a need of the plan takes up."""
    made = [_referral(row, numbers) for row in episode.rows("referrals")]
    taken_up = [finding.ref("social_need") for need in episode.rows("needs") for finding in need.tied("findings")]
    needs = [row for row in episode.rows("social_needs") if row["status"] == "need" and row["domain"] not in _PRIVATE]
    loose = [row for row in needs if row not in taken_up]
    return tuple(made + [printed.Referral(_social_need(row)) for row in loose])


def _referral(row: Entry, numbers: Numbering) -> printed.Referral:
    resource = row.ref("resource")
    phone = row["phone"] or (resource["phone"] if resource else "")
    booked = _("appointment {day}").format(day=short_date(row["appointment_on"])) if row["appointment_on"] else ""
    return printed.Referral(
        need=row["reason"],
        place=joined([referred_to(row), phone]),
        made=joined([short_date(row["made_on"]), booked], "; "),
        result=sentences(joined([row.shown("status"), short_date(row["result_on"])]), row["result"]),
        needs=numbers.all(row.tied("needs")),
    )


def referred_to(row: Entry) -> str:
    """To whom a referral goes: as written, else by the directory."""
    resource = row.ref("resource")
    return str(row["recipient"] or (resource["name"] if resource else ""))


def _social_need(row: Entry) -> str:
    return joined([joined([row.shown("domain"), row["detail"]], ": "), row.shown("amount"), row["code"]])


def aftercare(episode: Entry) -> tuple[printed.AftercareStep, ...]:
    """What continues after this treatment, step by step."""
    return tuple(
        printed.AftercareStep(
            what=joined([row["what"], how_often(row), how_long(row)]),
            when=months(row["from_month"], row["until_month"]) or long_date(row["starts_on"]),
            who=joined([row["where_or_who"], lower_first(said(row, "places"))]),
        )
        for row in episode.rows("aftercare_steps")
    )


def months(first: float | None, last: float | None) -> str:
    """From which month of care on, and until which."""
    if first is None and last is None:
        return ""
    if last is None:
        return _("from month {first:g}").format(first=first)
    if not first:
        return _("until month {last:g}").format(last=last)
    return _("month {first:g} to {last:g}").format(first=first, last=last)


def relapse_prevention(client: Entry, episode: Entry, practice: Entry) -> printed.RelapsePrevention:
    """The plan for hard times, in the order it is to be done; nobody's lacks a crisis line. Entries that point at
    somebody who is not to be named on paper are left out."""
    feared = closed_people(client)
    rows = [row for row in episode.rows("prevention_entries") if _names_nobody_else(row, feared)]

    def entries(kind: str) -> tuple[str, ...]:
        return tuple(_entry(row) for row in rows if row["kind"] == kind)

    people = [row for row in rows if row["kind"] == "person"]
    return printed.RelapsePrevention(
        triggers=entries("trigger"),
        early_signs=entries("early_sign"),
        what_helps=entries("what_helps"),
        people=tuple(_person_to_call(row) for row in people),
        avoid=entries("place_to_avoid"),
        if_i_slip=entries("lapse"),
        overdose=entries("overdose"),
        crisis=(*entries("crisis"), *_crisis_lines(entries("crisis"), practice)),
    )


def _names_nobody_else(entry: Entry, feared: Collection[int]) -> bool:
    person = entry.ref("person")
    return person is None or (may_be_named(person) and person.number not in feared)


def _crisis_lines(entries: tuple[str, ...], practice: Entry) -> list[str]:
    """The lifeline and the practice's own crisis line, where the client's entries do not name them."""
    lines = (
        (_("Suicide and crisis lifeline, any hour, call or text"), "988"),
        (practice["name"], practice["crisis_line"]),
    )
    return [joined([who, number]) for who, number in lines if number and not any(number in one for one in entries)]


def _entry(row: Entry) -> str:
    return joined([row["entry"], row["phone"] if row["phone"] not in row["entry"] else ""])


def _person_to_call(row: Entry) -> printed.Contact:
    person = row.ref("person")
    return printed.Contact(
        name=row["entry"],
        relation=person["relationship"] if person else "",
        phone=row["phone"] or (person["phone"] if person else ""),
    )
