"""The practice, the people who work in it, and the local directory of help: shared by all clients."""

import datetime
from typing import ClassVar

from recovery_desktop.records.base import Record
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.fields import Asked, Choice, Choices, Code, Day, Line, Several, Text, Whole
from recovery_desktop.text import N_

PAPER: Choices = {"letter": N_("Letter"), "a4": N_("A4")}
LANGUAGES: Choices = {"en": N_("English"), "es": N_("Spanish")}
STAFF_ROLES: Choices = {
    "counselor": N_("Counselor"),
    "supervisor": N_("Clinical supervisor"),
    "prescriber": N_("Prescriber"),
    "case_manager": N_("Case manager"),
    "peer": N_("Peer recovery coach"),
    "other": N_("Other"),
}
_VERIFIED_FOR = datetime.timedelta(365)


class Shared(Record):
    """What belongs to the practice as a whole; `same_as` names the fields by which an imported row is recognized."""

    same_as: ClassVar[tuple[str, ...]]

    @classmethod
    def is_shared(cls) -> bool:
        return True


class Practice(Record):
    """The one practice of a vault: its letterhead and its settings."""

    title = N_("Practice")

    name = Line(N_("Name of the practice"), required=True)
    address = Text(N_("Address"), help=N_("As it stands on a letter"))
    phone = Line(N_("Phone"))
    fax = Line(N_("Fax"))
    email = Line(N_("Email"))
    website = Line(N_("Website"))
    license_number = Line(N_("License of the practice"))
    npi = Line(N_("National provider identifier (NPI)"))
    non_profit = Asked(N_("Non-profit"), help=N_("Some questionnaires are free for non-profit practices only"))
    crisis_line = Line(N_("Crisis line"), help=N_("Printed where a client may need it, beside 988"))
    paper = Choice(N_("Paper"), PAPER)
    language = Choice(N_("Language of documents"), LANGUAGES)
    rule_profile = Line(N_("Rules for plans"), help=N_("What a plan is checked against before it is signed"))
    sample = Asked(N_("Sample practice"), help=N_("Every document of a sample practice says SAMPLE"))
    idle_minutes = Whole(
        N_("Lock when nobody is there"), low=1, high=15, unit=N_("minutes"), help=N_("Empty means after 5 minutes")
    )
    backup_folder = Line(N_("Folder of the last backup outside"))


class Staff(Shared):
    """A person who works in or with the practice and may be responsible for a part of a plan."""

    title = N_("Staff member")
    same_as = ("name", "credential")

    name = Line(N_("Name"), required=True)
    credential = Line(N_("Credential"), help=N_("As it stands behind the name, such as LCADC"))
    license_number = Line(N_("License number"))
    role = Choice(N_("Role"), STAFF_ROLES)
    languages = Line(N_("Languages"))
    phone = Line(N_("Phone"))
    email = Line(N_("Email"))
    left_on = Day(N_("Left on"))


class Resource(Shared):
    """An entry in the local directory of help that the practice can refer to."""

    title = N_("Community resource")
    same_as = ("name", "phone")

    name = Line(N_("Name"), required=True)
    kind = Line(N_("Kind of help"))
    needs = Several(N_("Helps with"), DOMAINS)
    phone = Line(N_("Phone"))
    address = Text(N_("Address"))
    website = Line(N_("Website"))
    cost = Line(N_("Cost"))
    hours = Line(N_("Hours"))
    languages = Line(N_("Languages"))
    eligibility = Text(N_("Who can use it"))
    verified_on = Day(N_("Last verified on"))
    note = Text(N_("Note"))

    def is_verified(self, on: datetime.date) -> bool:
        """Whether the entry can be trusted on a day: somebody made sure of it within a year."""
        verified: datetime.date | None = self.verified_on
        return verified is not None and on - verified <= _VERIFIED_FOR


class OwnProfile(Shared):
    """A rule profile of the practice, as text: one of the program's own that was changed, or a new one."""

    title = N_("Own rules for plans")
    same_as = ("name",)

    name = Line(N_("Name"), required=True, unique=True)
    profile = Code(N_("Rules for plans"), help=N_("One block [[rules]] for each rule"))


class OwnWord(Shared):
    """A word the counselor spells so: the spelling check lets it stand."""

    title = N_("Own word")
    same_as = ("word",)

    word = Line(N_("Word"), required=True, unique=True)
