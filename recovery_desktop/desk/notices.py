"""The notice that goes in front of a document: after the release it rests on, or after the emergency."""

from functools import cache
from typing import Any

import tomli

from recovery_desktop.assets import resources
from recovery_desktop.dates import long_date
from recovery_desktop.documents.notice import Notice
from recovery_desktop.plans.phrases import joined, said, sentences
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _


def of_release(release: Entry, recipient: str, purpose: str) -> Notice:
    """The full statement with a clear explanation of what the consent covers (42 CFR 2.32 (a)(1) and (b))."""
    withheld = release["not_included"].strip()
    kept = _("not: {what}").format(what=withheld) if withheld else ""
    return Notice(
        recipient=joined([recipient, release["recipient_address"]]),
        scope=sentences(said(release, "scope"), release["scope_detail"], kept),
        purpose=purpose,
        until=joined([long_date(release["expires_on"]), release["expires_when"]]),
        statement=_statements()["full"],
    )


def without_release(recipient: str, purpose: str, basis: str) -> Notice:
    """For what the law lets out without the client's consent, as in an emergency: the short statement."""
    return Notice(recipient, basis, purpose, "", _statements()["short"])


@cache
def _statements() -> dict[str, Any]:
    return tomli.loads((resources() / "disclosing" / "notice.en.toml").read_text("utf-8"))
