"""The papers for clients and families made of the sample clients."""

import datetime
from typing import Any

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.exchange.sample import PRACTICE
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.records.store import Store
from tests.people import sample

TODAY = datetime.date(2026, 10, 14)
CODES = ("my_plan", "release", "aftercare", "family")
CLIENTS = ("priya-shah", "ernesto-quizhpe", "josephine-tate")


def record(store: Store, name: str) -> Entry:
    return take(sample(store, name).id)


def release_to(client: Entry, recipient: str) -> Entry:
    (found,) = [row for row in client.rows("releases") if row["recipient"].startswith(recipient)]
    return found


def made(code: str, client: Entry, **occasion: Any) -> Any:
    """What a paper of the sample practice says of a client."""
    practice = take_practice()
    practice.values |= PRACTICE
    return PAPERS[code].content(client, practice, Occasion(**({"on": TODAY} | occasion)))
