"""What can go wrong with a vault, in words a tired counselor can act on: the cause, what is safe, what to do next."""

from recovery_desktop.errors import KnownError
from recovery_desktop.text import N_, _

_NOTHING_CHANGED = N_("Nothing was changed.")
_RESTORE = N_("Restore your last checked backup.")


class VaultError(KnownError):
    """One named trouble with the vault; each subclass carries its three sentences, marked for translation."""

    CAUSE = ""
    KEPT = _NOTHING_CHANGED
    REMEDY = ""

    def __init__(self, **details: object) -> None:
        """Fills `details` (file names, numbers; never client text) into the translated sentences."""
        texts = (_(text) % details if details else _(text) for text in (self.CAUSE, self.KEPT, self.REMEDY))
        super().__init__(*texts)


class WrongPassphrase(VaultError):
    CAUSE = N_("This passphrase does not open the vault.")
    KEPT = N_("Your records are safe and unchanged.")
    REMEDY = N_("Check Caps Lock and the keyboard layout and try again, or use your recovery code.")


class WrongRecoveryCode(VaultError):
    CAUSE = N_("This recovery code does not belong to this vault, or a newer one has replaced it.")
    KEPT = N_("Your records are safe and unchanged.")
    REMEDY = N_("Look for the most recent recovery sheet and type its code, or use your passphrase.")


class MistypedRecoveryCode(VaultError):
    CAUSE = N_("There is a typing mistake in this recovery code.")
    KEPT = N_("Your records are safe and unchanged.")
    REMEDY = N_("Compare it with the printed sheet, group by group.")


class WeakPassphrase(VaultError):
    CAUSE = N_("This passphrase is shorter than %(least)s characters.")
    REMEDY = N_("Use a longer one. Several ordinary words with spaces between them are easy to remember.")


class NotEnoughMemory(VaultError):
    CAUSE = N_("There is not enough free memory to check the passphrase.")
    REMEDY = N_("Close other programs and try again.")


class KeySlotsDamaged(VaultError):
    CAUSE = N_("Both copies of the key file are damaged or missing.")
    KEPT = N_("The records themselves are untouched.")
    REMEDY = N_("Choose any backup of this vault: the key file can be taken back from it.")


class VaultMissing(VaultError):
    CAUSE = N_("There is no vault in this folder.")
    REMEDY = N_("Check that the folder or drive is connected, or restore a backup.")


class VaultExists(VaultError):
    CAUSE = N_("There is already a vault in this folder.")
    KEPT = N_("It was not touched.")
    REMEDY = N_("Unlock it with its passphrase or recovery code.")


class VaultInUse(VaultError):
    CAUSE = N_("The vault is already open in another window of this program.")
    REMEDY = N_("Go to that window, or close it first.")


class VaultReadOnly(VaultError):
    CAUSE = N_("The vault's folder or one of its files cannot be written to.")
    REMEDY = N_("Remove the write protection or choose a folder that you may write to, then try again.")


class VaultDamaged(VaultError):
    CAUSE = N_("The vault file is damaged or incomplete.")
    KEPT = N_("Your backups are separate files and are not affected.")
    REMEDY = _RESTORE


class VaultForeign(VaultError):
    CAUSE = N_("The vault file and the key file do not belong together, or another program has changed one of them.")
    KEPT = N_("The vault was not opened and not changed.")
    REMEDY = _RESTORE


class VaultTooNew(VaultError):
    CAUSE = N_("This vault was written by a newer version of Recovery Desktop.")
    KEPT = N_("It was not opened and not changed.")
    REMEDY = N_("Install the newest version of Recovery Desktop and open it again.")


class UpdateFailed(VaultError):
    CAUSE = N_("The vault could not be updated for this version of Recovery Desktop.")
    KEPT = N_("It is exactly as it was before, and a checked backup of it was made.")
    REMEDY = N_("Go on with the previous version of Recovery Desktop and tell us about it.")


class DiskFull(VaultError):
    CAUSE = N_("The disk is full.")
    KEPT = N_("Everything saved before is safe; the last change is not saved yet.")
    REMEDY = N_("Free some space, leave this window open, and save again.")


class DiskFailed(VaultError):
    CAUSE = N_("The disk reported an error while reading or writing.")
    KEPT = N_("Everything saved before is kept; the last change may not be saved.")
    REMEDY = N_("Leave this window open and save again. If it happens again, make a backup on another drive.")


class BackupDamaged(VaultError):
    CAUSE = N_("The backup file %(file)s is damaged or is not a backup of Recovery Desktop.")
    REMEDY = N_("Choose an older backup.")


class BackupTooNew(VaultError):
    CAUSE = N_("The backup file %(file)s was written by a newer version of Recovery Desktop.")
    REMEDY = N_("Install the newest version of Recovery Desktop and try again.")


class BackupFailed(VaultError):
    CAUSE = N_("The new backup did not pass its check, so it is not counted as a backup.")
    KEPT = N_("Your vault and your earlier backups are untouched.")
    REMEDY = N_(
        "Try again, then with another drive. If that fails too, keep your earlier backups and tell us about it."
    )


class BackupDiskFull(DiskFull):
    CAUSE = N_("The disk is full: there is no room for the backup.")
    KEPT = N_("Your vault and your earlier backups are untouched.")
    REMEDY = N_("Free some space there or choose another drive, and start the backup again.")


class BackupTargetLost(VaultError):
    CAUSE = N_("The folder for the backup cannot be reached or written to.")
    KEPT = N_("Your vault and your earlier backups are untouched.")
    REMEDY = N_("Connect the drive again, or choose another folder.")


class BackupStopped(VaultError):
    CAUSE = N_("The backup was stopped because the vault was locked.")
    KEPT = N_("Your vault and your earlier backups are untouched.")
    REMEDY = N_("Start it again after unlocking.")
