"""Diagnoses and what belongs beside them: pairs that drive each other, care team, medications, test results."""

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.fields import Asked, Choice, Choices, Day, Line, Text, Whole
from recovery_desktop.records.substances import Substance
from recovery_desktop.text import N_

DIAGNOSIS_KINDS: Choices = {
    "use_disorder": N_("Substance use disorder"),
    "mental": N_("Mental health condition"),
    "medical": N_("Medical condition"),
    "social": N_("Social factor"),
}
DIAGNOSIS_ROLES: Choices = {"principal": N_("Principal"), "other": N_("Other")}
DIAGNOSIS_STATES: Choices = {
    "active": N_("Active"),
    "remission": N_("In remission"),
    "resolved": N_("Resolved"),
    "ruled_out": N_("Ruled out"),
}
ACTIVE = ("", "active")
"""The states of diagnoses that hold."""
OVER = ("resolved", "ruled_out")
"""The states of diagnoses that count no more; one in remission still does."""
SEVERITIES: Choices = {"mild": N_("Mild"), "moderate": N_("Moderate"), "severe": N_("Severe")}
REMISSIONS: Choices = {
    "early": N_("Early remission"),
    "sustained": N_("Sustained remission"),
}
ONSETS: Choices = {
    "before": N_("Before use began"),
    "after": N_("After use began"),
    "same": N_("At the same time"),
    "unknown": N_("Not known"),
}
TEAM_ROLES: Choices = {
    "physician": N_("Physician"),
    "psychiatrist": N_("Psychiatrist"),
    "prescriber": N_("Prescriber"),
    "therapist": N_("Therapist"),
    "nurse": N_("Nurse"),
    "case_manager": N_("Case manager"),
    "peer": N_("Peer recovery coach"),
    "pharmacist": N_("Pharmacist"),
    "other": N_("Other"),
}
MEDICATION_STATES: Choices = {
    "taking": N_("Taking"),
    "stopped": N_("Stopped"),
    "proposed": N_("Ask a prescriber about it"),
}
TEST_KINDS: Choices = {
    "urine": N_("Urine drug test"),
    "saliva": N_("Saliva drug test"),
    "breath": N_("Breath alcohol test"),
    "blood": N_("Blood test"),
    "other": N_("Other test"),
}
TEST_RESULTS: Choices = {
    "negative": N_("Negative"),
    "positive": N_("Positive"),
    "normal": N_("Normal"),
    "abnormal": N_("Abnormal"),
    "invalid": N_("Invalid"),
    "missed": N_("Missed"),
    "declined": N_("Declined by the client"),
    "pending": N_("Pending"),
}


class Diagnosis(Record):
    """A diagnosis as recorded, with who made it and what it rests on; the program never makes one."""

    title = N_("Diagnosis")

    episode = Owner(Episode, "diagnoses")
    kind = Choice(N_("Kind"), DIAGNOSIS_KINDS)
    code = Line(N_("Code"))
    code_set = Line(N_("Code set"), help=N_("With its release, such as ICD-10-CM April 2026"))
    name = Line(N_("Diagnosis"), required=True)
    role = Choice(N_("Role"), DIAGNOSIS_ROLES)
    provisional = Asked(N_("Provisional"))
    status = Choice(N_("Status"), DIAGNOSIS_STATES)
    severity = Choice(N_("Severity"), SEVERITIES)
    remission = Choice(N_("Remission"), REMISSIONS)
    specifiers = Line(N_("More words"), help=N_("Such as on maintenance therapy"))
    topics_met = Whole(N_("Topics met"), low=0, high=11)
    substance = Ref(N_("Substance"), Substance)
    onset = Choice(N_("Began"), ONSETS)
    basis = Text(N_("Rests on"))
    diagnosed_by = Line(N_("Diagnosed by"))
    diagnosed_on = Day(N_("Diagnosed on"))
    to_be_confirmed_by = Line(N_("To be confirmed by"))
    entered_by = Line(N_("Entered by"))
    entered_on = Day(N_("Entered on"))
    review_on = Day(N_("Look again on"))


class CoOccurring(Record):
    """A pair of substance use and another condition: which came first, what drives what, who treats it."""

    title = N_("Pair of conditions")

    episode = Owner(Episode, "co_occurring")
    use_disorder = Ref(N_("Substance use"), Diagnosis)
    condition = Ref(N_("Condition"), Diagnosis)
    came_first = Text(N_("What came first"))
    drives = Text(N_("What drives what"))
    treated_by = Line(N_("Who treats it"))
    integrated_step = Text(N_("One step for both"))


class CareTeamMember(Record):
    """Somebody outside the practice who treats the client."""

    title = N_("Care team member")

    client = Owner(Client, "care_team")
    name = Line(N_("Name"), required=True)
    role = Choice(N_("Role"), TEAM_ROLES)
    organization = Line(N_("Organization"))
    phone = Line(N_("Phone"))
    treats = Line(N_("Treats"))


class Medication(Record):
    """A medicine the client takes, took, or wants to ask a prescriber about."""

    title = N_("Medication")

    client = Owner(Client, "medications")
    name = Line(N_("Medicine"), required=True)
    dose = Line(N_("Dose"))
    frequency = Line(N_("How often"))
    purpose = Line(N_("For"))
    prescriber = Line(N_("Prescriber"))
    status = Choice(N_("Status"), MEDICATION_STATES)
    started_on = Day(N_("Since"))
    stopped_on = Day(N_("Until"))
    as_prescribed = Asked(N_("Taken as prescribed"))
    kept = Line(N_("Kept and handed out"))


class TestResult(Record):
    """A drug test or laboratory result, also one that was missed or refused."""

    title = N_("Test or laboratory result")

    episode = Owner(Episode, "test_results")
    kind = Choice(N_("Kind"), TEST_KINDS)
    taken_on = Day(N_("Taken on"))
    tested_for = Line(N_("Tested for"))
    result = Choice(N_("Result"), TEST_RESULTS)
    value = Line(N_("Value"), help=N_("With its unit"))
    confirmed = Asked(N_("Confirmed by a laboratory"))
    note = Text(N_("Note"))
