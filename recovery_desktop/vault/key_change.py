"""Changing what opens a vault: another passphrase, another recovery code, another data key."""

import shutil
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_desktop.vault import keyslots, layout, swap
from recovery_desktop.vault.audit import Head
from recovery_desktop.vault.copying import copy_database
from recovery_desktop.vault.errors import DiskFailed, VaultDamaged, VaultError
from recovery_desktop.vault.examine import examine, opened
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.keys import VaultKey, key_from, new_key, rewrapped, write_header
from recovery_desktop.vault.passphrase import as_secret, check_new
from recovery_desktop.vault.recovery_code import new_code, secret_of
from recovery_desktop.vault.state import write_state

if TYPE_CHECKING:
    from recovery_desktop.vault.vault import Vault


def change_passphrase(vault: "Vault", old: str | None, new: str) -> None:
    """See `Vault.change_passphrase`."""
    check_new(new)
    if old is not None:
        key_from([vault.key.header], keyslots.PASSPHRASE, as_secret(old))
    elif vault.key.opened_by != keyslots.RECOVERY:
        raise ValueError("the old passphrase is needed")
    vault.use_key(rewrapped(vault.key, keyslots.PASSPHRASE, as_secret(new)), "passphrase-changed")


def new_recovery_code(vault: "Vault") -> str:
    """See `Vault.new_recovery_code`."""
    code = new_code()
    vault.use_key(rewrapped(vault.key, keyslots.RECOVERY, secret_of(code)), "recovery-code-changed")
    return code


def replace_key(vault: "Vault", new_passphrase: str) -> str:
    """See `Vault.replace_key`."""
    check_new(new_passphrase)
    cost = vault.key.header.slots[0].cost
    key, code = new_key(new_passphrase, cost, vault.key.header)
    with vault.writing, named_errors():
        staged = swap.stage(vault.folder)
        try:
            _copy_under(vault, key, staged)
        except BaseException:
            shutil.rmtree(staged)
            raise
        _exchange(vault, key, staged)
    return code


def _copy_under(vault: "Vault", key: VaultKey, staged: Path) -> None:
    """Writes all of the vault to `staged` under `key`, looked through, with its own last audit row."""
    path, head = staged / layout.DATABASE, vault.audit.head()
    copy_database(vault, path, key)
    if examine(path, key, head).problems:
        raise VaultDamaged
    write_header(staged, key.header)
    write_state(staged, _told(path, key, vault), key.for_header)


def _told(path: Path, key: VaultKey, vault: "Vault") -> Head:
    with opened(path, key, vault.settings.clock) as (database, audit):
        with database.atomic("IMMEDIATE"):
            audit.append("key-replaced", "vault")
        return audit.head()


def _exchange(vault: "Vault", key: VaultKey, staged: Path) -> None:
    with vault.shut():
        try:
            with named_errors():
                swap.commit(staged, vault.settings.clock.now().astimezone(UTC), keep_old=False)
        except VaultError:
            if not swap.is_committed(vault.folder):
                raise
        vault.key = key  # decided on the disk, whatever comes now
        try:
            swap.finish(vault.folder)
        except DiskFailed:
            swap.finish(vault.folder)  # once more: the vault is closed until this is done
