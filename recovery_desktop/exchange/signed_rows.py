"""Whether the rows of a signed version in a client file say what was frozen of it when it was signed."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from recovery_desktop.errors import KnownError
from recovery_desktop.records.client import Episode
from recovery_desktop.records.plan import SIGNED, LookedAt, Override, PlanVersion, Signature

if TYPE_CHECKING:
    from recovery_desktop.exchange.reading import ClientFile, Row


def agrees(version: "Row", content: bytes, read: Callable[[bytes], "ClientFile"]) -> bool:
    """Whether a version is as its frozen record has it, read by `read`; only signatures may have come since."""
    try:
        frozen = read(json.dumps(json.loads(content)["record"]).encode())
    except (KnownError, ValueError, KeyError, TypeError):
        return False
    episodes = [row for row in frozen.client.lists if row.model is Episode]
    return any(_is_same(version, row) for episode in episodes for row in episode.lists if row.model is PlanVersion)


def _is_same(version: "Row", then: "Row") -> bool:
    if version.values.get("status") != SIGNED or version.values != then.values:
        return False
    now = _below(version, Signature)
    return all(row in now for row in _below(then, Signature)) and all(
        _below(version, model) == _below(then, model) for model in (Override, LookedAt)
    )


def _below(version: "Row", model: type) -> list[dict[str, Any]]:
    return [row.values for row in version.lists if row.model is model]
