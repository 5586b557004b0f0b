"""The power fails at any moment of any operation: what was reported stays, nothing is damaged, nothing half done."""

import random
import shutil
from pathlib import Path

import pytest

from tests.support import need
from tests.vault.operations import OPERATIONS, prepared
from tests.vault.power import STATES, Change, Tree, left_by
from tests.vault.recording import record


def _cut_at_points(name: str, folder: Path, points: int) -> None:
    need(shutil.which("strace"), "strace is not installed")
    operation = prepared(name, folder / "root")
    before, changes = record(name, folder / "root", folder / "log")
    assert [change for change in changes if change.kind == "told"]
    chance = random.Random(name)
    cuts = [number * (len(changes) + 1) // points for number in range(points)]
    if points > len(changes):
        cuts = [number % (len(changes) + 1) for number in range(points)]
    for cut in cuts:
        told = [change.names[0] for change in changes[:cut] if change.kind == "told"]
        for state in STATES:
            left_by(before, changes[:cut], state, chance).write_out(folder / "left")
            try:
                operation.check(folder / "left", told)
            except Exception as error:
                error.add_note(f"{name} cut after change {cut} of {len(changes)}, unsynced {state}, told {told}")
                raise
            shutil.rmtree(folder / "left")


@pytest.mark.parametrize("name", OPERATIONS)
def test_power_fails_at_some_points(name: str, tmp_path: Path) -> None:
    _cut_at_points(name, tmp_path, 5)


@pytest.mark.long
@pytest.mark.parametrize("name", OPERATIONS)
def test_power_fails_at_400_points(name: str, tmp_path: Path) -> None:
    _cut_at_points(name, tmp_path, 400)


def test_what_was_not_synced_is_lost_in_the_dropped_state() -> None:
    made = [Change("link", 1, (0,), ("a",)), Change("write", 1, data=b"text")]
    synced = [*made, Change("sync", 1)]

    def left(changes: list[Change], state: str) -> dict[str, bytes]:
        tree = left_by(Tree(), changes, state, random.Random(1))
        return {name: bytes(tree.files[number]) for name, number in tree.folders[0].items()}

    assert left(made, "kept") == {"a": b"text"}
    assert left(made, "dropped") == {}
    assert left(synced, "dropped") == {}, "the name is sure only after the folder was synced"
    assert left([*made, Change("sync", 0)], "dropped") == {"a": b""}
    assert left([*synced, Change("sync", 0)], "dropped") == {"a": b"text"}
