"""What the program proposed or pointed out, and the client and the counselor leave for now."""

from recovery_desktop.records.base import Owner, Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.fields import Day, Line, Text
from recovery_desktop.text import N_


class SetAside(Record):
    """One proposal or signal that is not shown again: for good, or until a day."""

    title = N_("Set aside")

    episode = Owner(Episode, "set_aside")
    what = Line(N_("What"), required=True, help=N_("The name by which the program knows it"))
    reason = Text(N_("Reason"))
    set_aside_on = Day(N_("Set aside on"))
    until = Day(N_("Until"))
