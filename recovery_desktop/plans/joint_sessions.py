"""Who is not brought together with the client for now, because the client is or may be afraid of them.

All of it is private: what is derived from it says that a session is closed, and to nobody why.
"""

from collections.abc import Collection

from recovery_desktop.plans.answered import NOT_PRINTED, PRIVATE_FLAGS, alerts_of
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME

_TELLS_OF_FEAR = {"afraid_of_someone": "yes", "feels_safe_at_home": "no"}
"""The questions on trauma and safety that ask for it, with the answer that tells of it."""
MAY_BE_PARTNER = ("", "partner")
"""To whom somebody belongs who is, or may be, the client's partner."""


def fear_was_told(client: Entry) -> bool:
    """Whether anything in any episode tells of violence by somebody close, or of fear at home.

    Neither an end of care nor a question that was left open takes it back: of each question the last yes or no counts.
    """
    return any(_last_answer(client, name) == answer for name, answer in _TELLS_OF_FEAR.items()) or any(
        any(map(_tells_of_violence, episode.rows("administrations")))
        or any(map(is_private_step, episode.rows("safety_steps")))
        for episode in client.rows("episodes")
    )


def _last_answer(client: Entry, name: str) -> str:
    """The last yes or no to a question on trauma and safety, from all assessments; empty without any."""
    assessments = [row for episode in client.rows("episodes") for row in episode.rows("assessments")]
    answers = [section[name] for row in assessments for section in row.rows("trauma_safety")]
    return next((answer for answer in reversed(answers) if answer in ("yes", "no")), "")


def _tells_of_violence(row: Entry) -> bool:
    """By its answers, or where only its score was entered by that."""
    if any(alert.flag in PRIVATE_FLAGS for alert in alerts_of(row["instrument"], row["responses"])):
        return True
    return row["instrument"] in NOT_PRINTED and any((score["value"] or 0) > 0 for score in row.rows("scores"))


def closed_people(client: Entry) -> frozenset[int]:
    """The numbers of the support people with whom no session is planned: those the client is afraid of, and where fear
    was told the partner, or who may be the partner, until the client says in private that it is not them."""
    told = fear_was_told(client)
    return frozenset(
        person.number
        for person in client.rows("support_people")
        if person["feels_unsafe"] == "yes" or (told and person["feels_unsafe"] != "no" and _may_be_partner(person))
    )


def _may_be_partner(person: Entry) -> bool:
    return person["relation"] in MAY_BE_PARTNER


def is_closed(session: Entry, closed: Collection[int]) -> bool:
    """Whether a session that is to come brings one of them together with the client."""
    is_to_come = session["status"] in TO_COME and not session["held_on"]
    return is_to_come and any(person.number in closed for person in session.tied("people"))


def is_private(session: Entry, closed: Collection[int]) -> bool:
    """Whether a session with one of them was not held: on paper it would tell the person whom it is about."""
    return not is_held(session) and any(one.number in closed for one in session.tied("people"))


def is_held(session: Entry) -> bool:
    """Whether a session took place; a day alone does not say so where the status says otherwise."""
    return session["status"] == "held" or (bool(session["held_on"]) and session["status"] in TO_COME)
