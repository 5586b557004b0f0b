"""The notice that goes in front of a document: after the release it rests on, or after another legal basis."""

from recovery_desktop.desk.request import Request
from recovery_desktop.documents.notice_content import Notice, regulation
from recovery_desktop.plans.papers.notice import notice_of
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.disclosing import BASES
from recovery_desktop.text import _


def notice_for(request: Request, client: Entry, occasion: Occasion) -> Notice | None:
    """With a release the full statement and what the consent covers (42 CFR 2.32 (a)(1) and (b)); for what the law lets
    out without one, as in an emergency, the short statement. Nothing for the client and the record."""
    if request.way == "release" and request.release:
        return notice_of(client, request.release, occasion)
    if not request.goes_outside:
        return None
    return Notice(
        statement=regulation()["statement_2"],
        to=request.recipient,
        address=request.address,
        what=_(BASES[request.legal_basis]),
        purpose=request.purpose or request.detail,
    )
