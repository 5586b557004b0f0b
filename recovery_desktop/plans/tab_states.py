"""How far each part of a client's record is, from the record alone: empty, started, done, or in need of attention."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from recovery_desktop.plans.due import next_review, open_gates
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.joint_sessions import closed_people, is_closed
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.principal_diagnosis import principal_to_choose
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import ENTRY_KINDS
from recovery_desktop.records.assessment import Section
from recovery_desktop.records.family import TO_COME
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import when


@dataclass(frozen=True)
class State:
    """`mark` is empty, started, done or care; `reason` says why, in a few words."""

    mark: str
    reason: str


def tab_states(client: Entry, today: datetime.date) -> dict[str, State]:
    """The state of every part that has one, by the key of its tab."""
    episode = running_episode(client)
    if episode is None:
        return {key: State("empty", _("no episode of care yet")) for key in _JUDGES}
    return {key: judge(client, episode, today) for key, judge in _JUDGES.items()}


def _assessment(_client: Entry, episode: Entry, _today: datetime.date) -> State:
    rows = episode.rows("assessments")
    if not any(part.is_filled() for row in rows for below in row.lists.values() for part in below):
        return State("empty", _("not begun"))
    last = rows[-1]
    if last["completed_on"]:
        return State("done", _("completed"))
    sections = [part for below in last.lists.values() for part in below if issubclass(part.model, Section)]
    asked = sum(1 for section in sections if section["state"] in ("asked", "declined"))
    words = ngettext("{count} section asked, not completed", "{count} sections asked, not completed", asked)
    return State("started", words.format(count=asked))


def _diagnoses(_client: Entry, episode: Entry, _today: datetime.date) -> State:
    rows = [row for row in episode.rows("diagnoses") if row["status"] != "ruled_out"]
    if not rows:
        return State("empty", _("none entered"))
    if principal_to_choose(rows):
        return State("care", _("the principal one is to be chosen"))
    provisional = sum(1 for row in rows if row["provisional"] == "yes")
    if provisional:
        words = ngettext("{count} to be confirmed", "{count} to be confirmed", provisional)
        return State("started", words.format(count=provisional))
    return State("done", _("all confirmed"))


def _therapies(_client: Entry, episode: Entry, _today: datetime.date) -> State:
    if gates := len(open_gates(episode)):
        return State(
            "care", ngettext("{count} safety step open", "{count} safety steps open", gates).format(count=gates)
        )
    rows = episode.rows("services")
    undecided = sum(1 for row in rows if row["decision"] in ("", "open"))
    if undecided:
        return State(
            "started", ngettext("{count} not decided", "{count} not decided", undecided).format(count=undecided)
        )
    if rows:
        return State("done", _("all decided"))
    return (
        State("started", _("safety steps only")) if episode.rows("safety_steps") else State("empty", _("none chosen"))
    )


def _family(client: Entry, episode: Entry, today: datetime.date) -> State:
    closed = closed_people(client)
    if any(is_closed(row, closed) for row in episode.rows("family_sessions")):
        return State("care", _("a session is closed for now"))
    planned = [row for row in episode.rows("family_sessions") if row["status"] in TO_COME and not row["held_on"]]
    late = [row["due_on"] for row in planned if row["due_on"] and row["due_on"] < today]
    if late:
        return State("care", _("session {when}").format(when=when(min(late), today)))
    people, needs = client.rows("support_people"), episode.rows("social_needs")
    if not (people or needs or client.rows("releases") or episode.rows("family_sessions") or episode.rows("referrals")):
        return State("empty", _("nobody named"))
    if any(not row["client_wants"] for row in people):
        return State("started", _("the client’s wish is not asked for everybody"))
    if not needs or any(row["status"] in ("", "not_asked") for row in needs):
        return State("started", _("not all social needs were asked about"))
    return State("done", _("all asked"))


def _goals(_client: Entry, episode: Entry, _today: datetime.date) -> State:
    if waiting := len(unanswered(episode)):
        words = ngettext("{count} need without an answer", "{count} needs without an answer", waiting)
        return State("care", words.format(count=waiting))
    goals = [row for row in episode.rows("goals") if row["status"] in GOING_ON]
    if not episode.rows("goals"):
        return State("started", _("needs, no goal yet")) if episode.rows("needs") else State("empty", _("none yet"))
    if any(not goal["own_words"].strip() for goal in goals):
        return State("started", _("a goal is not in the client’s words"))
    if any(not goal.rows("objectives") for goal in goals):
        return State("started", _("a goal has no objective"))
    steps = [row for goal in goals for row in goal.rows("objectives") if row["status"] in GOING_ON]
    if any(not row["measure"] or row["due_on"] is None for row in steps):
        return State("started", _("an objective has no measure or no date"))
    return State("done", _("each can be measured"))


def _aftercare(_client: Entry, episode: Entry, today: datetime.date) -> State:
    late = [
        row["due_on"]
        for row in episode.rows("follow_ups")
        if row["kind"] in ("call", "visit") and not row["held_on"] and row["due_on"] and row["due_on"] < today
    ]
    if late:
        return State("care", _("follow-up {when}").format(when=when(min(late), today)))
    steps, entries = episode.rows("aftercare_steps"), episode.rows("prevention_entries")
    if not (steps or entries or episode.rows("discharge_criteria")):
        return State("empty", _("none yet"))
    if not steps:
        return State("started", _("no steps yet"))
    missing = [_(label) for kind, label in ENTRY_KINDS.items() if kind not in {row["kind"] for row in entries}]
    if missing:
        return State("started", _("relapse-prevention plan: nothing under “{part}”").format(part=missing[0]))
    if not episode.rows("discharge_criteria"):
        return State("started", _("no discharge criteria"))
    return State("done", _("every part has something"))


def _plan(_client: Entry, episode: Entry, today: datetime.date) -> State:
    version = current_version(episode)
    if version is None:
        return State("empty", _("no version yet"))
    review = next_review(episode)
    day = review[0][review[1]] if review else None
    if day is not None and day < today and not episode["discharged_on"]:
        return State("care", _("review {when}").format(when=when(day, today)))
    if version["status"] == "draft":
        return State("started", _("version {number} is a draft").format(number=version["number"]))
    return State("done", _("version {number}").format(number=version["number"]))


_JUDGES: dict[str, Callable[[Entry, Entry, datetime.date], State]] = {
    "assessment": _assessment,
    "diagnoses": _diagnoses,
    "therapies": _therapies,
    "family": _family,
    "goals": _goals,
    "aftercare": _aftercare,
    "plan": _plan,
}
