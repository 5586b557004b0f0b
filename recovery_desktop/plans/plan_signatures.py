"""The places to sign, and the signatures that were given: who, in what role, how and when, or why not."""

import base64
import binascii
import datetime
from collections.abc import Iterator

from recovery_desktop.dates import long_date
from recovery_desktop.documents.paper import Signature
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.plan_person import full_name
from recovery_desktop.plans.signers import needs_guardian, signers
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import SIGNING_ROLES
from recovery_desktop.text import N_, _

_RESPONSIBLE = {"counselor": N_("Responsible counselor"), "supervisor": N_("Supervisor")}
_DECLINED = "declined"
_WITH_REASON = ("verbal",)


def signatures(client: Entry, episode: Entry, on: datetime.date, version: Entry | None) -> tuple[Signature, ...]:
    """Everybody's place in the order of the roles: what was signed below a version, and room for who has not signed."""
    places = dict(_places(client, episode, on))
    rows = version.rows("signatures") if version else []
    found: list[Signature] = []
    for role in SIGNING_ROLES:
        given = [_given(row, places.get(role)) for row in rows if row["role"] == role]
        found += given or ([places[role]] if role in places else [])
    return tuple(found)


def places_to_sign(client: Entry, episode: Entry, on: datetime.date) -> tuple[Signature, ...]:
    """Room for client, guardian of a minor, counselor and supervisor."""
    return tuple(place for _role, place in _places(client, episode, on))


def signed_by(version: Entry) -> tuple[str, ...]:
    """Who signed a version, and how, a line each."""
    given = (_given(row, None) for row in version.rows("signatures"))
    return tuple(
        joined([joined([one.role, one.name], ": "), one.credential, one.signed or one.not_signed]) for one in given
    )


def guardian_of(client: Entry, on: datetime.date) -> Signature | None:
    """Where the guardian signs, of a minor or of whoever has one."""
    if not needs_guardian(client, on):
        return None
    return Signature(client["guardian_relationship"] or _(SIGNING_ROLES["guardian"]), client["guardian_name"])


def _places(client: Entry, episode: Entry, on: datetime.date) -> Iterator[tuple[str, Signature]]:
    called = {"guardian": client["guardian_relationship"], "client": "", **_RESPONSIBLE}
    for signer in signers(client, episode, on):
        name = full_name(client) if signer.role == "client" else signer.name
        yield signer.role, Signature(_(called[signer.role]) or _(SIGNING_ROLES[signer.role]), name, signer.credential)


def _given(row: Entry, place: Signature | None) -> Signature:
    """A signature as it was recorded; the role is called as at the empty place."""
    day = joined([long_date(row["signed_on"]), row["signed_at"]])
    how = joined([lower_first(row.shown("manner")), row["reason"] if row["manner"] in _WITH_REASON else ""], ": ")
    is_declined = row["manner"] == _DECLINED
    return Signature(
        role=place.role if place else row.shown("role"),
        name=row["name"],
        credential=row["credential"],
        signed="" if is_declined else joined([day, how]),
        picture=_picture(row["picture"]),
        not_signed=joined([joined([row.shown("manner"), day]), row["reason"]], ": ") if is_declined else "",
    )


def _picture(coded: str) -> bytes:
    """The written signature; nothing where it cannot be read."""
    try:
        return base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError):
        return b""
