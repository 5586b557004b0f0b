"""What the audit tells of all that is signed or final, read in one pass: it may have many thousands of entries."""

from collections import defaultdict
from collections.abc import Collection, Set
from typing import Any

from recovery_desktop.records.signed import LATER, SIGN, SIGN_ROWS
from recovery_desktop.vault.canonical import fingerprint

ADD = "add"
_PUT_BACK = "put-back"


class Told:
    """The entries about signings, and about rows of some tables that are never changed."""

    def __init__(self, connection: Any, tables: Collection[str]) -> None:
        self._last: dict[tuple[str, str], dict[int, str | None]] = defaultdict(dict)
        wanted = {*tables, "signed_plan", "plan_version", "signature"}
        query = "SELECT action, object, after FROM audit WHERE action IN (?, ?, ?, ?, ?) ORDER BY seq"
        for action, name, after in connection.execute(query, (SIGN, SIGN_ROWS, LATER, ADD, _PUT_BACK)):
            table, _slash, number = name.partition("/")
            if table in wanted:
                self._last[ADD if action == _PUT_BACK else action, table][int(number)] = after

    def agrees(self, action: str, table: str, number: int, after: bytes) -> bool:
        """Whether the last entry of this kind about a row is of what it holds now."""
        return self._last[action, table].get(number) == fingerprint(after)

    def numbers(self, action: str, table: str) -> Set[int]:
        """The numbers of all rows of a table with such an entry."""
        return self._last[action, table].keys()
