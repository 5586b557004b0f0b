"""A connection that calls a whole file damaged is opened anew once; what is really damaged stays an error."""

from collections.abc import Callable
from pathlib import Path

import peewee
import pytest

from recovery_desktop.vault import Vault
from recovery_desktop.vault.layout import DATABASE, PAGE
from tests.vault.small import add_note, new_vault

NOTES = [f"note {number} " * 60 for number in range(300)]


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = new_vault(tmp_path / "vault").vault
    made.write(lambda: [add_note(made, words) for words in NOTES])
    return made


def spoil(vault: Vault) -> Callable[[], object]:
    """Makes all pages but the first unreadable, with nothing kept in memory; gives what makes them whole again."""
    file = vault.folder / DATABASE
    whole = file.read_bytes()
    vault.connection().execute("PRAGMA shrink_memory")
    with file.open("r+b") as target:
        target.seek(PAGE)
        target.write(b"\xff" * (len(whole) - PAGE))

    def mend() -> None:
        with file.open("r+b") as target:
            target.write(whole)

    return mend


def read(vault: Vault) -> int:
    return len(vault.database.execute_sql("SELECT words FROM note").fetchall())


def test_a_whole_file_is_read_again_by_a_fresh_connection(vault: Vault) -> None:
    mend, before = spoil(vault), vault.connection()
    open_anew = vault.database.open_anew
    assert open_anew is not None
    vault.database.open_anew = lambda: (mend(), open_anew())[1]
    assert read(vault) == len(NOTES)
    assert vault.connection() is not before
    assert vault.check() == []
    vault.close()


def test_a_save_into_a_whole_file_is_done_again_by_a_fresh_connection(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    mend, before, open_anew = spoil(vault), vault.connection(), vault._open_anew
    monkeypatch.setattr(vault, "_open_anew", lambda: (mend(), open_anew()))
    add_note(vault, "one more")
    assert vault.connection() is not before
    assert read(vault) == len(NOTES) + 1
    assert vault.check() == []
    vault.close()


def test_real_damage_stays_an_error(vault: Vault) -> None:
    mend = spoil(vault)
    with pytest.raises(Exception, match=r"malformed|damaged|not a database|disk"):
        read(vault)
    mend()
    vault.release()


def test_nothing_is_opened_anew_inside_a_transaction(vault: Vault) -> None:
    mend, before = spoil(vault), vault.connection()
    with pytest.raises(peewee.DatabaseError), vault.database.atomic("IMMEDIATE"):
        try:
            read(vault)
        finally:
            assert vault.connection() is before
            mend()
    vault.release()
