"""What is worth asking about: plain observations from the record, each with its reason, never a score.

What the counselor leaves for now is not told again before its day, unless the fact has become another one.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import takewhile

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.falling import falling
from recovery_desktop.plans.phrases import lower_first
from recovery_desktop.plans.set_aside import setting_aside
from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.signal import Signal
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.records.sessions import CAME
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date

QUIET_GOAL = 21  # days without an entry
NO_CONTACT = 14  # days without a session
MISSED = 2  # visits in a row or within a month
_NAMED_GOALS = 2  # more are counted
_ASKED_ABOUT = ("positive", "missed", "declined")  # results of a test, the most pressing first


def signals(client: Entry, today: datetime.date) -> tuple[Signal, ...]:
    """What to ask about at the next meeting; nothing once the episode has ended."""
    found = [one for one in _observed(client, today) if _left(one, client, today) is None]
    quiet = [one for one in found if one.about == "goal_quiet"]
    if len(quiet) <= _NAMED_GOALS:
        return tuple(found)
    at = found.index(quiet[0])
    found = [one for one in found if one.about != "goal_quiet"]
    return (*found[:at], _together(quiet, today), *found[at:])


def left_for_now(client: Entry, today: datetime.date) -> tuple[tuple[Signal, Entry], ...]:
    """What is still so and was left until a day that is to come, each with the row that says so."""
    pairs = [(one, _left(one, client, today)) for one in _observed(client, today)]
    return tuple((one, row) for one, row in pairs if row is not None)


def _left(signal: Signal, client: Entry, today: datetime.date) -> Entry | None:
    episode = running_episode(client)
    return setting_aside(episode, signal.keys, today) if episode is not None else None


def _observed(client: Entry, today: datetime.date) -> list[Signal]:
    """All that is so, whether or not it was left for now; of goals each by itself."""
    episode = running_episode(client)
    if episode is None or (episode["discharged_on"] and episode["discharged_on"] <= today):
        return []
    found = (_visits(episode, today), _tests(episode, today), falling(episode), _quiet_goals(episode, today))
    return [one for some in found for one in some]


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
        said = words.format(count=len(missed), day=day)
        yield Signal(said, missed[0], "attendance", "visits", (str(missed[0]["held_on"]),))
    last = next((row for row in held if row["attendance"] in CAME), None)
    days = (today - last["held_on"]).days if last else 0
    if last is not None and days >= NO_CONTACT:
        words = ngettext("The last meeting was {count} day ago.", "The last meeting was {count} days ago.", days)
        yield Signal(words.format(count=days), last, "held_on", "meeting", (str(last["held_on"]),))


def _tests(episode: Entry, today: datetime.date) -> Iterator[Signal]:
    """The results of the last day on which there was a test."""
    dated = _past(episode.rows("test_results"), "taken_on", today)
    of_day = [row for row in dated if row["taken_on"] == dated[0]["taken_on"] and row["result"] in _ASKED_ABOUT]
    if of_day:
        last = min(of_day, key=lambda row: _ASKED_ABOUT.index(row["result"]))
        words = _("The last test was {result}.").format(result=lower_first(last.shown("result")))
        about = f"test_{last['result']}"
        yield Signal(words, last, "result", about, (str(last["taken_on"]),))


def _quiet_goals(episode: Entry, today: datetime.date) -> Iterator[Signal]:
    for goal in episode.rows("goals"):
        days = quiet_for(goal, today)
        if goal["status"] in GOING_ON and days >= QUIET_GOAL:
            weeks = days // 7
            words = ngettext(
                "{goal} has had no entry for {count} week.", "{goal} has had no entry for {count} weeks.", weeks
            )
            said = words.format(goal=goal_title(goal), count=weeks)
            yield Signal(said, goal, "", "goal_quiet", (goal_title(goal),))


def _together(quiet: Sequence[Signal], today: datetime.date) -> Signal:
    weeks = min(quiet_for(one.entry, today) for one in quiet) // 7
    words = _("{count} goals have had no entry for {weeks} weeks or more.").format(count=len(quiet), weeks=weeks)
    return Signal(words, quiet[0].entry, "", "goal_quiet", tuple(fact for one in quiet for fact in one.facts))


def quiet_for(goal: Entry, today: datetime.date) -> int:
    """Days since anything was noted on a goal or one of its objectives was worked on; 0 when nobody knows."""
    touched = [row["noted_on"] for row in goal.rows("progress") if row["noted_on"]]
    touched += [row["held_on"] for one in goal.rows("objectives") for row in one.tied("contacts") if row["held_on"]]
    since = max(touched, default=goal["status_on"])
    return (today - since).days if since else 0
