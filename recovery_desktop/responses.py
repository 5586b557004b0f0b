"""What counts as a recorded response to something that concerns safety; guidance and plans go by the same."""

import datetime

SETTLED = ("done", "declined", "watch")
"""The states in which a safety step may be a response; what is planned is not done."""


def lacking(status: str, response: str, done_by: str, done_on: datetime.date | None) -> tuple[str, ...]:
    """The fields that a safety step still has to say before it is a response, by name."""
    told = {"status": status in SETTLED, "response": bool(response.strip())}
    told |= {"done_by": bool(done_by.strip()), "done_on": done_on is not None}
    return tuple(name for name, is_told in told.items() if not is_told)


def is_response(status: str, response: str, done_by: str, done_on: datetime.date | None) -> bool:
    """Whether it says what was done, by whom and when, and that it is done, declined or watched for."""
    return not lacking(status, response, done_by, done_on)
