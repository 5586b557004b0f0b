"""Signing a version of the plan: the record and the document are frozen, sealed, and never change again.

It takes three steps, so that the window stays alive: `prepare` reads the record, `Prepared.pdf` sets the document in
any thread, `keep` writes all of it in one transaction, if the record is still what was read. Signatures given before
that are rows of the draft and survive whatever interrupts.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from recovery_desktop.desk.disclosing import SignedCopy
from recovery_desktop.desk.freezing import Thawed, freeze, thaw
from recovery_desktop.desk.ready import NotToBeSigned, check_ready
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.papers.plan import content
from recovery_desktop.plans.phrases import person_with_credential
from recovery_desktop.plans.profile import Profile
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.records.plan import SIGNED, Addendum, PlanVersion, Signature
from recovery_desktop.records.signed import LATER, Frozen, SignedPlan, freeze_version, hash_of
from recovery_desktop.records.store import Store
from recovery_desktop.text import _

_ANSWERS_FOR_CLIENT = ("client", "guardian")
_SHOWN_OF_HASH = 16  # hexadecimal digits, in groups of four


@dataclass(frozen=True)
class Prepared:
    """A version ready to be signed: what is frozen, and who signs it when."""

    client: int  # numbers of the rows
    version: int
    number: int
    signed_at: datetime.datetime
    author: str
    profile: Profile = field(repr=False)  # the rules it was checked against
    content: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """The content's hash, as it is printed."""
        return shown_hash(hash_of(self.content))

    def pdf(self) -> bytes:
        """The document that is signed, set from the frozen record itself; slow, in any thread."""
        return plan_pdf(thaw(self.content), self.fingerprint, self.signed_at)


def prepare(client: int, profile: Profile, now: datetime.datetime) -> Prepared:
    """Reads the draft of a client's running episode and checks it against the rules; `now` has a time zone. Raises
    NotToBeSigned, RecordTooLarge."""
    record = take(client)
    episode, version = _draft(record)
    check_ready(record, episode, version, profile, now.date())
    _check_signatures(version)
    author = _author(record, version)
    day = now.date().isoformat()
    changed = {"status": SIGNED, **({} if version["dated_on"] else {"dated_on": day})}
    content = freeze(record, take_practice(), {(PlanVersion, version.number): changed})
    return Prepared(client, version.number, version["number"], now, author, profile, content)


def keep(store: Store, prepared: Prepared, pdf: bytes) -> SignedPlan:
    """Writes a signed version with its audit entry. Raises NotToBeSigned when the record has changed since it was read,
    and what `Vault.write` raises; then nothing was signed."""

    def write() -> SignedPlan:
        if prepare(prepared.client, prepared.profile, prepared.signed_at) != prepared:
            raise NotToBeSigned(
                _("The record was changed while the version was being signed."), _("Look at it again, and sign.")
            )
        version = PlanVersion.get_by_id(prepared.version)
        store.save(version, status=SIGNED, dated_on=version.dated_on or prepared.signed_at.date())
        moment = prepared.signed_at.astimezone(datetime.UTC).isoformat(timespec="seconds")
        return freeze_version(store, prepared.version, Frozen(moment, prepared.author, prepared.content, pdf))

    signed: SignedPlan = store.vault.write(write)
    return signed


def add_signature(store: Store, version: PlanVersion, **values: Any) -> Signature:
    """A signature, or why there is none, below a draft or, later, below a version that is signed already. Raises
    NotKept."""

    def write() -> Signature:
        row = store.add(Signature, version, **values)
        if version.status == SIGNED:
            store.vault.audit.append(LATER, f"signature/{row.id}")
        return row

    added: Signature = store.vault.write(write)
    return added


def add_addendum(store: Store, version: PlanVersion, **values: Any) -> Addendum:
    """Something dated that is added to a signed version. Raises NotKept, NotToBeSigned where there is none yet."""
    if version.status != SIGNED:
        raise NotToBeSigned(
            _("Only a signed version takes an addendum."), _("A draft is still open: change the draft itself.")
        )
    return store.add(Addendum, version, **values)


def plan_pdf(thawed: Thawed, fingerprint: str, printed_at: datetime.datetime) -> bytes:
    """The treatment plan of a signed version as an archive file, always the same for the same version and moment."""
    from recovery_desktop.documents.paper import Paper
    from recovery_desktop.documents.treatment_plan import build

    occasion = Occasion(on=printed_at.date(), signed=True, fingerprint=fingerprint)
    paper = Paper.A4 if thawed.practice["paper"] == "a4" else Paper.LETTER
    return build(content(thawed.client, thawed.practice, occasion), paper, printed_at)


def signed_copy(version: int) -> SignedCopy:
    """The signed version with that row's number. Raises SignedPlan.DoesNotExist where it was never signed."""
    row: SignedPlan = SignedPlan.get(SignedPlan.version == version)
    number = PlanVersion.get_by_id(version).number
    return SignedCopy(number, bytes(row.content), bytes(row.pdf), shown_hash(row.content_hash))


def shown_hash(hashed: str) -> str:
    """The beginning of a hash as people compare it: "a91f 03bc 77d2 e015"."""
    return " ".join(hashed[at : at + 4] for at in range(0, _SHOWN_OF_HASH, 4))


def _draft(client: Entry) -> tuple[Entry, Entry]:
    """The running episode and the draft of its plan."""
    episode = running_episode(client)
    version = current_version(episode) if episode is not None else None
    if episode is None or version is None or version["status"] != "draft":
        raise NotToBeSigned(
            _("There is no draft of a plan to sign."), _("Begin the next version on the Plan tab, then sign it.")
        )
    return episode, version


def _check_signatures(version: Entry) -> None:
    roles = {row["role"] for row in version.rows("signatures")}
    if not roles & set(_ANSWERS_FOR_CLIENT):
        raise NotToBeSigned(
            _("The client has not signed this version yet."),
            _("Let the client or a guardian sign, or say that and why they do not."),
        )
    if "counselor" not in roles:
        raise NotToBeSigned(_("The counselor has not signed this version yet."), _("Sign as the counselor."))
    if any(row["manner"] in ("declined", "verbal") and not row["reason"].strip() for row in version.rows("signatures")):
        raise NotToBeSigned(
            _("Somebody did not sign by hand, and no reason is given."), _("Write the reason beside the signature.")
        )


def _author(client: Entry, version: Entry) -> str:
    episode = running_episode(client)
    staff = version.ref("author") or (episode.ref("counselor") if episode is not None else None)
    if staff is None:
        raise NotToBeSigned(
            _("Nobody is named as having written this version."), _("Choose who wrote it in the version's fields.")
        )
    return person_with_credential(staff)
