"""Who is not brought together with the client for now, because the client is or may be afraid of them.

All of it is private: what is derived from it says that a session is closed, and to nobody why.
"""

from recovery_desktop.plans.answered import PRIVATE_FLAGS, alerts_of
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME


def fear_was_told(episode: Entry) -> bool:
    """Whether anything in the episode tells of violence by somebody close, or of fear at home."""
    asked = [section for row in episode.rows("assessments") if (section := row.one("trauma_safety")) is not None]
    last = asked[-1] if asked else None
    if last is not None and (last["afraid_of_someone"] == "yes" or last["feels_safe_at_home"] == "no"):
        return True
    return any(map(_tells_of_violence, episode.rows("administrations"))) or any(
        is_private_step(step) for step in episode.rows("safety_steps")
    )


def _tells_of_violence(row: Entry) -> bool:
    """By its answers, or where only its score was entered by that."""
    if any(alert.flag in PRIVATE_FLAGS for alert in alerts_of(row["instrument"], row["responses"])):
        return True
    return row["instrument"] == "hark" and any((score["value"] or 0) > 0 for score in row.rows("scores"))


def closed_people(client: Entry, episode: Entry) -> frozenset[int]:
    """The numbers of the support people with whom no session is planned: those the client is afraid of, and where fear
    was told the partner, or who may be the partner, until the client says in private that it is not them."""
    told = fear_was_told(episode)
    return frozenset(
        person.number
        for person in client.rows("support_people")
        if person["feels_unsafe"] == "yes" or (told and person["feels_unsafe"] != "no" and _may_be_partner(person))
    )


def _may_be_partner(person: Entry) -> bool:
    return person["relation"] in ("", "partner")


def is_closed(session: Entry, closed: frozenset[int]) -> bool:
    """Whether a session that is to come brings one of them together with the client."""
    is_to_come = session["status"] in TO_COME and not session["held_on"]
    return is_to_come and any(person.number in closed for person in session.tied("people"))


def is_private(session: Entry, closed: frozenset[int]) -> bool:
    """Whether a session was advised against because of them: on paper it would tell the person whom it is about."""
    return session["status"] == "contraindicated" and any(one.number in closed for one in session.tied("people"))
