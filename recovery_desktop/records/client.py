"""The client and the episodes of care: who somebody is, how to reach them safely, from admission to discharge."""

import unicodedata
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

import peewee

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.fields import Asked, Choice, Choices, Clock, Day, Line, Text, Whole, Words
from recovery_desktop.records.practice import LANGUAGES, Staff
from recovery_desktop.text import N_

SEX: Choices = {"female": N_("Female"), "male": N_("Male"), "intersex": N_("Intersex")}
RELATIONSHIP: Choices = {
    "single": N_("Single"),
    "partnered": N_("Living with a partner"),
    "married": N_("Married"),
    "separated": N_("Separated"),
    "divorced": N_("Divorced"),
    "widowed": N_("Widowed"),
    "declined": N_("Client declines to say"),
}
LISTED: Choices = {"none": N_("None"), "listed": N_("Listed below"), "unknown": N_("Not known")}
NONE_KNOWN: Choices = {"none": N_("None known"), "listed": N_("Listed below"), "unknown": N_("Not known")}
CONTACT_KINDS: Choices = {
    "mobile": N_("Mobile phone"),
    "home": N_("Home phone"),
    "work": N_("Work phone"),
    "email": N_("Email"),
    "post": N_("Post"),
    "other": N_("Other"),
}
MESSAGES: Choices = {
    "any": N_("Messages may be left"),
    "neutral": N_("No message about treatment"),
    "none": N_("No messages at all"),
}
REFERRAL_SOURCES: Choices = {
    "self": N_("Self"),
    "family": N_("Family or friend"),
    "physician": N_("Physician or clinic"),
    "hospital": N_("Hospital or emergency department"),
    "court": N_("Court, probation or parole"),
    "child_welfare": N_("Child welfare"),
    "employer": N_("Employer or assistance program"),
    "school": N_("School"),
    "treatment": N_("Other treatment program"),
    "community": N_("Community or faith group"),
    "other": N_("Other"),
}
SETTINGS: Choices = {
    "checkups": N_("Recovery check-ups"),
    "outpatient": N_("Outpatient"),
    "intensive_outpatient": N_("Intensive outpatient"),
    "residential": N_("Residential (24-hour)"),
    "hospital": N_("Hospital"),
    "emergency": N_("Emergency evaluation"),
}
URGENCY: Choices = {
    "none": N_("None"),
    "mild": N_("Mild"),
    "planned": N_("Planned help"),
    "days": N_("Help within days"),
    "now": N_("Now"),
    "unknown": N_("Not known yet"),
}
WITHDRAWAL_CARE: Choices = {
    "none": N_("None needed"),
    "ambulatory": N_("Ambulatory"),
    "day_and_night": N_("24-hour"),
    "hospital": N_("Hospital"),
}
DISCHARGE_REASONS: Choices = {
    "completed": N_("Goals reached, treatment completed"),
    "transferred": N_("Transferred to another program"),
    "client_ended": N_("Client chose to end"),
    "lost_contact": N_("Contact lost"),
    "moved": N_("Moved away"),
    "died": N_("Died"),
    "other": N_("Other"),
}


class Client(Record):
    """A person in care of the practice."""

    title = N_("Client")

    record_number = Line(N_("Record number"), required=True, unique=True)
    legal_given = Line(N_("Legal first name"))
    legal_middle = Line(N_("Legal middle name"))
    legal_family = Line(N_("Legal last name"), required=True)
    preferred_name = Line(N_("Goes by"))
    pronouns = Line(N_("Pronouns"))
    birth_date = Day(N_("Date of birth"))
    sex = Choice(N_("Sex"), SEX, help=N_("Used only where a published scoring rule asks for it"))
    gender = Words(N_("Gender"), help=N_("In the client's own words"))
    relationship_status = Choice(N_("Relationship status"), RELATIONSHIP)
    culture = Words(N_("Culture and background"), help=N_("In the client's own words"))
    languages = Line(N_("Languages spoken"))
    document_language = Choice(N_("Language of the client's copies"), LANGUAGES)
    interpreter = Asked(N_("Interpreter needed"))
    interpreter_language = Line(N_("Interpreter for"))
    address = Text(N_("Address"))
    allergies_state = Choice(N_("Allergies"), NONE_KNOWN)
    medications_state = Choice(N_("Medications"), LISTED)
    payer = Line(N_("Payer"))
    payer_member_number = Line(N_("Member number"))
    guardian_name = Line(N_("Parent or guardian"))
    guardian_relationship = Line(N_("Guardian's relationship"))
    guardian_phone = Line(N_("Guardian's phone"))
    emergency_name = Line(N_("Emergency contact"))
    emergency_relationship = Line(N_("Emergency contact's relationship"))
    emergency_phone = Line(N_("Emergency contact's phone"))

    search_key = peewee.TextField(default="")
    """Derived: names folded to plain small letters, record number and birth date, for the caseload search."""

    @property
    def called(self) -> str:
        """How the client is called: the preferred first name or the legal one, with the last name."""
        return f"{self.preferred_name or self.legal_given} {self.legal_family}".strip()

    def settle(self, changed: Collection[str] = ()) -> dict[str, Any]:
        return {"search_key": search_key(self)}


