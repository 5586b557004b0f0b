"""The marks that the tabs carry, and the words that say why."""

import datetime

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.tab_states import tab_states


def tab_marks(record: Entry, today: datetime.date) -> dict[str, str | None]:
    """The mark of each tab by its key; a tab that is not named carries none."""
    return {key: state.mark for key, state in tab_states(record, today).items()}


def tab_reasons(record: Entry, today: datetime.date) -> dict[str, str]:
    """Why each tab carries its mark, by its key."""
    return {key: state.reason for key, state in tab_states(record, today).items()}
