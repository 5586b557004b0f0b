"""Another passphrase, another recovery code, another key."""

from pathlib import Path

import pytest

from recovery_desktop.vault import (
    Vault,
    VaultExists,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
    create,
    open_vault,
    recover_key,
    unlock_key,
)
from recovery_desktop.vault.layout import DATABASE
from tests.vault.practice import BALLAST, PASSPHRASE
from tests.vault.small import SCHEMA, add_note, new_vault, notes, opened

_NEW = "another long passphrase"


def _actions(vault: Vault) -> list[str]:
    return [action for (action,) in vault.connection().execute("SELECT action FROM audit ORDER BY seq")]


def test_changed_passphrase_opens_and_the_old_one_does_not(vault: Vault) -> None:
    add_note(vault, "kept")
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not the old one", _NEW)
    with pytest.raises(WeakPassphrase):
        vault.change_passphrase(PASSPHRASE, "short")
    before = (vault.folder / DATABASE).stat().st_size
    vault.change_passphrase(PASSPHRASE, _NEW)
    assert (vault.folder / DATABASE).stat().st_size == before
    vault.change_passphrase(_NEW, PASSPHRASE)
    vault.change_passphrase(PASSPHRASE, _NEW)
    vault.close()
    with pytest.raises(WrongPassphrase):
        unlock_key(vault.folder, PASSPHRASE)
    again = opened(vault.folder, _NEW)
    assert notes(again) == ["kept"]
    assert again.findings == []
    assert _actions(again).count("passphrase-changed") == 3
    again.close()


def test_recovery_code_opens_and_asks_for_no_old_passphrase(tmp_path: Path) -> None:
    created = new_vault(tmp_path / "vault")
    with pytest.raises(ValueError, match="old passphrase"):
        created.vault.change_passphrase(None, _NEW)
    created.vault.close()
    vault = open_vault(
        created.vault.folder, recover_key(created.vault.folder, created.recovery_code), SCHEMA, ballast=BALLAST
    )
    assert vault.key.opened_by == "recovery"
    vault.change_passphrase(None, _NEW)
    code = vault.new_recovery_code()
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        recover_key(vault.folder, created.recovery_code)
    recover_key(vault.folder, code)
    opened(vault.folder, _NEW).close()


def test_replaced_key_leaves_nothing_that_the_old_secrets_open(tmp_path: Path) -> None:
    created = new_vault(tmp_path / "vault")
    vault = created.vault
    add_note(vault, "kept")
    vault.write(lambda: vault.drafts.put("half", "done"))
    old_key, head = vault.key, vault.audit.head()
    old_file = (vault.folder / DATABASE).read_bytes()
    code = vault.replace_key(_NEW)
    assert vault.key.data != old_key.data
    assert vault.key.vault == old_key.vault
    assert notes(vault) == ["kept"]
    assert vault.drafts.get("half") == "done"
    assert vault.audit.verify(head) == []
    assert _actions(vault)[-1] == "key-replaced"
    add_note(vault, "and on")
    vault.close()
    assert sorted(entry.name for entry in vault.folder.iterdir()) == sorted(
        ["ballast", "keyslots.bak.json", "keyslots.json", "state.json", "vault.db", "vault.db-journal", "vault.lock"]
    )
    pages = zip(_pages(old_file), _pages((vault.folder / DATABASE).read_bytes()), strict=False)
    assert all(old != new for old, new in pages)
    with pytest.raises(WrongPassphrase):
        unlock_key(vault.folder, PASSPHRASE)
    with pytest.raises(WrongRecoveryCode):
        recover_key(vault.folder, created.recovery_code)
    again = open_vault(vault.folder, recover_key(vault.folder, code), SCHEMA, ballast=BALLAST)
    assert notes(again) == ["kept", "and on"]
    again.close()


def _pages(content: bytes) -> list[bytes]:
    return [content[start : start + 4096] for start in range(0, len(content), 4096)]


def test_vault_is_not_made_twice(vault: Vault) -> None:
    with pytest.raises(VaultExists):
        vault.close()
        new_vault(vault.folder)
    opened(vault.folder).close()


def test_short_passphrase_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        create(tmp_path / "vault", "short", SCHEMA, user="Ann")
    assert not (tmp_path / "vault").exists()
