"""The course of an episode, day by day: intake, plans, scores, family sessions, reviews, and what comes next."""

import datetime
from collections.abc import Iterator

from recovery_desktop.plans.due import AHEAD
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.happenings import Happening, of_episode
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME
from recovery_desktop.text import _, ngettext

Milestone = tuple[datetime.date, str]
_NAMED = 2  # things of one day that are told; more are counted
_LETTERS = 48
_TOLD = ("care", "setback", "goal", "score", "family", "follow_up")
"""The kinds of what happened that are milestones; the rest stands in the timeline."""


def course(client: Entry, today: datetime.date) -> tuple[Milestone, ...]:
    """Each day with what happened or is due on it, the earliest first; one line a day."""
    episode = running_episode(client)
    if episode is None:
        return ()
    until = today + datetime.timedelta(AHEAD)
    days: dict[datetime.date, list[str]] = {}
    for day, words in (*_past(of_episode(episode, today)), *_coming(episode, today)):
        if day <= until:
            days.setdefault(day, []).append(words)
    return tuple((day, _one_line(days[day])) for day in sorted(days))


def _one_line(words: list[str]) -> str:
    different = list(dict.fromkeys(words))
    told, more = different[:_NAMED], len(different) - _NAMED
    return joined([*told, ngettext("{count} more", "{count} more", more).format(count=more) if more > 0 else ""], "; ")


def _past(found: tuple[Happening, ...]) -> Iterator[Milestone]:
    """What is told, with the questionnaires of one day by name where there are one or two, more as a number."""
    given: dict[datetime.date, int] = {}
    for one in found:
        given[one.on] = given.get(one.on, 0) + (one.kind == "score")
    counted = set()
    for one in found:
        count = given[one.on] if one.kind == "score" else 0
        if count > _NAMED and one.on not in counted:
            counted.add(one.on)
            yield one.on, ngettext("{count} questionnaire", "{count} questionnaires", count).format(count=count)
        elif one.kind in _TOLD and count <= _NAMED:
            yield one.on, one.words


def _coming(episode: Entry, today: datetime.date) -> Iterator[Milestone]:
    """What has a day still to come."""
    for row in episode.rows("follow_ups"):
        if row["due_on"] and row["due_on"] > today and not row["held_on"]:
            yield row["due_on"], short(row["what"] or row.shown("kind"), _LETTERS)
    for row in episode.rows("family_sessions"):
        if row["due_on"] and row["due_on"] > today and not row["held_on"] and row["status"] in TO_COME:
            yield row["due_on"], _("Family session")
    for row in episode.rows("referrals"):
        if row["appointment_on"] and row["appointment_on"] > today:
            yield row["appointment_on"], short(row["recipient"], _LETTERS)
    for name, words in (("dated_on", _("Plan version {number}")), ("discharged_on", _("Discharged"))):
        rows = episode.rows("plan_versions") if name == "dated_on" else [episode]
        for row in rows:
            if row[name] and row[name] > today:
                yield row[name], words.format(number=row["number"]) if name == "dated_on" else words
