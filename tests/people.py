"""Clients for tests: one just admitted, and the sample clients."""

import datetime
from typing import Any

from recovery_desktop.assets import resources
from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.practices import done_once

TODAY = datetime.date(2026, 10, 14)


def day(days: int) -> datetime.date:
    """So many days after the tests' today."""
    return TODAY + datetime.timedelta(days)


def admitted(store: Store, **values: Any) -> tuple[Client, Episode]:
    """A client with an episode of care and nothing else."""
    given: dict[str, Any] = {"record_number": "RD-000900", "legal_given": "Rosa", "legal_family": "Vega"}
    client = store.add(Client, **(given | values))
    return client, store.add(Episode, client, intake_on=day(-60))


def sample(store: Store, name: str) -> Client:
    """A sample client by the name of its file."""
    file = resources() / "sample" / f"{name}.json"
    done_once(store, f"sample {name}", lambda: take_client(store, file.read_bytes()))
    return Client.select().order_by(Client.id.desc()).get()


def samples(store: Store) -> None:
    """All sample clients, in the order in which the program takes them."""
    for file in sample_client_files():
        sample(store, file.stem)
