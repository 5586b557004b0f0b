"""The way in and out: first run, unlock, recovery, passphrases, backups, restoring, and locking by itself."""
