"""Versions made ready and signed for tests, the way the window does it."""

import datetime

from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.desk.signing import Prepared, add_signature, keep, prepare
from recovery_desktop.plans.changes import changes
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.profile import Profile
from recovery_desktop.plans.profiles import profile_named
from recovery_desktop.plans.readiness import readiness
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.plan import LookedAt, Override, PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from tests.practices import done_once

NOW = datetime.datetime(2026, 11, 20, 15, 30, tzinfo=datetime.UTC)
RULES = profile_named("generic", {})


def give_reasons(store: Store, client: int, now: datetime.datetime = NOW, rules: Profile = RULES) -> None:
    """A reason for each rule that is not met, and for each change."""
    record = take(client)
    episode = running_episode(record)
    assert episode is not None
    draft = current_version(episode)
    assert draft is not None
    version = PlanVersion.get_by_id(draft.number)
    for line in readiness(record, episode, rules, now.date()).blocking:
        store.add(Override, version, rule=line.rule.id, reason="agreed with the client", given_on=now.date())
    before = frozen_before(episode, draft)
    found = changes(before, record, draft.rows("looked_at")).without_reason if before is not None else ()
    for change in found:
        store.add(LookedAt, version, what=change.key, reason="it went well")


def give_signatures(store: Store, client: int, now: datetime.datetime = NOW) -> None:
    """The client's and the counselor's."""
    episode = running_episode(take(client))
    draft = current_version(episode) if episode is not None else None
    assert draft is not None
    version = PlanVersion.get_by_id(draft.number)
    for role, name in (("client", "Priya Shah"), ("counselor", "Dana Whitfield")):
        add_signature(store, version, role=role, name=name, manner="typed", signed_on=now.date())


def prepared(client: int, now: datetime.datetime = NOW) -> Prepared:
    """What is to be signed."""
    return prepare(client, RULES, now)


def sign(store: Store, client: int, now: datetime.datetime = NOW) -> SignedPlan:
    """Signs the draft of a client's running episode, with all it needs."""

    def work() -> None:
        give_reasons(store, client, now)
        give_signatures(store, client, now)
        ready = prepared(client, now)
        keep(store, ready, ready.pdf())

    done_once(store, f"sign {client} {now}", work)
    return SignedPlan.select().order_by(SignedPlan.id.desc()).get()
