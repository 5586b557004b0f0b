"""The copy for somebody who stands by the client, from a snapshot: what the release allows, and nothing beyond it.

Never in it: people with whom there is no contact or of whom the client may be afraid, boundaries towards others,
scores, what was said in sessions. What is typed and names one of these people is left out.
"""

import datetime
import re
from collections.abc import Callable, Iterable

from recovery_desktop.dates import long_date
from recovery_desktop.documents.calendar import Doing
from recovery_desktop.documents.family_copy import FamilyCopy
from recovery_desktop.documents.plan_answers import Contact
from recovery_desktop.errors import KnownError
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.papers.aftercare import naloxone_kept, steps
from recovery_desktop.plans.papers.calendar import what_is_done
from recovery_desktop.plans.papers.client_head import client_head
from recovery_desktop.plans.papers.family_advice import how_to_help, in_an_emergency, of_naloxone
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.people_to_call import may_be_named
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.plan_answers import relapse_prevention
from recovery_desktop.plans.plan_diagnoses import medications
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.records.sessions import CAME
from recovery_desktop.text import N_, _, ngettext

PARTS = (
    Part("attendance", N_("Whether the client comes"), ("attendance",)),
    Part("wants", N_("What the client wants"), ("plan",)),
    Part("calendar", N_("What is planned"), ("plan",)),
    Part("together", N_("Together"), ("family",)),
    Part("medicines", N_("Medicines"), ("medications",)),
    Part("help", N_("How to help"), ("education", "family")),
    Part("hard", N_("When it gets hard"), ("aftercare",)),
    Part("emergency", N_("Emergencies and naloxone"), ("emergencies", "education")),
)
_SCOPES = {part.key: part.scopes for part in PARTS}
_SHORTEST_NAME = 3  # letters by which somebody is known in a text


class NoFamilyCopy(KnownError):
    """No copy is made for this person; why, is for the counselor to know and stands nowhere."""

    def __init__(self) -> None:
        super().__init__(
            _("No family copy can be made for this person now."),
            _("Nothing has been changed or handed over."),
            _("Talk with the client alone first, and look at Family involvement."),
        )


def family_copy(client: Entry, practice: Entry, occasion: Occasion) -> FamilyCopy:
    """The copy for the person of the release of the occasion; without a release, for whom the client gives it to.

    Raises NoFamilyCopy for somebody whom it must not reach, LookupError without an episode of care.
    """
    episode = running_episode(client)
    if episode is None:
        raise LookupError("no episode of care to tell of")
    reader = occasion.release.ref("person") if occasion.release else None
    hidden = _hidden(client)
    if reader in hidden:
        raise NoFamilyCopy
    has, clear = _allowed(occasion), _without(hidden)
    hard = relapse_prevention(client, episode, practice)
    kept = naloxone_kept(episode, hard)
    goals = (row["own_words"] for row in episode.rows("goals") if row["status"] in GOING_ON)
    planned = what_is_done(episode, occasion.on, with_referrals=False)
    place = (_("It is kept here: {place}").format(place=kept),) if kept else ()
    return FamilyCopy(
        **client_head(client, practice, occasion, is_draft=False),
        reader=reader["name"] if reader else occasion.recipient,
        attendance=_attendance(episode, occasion) if has("attendance") else "",
        wants=clear(goals) if has("wants") else (),
        calendar=_clear_doings(planned, clear) if has("calendar") else (),
        meetings=_meetings(reader) if reader and has("together") else (),
        asked=joined(clear([reader["boundaries"]])) if reader and has("together") else "",
        part_in_plan=clear([reader["role_in_plan"], reader["aims"]]) if reader and has("together") else (),
        medicines=tuple(joined([one.name, one.dose]) for one in medications(client)) if has("medicines") else (),
        how_to_help=how_to_help() if has("help") else (),
        early_signs=clear(hard.early_signs) if has("hard") else (),
        what_helps=clear(hard.what_helps) if has("hard") else (),
        if_it_happens=clear(hard.if_i_slip) if has("hard") else (),
        next_steps=_clear_doings(steps(episode, occasion.on), clear) if has("hard") else (),
        emergency=in_an_emergency() if has("emergency") else (),
        own_emergency=clear((*hard.overdose, *hard.crisis)) if has("hard") else (),
        naloxone=(*of_naloxone(), *place) if has("emergency") else (),
        to_call=_to_call(practice),
    )


def _allowed(occasion: Occasion) -> Callable[[str], bool]:
    """Whether a part may be told: wanted on this occasion, and within the scope of the release where there is one."""
    release = occasion.release

    def allowed(key: str) -> bool:
        in_scope = release is None or not set(_SCOPES[key]).isdisjoint(release["scope"])
        return in_scope and occasion.has(key)

    return allowed


def _hidden(client: Entry) -> list[Entry]:
    """Who is named in no copy."""
    closed = closed_people(client)
    return [row for row in client.rows("support_people") if row.number in closed or not may_be_named(row)]


def _without(hidden: Iterable[Entry]) -> Callable[[Iterable[str]], tuple[str, ...]]:
    """Keeps the texts that say something and name none of these people, by name, part of a name or relationship."""
    called = {
        word.casefold()
        for person in hidden
        for name in (person["name"], person["relationship"])
        for word in re.findall(r"\w+", name)
        if len(word) >= _SHORTEST_NAME
    }

    def clear(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if text.strip() and not _names_one(text, called))

    return clear


def _names_one(text: str, called: set[str]) -> bool:
    words = {word.casefold().removesuffix("s") for word in re.findall(r"\w+", text)}
    return not words.isdisjoint(word.removesuffix("s") for word in called)


def _clear_doings(doings: Iterable[Doing], clear: Callable[[Iterable[str]], tuple[str, ...]]) -> tuple[Doing, ...]:
    return tuple(one for one in doings if clear([joined([one.when, one.what, one.details])]))


def _attendance(episode: Entry, occasion: Occasion) -> str:
    """How often the client came, without what for."""
    held = [row for row in episode.rows("contacts") if row["held_on"] and row["held_on"] <= occasion.on]
    if not held:
        return ""
    came = sum(1 for row in held if row["attendance"] in CAME)
    words = ngettext(
        "Since {day}: came to {came} of {count} appointment.",
        "Since {day}: came to {came} of {count} appointments.",
        len(held),
    )
    return words.format(day=long_date(min(row["held_on"] for row in held)), came=came, count=len(held))


def _meetings(reader: Entry) -> tuple[Doing, ...]:
    """Family sessions to come with the reader, and nobody else's."""
    rows = [one for one in reader.tied("family_sessions") if one["status"] in TO_COME and not one["held_on"]]
    return tuple(Doing(_due(row["due_on"]), row.shown("kind")) for row in rows)


def _due(day: datetime.date | None) -> str:
    words = _("by {day}").format(day=long_date(day)) if day else _("as agreed")
    return words[:1].upper() + words[1:]


def _to_call(practice: Entry) -> tuple[Contact, ...]:
    own = [Contact(practice["name"], _("with questions"), practice["phone"])] if practice["phone"] else []
    line = practice["crisis_line"]
    crisis = [Contact(practice["name"], _("in a crisis"), line)] if line and line != practice["phone"] else []
    return (
        Contact(_("Emergency"), _("danger to life, any hour"), "911"),
        Contact(_("Suicide and crisis lifeline"), _("call or text, any hour"), "988"),
        *crisis,
        *own,
    )
