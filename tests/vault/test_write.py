"""Saving: one way, whole or not at all, and never reported before the disk has it."""

import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from recovery_desktop.vault import Vault
from tests.vault.practice import SECRET
from tests.vault.small import add_note, notes, opened


def test_result_comes_back_and_lasts(vault: Vault) -> None:
    def work() -> str:
        vault.connection().execute("INSERT INTO note (words) VALUES ('one')")
        return "done"

    assert vault.write(work) == "done"
    vault.close()
    again = opened(vault.folder)
    assert notes(again) == ["one"]
    again.close()


def test_exception_leaves_nothing_behind(vault: Vault) -> None:
    def work() -> None:
        add_note(vault, "lost")
        raise KeyError("ours")

    head = vault.audit.head()
    with pytest.raises(KeyError):
        vault.write(work)
    assert notes(vault) == []
    assert vault.audit.head() == head
    add_note(vault, "kept")
    assert notes(vault) == ["kept"]
    assert vault.audit.verify() == []


def _undo_changed_tables(vault: Vault, times: int) -> None:
    def work() -> None:
        vault.connection().is_sealed = False  # as while a step of the schema is run
        vault.connection().execute("CREATE TABLE passing (x)")
        raise KeyError

    for _time in range(times):
        with pytest.raises(KeyError):
            vault.write(work)
        vault.connection().execute("SELECT name FROM sqlite_schema").fetchall()
    add_note(vault, "kept")
    assert notes(vault) == ["kept"]
    assert vault.check() == []


def test_some_undone_changes_leave_a_vault_that_works(vault: Vault) -> None:
    _undo_changed_tables(vault, 200)


@pytest.mark.long
def test_no_undone_change_makes_a_whole_vault_look_damaged(vault: Vault) -> None:
    """Without care one in some thousands does."""
    _undo_changed_tables(vault, 60_000)


def test_broken_constraint_is_our_bug_and_comes_out_as_it_is(vault: Vault) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        vault.write(lambda: vault.connection().execute("INSERT INTO remark (note) VALUES (77)"))


def test_inner_write_joins_the_outer_one(vault: Vault) -> None:
    def work() -> None:
        add_note(vault, "inner")
        assert vault.database.in_transaction()

    vault.write(work)
    assert notes(vault) == ["inner"]


def test_peewee_savepoint_inside_keeps_the_chain_whole(vault: Vault) -> None:
    def work() -> None:
        add_note(vault, "outer")
        with pytest.raises(KeyError), vault.database.atomic():
            add_note(vault, "undone")
            raise KeyError
        add_note(vault, "after")

    vault.write(work)
    assert notes(vault) == ["outer", "after"]
    assert vault.audit.verify() == []


def test_writes_of_two_threads_follow_one_another(vault: Vault) -> None:
    def work() -> None:
        for _turn in range(50):
            add_note(vault, "x")

    threads = [threading.Thread(target=work) for _thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes(vault)) == 200
    assert vault.audit.verify() == []


def test_drafts_are_kept_replaced_and_removed(vault: Vault) -> None:
    vault.write(lambda: vault.drafts.put("phq-9", "half"))
    vault.write(lambda: vault.drafts.put("phq-9", "more"))
    vault.write(lambda: vault.drafts.put("date", "31.2."))
    vault.close()
    again = opened(vault.folder)
    assert again.drafts.get("phq-9") == "more"
    assert sorted(again.drafts.names()) == ["date", "phq-9"]
    again.write(lambda: again.drafts.remove("phq-9"))
    assert again.drafts.get("phq-9") is None
    again.close()


def test_no_word_lies_readable_in_any_file(vault: Vault, tmp_path: Path) -> None:
    for _turn in range(50):
        add_note(vault, SECRET)
    vault.write(lambda: vault.drafts.put(SECRET, SECRET))
    with pytest.raises(KeyError):
        vault.write(lambda: _fail_after(vault))
    vault.replace_key("another long passphrase")
    vault.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) >= 4
    for file in files:
        assert SECRET.encode() not in file.read_bytes(), file.name


def _fail_after(vault: Vault) -> None:
    add_note(vault, SECRET * 100_000)  # more than memory is given for: it goes to the disk before it is undone
    raise KeyError
