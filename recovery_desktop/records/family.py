"""Family involvement and help around the client: people, releases, sessions, social needs, referrals."""

from peewee import CompositeKey

from recovery_desktop.records.base import Link, Owner, Record, Ref, To
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import CareTeamMember
from recovery_desktop.records.fields import Asked, Choice, Choices, Day, Line, Number, Several, Text, Words
from recovery_desktop.records.practice import Resource
from recovery_desktop.text import N_

RELATIONS: Choices = {
    "partner": N_("Partner"),
    "parent": N_("Parent"),
    "sibling": N_("Brother or sister"),
    "child": N_("Child"),
    "grandparent": N_("Grandparent"),
    "other_family": N_("Other family"),
    "friend": N_("Friend"),
    "work": N_("Work or school"),
    "recovery": N_("Recovery and peers"),
    "other": N_("Other"),
}
INFLUENCES: Choices = {
    "supportive": N_("Supportive"),
    "mixed": N_("Mixed"),
    "risky": N_("May raise the risk of use"),
    "unknown": N_("Not known"),
}
WISHES: Choices = {
    "yes": N_("Yes"),
    "limited": N_("In some things"),
    "later": N_("Maybe later"),
    "no": N_("No"),
    "no_contact": N_("No contact"),
}
SCOPES: Choices = {
    "attendance": N_("Attendance"),
    "emergencies": N_("Emergencies"),
    "education": N_("Education about recovery"),
    "assessment": N_("Assessment"),
    "diagnoses": N_("Diagnoses"),
    "medications": N_("Medications"),
    "test_results": N_("Test results"),
    "plan": N_("Treatment plan"),
    "progress": N_("Progress"),
    "family": N_("Family involvement"),
    "aftercare": N_("Aftercare"),
    "discharge": N_("Discharge summary"),
}
SESSION_KINDS: Choices = {
    "education": N_("Education"),
    "family_therapy": N_("Family therapy"),
    "couple_therapy": N_("Couple therapy"),
    "repair": N_("Repair and making up"),
    "planning": N_("Planning"),
}
SESSION_STATES: Choices = {
    "planned": N_("Planned"),
    "held": N_("Held"),
    "cancelled": N_("Cancelled"),
    "declined": N_("Declined"),
    "contraindicated": N_("Advised against"),
}
TO_COME = ("", "planned")
"""The states of family sessions that are still to be held."""
SOCIAL_DOMAINS: Choices = {
    "housing": N_("Housing"),
    "work": N_("Work"),
    "money": N_("Money"),
    "transport": N_("Transport"),
    "food": N_("Food"),
    "childcare": N_("Childcare"),
    "legal": N_("Legal"),
    "safety": N_("Safety"),
    "health_coverage": N_("Health coverage"),
}
SOCIAL_STATES: Choices = {
    "need": N_("Need"),
    "no_need": N_("No need"),
    "declined": N_("Declined"),
    "not_asked": N_("Not asked"),
}
RELEASE_KINDS: Choices = {
    "named": N_("To a named recipient"),
    "tpo": N_("For treatment, payment and health care operations"),
    "justice": N_("To court, probation or parole (42 CFR 2.35)"),
    "proceedings": N_("For legal proceedings"),
}
REFERRAL_STATES: Choices = {
    "planned": N_("Planned"),
    "made": N_("Made"),
    "booked": N_("Booked"),
    "attended": N_("Attended"),
    "not_attended": N_("Not attended"),
    "declined": N_("Declined"),
    "closed": N_("Closed"),
}
NOT_ATTENDED_YET = ("", "planned", "made", "booked")
"""The states of referrals of which nothing has come yet."""


