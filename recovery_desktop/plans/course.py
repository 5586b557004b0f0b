"""The course of an episode, day by day: intake, plans, scores, family sessions, reviews, and what comes next."""

import datetime
from collections.abc import Iterator

from recovery_desktop.figures import figure
from recovery_desktop.plans.due import AHEAD
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME
from recovery_desktop.text import _, ngettext

Happening = tuple[datetime.date, str]
_NAMED = 2  # things of one day that are told; more are counted
_LETTERS = 48


def course(client: Entry, today: datetime.date) -> tuple[Happening, ...]:
    """Each day with what happened or is due on it, the earliest first; one line a day."""
    episode = running_episode(client)
    if episode is None:
        return ()
    until = today + datetime.timedelta(AHEAD)
    days: dict[datetime.date, list[str]] = {}
    for day, words in (*_milestones(episode), *_scores(episode), *_meetings(episode), *_coming(episode, today)):
        if day is not None and day <= until and words:
            days.setdefault(day, []).append(words)
    return tuple((day, _one_line(days[day])) for day in sorted(days))


def _one_line(words: list[str]) -> str:
    different = list(dict.fromkeys(words))
    told, more = different[:_NAMED], len(different) - _NAMED
    return joined([*told, ngettext("{count} more", "{count} more", more).format(count=more) if more > 0 else ""], "; ")


def _milestones(episode: Entry) -> Iterator[tuple[datetime.date | None, str]]:
    source = lower_first(episode.shown("referral_source"))
    intake = _("Intake, referred by: {source}").format(source=source) if source else _("Intake")
    yield episode["intake_on"], intake
    if episode["admitted_on"] != episode["intake_on"]:
        yield episode["admitted_on"], _("Admitted")
    for row in episode.rows("plan_versions"):
        yield row["dated_on"], _("Plan version {number}").format(number=row["number"])
    for goal in episode.rows("goals"):
        if goal["status"] in ("met", "changed", "paused", "dropped"):
            words = _("{goal}: {status}").format(
                goal=goal_title(goal, _LETTERS), status=lower_first(goal.shown("status"))
            )
            yield goal["status_on"], words
    yield episode["discharged_on"], _("Discharged")


def _scores(episode: Entry) -> Iterator[tuple[datetime.date | None, str]]:
    """The questionnaires of one day: one or two by name, more as a number."""
    days: dict[datetime.date, list[Entry]] = {}
    for row in episode.rows("administrations"):
        if row["given_on"] and not is_private(row):
            days.setdefault(row["given_on"], []).append(row)
    for day, rows in days.items():
        if len(rows) > _NAMED:
            count = len(rows)
            yield day, ngettext("{count} questionnaire", "{count} questionnaires", count).format(count=count)
        else:
            yield from ((day, _score(row)) for row in rows)


def _score(row: Entry) -> str:
    total = next((score for score in row.rows("scores") if not score["scale"]), None)
    value = figure(total["value"]) if total and total["value"] is not None else ""
    name = joined([row["name"] or row["instrument"], value], " ")
    return joined([name, total["band"] if total else ""])


def _meetings(episode: Entry) -> Iterator[tuple[datetime.date | None, str]]:
    for row in episode.rows("family_sessions"):
        people = joined(person["name"].split(" ")[0] for person in row.tied("people"))
        yield row["held_on"], _("Family session with {people}").format(people=people) if people else _("Family session")
    for row in episode.rows("contacts"):
        if row["kind"] == "crisis":
            yield row["held_on"], row.shown("kind")
    for row in episode.rows("follow_ups"):
        if row["kind"] != "instrument":
            yield row["held_on"], short(row["what"] or row.shown("kind"), _LETTERS)


def _coming(episode: Entry, today: datetime.date) -> Iterator[tuple[datetime.date | None, str]]:
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
