"""Many records at once, each in part: as much as what is due and what to ask about rest on, and no more.

A whole record takes milliseconds; a practice has hundreds of them. What follows from the rows is not decided here, only
which rows cannot matter: `due` and `signals` judge a record in part as they judge a whole one.
"""

import datetime
import json
from collections.abc import Collection
from functools import cache
from typing import Any

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.needs import WAITING
from recovery_desktop.plans.safety_across import raises_alert
from recovery_desktop.plans.snapshot import Entry, converters, read_below
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Administration, Assessment, ScheduledInstrument
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import Diagnosis, TestResult
from recovery_desktop.records.family import FamilySession, Referral, Release, SupportPerson
from recovery_desktop.records.goals import (
    GOING_ON,
    Goal,
    GoalNeed,
    Need,
    NeedReferral,
    NeedSafetyStep,
    NeedService,
    Objective,
    Progress,
)
from recovery_desktop.records.life import MoneyLegal
from recovery_desktop.records.person import Readiness
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import ALLIANCE, CAME, Contact, ContactObjective
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.therapies import OPEN_GATE, SafetyStep, Service

MONTH = 30  # days back in which each missed visit counts


def _one_of(codes: Collection[str]) -> str:
    return "(" + ", ".join(f"'{code}'" for code in codes) + ")"


_MINE = "episode_id IN (SELECT value FROM json_each(:episodes))"
_OF_CLIENTS = "client_id IN (SELECT value FROM json_each(:clients))"
_OF_ASSESSMENTS = f"assessment_id IN (SELECT id FROM assessment WHERE {_MINE})"
_OF_GOALS = f"goal_id IN (SELECT id FROM goal WHERE {_MINE} AND status IN {_one_of(GOING_ON)})"


def _for_open_need(table: str) -> str:
    """That a row of a table answers a need that is open, or was offered for it."""
    thread = "goal_need" if table == "goal" else f"need_{table}"
    return (
        f"EXISTS (SELECT 1 FROM {thread} t JOIN need n ON n.id = t.need_id"
        f" WHERE t.{table}_id = {table}.id AND n.status IN {_one_of(WAITING)})"
    )


_ALERTS = "SELECT value FROM json_each(:alerts)"
_COURT_DATE = """
SELECT 1 FROM money_legal m JOIN assessment a ON a.id = m.assessment_id
WHERE m.next_court_date BETWEEN :today AND :until AND a.episode_id = (
    SELECT x.episode_id FROM assessment x WHERE x.id = money_legal.assessment_id)
"""

# The last answering of each questionnaire that is to be answered again: what is due is counted from there.
_LAST_GIVEN = f"""
SELECT id FROM (SELECT id, max(given_on) FROM administration
    WHERE (episode_id, instrument) IN (SELECT episode_id, instrument FROM scheduled_instrument WHERE {_MINE})
    GROUP BY episode_id, instrument)
"""

# Visits since the client came last, missed ones of the last month, and of each question about the work together the
# last two answers.
_CONTACTS = f"""
SELECT id FROM (SELECT id, held_on, attendance,
    max(CASE WHEN attendance IN {_one_of(CAME)} AND held_on <= :today THEN held_on END) OVER (PARTITION BY episode_id)
        AS came,
    {" OR ".join(f"({name} IS NOT NULL AND count({name}) OVER newest < 3)" for name in ALLIANCE)} AS asked
    FROM contact WHERE {_MINE} AND held_on IS NOT NULL
    WINDOW newest AS (PARTITION BY episode_id ORDER BY held_on DESC, position DESC, id DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
WHERE held_on >= coalesce(came, '') OR (attendance = 'missed' AND held_on >= :month_ago) OR asked
"""

# For each goal the last contact that worked on it.
_WORKED_ON = f"""
SELECT id FROM (SELECT c.id, max(c.held_on) FROM contact_objective t
    JOIN contact c ON c.id = t.contact_id JOIN objective o ON o.id = t.objective_id
    WHERE o.{_OF_GOALS} GROUP BY o.goal_id)
"""

# For each goal its newest entry, and those of the last two days on which the client rated it.
_PROGRESS = f"""
SELECT id FROM (SELECT id, client_rating,
    row_number() OVER (PARTITION BY goal_id ORDER BY noted_on DESC) AS newest,
    dense_rank() OVER (PARTITION BY goal_id, client_rating IS NULL ORDER BY noted_on DESC) AS day
    FROM progress WHERE {_OF_GOALS} AND noted_on IS NOT NULL)
WHERE newest = 1 OR (client_rating IS NOT NULL AND day < 3)
"""

_LAST_TEST = f"""
SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY episode_id
    ORDER BY taken_on DESC, position DESC, id DESC) AS newest
    FROM test_result WHERE {_MINE} AND taken_on IS NOT NULL)
WHERE newest = 1
"""