class SupportPerson(Record):
    """Somebody in the client's life, alone or as a group such as "two close friends"."""

    title = N_("Support person")

    client = Owner(Client, "support_people")
    name = Line(N_("Name"), required=True)
    relationship = Line(N_("Relationship"))
    relation = Choice(N_("Belongs to"), RELATIONS, help=N_("Where the picture of family and network shows them"))
    phone = Line(N_("Phone"))
    lives = Line(N_("Lives"), help=N_("Such as in the same home, overseas"))
    birth_date = Day(N_("Date of birth"), help=N_("For children"))
    influence = Choice(N_("Influence"), INFLUENCES)
    uses_substances = Asked(N_("Uses substances"))
    knows_of_treatment = Asked(N_("Knows of the treatment"))
    client_wants = Choice(N_("Client wants them involved"), WISHES)
    wants_involvement = Choice(N_("Wants to be involved"), WISHES)
    ask_again_on = Day(N_("Ask again on"))
    role_in_plan = Text(N_("Part in the plan"))
    aims = Text(N_("Aims"), help=N_("Repair, communication, learning to ask early"))
    boundaries = Words(N_("Boundaries"), help=N_("In the client's own words"))
    feels_unsafe = Asked(N_("The client is afraid of them"), help=N_("Sessions together are closed while this is so"))
    naloxone_trained = Asked(N_("Trained to give naloxone"))


class Release(Record):
    """A release of information: the elements of consent of 42 CFR 2.31."""

    title = N_("Release of information")

    client = Owner(Client, "releases")
    person = Ref(N_("To the support person"), SupportPerson)
    team_member = Ref(N_("To the care team member"), CareTeamMember)
    kind = Choice(N_("Kind"), RELEASE_KINDS)
    recipient = Line(N_("To"), help=N_("Name of the person or organization"))
    recipient_address = Line(N_("Address of the recipient"))
    discloser = Line(N_("Who may disclose"))
    scope = Several(N_("What may be told"), SCOPES)
    scope_detail = Text(N_("In more detail"))
    not_included = Text(N_("Not included"))
    purpose = Text(N_("Purpose"))
    signed_on = Day(N_("Signed on"))
    signed_by = Line(N_("Signed by"))
    expires_on = Day(N_("Expires on"))
    expires_when = Line(N_("Expires with"), help=N_("An event, such as the end of treatment"))
    revocation_explained = Asked(N_("Right to revoke, and how, explained"))
    revoked_on = Day(N_("Revoked on"))
    revoked_how = Text(N_("How it was revoked"))


class FamilySession(Record):
    """A session with people from the client's life, planned, held or not."""

    title = N_("Family session")

    episode = Owner(Episode, "family_sessions")
    kind = Choice(N_("Kind"), SESSION_KINDS)
    status = Choice(N_("Status"), SESSION_STATES)
    due_on = Day(N_("Due by"))
    held_on = Day(N_("Held on"))
    aims = Text(N_("Aims"))
    outcome = Text(N_("Outcome, or why not"))


class SessionPerson(Link):
    """Who takes part in a family session."""

    session = Owner(FamilySession, "people")
    person = To(SupportPerson, "family_sessions")

    class Meta:
        primary_key = CompositeKey("session", "person")


class SocialNeed(Record):
    """A social need that was asked about, whether there is one or not."""

    title = N_("Social need")

    episode = Owner(Episode, "social_needs")
    domain = Choice(N_("Area"), SOCIAL_DOMAINS, required=True)
    status = Choice(N_("Need?"), SOCIAL_STATES)
    detail = Text(N_("Details"))
    amount = Number(N_("Amount"), low=0, high=10_000_000, unit=N_("dollars"))
    code = Line(N_("Z code"))


class Referral(Record):
    """A referral with its result: made, contacted, attended, or why not."""

    title = N_("Referral")

    episode = Owner(Episode, "referrals")
    resource = Ref(N_("From the directory"), Resource)
    recipient = Line(N_("To"))
    reason = Text(N_("For"))
    phone = Line(N_("Phone"))
    made_on = Day(N_("Made on"))
    appointment_on = Day(N_("Appointment on"))
    status = Choice(N_("Status"), REFERRAL_STATES)
    result = Text(N_("Result, or why not"))
    result_on = Day(N_("Result on"))
