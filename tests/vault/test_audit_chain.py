"""The audit chain: every change inside it shows, and a cut or exchanged one shows against a head kept outside."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from recovery_desktop.vault import Head, Vault, open_vault
from recovery_desktop.vault.canonical import canonical, fingerprint
from tests.vault.small import SCHEMA, add_note, opened, tampering

_ROWS = 60
_TEXTS = ("utc", "zone", "user", "action", "object", "before", "after")
_NUMBERS = ("utc_offset", "steady")


def _fill(vault: Vault) -> None:
    def work() -> None:
        for number in range(_ROWS):
            vault.audit.append("edit", f"goal/{number}", number, number + 1)

    vault.write(work)


def _edit_text(connection: Any, chance: random.Random) -> None:
    column = chance.choice(_TEXTS)
    seq = chance.randrange(2, _ROWS)
    connection.execute(f"UPDATE audit SET {column} = coalesce({column}, '') || 'x' WHERE seq = ?", (seq,))


def _edit_number(connection: Any, chance: random.Random) -> None:
    column = chance.choice(_NUMBERS)
    connection.execute(f"UPDATE audit SET {column} = {column} + 1 WHERE seq = ?", (chance.randrange(2, _ROWS),))


def _edit_seal(connection: Any, chance: random.Random) -> None:
    seal = chance.randbytes(32)
    connection.execute("UPDATE audit SET mac = ? WHERE seq = ?", (seal, chance.randrange(2, _ROWS)))


def _edit_seal_to_text(connection: Any, chance: random.Random) -> None:
    connection.execute("UPDATE audit SET mac = 'text' WHERE seq = ?", (chance.randrange(2, _ROWS),))


def _delete(connection: Any, chance: random.Random) -> None:
    connection.execute("DELETE FROM audit WHERE seq = ?", (chance.randrange(2, _ROWS),))


def _reorder(connection: Any, chance: random.Random) -> None:
    one, other = chance.sample(range(2, _ROWS), 2)
    for old, new in ((one, -1), (other, one), (-1, other)):
        connection.execute("UPDATE audit SET seq = ? WHERE seq = ?", (new, old))


def _insert(connection: Any, chance: random.Random) -> None:
    place = chance.randrange(2, _ROWS)
    connection.execute("UPDATE audit SET seq = -seq - 1 WHERE seq >= ?", (place,))
    connection.execute("UPDATE audit SET seq = -seq WHERE seq < 0")
    columns = "utc, utc_offset, zone, steady, user, action, object, before, after, mac"
    connection.execute(f"INSERT INTO audit (seq, {columns}) SELECT ?, {columns} FROM audit WHERE seq = 1", (place,))


_EDITS: list[Callable[[Any, random.Random], None]] = [
    _edit_text,
    _edit_number,
    _edit_seal,
    _edit_seal_to_text,
    _delete,
    _reorder,
    _insert,
]


def _try_edits(vault: Vault, count: int) -> None:
    _fill(vault)
    chance = random.Random(count)
    for number in range(count):
        edit = _EDITS[number % len(_EDITS)]
        with tampering(vault) as connection:
            edit(connection, chance)
            assert vault.audit.verify() != [], edit.__name__
        assert vault.audit.verify() == []


def test_every_kind_of_edit_is_found(vault: Vault) -> None:
    _try_edits(vault, 60)


@pytest.mark.long
def test_500_edits_are_found(vault: Vault) -> None:
    _try_edits(vault, 500)


def test_cut_tail_is_found_against_a_head_kept_outside(vault: Vault) -> None:
    _fill(vault)
    head = vault.audit.head()
    with tampering(vault) as connection:
        connection.execute("DELETE FROM audit WHERE seq > ?", (_ROWS // 2,))
        assert vault.audit.verify() == []
        assert len(vault.audit.verify(head)) == 1
    assert vault.audit.verify(head) == []
    assert vault.audit.verify(Head(head.seq, bytes(32))) != []


def test_chain_rebuilt_after_a_cut_is_found_against_a_head_kept_outside(vault: Vault) -> None:
    _fill(vault)
    head = vault.audit.head()
    with tampering(vault) as connection:
        connection.execute("DELETE FROM audit WHERE seq > 10")
        for number in range(_ROWS):
            vault.audit.append("forged", str(number))
        assert vault.audit.verify() == []
        assert vault.audit.verify(head) != []


def test_entry_tells_who_what_and_when(vault: Vault) -> None:
    add_note(vault, "words")
    columns = "user, action, object, before, after"
    row = vault.connection().execute(f"SELECT {columns} FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    assert row == ("Ann", "add", "note", None, fingerprint("words"))


def test_head_is_short_enough_for_a_page(vault: Vault) -> None:
    assert vault.audit.head().short == vault.audit.head().mac.hex()[:8]


def test_opening_is_in_the_chain_with_the_attempts_before_it(vault: Vault) -> None:
    vault.close()
    again = open_vault(vault.folder, vault.key, SCHEMA, failed_attempts=2, ballast=0)
    rows = again.connection().execute("SELECT action FROM audit ORDER BY seq").fetchall()
    assert [action for (action,) in rows] == ["create", "unlock-failed", "unlock-failed", "unlock"]
    again.close()


def test_equal_values_have_equal_fingerprints() -> None:
    assert fingerprint({"b": 1, "a": "é"}) == fingerprint({"a": "é", "b": 1})
    assert fingerprint("a") != fingerprint(b"a")
    assert fingerprint(None) is None
    assert canonical({"b": [1], "a": "é"}) == '{"a":"é","b":[1]}'.encode()


def test_chain_goes_on_after_closing(vault: Vault) -> None:
    _fill(vault)
    head = vault.audit.head()
    vault.close()
    again = opened(vault.folder)
    assert again.audit.head().seq == head.seq + 1
    assert again.audit.verify(head) == []
    again.close()
