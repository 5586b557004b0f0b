"""The sample clients: what their stored answers score is what stands beside them as recorded."""

import json
from typing import Any

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.instruments import instrument, score
from recovery_desktop.instruments.scoring import TOTAL


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
    names = {scale.key: scale.name.removeprefix("Alcohol-related ").capitalize() for scale in form.scales}
    ours = {names[key].casefold(): value for key, value in found.subscales.items()}
    for recorded in one["scores"]:
        if "scale" in recorded:
            assert ours[recorded["scale"].casefold()] == recorded["value"]
        elif "value" in recorded:
            scale = form.scale(TOTAL)
            assert scale is not None
            assert (found.total, scale.high) == (recorded["value"], recorded["highest"])
