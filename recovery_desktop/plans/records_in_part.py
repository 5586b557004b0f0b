"""Many records at once, each in part: as much as what is due and what to ask about rest on, and no more.

A whole record takes milliseconds; a practice has hundreds of them. What follows from the rows is not decided here, only
which rows cannot matter: `due` and `signals` judge a record in part as they judge a whole one.
"""

import datetime
import json
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.rhythm import NO_RHYTHM, Rhythm
from recovery_desktop.plans.rows_that_matter import AFRAID, FIELDS, GOALS, MONTH, OF_CLIENTS, PARTS
from recovery_desktop.plans.safety_across import raises_alert
from recovery_desktop.plans.signals import QUIET_GOAL
from recovery_desktop.plans.snapshot import Entry, converters
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import SessionPerson
from recovery_desktop.records.goals import (
    GoalNeed,
    NeedReferral,
    NeedSafetyStep,
    NeedService,
)
from recovery_desktop.records.sessions import Contact, ContactObjective

# Each thread from the one end that asks for it: tied from both, records would be kept until Python looks for cycles.
_THREADS: dict[type[Link], str] = {
    GoalNeed: "goals",
    NeedService: "services",
    NeedReferral: "referrals",
    NeedSafetyStep: "safety_steps",
    ContactObjective: "contacts",
    SessionPerson: "people",
}
_MODELS: tuple[type[Record], ...] = (Episode, *PARTS)
_LISTS = {owner.listed_as for model in _MODELS if (owner := model.owner()) is not None}

_Found = dict[type[Record], dict[int, Entry]]


class Part(Entry):
    """An entry of a record in part: to ask for what was not read is a mistake, and not the same as nothing there."""

    __slots__ = ()

    def rows(self, name: str) -> list[Entry]:
        if name not in _LISTS:
            raise LookupError(f"{name} is not read here")
        return super().rows(name)

    def tied(self, name: str) -> list[Entry]:
        if name not in _THREADS.values():
            raise LookupError(f"{name} is not read here")
        return super().tied(name)


class _Row(dict[str, Any]):
    """The fields of a row by name, each made of what is stored when it is first asked for: most never are."""

    __slots__ = ("_places", "_stored")

    def __init__(self, places: Mapping[str, tuple[int, Any]], stored: Any) -> None:
        self._places, self._stored = places, stored

    def __missing__(self, name: str) -> Any:
        if name not in self._places:
            raise LookupError(f"{name} is not read here")
        at, convert = self._places[name]
        value = self[name] = convert(self._stored[at]) if convert else self._stored[at]
        return value


@cache
def _places(model: type[Record]) -> dict[str, tuple[int, Any]]:
    """By field where it stands in a row, behind the number, and how it becomes a plain value."""
    names = FIELDS[model].split() if model in FIELDS else model.described()
    convert = dict(converters(model))
    return {name: (at, convert[name]) for at, name in enumerate(names, start=1)}


@cache
def _query(model: type[Record], where: str) -> str:
    """The SELECT of number, fields, and the owner's number."""
    columns = ["id", *(model.described()[name].column_name for name in _places(model))]
    owner = model.owner()
    listed = ", ".join(f'"{column}"' for column in [*columns, *([owner.column_name] if owner else [])])
    return f'SELECT {listed} FROM "{model._meta.table_name}" WHERE {where} ORDER BY position, id'


def _read(model: type[Record], where: str, given: Mapping[str, str], found: _Found) -> dict[int, Entry]:
    """The rows that fit, by number, each entered in the list of its owner, if that was read."""
    places, owner = _places(model), model.owner()
    rows: dict[int, Entry] = {}
    for row in model._meta.database.execute_sql(_query(model, where), given):
        entry = rows[row[0]] = Part(model, row[0], _Row(places, row), {})
        if owner is not None and (above := found[owner.rel_model].get(row[-1])) is not None:
            above.lists.setdefault(owner.listed_as, []).append(entry)
    return rows


def records_in_part(
    clients: Collection[int], today: datetime.date, until: datetime.date, rhythm: Rhythm = NO_RHYTHM
) -> dict[int, Entry]:
    """The records of these clients by number, as far as the episode in which each is now goes, and what is due `until`
    a day, by a rhythm too; without those who are gone."""
    given = {"clients": json.dumps(list(clients)), **_days(today, until)}
    given["visits"], given["family"] = str(rhythm.first_plan_visits or ""), "1" if rhythm.family_days else ""
    found: _Found = {}
    found[Client] = _read(Client, "id IN (SELECT value FROM json_each(:clients))", given, found)
    found[Episode] = _read(Episode, OF_CLIENTS, given, found)
    episodes = [episode.number for client in found[Client].values() if (episode := running_episode(client))]
    given["episodes"] = json.dumps(episodes)
    given["afraid"] = json.dumps([client for (client,) in Client._meta.database.execute_sql(AFRAID, given)])
    given["alerts"] = json.dumps(_alerting(given["episodes"]))
    given["goals"] = json.dumps([goal for (goal,) in Client._meta.database.execute_sql(GOALS, given)])
    for model, where in PARTS.items():
        found[model] = _read(model, where, given, found)
        if model is Contact:
            given["contacts"] = json.dumps(list(found[model]))
    for link, name in _THREADS.items():
        _tie(link, name, found)
    return found[Client]


def _days(today: datetime.date, until: datetime.date) -> dict[str, str]:
    month_ago, quiet_since = (today - datetime.timedelta(days) for days in (MONTH, QUIET_GOAL))
    days = {"today": today, "until": until, "month_ago": month_ago, "quiet_since": quiet_since}
    return {name: day.isoformat() for name, day in days.items()}


def _alerting(episodes: str) -> list[int]:
    """The administrations with an answer that may raise an alert."""
    database = Client._meta.database
    if database.execute_sql("SELECT 1 FROM administration LIMIT 1").fetchone() is None:
        return []  # the start of a new practice waits for no questionnaire to be read
    raises, values = raises_alert()
    sql = f"SELECT a.id FROM administration a WHERE a.episode_id IN (SELECT value FROM json_each(?)) AND {raises}"
    return [number for (number,) in database.execute_sql(sql, (episodes, *values))]


def _tie(link: type[Link], name: str, found: _Found) -> None:
    """Ties what was read at both ends of a thread, from the end that calls it by a name."""
    here, there = link.owner(), link.target()
    near_ends, far_ends = found[here.rel_model], found[there.rel_model]
    if not far_ends:
        return
    sql = (
        f'SELECT "{here.column_name}", "{there.column_name}" FROM "{link._meta.table_name}"'
        f' WHERE "{here.column_name}" IN (SELECT value FROM json_each(?)) ORDER BY "{here.column_name}", rowid'
    )
    for near, far in link._meta.database.execute_sql(sql, (json.dumps(list(near_ends)),)):
        if far not in far_ends:
            continue
        if name == here.listed_as:
            near_ends[near].links.setdefault(name, []).append(far_ends[far])
        else:
            far_ends[far].back.setdefault(name, []).append(near_ends[near])
