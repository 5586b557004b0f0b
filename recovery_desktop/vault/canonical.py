"""One way of writing a value as bytes, so that equal values have equal hashes and seals."""

import hashlib
import json
from typing import Any

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def canonical(value: Any) -> bytes:
    """The one JSON form of `value`: sorted names, no spaces, UTF-8; what JSON does not know goes in as its text."""
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def fingerprint(value: Any) -> str | None:
    """SHA-256 of `value` as hex: of bytes as they are, of anything else in canonical form; None stays None."""
    if value is None:
        return None
    return hashlib.sha256(value if isinstance(value, bytes) else canonical(value)).hexdigest()
