"""Who signs a plan: the client or who answers for them, and who is responsible for the treatment."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from recovery_desktop.dates import age
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

ADULT = 18
ALWAYS_SIGN = ("client", "counselor")
"""Without them, or a guardian in the client's place, no version is signed."""


@dataclass(frozen=True)
class Signer:
    """Somebody who is expected to sign: `role` is a code of `records.plan.SIGNING_ROLES`."""

    role: str
    name: str
    credential: str = ""


def signers(
    client: Entry, episode: Entry, on: datetime.date, countersigners: Collection[str] = ()
) -> tuple[Signer, ...]:
    """Who is expected to sign on a day, in the order in which they are printed; `countersigners` are the roles that the
    rules of the practice want beside them, also where nobody is named."""
    names = (client["legal_given"], client["legal_middle"], client["legal_family"])
    found = [Signer("client", joined(names, " "))]
    if needs_guardian(client, on):
        found.append(Signer("guardian", client["guardian_name"]))
    for role in ("counselor", "supervisor"):
        if staff := episode.ref(role):
            found.append(Signer(role, staff["name"], _with_license(staff)))
    named = {one.role for one in found}
    return (*found, *(Signer(role, "") for role in countersigners if role not in named))


def awaited(client: Entry, version: Entry, on: datetime.date, countersigners: Collection[str] = ()) -> tuple[str, ...]:
    """The roles of those who are to sign a version that is signed already and of whom nothing is written yet, neither
    a signature nor why there is none."""
    wanted = (*(("guardian",) if needs_guardian(client, on) else ()), *countersigners)
    there = {row["role"] for row in version.rows("signatures")}
    return tuple(role for role in dict.fromkeys(wanted) if role not in there)


def needs_guardian(client: Entry, on: datetime.date) -> bool:
    """Whether a guardian signs on that day: of a minor, or of whoever has one."""
    born = client["birth_date"]
    return bool(client["guardian_name"]) or (born is not None and age(born, on) < ADULT)


def _with_license(staff: Entry) -> str:
    """Credential and license number, as they stand below a signature."""
    number = staff["license_number"]
    return joined([staff["credential"], _("license {number}").format(number=number) if number else ""])
