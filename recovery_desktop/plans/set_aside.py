"""What client and counselor left aside: the one rule for everything that is proposed or pointed out."""

import datetime
import hashlib
from collections.abc import Collection

from recovery_desktop.plans.snapshot import Entry

_LONGEST = 400  # letters of a name, as the field takes them


def known_as(kind: str, words: str) -> str:
    """The name of something by its kind and its words: on one line, and where they are long, cut and made one of its
    own by a sum over them."""
    name = f"{kind}: {' '.join(words.split())}"
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]} {hashlib.sha256(name.encode()).hexdigest()[:12]}"


def is_set_aside(episode: Entry, what: str, today: datetime.date) -> bool:
    """Whether something is not to be shown today, by the name under which the program knows it.

    The name holds what it is about, not the number of a row: numbers change when a record moves to another computer.
    """
    return setting_aside(episode, (what,), today) is not None


def setting_aside(episode: Entry, names: Collection[str], today: datetime.date) -> Entry | None:
    """The row that leaves aside what is known by one of these names, as long as it holds."""
    rows = (row for row in episode.rows("set_aside") if row["what"] in names)
    return next((row for row in rows if row["until"] is None or row["until"] > today), None)
