"""The example client as a client file for walks: whole, with one row of each kind, and as she stood at her intake."""

import json
from collections.abc import Iterator
from typing import Any

from recovery_desktop.assets import resources
from recovery_desktop.exchange.form import SHARED_LISTS
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.family import SOCIAL_DOMAINS, FamilySession, Referral
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.tree import links_of, owned_by

Row = dict[str, Any]
FIRST_PLAN = "2026-09-17"
"""The day of her first plan."""
DAY_30 = "2026-10-10"
"""The day of the practice revision, on which she is entered."""
_HAPPENED = ("given_on", "taken_on", "noted_on", "decided_on", "made_on")
"""Fields that have the day on which a row came to be."""


def example() -> Row:
    """What forms enter of the example client, as a client file with its lists in the order of the window."""
    plain: Row = json.loads((resources() / "sample" / "priya-shah.json").read_text("utf-8"))
    (episode,) = plain["client"]["episodes"]
    for rows, domains in (
        (episode["social_needs"], list(SOCIAL_DOMAINS)),
        (episode["assessments"][0]["areas_of_life"], list(DOMAINS)),
    ):
        rows.sort(key=lambda row: domains.index(row["domain"]))
    for referral in episode["referrals"]:
        if referral.get("result"):
            referral.setdefault("result_on", DAY_30)  # the window notes it by itself
    del episode[SetAside.episode.listed_as]  # no form enters these: each is written where a proposal is passed over
    return plain


def with_one_of_each() -> Row:
    """The example client with the first row of each list alone; the first version of her plan is not signed yet."""
    plain = example()
    client = _first_rows(Client, plain["client"])
    client["episodes"][0]["plan_versions"][0]["status"] = "draft"
    return _whole(plain, client)


def _first_rows(model: type[Record], row: Row) -> Row:
    short = dict(row)
    for owner, below in owned_by(model):
        if owner.listed_as in row:
            listed = row[owner.listed_as]
            short[owner.listed_as] = _first_rows(below, listed) if owner.only_one else [_first_rows(below, listed[0])]
    return short


def _identifiers(row: Any) -> Iterator[str]:
    for name, value in row.items():
        if name == "id":
            yield value
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, dict):
                yield from _identifiers(below)


def _pointing_at(kept: set[str], model: type[Record], row: Row) -> Row:
    """A row without pointers and threads to what is not kept."""
    lists = {owner.listed_as: below for owner, below in owned_by(model)}
    threads = {link.owner().listed_as for link in links_of(model)}
    short: Row = {}
    for name, value in row.items():
        if name in lists:
            rows = [_pointing_at(kept, lists[name], each) for each in (value if isinstance(value, list) else [value])]
            short[name] = rows if isinstance(value, list) else rows[0]
        elif name in threads:
            short[name] = [end for end in value if end in kept]
        elif name not in model.refs() or value in kept:
            short[name] = value
    return {name: value for name, value in short.items() if value != []}


def at_first_plan() -> Row:
    """The example client on the day of her first plan, which is a draft: nothing that came later has happened yet."""
    plain = example()
    client = _until_first_plan(Client, plain["client"])
    return _whole(plain, client)


def of_day_30() -> Row:
    """By table what the practice revision adds, thirty days after her admission: questionnaires, how much care, and
    when the next step comes."""
    (episode,) = example()["client"]["episodes"]
    return {
        "administration": [row for row in episode["administrations"] if row["given_on"] > FIRST_PLAN],
        "level_of_care": [row for row in episode["levels_of_care"] if row["decided_on"] > FIRST_PLAN],
        "follow_up": [row for row in episode["follow_ups"] if row["kind"] == "step_change"],
    }


def _until_first_plan(model: type[Record], row: Row) -> Row:
    """A row without the rows below it that came later, and without what came of it later."""
    short = _not_yet(model, row)
    for owner, below in owned_by(model):
        if owner.listed_as in short:
            listed = short[owner.listed_as]
            rows = [_until_first_plan(below, each) for each in ([listed] if owner.only_one else listed)]
            kept = [each for each in rows if not _came_later(below, each)]
            short[owner.listed_as] = kept[0] if owner.only_one else kept
    return short


def _came_later(model: type[Record], row: Row) -> bool:
    happened = ("held_on", "dated_on") if model in (Contact, PlanVersion) else _HAPPENED
    is_planned_later = model is FollowUp and row.get("kind") == "step_change"
    return is_planned_later or any(row.get(field, "") > FIRST_PLAN for field in happened)


def _not_yet(model: type[Record], row: Row) -> Row:
    """What a row that was there already did not say yet on that day."""
    if model is PlanVersion:
        return {**_without(row, "copy_given_on"), "status": "draft"}
    if model is FamilySession and row.get("held_on", "") > FIRST_PLAN:
        return {**_without(row, "held_on", "outcome"), "status": "planned"}
    if model is FollowUp and row.get("held_on", "") > FIRST_PLAN:
        return _without(row, "held_on", "result")
    if model is Referral and row.get("result_on", "") > FIRST_PLAN:
        return {**_without(row, "result_on", "result"), "status": "booked"}
    return dict(row)


def _without(row: Row, *fields: str) -> Row:
    return {name: value for name, value in row.items() if name not in fields}


def _whole(plain: Row, client: Row) -> Row:
    """A client file with another client, who points at nothing that is not there."""
    kept = {row["id"] for name in SHARED_LISTS for row in plain[name]} | set(_identifiers(client))
    return {**plain, "client": _pointing_at(kept, Client, client)}
