"""Safety answers without a safety step across all clients, for the lists that show everybody.

The database finds the few administrations with an answer that may raise an alert; only these are read and scored.
"""

import datetime
import json
from collections.abc import Mapping
from typing import Any

from recovery_desktop.plans.safety_answers import open_alert, urgency
from recovery_desktop.records.client import Client

# Of the episode that `client.running` looks at, while it has not ended; {raises} picks the answers.
_POSITIVE = """
SELECT e.client_id, e.id, a.instrument, a.given_on, a.responses
FROM administration a JOIN episode e ON e.id = a.episode_id
WHERE {raises} AND (e.discharged_on IS NULL OR e.discharged_on > ?) AND e.id = (
    SELECT x.id FROM episode x WHERE x.client_id = e.client_id
    ORDER BY x.discharged_on IS NULL DESC, x.position DESC, x.id DESC LIMIT 1)
"""
_STEPS = """
SELECT episode_id, {columns} FROM safety_step
WHERE episode_id IN (SELECT value FROM json_each(?))
"""


_OF_STEP = ("gate", "finding", "action", "status", "done_on", "done_by", "response")


def safety_across(today: datetime.date, client: int | None = None) -> Mapping[int, tuple[str, ...]]:
    """The questionnaires whose safety answers are unanswered, the most urgent first, by the number of the client; with
    `client` of this one alone. Those on violence at home are in no such list."""
    rows = _positive(today, client)
    steps = _steps_of({row[1] for row in rows}) if rows else {}
    found: dict[int, list[tuple[tuple[int, int], str]]] = {}
    for number, episode, instrument, day, answers in rows:
        given_on = _day(day)
        alert = open_alert(instrument, json.loads(answers), given_on, steps.get(episode, ()))
        if alert is not None:
            found.setdefault(number, []).append((urgency(alert, given_on), alert.name))
    return {number: tuple(dict.fromkeys(name for _rank, name in sorted(ones))) for number, ones in found.items()}


def _positive(today: datetime.date, client: int | None) -> list[Any]:
    """The rows of administrations with an answer that may raise an alert."""
    database = Client._meta.database
    if database.execute_sql("SELECT 1 FROM administration LIMIT 1").fetchone() is None:
        return []  # the start of a new practice waits for no questionnaire to be read
    raises, values = raises_alert()
    sql, values = _POSITIVE.format(raises=raises), [*values, today.isoformat()]
    if client is not None:
        sql, values = f"{sql} AND e.client_id = ?", [*values, client]
    return list(database.execute_sql(sql, values))


def raises_alert() -> tuple[str, list[Any]]:
    """The condition that an answer may raise an alert, and what its question marks stand for."""
    from recovery_desktop.plans.answered import raising_answers

    sql, values = "CASE a.instrument", []
    for instrument, items in raising_answers().items():
        one_of = [f"json_extract(a.responses, ?) IN ({', '.join('?' * len(answers))})" for answers in items.values()]
        sql += f" WHEN ? THEN CASE WHEN json_valid(a.responses) THEN {' OR '.join(one_of)} END"
        values += [instrument, *(value for item, answers in items.items() for value in (f'$."{item}"', *answers))]
    return f"{sql} END", values


def _steps_of(episodes: set[int]) -> dict[int, list[dict[str, Any]]]:
    """The safety steps of episodes."""
    found: dict[int, list[dict[str, Any]]] = {}
    sql = _STEPS.format(columns=", ".join(_OF_STEP))
    for episode, *values in Client._meta.database.execute_sql(sql, (json.dumps(sorted(episodes)),)):
        step = dict(zip(_OF_STEP, values, strict=True))
        found.setdefault(episode, []).append({**step, "done_on": _day(step["done_on"])})
    return found


def _day(stored: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(stored) if stored else None
