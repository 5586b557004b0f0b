"""Which episode of a client is looked at: one rule for the pages, the plan and the caseload."""

import datetime
from itertools import product

import pytest
from recovery_desktop_ui.editing.open_client import open_client

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.caseload import CaseloadReader
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.store import Store
from tests.people import TODAY

ENDED = [tuple(ended) for count in range(4) for ended in product((True, False), repeat=count)]


@pytest.mark.parametrize("ended", ENDED)
def test_pages_plan_and_caseload_look_at_the_same_episode(store: Store, ended: tuple[bool, ...]) -> None:
    client = store.add(Client, record_number="RD-000900", legal_given="Rosa", legal_family="Vega")
    for number, is_over in enumerate(ended, start=1):
        day = TODAY - datetime.timedelta(number) if is_over else None
        episode = store.add(Episode, client, discharged_on=day)
        store.add(PlanVersion, episode, number=number, status="draft")
    opened, entry = open_client(client.id).episode, running_episode(take(client.id))
    assert (opened.id if opened else 0) == (entry.number if entry else 0)
    reader = CaseloadReader()
    reader.renew(TODAY)
    line = reader.read("all").lines[0]
    if opened is None:
        assert (ended, line.state) == ((), "not assessed yet")
    elif opened.discharged_on:
        assert line.on == opened.discharged_on
    else:
        assert line.state == f"draft {PlanVersion.get(PlanVersion.episode == opened).number}"
