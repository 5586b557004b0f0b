"""Client files of earlier versions, brought to today's form one version at a time.

A step works on the plain JSON and leaves alone what is not in the form of its time: the check that follows names it.
"""

from collections.abc import Callable, Iterator
from typing import Any


def brought_up_to_date(plain: dict[str, Any], version: int) -> dict[str, Any]:
    """The content of a file of `version` in today's form."""
    for step in _STEPS[version - 1 :]:
        step(plain)
    return plain


def _declined(plain: dict[str, Any]) -> None:
    """Version 2: a person declines a test or a session; "refused" was the word before."""
    for episode in _rows([plain.get("client")], "episodes"):
        for listed, field in (("test_results", "result"), ("family_sessions", "status")):
            for row in _rows([episode], listed):
                if row.get(field) == "refused":
                    row[field] = "declined"


def _signed(_plain: dict[str, Any]) -> None:
    """Version 3: what signed versions froze goes along; before there were none."""


def _rows(owners: list[Any], listed: str) -> Iterator[dict[str, Any]]:
    """The rows of a list below each owner, as far as the file has the right form."""
    for owner in owners:
        rows = owner.get(listed) if isinstance(owner, dict) else None
        yield from (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


_STEPS: tuple[Callable[[dict[str, Any]], None], ...] = (_declined, _signed)
"""The first leads from version 1 to 2, and so on."""
