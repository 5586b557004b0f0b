"""Signatures and addenda of a version, each in a line."""

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry


def signature_line(signature: Entry) -> str:
    """ "Client · Priya Shah: declined to sign, 20 Nov 2026, because …"."""
    who = joined([signature.shown("role"), joined([signature["name"], signature["credential"]])], " · ")
    how = joined([lower_first(signature.shown("manner")), short_date(signature["signed_on"]), signature["signed_at"]])
    return joined([f"{who}: {how}", signature["reason"].strip()], ". ")


def addendum_line(addendum: Entry) -> str:
    """ "Remark, 20 Nov 2026, Dana Whitfield: The group meets on Tuesday now."."""
    head = joined([addendum.shown("kind"), short_date(addendum["written_on"]), addendum["written_by"]])
    return joined([head, addendum["text"].strip()], ": ")
