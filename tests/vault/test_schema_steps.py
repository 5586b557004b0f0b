"""Schema steps: all of them or none, behind a checked backup, and never backwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recovery_desktop.vault import Connection, Step, UpdateFailed, Vault, VaultTooNew, create, open_vault
from recovery_desktop.vault.layout import BACKUPS
from tests.vault.practice import BALLAST, CHEAP, PASSPHRASE
from tests.vault.small import SCHEMA, add_note, notes


def _more(connection: Connection) -> None:
    connection.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


def _fails(connection: Connection) -> None:
    connection.execute("DELETE FROM note")
    connection.execute("INSERT INTO nowhere VALUES (1)")


def _raises(connection: Connection) -> None:
    connection.execute("DELETE FROM note")
    raise KeyError("ours")


def _breaks_a_reference(connection: Connection) -> None:
    connection.execute("INSERT INTO remark (note) VALUES (4711)")


def _rebuilds(connection: Connection) -> None:
    connection.execute("INSERT INTO remark (note) SELECT id FROM note")
    connection.execute("CREATE TABLE better (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    connection.execute("INSERT INTO better SELECT id, words FROM note")
    connection.execute("DROP TABLE note")
    connection.execute("ALTER TABLE better RENAME TO note")


def _opened(vault: Vault, *steps: Callable[[Connection], None]) -> Vault:
    schema = [*SCHEMA, *(Step(number, "more", step) for number, step in enumerate(steps, start=2))]
    return open_vault(vault.folder, vault.key, schema, ballast=BALLAST)


def test_pending_steps_are_run_once(vault: Vault) -> None:
    add_note(vault, "kept")
    vault.close()
    updated = _opened(vault, _more, _rebuilds)
    assert updated.schema_version == 3
    assert notes(updated) == ["kept"]
    assert updated.check() == []
    row = updated.connection().execute("SELECT object FROM audit WHERE action = 'update'").fetchall()
    assert row == [("1 > 3",)]
    updated.close()
    _opened(vault, _more, _rebuilds).close()
    with pytest.raises(VaultTooNew):
        _opened(vault, _more)


@pytest.mark.parametrize("bad", [_fails, _raises, _breaks_a_reference])
def test_failing_step_leaves_all_as_it_was(bad: Callable[[Connection], None], vault: Vault) -> None:
    add_note(vault, "kept")
    vault.close()
    with pytest.raises(UpdateFailed):
        _opened(vault, _more, bad)
    assert len(list((vault.folder / BACKUPS).iterdir())) == 1
    again = _opened(vault)
    assert again.schema_version == 1
    assert notes(again) == ["kept"]
    assert "mood" not in str(again.connection().execute("SELECT sql FROM sqlite_schema").fetchall())
    assert again.check() == []
    again.close()


def test_foreign_keys_are_on_again_after_a_failed_and_a_good_update(vault: Vault) -> None:
    vault.close()
    updated = _opened(vault, _rebuilds)
    assert updated.connection().execute("PRAGMA foreign_keys").fetchone() == (1,)
    updated.close()


def test_step_cannot_commit_by_itself() -> None:
    for name in ("commit", "executescript", "rollback", "close", "backup"):
        assert not hasattr(Connection, name)


@pytest.mark.parametrize("numbers", [(2,), (1, 3), (1, 1), (2, 1)])
def test_steps_are_numbered_without_gaps(numbers: tuple[int, ...], vault: Vault) -> None:
    vault.close()
    with pytest.raises(ValueError, match="numbered"):
        open_vault(vault.folder, vault.key, [Step(number, "x", _more) for number in numbers])


def test_step_that_fails_at_creation_leaves_no_vault(tmp_path: Path) -> None:
    with pytest.raises(UpdateFailed):
        create(tmp_path, PASSPHRASE, (Step(1, "bad", _fails),), user="Ann", cost=CHEAP, ballast=BALLAST)
    create(tmp_path, PASSPHRASE, SCHEMA, user="Ann", cost=CHEAP, ballast=BALLAST).vault.close()
