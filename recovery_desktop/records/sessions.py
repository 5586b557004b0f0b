"""Contacts with the client, short; counseling notes are a class of their own that never leaves (42 CFR 2.11)."""

from peewee import CompositeKey

from recovery_desktop.records.base import Link, Owner, Record, To
from recovery_desktop.records.client import Episode
from recovery_desktop.records.fields import Choice, Choices, Clock, Day, Line, Scale, Text, Whole
from recovery_desktop.records.goals import Objective
from recovery_desktop.records.person import PLACES
from recovery_desktop.text import N_

CONTACT_KINDS: Choices = {
    "individual": N_("Individual session"),
    "group": N_("Group session"),
    "family": N_("Family session"),
    "check_in": N_("Short check-in"),
    "case_management": N_("Case management"),
    "crisis": N_("Crisis contact"),
}
ATTENDANCE: Choices = {
    "attended": N_("Attended"),
    "missed": N_("Missed"),
    "cancelled_client": N_("Cancelled by the client"),
    "cancelled_practice": N_("Cancelled by the practice"),
}
CAME = ("", "attended")
ALLIANCE = ("felt_heard", "worked_on_mine", "way_fits", "right_overall")
"""The four questions about the work together."""


class Contact(Record):
    """A contact, kept or not, with four alliance questions of our own, 0 to 10."""

    title = N_("Contact")

    episode = Owner(Episode, "contacts")
    held_on = Day(N_("Date"))
    held_at = Clock(N_("Time"))
    kind = Choice(N_("Kind"), CONTACT_KINDS)
    attendance = Choice(N_("Attendance"), ATTENDANCE)
    place = Choice(N_("Way of meeting"), PLACES)
    interpreter = Line(N_("Interpreter"))
    minutes = Whole(N_("Minutes"), low=0, high=1440)
    felt_heard = Scale(N_("I felt heard"))
    worked_on_mine = Scale(N_("We worked on what matters to me"))
    way_fits = Scale(N_("The way we work fits me"))
    right_overall = Scale(N_("Today was right for me"))
    note = Text(N_("Note"))


class ContactObjective(Link):
    """An objective that a contact worked on."""

    contact = Owner(Contact, "objectives")
    objective = To(Objective, "contacts")

    class Meta:
        primary_key = CompositeKey("contact", "objective")


class CounselingNote(Record):
    """A counseling note in the sense of 42 CFR 2.11: kept apart, in no document, in no client file unless asked."""

    title = N_("Counseling note")

    episode = Owner(Episode, "counseling_notes")
    written_on = Day(N_("Written on"))
    text = Text(N_("Note"))
