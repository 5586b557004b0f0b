"""A client in whose record every text says where it comes from: the name of its record and field."""

import datetime
import re

from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import SCOPES, Release
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.kinds import LINKS
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from recovery_desktop.records.tree import below
from tests.plans.every_text import filled
from tests.practices import done_once

TODAY = datetime.date(2026, 11, 20)
_CANARY = re.compile(r"\b([A-Z][A-Za-z]+)\.([a-z_]+)\b")
_CHOSEN = {Service: {"decision": "accepted"}, Goal: {"status": "active"}}


def canary_client(store: Store) -> Client:
    """Every record once, every text filled in, every thread tied; the release allows nothing yet."""
    done_once(store, "canaries", lambda: _fill(store))
    return Client.get()


def _fill(store: Store) -> None:
    rows: dict[type[Record], Record] = {}
    for model in below(Client):
        owner = model.owner()
        refs = {name: rows[ref.rel_model] for name, ref in model.refs().items() if model.is_final()}
        values = {**filled(model), **_CHOSEN.get(model, {}), **refs}
        rows[model] = store.add(model, rows[owner.rel_model] if owner else None, **values)
    for model, row in [one for one in rows.items() if not one[0].is_final()]:
        store.save(row, **{name: rows[ref.rel_model] for name, ref in model.refs().items() if ref.rel_model in rows})
    for link in LINKS:
        store.link(link, rows[link.owner().rel_model], rows[link.target().rel_model])


def release_for(store: Store, client: Client, *scopes: str) -> Release:
    """A release that holds and allows these parts."""
    assert set(scopes) <= SCOPES.keys()
    row = Release.get(Release.client == client)
    return store.save(
        row,
        scope=list(scopes),
        signed_on=TODAY,
        expires_on=TODAY + datetime.timedelta(90),
        revocation_explained="yes",
        revoked_on=None,
        person=None,
    )


def told(text: str) -> set[str]:
    """The canaries in a text, as "Goal.own_words"."""
    return {f"{model}.{field}" for model, field in _CANARY.findall(text)}
