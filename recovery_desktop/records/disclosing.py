"""What left the practice: the log behind the accounting of disclosures (42 CFR 2.25). Entries are never changed."""

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import SCOPES, Release
from recovery_desktop.records.fields import Choice, Choices, Clock, Day, Line, Several, Text, Whole
from recovery_desktop.text import N_

DOCUMENTS: Choices = {
    "plan": N_("Treatment plan"),
    "my_plan": N_("My plan"),
    "assessment": N_("Assessment summary"),
    "review": N_("Plan review"),
    "changes": N_("What changed, and why"),
    "family": N_("Family copy"),
    "referral": N_("Referral letter"),
    "release": N_("Release of information"),
    "aftercare": N_("Aftercare plan"),
    "discharge": N_("Discharge summary"),
    "accounting": N_("Accounting of disclosures"),
}
BASES: Choices = {
    "consent": N_("Written consent (42 CFR 2.31)"),
    "client": N_("To the client (42 CFR 2.23)"),
    "emergency": N_("Medical emergency (42 CFR 2.51)"),
    "audit": N_("Audit or evaluation (42 CFR 2.53)"),
    "court_order": N_("Court order (42 CFR part 2, subpart E)"),
    "child_abuse": N_("Report of suspected child abuse or neglect (42 CFR 2.12(c)(6))"),
    "service_organization": N_("Qualified service organization (42 CFR 2.12(c)(4))"),
}
FORMS: Choices = {
    "printed": N_("Printed"),
    "file": N_("PDF file"),
    "encrypted": N_("Encrypted PDF file"),
}


class Disclosure(Record):
    """One document that went to somebody outside, with everything the accounting asks for."""

    title = N_("Disclosure")

    client = Owner(Client, "disclosures")
    told_on = Day(N_("Date"), required=True)
    told_at = Clock(N_("Time"))
    document = Choice(N_("Document"), DOCUMENTS, required=True)
    version_number = Whole(N_("Version of the plan"), low=1, high=999)
    recipient = Line(N_("To"), required=True)
    recipient_address = Text(N_("Address of the recipient"))
    scope = Several(N_("Parts of the record"), SCOPES)
    content = Text(N_("What it holds"), required=True)
    purpose = Text(N_("Purpose"), required=True)
    basis = Choice(N_("Legal basis"), BASES, required=True)
    basis_detail = Text(N_("In more detail"), help=N_("Such as the kind of emergency, or the court and its order"))
    release = Ref(N_("Release"), Release)
    form = Choice(N_("Handed over as"), FORMS)
    told_by = Line(N_("Disclosed by"))
    fingerprint = Line(N_("Fingerprint of the file"), help=N_("SHA-256, to recognize the file later"))

    @classmethod
    def is_final(cls) -> bool:
        return True
