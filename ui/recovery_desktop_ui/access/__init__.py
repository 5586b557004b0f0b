"""The way in and out: first run, unlock, lock, recovery, backup, restore."""
