"""Ten years of a practice (row 13 of the security plan): 300 clients, 100,000 notes, 200,000 entries of the audit, and
plans signed as often as they are reviewed."""

import datetime
import random
from functools import partial
from typing import Any

from peewee import chunked

from recovery_desktop.desk.freezing import freeze, thaw
from recovery_desktop.desk.signing import plan_pdf, shown_hash
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.signed import Frozen, freeze_version, hash_of
from recovery_desktop.records.store import Store
from tests.benchmarks.crowd import crowd
from tests.people import TODAY

PEOPLE, NOTES, ENTRIES, SIGNED = 300, 100_000, 200_000, 4
_SENTENCES = (
    "Talked about the week, and what helped at the weekend.",
    "The closing shifts were hard; called the sister before going home.",
    "Practised saying no to a friend who still uses.",
    "Slept better, and went dancing twice.",
    "The card is paid down by two hundred.",
    "Wants to look at the adviser's letter together next time.",
    "No use on the last four nights, tests agree.",
    "Worries less since the breathing is a habit.",
)
_WORDS = " ".join(_SENTENCES).split()


def ten_years(store: Store) -> None:
    """Fills an empty practice."""
    crowd(store, PEOPLE)
    chance = random.Random(1)
    store.vault.write(lambda: _notes(chance))
    _sign(store)
    store.vault.write(lambda: _entries(store, chance))


def _notes(chance: random.Random) -> None:
    episodes = [row.id for row in Episode.select(Episode.id).where(Episode.discharged_on.is_null())]
    each = -(-NOTES // len(episodes))
    rows: list[dict[str, Any]] = []
    empty = {name: field.empty for name, field in Contact.described().items()}
    for number in range(NOTES):
        place, episode = divmod(number, len(episodes))
        note = " ".join(chance.choices(_WORDS, k=85))  # about 420 letters, as notes are
        on = TODAY - datetime.timedelta(days=3650 * place // each)
        rows.append({**empty, "episode": episodes[episode], "held_on": on, "attendance": "attended", "note": note})
    for part in chunked(rows, 500):
        Contact.insert_many(part).execute()


def _sign(store: Store) -> None:
    """Signs some versions of each client's plan with their whole record; one document stands for all."""
    practice, pdf = take_practice(), b""
    begun = datetime.datetime.combine(TODAY, datetime.time(9), datetime.UTC)
    for client in [row.id for row in Client.select(Client.id)]:
        content = freeze(take(client), practice, {})
        pdf = pdf or plan_pdf(thaw(content), shown_hash(hash_of(content)), begun)
        episode = Episode.select().where(Episode.client == client, Episode.discharged_on.is_null()).first()
        assert episode is not None
        store.vault.write(partial(_versions, store, episode, content, pdf))


def _versions(store: Store, episode: Episode, content: bytes, pdf: bytes) -> None:
    for number in range(SIGNED):
        on = TODAY - datetime.timedelta(90 * (SIGNED - number))
        version = PlanVersion.create(episode=episode, number=20 + number, status="signed", dated_on=on, reason="due")
        moment = datetime.datetime.combine(on, datetime.time(9), datetime.UTC).isoformat()
        freeze_version(store, version.id, Frozen(moment, "Dana Whitfield, LCADC", content, pdf))


def _entries(store: Store, chance: random.Random) -> None:
    audit = store.vault.audit
    for number in range(audit.head().seq, ENTRIES):
        audit.append("edit", f"contact/{chance.randrange(NOTES)}", str(number).encode(), str(number + 1).encode())
