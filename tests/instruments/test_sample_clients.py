"""The sample clients: what their stored answers score is what stands beside them as recorded."""

import json
from typing import Any

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.instruments import instrument, score
from recovery_desktop.plans.answered import recorded


def administrations() -> list[Any]:
    found = []
    for file in sorted((resources() / "sample").glob("*.json")):
        client = json.loads(file.read_bytes())["client"]
        for episode in client["episodes"]:
            for one in episode.get("administrations", []):
                found.append(pytest.param(one, id=f"{file.stem}-{one['id']}"))
    return found


@pytest.mark.parametrize("one", administrations())
def test_recorded_scores(one: dict[str, Any]) -> None:
    form = instrument(one["instrument"])
    found = score(form.id, one["responses"])
    assert found.status == "complete"
    ours = {row.get("scale", ""): row for row in recorded(found)}
    for kept in one["scores"]:
        mine = ours[kept.get("scale", "")]
        assert (kept.get("value"), kept.get("highest")) == (mine.get("value"), mine.get("highest"))
        assert kept.get("band", "") == mine.get("band", "")
