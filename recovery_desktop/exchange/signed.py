"""What signed versions froze, in a client file: written beside the record, read back unchanged or not at all."""

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import SIGNED
from recovery_desktop.records.signed import Frozen, frozen_of, hash_of

_TEXTS = ("signed_at", "author", "content", "pdf", "content_hash", "pdf_hash")


@dataclass(frozen=True)
class SignedPart:
    """What one version froze: the place of its episode in the client's list, and the version's number."""

    episode: int
    number: int
    frozen: Frozen


def signed_parts(client: Entry) -> list[SignedPart]:
    """What the signed versions of a client of the open practice froze."""
    found = []
    for place, episode in enumerate(client.rows("episodes")):
        for version in episode.rows("plan_versions"):
            frozen = frozen_of(version.number) if version["status"] == SIGNED else None
            if frozen is not None:
                found.append(SignedPart(place, version["number"], frozen))
    return found


def as_plain(parts: Sequence[SignedPart]) -> list[dict[str, Any]]:
    """The JSON form."""
    return [
        {
            "episode": part.episode,
            "number": part.number,
            "signed_at": part.frozen.signed_at,
            "author": part.frozen.author,
            "content": base64.b64encode(part.frozen.content).decode(),
            "pdf": base64.b64encode(part.frozen.pdf).decode(),
            "content_hash": hash_of(part.frozen.content),
            "pdf_hash": hash_of(part.frozen.pdf),
        }
        for part in parts
    ]


def from_plain(plain: Any) -> Iterator[SignedPart]:
    """Reads the JSON form. Raises ValueError where it is none, or its content is not what its hashes say."""
    if not isinstance(plain, list) or not all(isinstance(one, dict) for one in plain):
        raise ValueError("signed")
    for one in plain:
        places, texts = [one.get(name) for name in ("episode", "number")], [one.get(name) for name in _TEXTS]
        if not all(type(place) is int for place in places) or not all(isinstance(text, str) for text in texts):
            raise ValueError("signed")
        try:
            content, pdf = (base64.b64decode(one[name], validate=True) for name in ("content", "pdf"))
        except binascii.Error as error:
            raise ValueError("signed") from error
        if (hash_of(content), hash_of(pdf)) != (one["content_hash"], one["pdf_hash"]):
            raise ValueError("changed")
        yield SignedPart(one["episode"], one["number"], Frozen(one["signed_at"], one["author"], content, pdf))
