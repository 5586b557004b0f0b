"""Who signs a plan: the client or who answers for them, and who is responsible for the treatment."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import age
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

ADULT = 18


@dataclass(frozen=True)
class Signer:
    """Somebody who is expected to sign: `role` is a code of `records.plan.SIGNING_ROLES`."""

    role: str
    name: str
    credential: str = ""


def signers(client: Entry, episode: Entry, on: datetime.date) -> tuple[Signer, ...]:
    """Who is expected to sign on a day, in the order in which they are printed."""
    names = (client["legal_given"], client["legal_middle"], client["legal_family"])
    found = [Signer("client", joined(names, " "))]
    if needs_guardian(client, on):
        found.append(Signer("guardian", client["guardian_name"]))
    for role in ("counselor", "supervisor"):
        if staff := episode.ref(role):
            found.append(Signer(role, staff["name"], _with_license(staff)))
    return tuple(found)


def needs_guardian(client: Entry, on: datetime.date) -> bool:
    """Whether a guardian signs on that day: of a minor, or of whoever has one."""
    born = client["birth_date"]
    return bool(client["guardian_name"]) or (born is not None and age(born, on) < ADULT)


def _with_license(staff: Entry) -> str:
    """Credential and license number, as they stand below a signature."""
    number = staff["license_number"]
    return joined([staff["credential"], _("license {number}").format(number=number) if number else ""])
