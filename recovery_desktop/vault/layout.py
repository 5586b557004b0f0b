"""What lies in a vault's folder and how it is called."""

from pathlib import Path

DATABASE = "vault.db"
JOURNAL = "vault.db-journal"
KEYSLOTS = "keyslots.json"
KEYSLOTS_COPY = "keyslots.bak.json"
STATE = "state.json"
LOCK = "vault.lock"
KNOCK = "vault.knock"
BALLAST = "ballast"
BACKUPS = "backups"

APPLICATION_ID = 0x52634476  # "RcDv"
PAGE = 4096


def has_vault(folder: Path) -> bool:
    """True where a vault, or what is left of a damaged one, lies in `folder`; a half-made creation does not count."""
    if any((folder / name).exists() for name in (DATABASE, KEYSLOTS, KEYSLOTS_COPY)):
        return True
    return any(folder.glob("next-*"))
