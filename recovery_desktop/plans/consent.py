"""Whether a release of information holds on a day: every element that 42 CFR 2.31 asks for is there, it has not ended
and was not revoked. What is not complete must not be disclosed on."""

import datetime
from collections.abc import Callable
from typing import Literal

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

_SOON = 30  # days before its end in which a release asks to be renewed

Force = Literal["live", "incomplete", "unsigned", "expired", "revoked"]
_ELEMENTS: tuple[tuple[str, str, Callable[[Entry], object]], ...] = (
    ("recipient", N_("to whom"), lambda row: _named(row) or row["kind"] == "tpo"),
    ("scope", N_("what may be told"), lambda row: row["scope"] or row["scope_detail"].strip()),
    ("purpose", N_("the purpose"), lambda row: row["purpose"].strip() or row["kind"] == "tpo"),
    ("discloser", N_("who may disclose"), lambda row: row["discloser"].strip()),
    ("signed_by", N_("who signed"), lambda row: row["signed_by"].strip()),
    (
        "revocation_explained",
        N_("that the right to revoke was explained"),
        lambda row: row["revocation_explained"] == "yes",
    ),
    ("expires_on", N_("when it ends"), lambda row: row["expires_on"] or row["expires_when"].strip()),
)
"""Each with the field where it is entered. The day it was signed comes on top: without it a release is not signed."""


def _named(release: Entry) -> object:
    return release["recipient"].strip() or release.ref("person") or release.ref("team_member")


_BY_SIGNING = ("signed_by", "revocation_explained")
"""Elements that are there once the form has been read and signed."""


def missing_on_the_form(release: Entry) -> list[str]:
    """The elements that a release lacks and that have to stand on its form before it is signed, in words."""
    return [_(words) for field, words, there in _ELEMENTS if field not in _BY_SIGNING and not there(release)]


def missing(release: Entry) -> list[str]:
    """The elements that a release lacks, in words."""
    return [_(words) for _field, words, there in _ELEMENTS if not there(release)]


def first_missing(release: Entry) -> str:
    """The field of the first element that a release lacks; empty when it lacks none."""
    return next((field for field, _words, there in _ELEMENTS if not there(release)), "")


def force_of(release: Entry, on: datetime.date) -> Force:
    """Whether a release has force on a day, or why not."""
    if release["revoked_on"] and release["revoked_on"] <= on:
        return "revoked"
    if release["expires_on"] and release["expires_on"] < on:
        return "expired"
    if not release["signed_on"]:
        return "unsigned"
    return "incomplete" if missing(release) else "live"


def is_live(release: Entry, on: datetime.date) -> bool:
    """Whether something may be told under a release on a day."""
    return force_of(release, on) == "live"


def release_state(release: Entry, on: datetime.date) -> tuple[str, str]:
    """How a release stands on a day: the kind of mark, and words."""
    match force_of(release, on):
        case "revoked":
            return "closed", _("revoked {day}").format(day=short_date(release["revoked_on"]))
        case "expired":
            return "closed", _("expired {day}").format(day=short_date(release["expires_on"]))
        case "unsigned":
            return "started", _("not signed yet")
        case "incomplete":
            return "care", _("not valid yet, it lacks: {elements}").format(elements=joined(missing(release)))
    until = joined([short_date(release["expires_on"]), release["expires_when"]])
    ends_soon = release["expires_on"] and release["expires_on"] - on <= datetime.timedelta(_SOON)
    return "care" if ends_soon else "done", _("live until {end}").format(end=until)
