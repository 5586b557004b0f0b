"""Remembers inside the vault that a recovery code was made and its sheet not yet checked, across a crash too."""

from recovery_desktop.records.store import Store
from recovery_desktop.vault import Vault

_NAME = "recovery-sheet"


def owe_sheet(vault: Vault) -> None:
    """From now on a sheet is owed: there is a code that perhaps nobody has on paper."""
    vault.write(lambda: vault.drafts.put(_NAME, "owed"))


def new_code(vault: Vault) -> str:
    """A new recovery code whose sheet is owed. Slow; runs in any thread."""
    owe_sheet(vault)
    return vault.new_recovery_code()


def sheet_is_owed(store: Store) -> bool:
    """Whether the person was stopped before the sheet was checked; then `OwedSheetPage` makes a new one."""
    return store.vault.drafts.get(_NAME) is not None


def note_sheet_checked(vault: Vault) -> None:
    """The sheet exists on paper."""
    vault.write(lambda: vault.drafts.remove(_NAME))
