"""Client files of every version ever written are still read, and say today what they said then."""

import json
from pathlib import Path
from typing import Any

import pytest

from recovery_desktop.exchange.form import VERSION
from recovery_desktop.exchange.reading import BadClientFile, read_client_file
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.store import Store

KEPT = Path(__file__).parents[1] / "client_files"


@pytest.mark.parametrize("file", sorted(KEPT.iterdir()), ids=lambda file: file.stem)
def test_a_kept_file_of_every_version_is_taken(store: Store, file: Path) -> None:
    client = take(take_client(store, file.read_bytes()).id)
    assert client["record_number"] == "RD-000121" and len(client.rows("episodes")[0].rows("goals")) == 6


def test_every_earlier_version_has_its_kept_file() -> None:
    kept = [json.loads(file.read_bytes())["version"] for file in sorted(KEPT.iterdir())]
    assert kept == list(range(1, VERSION))


def test_what_was_refused_in_version_1_is_declined_now(store: Store) -> None:
    episode = take(take_client(store, (KEPT / "version-1.json").read_bytes()).id).rows("episodes")[0]
    assert episode.rows("test_results")[-1]["result"] == "declined"
    assert episode.rows("family_sessions")[-1]["status"] == "declined"


@pytest.mark.parametrize(
    "client",
    [None, [], {"episodes": 1}, {"episodes": [1, {"test_results": {"result": "refused"}}]}],
    ids=["nothing", "list", "number", "object for a list"],
)
def test_an_old_file_with_mistakes_is_refused_by_name(client: Any) -> None:
    with pytest.raises(BadClientFile):
        read_client_file(json.dumps({"format": "recovery-desktop-client", "version": 1, "client": client}).encode())
