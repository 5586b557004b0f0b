"""What client and counselor left aside: the one rule for everything that is proposed or pointed out."""

import datetime

from recovery_desktop.plans.snapshot import Entry


def is_set_aside(episode: Entry, what: str, today: datetime.date) -> bool:
    """Whether something is not to be shown today, by the name under which the program knows it.

    The name holds what it is about, not the number of a row: numbers change when a record moves to another computer.
    """
    return any(
        row["what"] == what and not (row["until"] and row["until"] <= today) for row in episode.rows("set_aside")
    )
