"""What is worth asking about: plain observations from the record, each with its reason, never a score."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.phrases import lower_first
from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.records.sessions import ALLIANCE, CAME
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date

QUIET_GOAL = 21  # days without an entry
NO_CONTACT = 14  # days without a session
MISSED = 2  # visits in a row or within a month
_NAMED_GOALS = 2  # more are counted
_FELL = 2  # points on a ruler from 0 to 10


@dataclass(frozen=True)
class Signal:
    """One observation in a sentence, and the row it comes from."""

    words: str
    entry: Entry
    field: str = ""


def signals(client: Entry, today: datetime.date) -> tuple[Signal, ...]:
    """What to ask about at the next meeting; nothing once the episode has ended."""
    episode = running_episode(client)
    if episode is None or (episode["discharged_on"] and episode["discharged_on"] <= today):
        return ()
    found = (_visits(episode, today), _tests(episode), _alliance(episode), _confidence(episode))
    return tuple(one for some in (*found, _goals(episode, today)) for one in some)


def _past(rows: list[Entry], field: str, today: datetime.date) -> list[Entry]:
    """The rows that have a day until today, the newest first."""
    dated = [row for row in rows if row[field] and row[field] <= today]
    return sorted(dated, key=lambda row: row[field], reverse=True)


def _visits(episode: Entry, today: datetime.date) -> Iterator[Signal]:
    held = _past(episode.rows("contacts"), "held_on", today)
    month = [row for row in held if (today - row["held_on"]).days <= 30 and row["attendance"] == "missed"]
    in_a_row = list(takewhile(lambda row: row["attendance"] == "missed", held))
    missed = max((month, in_a_row), key=len)
    if len(missed) >= MISSED:
        words = ngettext("Missed {count} visit since {day}.", "Missed {count} visits since {day}.", len(missed))
        day = near_date(missed[-1]["held_on"], today)
        yield Signal(words.format(count=len(missed), day=day), missed[0], "attendance")
    last = next((row for row in held if row["attendance"] in CAME), None)
    days = (today - last["held_on"]).days if last else 0
    if last is not None and days >= NO_CONTACT:
        yield Signal(
            ngettext("The last meeting was {count} day ago.", "The last meeting was {count} days ago.", days).format(
                count=days
            ),
            last,
            "held_on",
        )


def _tests(episode: Entry) -> Iterator[Signal]:
    dated = sorted((row for row in episode.rows("test_results") if row["taken_on"]), key=lambda row: row["taken_on"])
    if dated and dated[-1]["result"] in ("missed", "declined", "positive"):
        last = dated[-1]
        words = _("The last test was {result}.").format(result=lower_first(last.shown("result")))
        yield Signal(words, last, "result")


def _alliance(episode: Entry) -> Iterator[Signal]:
    """One of the four questions about the work together fell between the last two times it was asked."""
    rows = sorted((row for row in episode.rows("contacts") if row["held_on"]), key=lambda row: row["held_on"])
    for name in ALLIANCE:
        asked = [row for row in rows if row[name] is not None]
        if len(asked) > 1 and asked[-2][name] - asked[-1][name] >= _FELL:
            words = _("“{question}” fell from {before} to {now}.").format(
                question=asked[-1].field(name).label, before=asked[-2][name], now=asked[-1][name]
            )
            yield Signal(words, asked[-1], name)


def _confidence(episode: Entry) -> Iterator[Signal]:
    """Confidence to change fell from one assessment to the next."""
    rulers = [ruler for row in episode.rows("assessments") if (ruler := row.one("readiness")) is not None]
    asked = [ruler for ruler in rulers if ruler["confidence"] is not None]
    if len(asked) > 1 and asked[-1]["confidence"] < asked[-2]["confidence"]:
        words = _("Confidence fell from {before} to {now}.").format(
            before=asked[-2]["confidence"], now=asked[-1]["confidence"]
        )
        yield Signal(words, asked[-1], "confidence")


def _goals(episode: Entry, today: datetime.date) -> Iterator[Signal]:
    going_on = [goal for goal in episode.rows("goals") if goal["status"] in GOING_ON]
    quiet = [(goal, days) for goal in going_on if (days := quiet_for(goal, today)) >= QUIET_GOAL]
    if len(quiet) > _NAMED_GOALS:
        weeks = min(days for _goal, days in quiet) // 7
        words = _("{count} goals have had no entry for {weeks} weeks or more.").format(count=len(quiet), weeks=weeks)
        yield Signal(words, quiet[0][0])
    else:
        yield from (_quiet(goal, days // 7) for goal, days in quiet)
    for goal in going_on:
        yield from _slipped(goal)


def quiet_for(goal: Entry, today: datetime.date) -> int:
    """Days since anything was noted on a goal or one of its objectives was worked on; 0 when nobody knows."""
    touched = [row["noted_on"] for row in goal.rows("progress") if row["noted_on"]]
    touched += [row["held_on"] for one in goal.rows("objectives") for row in one.tied("contacts") if row["held_on"]]
    since = max(touched, default=goal["status_on"])
    return (today - since).days if since else 0


def _quiet(goal: Entry, weeks: int) -> Signal:
    words = ngettext("{goal} has had no entry for {count} week.", "{goal} has had no entry for {count} weeks.", weeks)
    return Signal(words.format(goal=goal_title(goal), count=weeks), goal)


def _slipped(goal: Entry) -> Iterator[Signal]:
    """The client's own rating of a goal fell between its last two days."""
    rated = [row for row in goal.rows("progress") if row["client_rating"] is not None and row["noted_on"]]
    by_day = {row["noted_on"]: row for row in sorted(rated, key=lambda row: row["noted_on"])}
    last = list(by_day.values())[-2:]
    if len(last) == 2 and last[0]["client_rating"] - last[1]["client_rating"] >= _FELL:
        words = _("{goal} fell from {before} to {now} by the client’s own rating.").format(
            goal=goal_title(goal), before=last[0]["client_rating"], now=last[1]["client_rating"]
        )
        yield Signal(words, last[1], "client_rating")
