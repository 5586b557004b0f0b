"""The encrypted folder: keys, database, audit, drafts, backups.

Each name is loaded when it is first asked for: the way in needs few of them, and is to be on the screen at once.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recovery_desktop.vault.attempts import Attempts
    from recovery_desktop.vault.audit import Audit, Head
    from recovery_desktop.vault.backup import back_up, check_records, last_verified_backup, rotate
    from recovery_desktop.vault.backup_name import BackupFile, list_backups
    from recovery_desktop.vault.backup_standing import BackupState, backup_state, due_locally, first_to_say
    from recovery_desktop.vault.check_note import Checked, last_check
    from recovery_desktop.vault.clock import Clock
    from recovery_desktop.vault.cost import FULL_COST, KeyCost
    from recovery_desktop.vault.drafts import Drafts
    from recovery_desktop.vault.errors import (
        BackupDamaged,
        BackupDiskFull,
        BackupFailed,
        BackupStopped,
        BackupTargetLost,
        BackupTooNew,
        DiskFailed,
        DiskFull,
        KeySlotsDamaged,
        MistypedRecoveryCode,
        NotEnoughMemory,
        UpdateFailed,
        VaultDamaged,
        VaultError,
        VaultExists,
        VaultForeign,
        VaultInUse,
        VaultMissing,
        VaultReadOnly,
        VaultTooNew,
        WeakPassphrase,
        WrongPassphrase,
        WrongRecoveryCode,
    )
    from recovery_desktop.vault.keys import VaultKey, recover_key, unlock_key
    from recovery_desktop.vault.knocking import Knocks, knock
    from recovery_desktop.vault.layout import has_vault
    from recovery_desktop.vault.opening import Created, create, open_vault
    from recovery_desktop.vault.passphrase_strength import Strength, strength
    from recovery_desktop.vault.passphrase_words import offer_passphrase
    from recovery_desktop.vault.recovery_code import groups_of, is_group
    from recovery_desktop.vault.restoring import BackupContents, inspect_backup, restore, take_key_file
    from recovery_desktop.vault.salvaging import Salvaged, salvage
    from recovery_desktop.vault.schema import Connection, Step
    from recovery_desktop.vault.vault import Vault

_MODULE_OF = {
    "Attempts": "attempts",
    "Audit": "audit",
    "BackupContents": "restoring",
    "BackupDamaged": "errors",
    "BackupDiskFull": "errors",
    "BackupFailed": "errors",
    "BackupFile": "backup_name",
    "BackupState": "backup_standing",
    "BackupStopped": "errors",
    "BackupTargetLost": "errors",
    "BackupTooNew": "errors",
    "Checked": "check_note",
    "Clock": "clock",
    "Connection": "schema",
    "Created": "opening",
    "DiskFailed": "errors",
    "DiskFull": "errors",
    "Drafts": "drafts",
    "FULL_COST": "cost",
    "Head": "audit",
    "KeyCost": "cost",
    "KeySlotsDamaged": "errors",
    "Knocks": "knocking",
    "MistypedRecoveryCode": "errors",
    "NotEnoughMemory": "errors",
    "Salvaged": "salvaging",
    "Step": "schema",
    "Strength": "passphrase_strength",
    "UpdateFailed": "errors",
    "Vault": "vault",
    "VaultDamaged": "errors",
    "VaultError": "errors",
    "VaultExists": "errors",
    "VaultForeign": "errors",
    "VaultInUse": "errors",
    "VaultKey": "keys",
    "VaultMissing": "errors",
    "VaultReadOnly": "errors",
    "VaultTooNew": "errors",
    "WeakPassphrase": "errors",
    "WrongPassphrase": "errors",
    "WrongRecoveryCode": "errors",
    "back_up": "backup",
    "backup_state": "backup_standing",
    "check_records": "backup",
    "create": "opening",
    "due_locally": "backup_standing",
    "first_to_say": "backup_standing",
    "groups_of": "recovery_code",
    "has_vault": "layout",
    "inspect_backup": "restoring",
    "is_group": "recovery_code",
    "knock": "knocking",
    "last_check": "check_note",
    "last_verified_backup": "backup",
    "list_backups": "backup_name",
    "offer_passphrase": "passphrase_words",
    "open_vault": "opening",
    "recover_key": "keys",
    "restore": "restoring",
    "rotate": "backup",
    "salvage": "salvaging",
    "strength": "passphrase_strength",
    "take_key_file": "restoring",
    "unlock_key": "keys",
}

__all__ = [
    "FULL_COST",
    "Attempts",
    "Audit",
    "BackupContents",
    "BackupDamaged",
    "BackupDiskFull",
    "BackupFailed",
    "BackupFile",
    "BackupState",
    "BackupStopped",
    "BackupTargetLost",
    "BackupTooNew",
    "Checked",
    "Clock",
    "Connection",
    "Created",
    "DiskFailed",
    "DiskFull",
    "Drafts",
    "Head",
    "KeyCost",
    "KeySlotsDamaged",
    "Knocks",
    "MistypedRecoveryCode",
    "NotEnoughMemory",
    "Salvaged",
    "Step",
    "Strength",
    "UpdateFailed",
    "Vault",
    "VaultDamaged",
    "VaultError",
    "VaultExists",
    "VaultForeign",
    "VaultInUse",
    "VaultKey",
    "VaultMissing",
    "VaultReadOnly",
    "VaultTooNew",
    "WeakPassphrase",
    "WrongPassphrase",
    "WrongRecoveryCode",
    "back_up",
    "backup_state",
    "check_records",
    "create",
    "due_locally",
    "first_to_say",
    "groups_of",
    "has_vault",
    "inspect_backup",
    "is_group",
    "knock",
    "last_check",
    "last_verified_backup",
    "list_backups",
    "offer_passphrase",
    "open_vault",
    "recover_key",
    "restore",
    "rotate",
    "salvage",
    "strength",
    "take_key_file",
    "unlock_key",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
