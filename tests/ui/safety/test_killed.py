"""The window is killed: what its foot called saved is there, and what was typed two seconds before is there too."""

import json
import random
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recovery_desktop.records.aftercare import AftercareStep
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import open_store
from recovery_desktop.vault import unlock_key
from tests.people import admitted
from tests.practices import PASSPHRASE, new_practice
from tests.ui.safety.processes import killed, typist, wait_until_ready
from tests.ui.safety.typist import FIELDS, HALF_DATE, HALF_NAME, HALF_PHONE, PAUSES, WORDS, running_text
from tests.ui.windows import field, opened_window, press

SOON = 2  # seconds after which what was typed is to survive anything


def practice_with_client(folder: Path) -> Path:
    store = new_practice(folder)
    client, episode = admitted(store)
    store.add(AftercareStep, episode, what="row 1")
    assert client.id == 1
    store.close()
    return folder


def check_after_kill(folder: Path, told: dict[str, str | int]) -> None:
    """All that was told is stored, and whatever is stored was typed."""
    store = open_store(folder, unlock_key(folder, PASSPHRASE))
    try:
        assert store.vault.check() == []
        client = Client.get()
        for name in FIELDS:
            stored = getattr(client, name)
            assert stored == running_text(len(stored))
            assert len(stored) >= len(str(told.get(name, ""))), name
        rows = [step.what for step in AftercareStep.select().order_by(AftercareStep.position)]
        assert rows[:-1] == [f"row {number}" for number in range(1, len(rows))]
        assert len(rows) >= int(told.get("rows", 0))
    finally:
        store.close()


def kill_at_random(folder: Path, kills: int) -> int:
    """How often something was told in all."""
    count = 0
    for _kill in range(kills):
        with typist("type_on", folder) as process:
            wait_until_ready(process)
            time.sleep(random.uniform(0, 1.2))
            lines = killed(process)
        count += len(lines)
        check_after_kill(folder, json.loads(lines[-1]) if lines else {})
    return count


def test_what_was_called_saved_survives_a_few_kills(tmp_path: Path) -> None:
    assert kill_at_random(practice_with_client(tmp_path / "vault"), 6) > 0


@pytest.mark.long
def test_what_was_called_saved_survives_100_kills(tmp_path: Path) -> None:
    assert kill_at_random(practice_with_client(tmp_path / "vault"), 100) > 100


def test_what_was_typed_two_seconds_before_a_kill_is_back(qtbot: QtBot, tmp_path: Path) -> None:
    folders = [practice_with_client(tmp_path / mode.__name__) for mode in PAUSES]
    with ExitStack() as stack:
        pairs = zip(PAUSES, folders, strict=True)
        for process in [stack.enter_context(typist(mode.__name__, folder)) for mode, folder in pairs]:
            wait_until_ready(process)
        time.sleep(SOON)
    client = Client(id=1)
    window = opened_window(qtbot, folders[0], client=client, page="client")
    assert field(window, "client.birth_date").text() == HALF_DATE
    assert field(window, "client.culture").toPlainText() == WORDS
    window = opened_window(qtbot, folders[1], client=client, page="aftercare")
    assert field(window, "prevention_entry.crisis.phone").text() == HALF_PHONE
    window = opened_window(qtbot, folders[2])
    press(window, "Ctrl+N")
    assert field(window, "client.legal_given").text() == HALF_NAME
