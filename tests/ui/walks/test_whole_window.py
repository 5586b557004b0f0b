"""The whole window in one walk by keyboard and mouse: first run, every page, quit, again, plan as PDF; and killed."""

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recovery_desktop.records.store import Store, open_store
from recovery_desktop.vault import has_vault, unlock_key
from tests.documents.reading import spoken
from tests.ui.safety.processes import ROOT, environment
from tests.ui.walks.first_day import ENTRIES, MODELS, FirstDay
from tests.ui.windows import locked_window
from tests.vault.doing import READY, TOLD

LONGEST = 2.5  # seconds until a kill
MAKING = 0.4  # seconds within which a practice is made
NOT_PRINTED = ["assessment.summary", "plan_version.reason_detail", "contact.note"]  # with no more entered than here


def test_the_first_day_from_nothing_to_the_plan(qtbot: QtBot, tmp_path: Path) -> None:
    folder, file = tmp_path / "vault", tmp_path / "plan.pdf"
    day = FirstDay(locked_window(qtbot, folder), "", lambda _typed: None)
    day.come_in()
    day.work()
    day.quit()
    again = FirstDay(locked_window(qtbot, folder), day.passphrase, lambda _typed: None)
    again.come_in()
    assert again.look() == []
    again.save_plan(file)
    words = " ".join(spoken(file.read_bytes()))
    assert [entry.field for entry in ENTRIES if entry.words not in words] == NOT_PRINTED


class Life:
    """A practice through many kills: what is known of it from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.passphrase, self.is_done = folder, "", False

    def live_and_die(self) -> dict[str, str]:
        """Goes on with the first day, kills it at a random moment, and gives what it told before."""
        command = [sys.executable, "-m", "tests.ui.walks.first_day", str(self.folder), self.passphrase]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, env=environment()) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == READY
            first = self._wait(process.stdout.readline)
            process.kill()
            output, errors = process.communicate()
        told = {}
        for line in (first + output).splitlines():
            if line.startswith(TOLD) and line.endswith("}"):
                told = json.loads(line.removeprefix(TOLD))
                self.passphrase = told.pop("passphrase", self.passphrase)
                self.is_done = told == {"done": "done"}
        assert process.returncode == -9 or self.is_done, errors
        return {} if self.is_done else told

    def _wait(self, next_line: Callable[[], str]) -> str:
        """Waits until it is time; half of the new practices are killed while they are being made."""
        if self.passphrase or random.random() < 0.5:
            time.sleep(random.uniform(0, LONGEST))
            return ""
        line = next_line()
        time.sleep(random.uniform(0, MAKING))
        return line

    def check(self, told: dict[str, str]) -> None:
        """All that was called saved is there, and the vault is whole."""
        if not has_vault(self.folder):
            assert told == {}
            return
        store = open_store(self.folder, unlock_key(self.folder, self.passphrase))
        try:
            assert store.vault.check() == []
            assert {name: typed for name, typed in told.items() if not _is_kept(store, name, typed)} == {}
        finally:
            store.close()


def _is_kept(store: Store, field: str, typed: str) -> bool:
    """Whether a text stands in a row, perhaps longer by now, or in what was begun."""
    table, _dot, name = field.partition(".")
    if any(getattr(row, name).startswith(typed) for row in MODELS[table].select()):
        return True
    return any(typed in (store.vault.drafts.get(draft) or "") for draft in store.vault.drafts.names())


def kill_at_random(qtbot: QtBot, place: Path, kills: int) -> int:
    """How many texts were called saved before a kill, in all."""
    count, life = 0, Life(place / "0")
    for number in range(1, kills + 1):
        told = life.live_and_die()
        life.check(told)
        count += len(told)
        _check_start(qtbot, life, place / f"copy-{number}")
        if life.is_done or random.random() < 0.3:
            life = Life(place / str(number))
    return count


def _check_start(qtbot: QtBot, life: Life, copy: Path) -> None:
    """The program starts from there and leads in, whatever stands in the way: it is tried on a copy."""
    if life.folder.exists():
        shutil.copytree(life.folder, copy)
    day = FirstDay(locked_window(qtbot, copy), life.passphrase, lambda _typed: None)
    day.come_in()
    day.quit()


def test_nothing_that_was_called_saved_is_lost_by_a_few_kills(qtbot: QtBot, tmp_path: Path) -> None:
    kill_at_random(qtbot, tmp_path, 4)


@pytest.mark.long
def test_nothing_that_was_called_saved_is_lost_by_50_kills(qtbot: QtBot, tmp_path: Path) -> None:
    assert kill_at_random(qtbot, tmp_path, 50) > 50
