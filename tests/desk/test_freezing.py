"""A signed version's record comes back as it was: every value, list, pointer and thread, with its row numbers."""

import json
from typing import Any

import pytest

from recovery_desktop.desk.freezing import freeze, thaw
from recovery_desktop.exchange.reading import BadClientFile
from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import CounselingNote
from recovery_desktop.records.store import Store
from tests.people import sample


def told(entry: Entry) -> dict[str, Any]:
    """All an entry says, without the entries it hangs together with: those by class and number."""

    def names(entries: list[Entry]) -> list[tuple[str, int]]:
        return [(one.model.__name__, one.number) for one in entries]

    return {
        "who": (entry.model, entry.number),
        "values": entry.values,
        "lists": {name: [told(row) for row in rows] for name, rows in entry.lists.items()},
        "refs": {name: (far.model, far.number, far.values) for name, far in entry.refs.items()},
        "links": {name: names(ends) for name, ends in entry.links.items() if ends},
        "back": {name: sorted(names(ends)) for name, ends in entry.back.items() if ends},
    }


@pytest.mark.parametrize("file", sample_client_files(), ids=lambda file: file.stem)
def test_a_record_comes_back_whole(store: Store, file: Any) -> None:
    client = take(sample(store, file.stem).id)
    thawed = thaw(freeze(client, take_practice(), {}))
    assert told(thawed.client) == told(client)
    assert thawed.practice.values == take_practice().values


def test_a_version_is_frozen_as_signed_before_it_is(store: Store) -> None:
    client = take(sample(store, "priya-shah").id)
    draft = client.rows("episodes")[-1].rows("plan_versions")[-1]
    frozen = freeze(client, take_practice(), {(PlanVersion, draft.number): {"status": "signed"}})
    assert draft["status"] == "draft"
    assert thaw(frozen).client.rows("episodes")[-1].rows("plan_versions")[-1]["status"] == "signed"


def test_the_same_record_gives_the_same_bytes(store: Store) -> None:
    number = sample(store, "ernesto-quizhpe").id
    assert freeze(take(number), take_practice(), {}) == freeze(take(number), take_practice(), {})


def test_counseling_notes_stay_out(store: Store) -> None:
    client = sample(store, "ernesto-quizhpe")
    store.add(CounselingNote, client.episodes[0], text="kept apart")
    content = freeze(take(client.id), take_practice(), {})
    assert b"kept apart" not in content
    assert not thaw(content).client.rows("episodes")[0].rows("counseling_notes")


def test_content_of_something_else_is_refused(store: Store) -> None:
    client = take(sample(store, "ernesto-quizhpe").id)
    frozen = json.loads(freeze(client, take_practice(), {}))
    frozen["record"]["client"]["record_number"] = 7
    with pytest.raises(BadClientFile):
        thaw(json.dumps(frozen).encode())
