"""The people around the client, from the snapshot to the printed plan: support, releases, sessions, no contact."""

import datetime
from collections.abc import Collection

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.documents import plan_answers as printed
from recovery_desktop.plans.consent import Force, force_of
from recovery_desktop.plans.joint_sessions import closed_people, is_closed, is_private
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first, said, sentences
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME
from recovery_desktop.text import _


def support_people(client: Entry) -> tuple[printed.SupportPerson, ...]:
    """The people in the client's life whom the practice may deal with, or who matter for the plan."""
    closed = closed_people(client)
    return tuple(_support_person(row, closed) for row in client.rows("support_people") if not is_no_contact(row))


def _support_person(row: Entry, closed: Collection[int]) -> printed.SupportPerson:
    sessions = [one for one in row.tied("family_sessions") if one["status"] in TO_COME and not is_closed(one, closed)]
    wish = row.shown("client_wants")
    uses = row.field("uses_substances").label if row["uses_substances"] == "yes" else ""
    trained = row.field("naloxone_trained").label if row["naloxone_trained"] == "yes" else ""
    return printed.SupportPerson(
        name=row["name"],
        relation=joined([row["relationship"], *map(lower_first, (row.shown("influence"), uses))]),
        wish=_("Involved: {wish}").format(wish=lower_first(wish)) if wish else "",
        agreed=joined([sentences(row["role_in_plan"], row["aims"], trained), in_quotes(row["boundaries"])], " "),
        next=joined(_due(one) for one in sessions),
    )


def _due(session: Entry) -> str:
    due = _("by {day}").format(day=short_date(session["due_on"])) if session["due_on"] else ""
    return joined([session.shown("kind"), due], " ")


def is_no_contact(row: Entry) -> bool:
    """Whether one side wants no contact."""
    return "no_contact" in (row["client_wants"], row["wants_involvement"])


def no_contact(client: Entry) -> tuple[printed.NoContact, ...]:
    """Whom nobody from the practice may contact."""
    return tuple(
        printed.NoContact(
            name=joined(dict.fromkeys([row["name"], row["relationship"]])),
            reason=joined([sentences(row["role_in_plan"]), in_quotes(row["boundaries"])], " "),
            ask_again=long_date(row["ask_again_on"]),
        )
        for row in client.rows("support_people")
        if is_no_contact(row)
    )


def family_sessions(client: Entry, episode: Entry) -> tuple[printed.FamilySession, ...]:
    """Sessions with family: held and due, and why one is not held, unless that is private."""
    closed = closed_people(client)
    return tuple(
        printed.FamilySession(
            kind=row.shown("kind"),
            people=joined(person["name"] for person in row.tied("people")),
            when=short_date(row["held_on"]) or _due_by(row["due_on"]),
            status=row.shown("status"),
            outcome=sentences(row["aims"], row["outcome"]),
            stands_out=row["status"] in ("declined", "contraindicated"),
        )
        for row in episode.rows("family_sessions")
        if not is_private(row, closed)
    )


def _due_by(day: datetime.date | None) -> str:
    return _("by {day}").format(day=short_date(day)) if day else ""


def releases(client: Entry, on: datetime.date) -> tuple[printed.Release, ...]:
    """Every release of information and whether it is live on the day of the plan."""
    return tuple(_release(row, on) for row in client.rows("releases"))


def _release(row: Entry, on: datetime.date) -> printed.Release:
    person = row.ref("person") or row.ref("team_member")
    force = force_of(row, on)
    told = joined([said(row, "scope"), row["scope_detail"]], ": ")
    return printed.Release(
        recipient=row["recipient"] or (person["name"] if person else ""),
        told=told,
        not_told=row["not_included"],
        purpose=row["purpose"],
        signed=short_date(row["signed_on"]),
        until=joined([long_date(row["expires_on"]), row["expires_when"]]),
        state=_printed_state(row, force),
        stands_out=force != "live",
    )


def _printed_state(row: Entry, force: Force) -> str:
    """In capitals where nothing may be told."""
    words = {
        "revoked": _("REVOKED {day}").format(day=short_date(row["revoked_on"])),
        "expired": _("EXPIRED {day}").format(day=short_date(row["expires_on"])),
        "unsigned": _("NOT SIGNED"),
        "incomplete": _("NOT COMPLETE"),
        "live": _("live"),
    }
    return words[force]
