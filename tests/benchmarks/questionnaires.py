"""Made-up clients with questionnaires, put into the tables in one go."""

import datetime
import random
from typing import Any

from peewee import chunked

from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.therapies import SafetyStep

GIVEN = ("phq-9", "gad-7", "bam", "phq-9", "gad-7", "bam", "phq-9", "asq")


def insert_people(count: int, today: datetime.date, chance: random.Random) -> None:
    """So many clients in care, numbered from 1, with eight questionnaires each; belongs inside `Vault.write`."""
    people = (
        {"record_number": f"RD-{n:06}", "legal_given": "Dee", "legal_family": f"Example {n}"} for n in range(count)
    )
    _insert(Client, [{**one, **Client(**one).settle()} for one in people])
    _insert(Episode, [{"client": number} for number in range(1, count + 1)])
    given, steps = [], []
    for episode in range(1, count + 1):
        for week, name in enumerate(GIVEN):
            on = today - datetime.timedelta(weeks=len(GIVEN) - week)
            given.append({"episode": episode, "instrument": name, "given_on": on, "responses": _answers(name, chance)})
        if chance.random() < 0.5:
            steps.append(
                {"episode": episode, "gate": "G02", "action": "Safety plan", "status": "done", "done_on": today}
            )
    _insert(Administration, given)
    _insert(SafetyStep, steps)


def _answers(name: str, chance: random.Random) -> dict[str, Any]:
    if name == "asq":
        return {str(item): chance.choice(["no"] * 20 + ["yes"]) for item in range(1, 5)}
    often = {str(item): chance.randrange(4) for item in range(1, 18 if name == "bam" else 9)}
    return often | ({"9": chance.choice([0] * 8 + [1])} if name == "phq-9" else {})


def _insert(model: type[Record], rows: list[dict[str, Any]]) -> None:
    empty = {name: field.empty for name, field in model.described().items()}
    for part in chunked([{**empty, **row} for row in rows], 400):
        model.insert_many(part).execute()
