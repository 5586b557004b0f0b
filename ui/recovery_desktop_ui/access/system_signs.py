"""What the computer tells of itself that means: whoever worked here has left."""

from enum import Enum

from recovery_desktop.text import N_


class Sign(Enum):
    """Each says on the cover why the practice was locked."""

    LOCKED = N_("Locked because the computer was locked.")
    SWITCHED = N_("Locked because the computer was switched to another user.")
    ASLEEP = N_("Locked because the computer went to sleep.")
    LID = N_("Locked because the lid was closed.")
