"""The notice that goes with what is disclosed with the client's consent, made from the release."""

from recovery_desktop.dates import long_date
from recovery_desktop.documents.notice_content import Notice, regulation
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.phrases import joined, said
from recovery_desktop.plans.plan_person import full_name
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _


def notice_of(client: Entry, release: Entry, occasion: Occasion) -> Notice:
    """Statement 1 of 42 CFR 2.32 with a clear explanation of the scope of the consent: to whom, what, what for, until
    when."""
    person = release.ref("person") or release.ref("team_member")
    words = regulation()
    signed = joined([long_date(release["signed_on"]), release["signed_by"]])
    return Notice(
        statement=words["statement_1"],
        source=words["source"],
        client=full_name(client),
        record=client["record_number"],
        to=release["recipient"] or (person["name"] if person else "") or occasion.recipient,
        address=occasion.recipient_address or release["recipient_address"],
        discloser=release["discloser"],
        what=joined([said(release, "scope"), release["scope_detail"]], ": "),
        not_included=release["not_included"],
        purpose=release["purpose"] or (release.shown("kind") if release["kind"] == "tpo" else ""),
        signed=signed,
        until=joined([long_date(release["expires_on"]), release["expires_when"]])
        or (_("no end was agreed on") if release["kind"] == "tpo" else ""),
    )