# What Unicode takes for letters and signs of their own, and a counselor types on a plain keyboard.
_TYPED_AS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("‘’ʼ", "'")
    | dict.fromkeys("‐–—", "-")
)


def without_accents(text: str) -> str:
    """Text in small letters without accents, with single spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def plain(text: str) -> str:
    """Text without accents in the letters and signs of a plain keyboard."""
    return text.translate(_TYPED_AS)


def search_key(client: Any) -> str:
    """What a client is found by: `client` has the names, `record_number` and `birth_date` (date or ISO text)."""
    names = (client.preferred_name, client.legal_given, client.legal_middle, client.legal_family)
    return plain(without_accents(" ".join([*names, client.record_number, str(client.birth_date or "")])))


class ContactPoint(Record):
    """A way to reach the client, and whether and when it is safe to use."""

    title = N_("Contact")

    client = Owner(Client, "contact_points")
    kind = Choice(N_("Kind"), CONTACT_KINDS)
    value = Line(N_("Number or address"), required=True)
    safe_to_use = Asked(N_("Safe to use"))
    best_time = Line(N_("Best time"))
    messages = Choice(N_("Messages"), MESSAGES)
    note = Line(N_("Note"))


class Allergy(Record):
    """Something the client reacts to."""

    title = N_("Allergy")

    client = Owner(Client, "allergies")
    substance = Line(N_("Allergic to"), required=True)
    reaction = Line(N_("Reaction"))


class Episode(Record):
    """One admission to discharge."""

    title = N_("Episode of care")
    client_id: int  # peewee's own name for the number behind `client`

    client = Owner(Client, "episodes")
    referral_source = Choice(N_("Referred by"), REFERRAL_SOURCES)
    referral_detail = Line(N_("Referral, details"))
    reason_for_coming = Words(N_("Reason for coming now"), help=N_("In the client's own words"))
    intake_on = Day(N_("Intake on"))
    intake_at = Clock(N_("Intake at"))
    intoxicated_at_intake = Asked(N_("Intoxicated at intake"))
    admitted_on = Day(N_("Admitted on"))
    legal_status = Line(N_("Legal status"), help=N_("Such as voluntary, court order, probation"))
    legal_requirements = Text(N_("What a court or agency requires"))
    required_until = Day(N_("Required until"))
    counselor = Ref(N_("Responsible counselor"), Staff)
    supervisor = Ref(N_("Supervisor"), Staff)
    rights_explained_on = Day(N_("Rights explained on"))
    privacy_notice_on = Day(N_("Privacy notice (42 CFR 2.22) given on"))
    discharged_on = Day(N_("Discharged on"))
    discharge_reason = Choice(N_("Reason for discharge"), DISCHARGE_REASONS)
    discharge_disposition = Text(N_("Going on with"))


_Episode = TypeVar("_Episode")


def running(episodes: Sequence[_Episode], has_ended: Callable[[_Episode], bool]) -> _Episode | None:
    """Which of a client's episodes, given in their order, is looked at everywhere: the last that was not ended, or else
    the last; None without any."""
    return max(reversed(episodes), key=lambda one: not has_ended(one), default=None)


class LevelOfCare(Record):
    """A decision on how much care: the five answers of the Care Intensity Guide, what it suggests, what was chosen."""

    title = N_("Level of care decision")

    episode = Owner(Episode, "levels_of_care")
    decided_on = Day(N_("Decided on"))
    stopping_safely = Choice(N_("Stopping safely"), URGENCY)
    stopping_safely_because = Line(N_("Because"))
    body = Choice(N_("Body"), URGENCY)
    body_because = Line(N_("Because"))
    mind_and_safety = Choice(N_("Mind and safety"), URGENCY)
    mind_and_safety_because = Line(N_("Because"))
    pull_back_to_use = Choice(N_("Pull back to use"), URGENCY)
    pull_back_to_use_because = Line(N_("Because"))
    home_and_days = Choice(N_("Home and days"), URGENCY)
    home_and_days_because = Line(N_("Because"))
    guide_edition = Line(N_("Edition of the guide"))
    guide_rule = Whole(N_("Rule of the guide"), low=1, high=7)
    recommended = Choice(N_("Suggested setting"), SETTINGS)
    chosen = Choice(N_("Chosen setting"), SETTINGS)
    withdrawal_suggested = Choice(N_("Suggested withdrawal care"), WITHDRAWAL_CARE)
    withdrawal_chosen = Choice(N_("Chosen withdrawal care"), WITHDRAWAL_CARE)
    arrangement = Line(N_("Arrangement"), help=N_("Such as mornings or online"))
    reason_for_difference = Text(N_("Reason for the difference"))
    decided_by = Ref(N_("Decided by"), Staff)
    outside_tool = Line(N_("Other tool used, with edition"))
    outside_level = Line(N_("Level by that tool"))
