"""Text that is not yet a valid field, and half-done assistants, kept inside the encrypted file."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any


class Drafts:
    """Drafts by name. Changes belong inside `Vault.write`; a draft is removed in the write that saves its record."""

    def __init__(self, connection: Callable[[], Any]) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        """The draft's content, or None."""
        row = self._connection().execute("SELECT content FROM draft WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, name: str, content: str) -> None:
        """Keeps `content`, replacing an earlier one of that name."""
        saved = datetime.now(UTC).isoformat(timespec="seconds")
        self._connection().execute(
            "INSERT OR REPLACE INTO draft (name, saved, content) VALUES (?, ?, ?)", (name, saved, content)
        )

    def remove(self, name: str) -> None:
        """Removes the draft, if there is one."""
        self._connection().execute("DELETE FROM draft WHERE name = ?", (name,))

    def names(self) -> list[str]:
        """The names of all drafts, the newest first: what to offer after a crash."""
        rows = self._connection().execute("SELECT name FROM draft ORDER BY saved DESC, name")
        return [str(name) for (name,) in rows.fetchall()]
