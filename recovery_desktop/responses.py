"""What counts as a recorded response to something that concerns safety; guidance and plans go by the same."""

import datetime


def is_whole(response: str, done_by: str, done_on: datetime.date | None) -> bool:
    """Whether it says what was done, by whom and when."""
    return bool(response.strip() and done_by.strip() and done_on is not None)