# Owners stand before what they own.
_PARTS: dict[type[Record], str] = {
    SupportPerson: f"{_OF_CLIENTS} AND ask_again_on <= :until",
    Release: f"{_OF_CLIENTS} AND expires_on BETWEEN :today AND :until AND revoked_on IS NULL",
    FollowUp: f"{_MINE} AND (kind = 'plan_review' OR due_on <= :until AND (held_on IS NULL OR kind = 'put_off'))",
    PlanVersion: _MINE,
    SafetyStep: f"{_MINE} AND (status IN {_one_of(OPEN_GATE)} OR {_for_open_need('safety_step')}"
    f" OR episode_id IN (SELECT episode_id FROM administration WHERE id IN ({_ALERTS})))",
    Administration: f"id IN ({_LAST_GIVEN}) OR id IN ({_ALERTS})",
    ScheduledInstrument: _MINE,
    Need: f"{_MINE} AND (status IN {_one_of(WAITING)} OR look_again_on <= :until)",
    Service: f"{_MINE} AND (look_again_on <= :until OR {_for_open_need('service')})",
    FamilySession: f"{_MINE} AND held_on IS NULL AND due_on <= :until",
    Referral: f"{_MINE} AND (appointment_on <= :until OR {_for_open_need('referral')})",
    Assessment: _MINE,
    MoneyLegal: f"{_OF_ASSESSMENTS} AND EXISTS ({_COURT_DATE})",
    Readiness: f"{_OF_ASSESSMENTS} AND confidence IS NOT NULL",
    Diagnosis: f"{_MINE} AND review_on <= :until",
    TestResult: f"id IN ({_LAST_TEST})",
    Contact: f"id IN ({_CONTACTS}) OR id IN ({_WORKED_ON})",
    Goal: f"{_MINE} AND (status IN {_one_of(GOING_ON)} OR {_for_open_need('goal')})",
    Objective: f"{_OF_GOALS} AND (due_on <= :until OR id IN (SELECT objective_id FROM contact_objective"
    " WHERE contact_id IN (SELECT value FROM json_each(:contacts))))",
    Progress: f"id IN ({_PROGRESS})",
    SetAside: _MINE,
}
# Each thread from the one end that asks for it: tied from both, records would be kept until Python looks for cycles.
_THREADS: dict[type[Link], str] = {
    GoalNeed: "goals",
    NeedService: "services",
    NeedReferral: "referrals",
    NeedSafetyStep: "safety_steps",
    ContactObjective: "contacts",
}
_LISTS = {owner.listed_as for model in (Episode, *_PARTS) if (owner := model.owner()) is not None}


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

    __slots__ = ("_model", "_stored")

    def __init__(self, model: type[Record], stored: Any) -> None:
        super().__init__()
        self._model, self._stored = model, stored

    def __missing__(self, name: str) -> Any:
        at, convert = _places(self._model)[name]
        value = self[name] = convert(self._stored[at]) if convert else self._stored[at]
        return value


@cache
def _places(model: type[Record]) -> dict[str, tuple[int, Any]]:
    """By field where it stands in a row, behind the number, and how it becomes a plain value."""
    return {name: (at, convert) for at, (name, convert) in enumerate(converters(model), start=1)}


def _part(model: type[Record], row: Any) -> Part:
    return Part(model, row[0], _Row(model, row), {})


def records_in_part(clients: Collection[int], today: datetime.date, until: datetime.date) -> dict[int, Entry]:
    """The records of these clients by number, as far as the episode in which each is now goes, and what is due `until`
    a day; without those who are gone."""
    days = {"today": today, "until": until, "month_ago": today - datetime.timedelta(MONTH)}
    given = {"clients": json.dumps(list(clients)), **{name: day.isoformat() for name, day in days.items()}}
    found: dict[type[Record], dict[int, Entry]] = {}
    found[Client] = read_below(Client, "id IN (SELECT value FROM json_each(:clients))", given, found, _part)
    found[Episode] = read_below(Episode, _OF_CLIENTS, given, found, _part)
    episodes = [episode.number for client in found[Client].values() if (episode := running_episode(client))]
    given["episodes"] = json.dumps(episodes)
    given["alerts"] = json.dumps(_alerting(given["episodes"]))
    for model, where in _PARTS.items():
        found[model] = read_below(model, where, given, found, _part)
        if model is Contact:
            given["contacts"] = json.dumps(list(found[model]))
    for link, name in _THREADS.items():
        _tie(link, name, found)
    return found[Client]


def _alerting(episodes: str) -> list[int]:
    """The administrations with an answer that may raise an alert."""
    database = Client._meta.database
    if database.execute_sql("SELECT 1 FROM administration LIMIT 1").fetchone() is None:
        return []  # the start of a new practice waits for no questionnaire to be read
    raises, values = raises_alert()
    sql = f"SELECT a.id FROM administration a WHERE a.episode_id IN (SELECT value FROM json_each(?)) AND {raises}"
    return [number for (number,) in database.execute_sql(sql, (episodes, *values))]


def _tie(link: type[Link], name: str, found: dict[type[Record], dict[int, Entry]]) -> None:
    """Ties what was read at both ends of a thread, from the end that calls it by a name."""
    here, there = link.owner(), link.target()
    near_ends, far_ends = found[here.rel_model], found[there.rel_model]
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
