"""The encrypted folder: keys, database, audit, drafts, backups."""

from recovery_desktop.vault.attempts import Attempts
from recovery_desktop.vault.audit import Audit, Head
from recovery_desktop.vault.backup import back_up, last_verified_backup, rotate
from recovery_desktop.vault.backup_name import BackupFile, list_backups
from recovery_desktop.vault.backup_state import BackupState, backup_state, due_locally
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
from recovery_desktop.vault.knock import Knocks, knock
from recovery_desktop.vault.layout import has_vault
from recovery_desktop.vault.opening import Created, create, open_vault
from recovery_desktop.vault.passphrase_strength import Strength, strength
from recovery_desktop.vault.passphrase_words import offer_passphrase
from recovery_desktop.vault.recovery_code import groups_of, is_group
from recovery_desktop.vault.restore import BackupContents, inspect_backup, restore, take_key_file
from recovery_desktop.vault.salvage import Salvaged, salvage
from recovery_desktop.vault.schema import Connection, Step
from recovery_desktop.vault.vault import Vault

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
    "create",
    "due_locally",
    "groups_of",
    "has_vault",
    "inspect_backup",
    "is_group",
    "knock",
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
