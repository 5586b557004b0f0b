"""What stops a document at the desk, in sentences that help: the release, the recipient, or what is not said yet."""

import datetime

from recovery_desktop.dates import long_date
from recovery_desktop.desk.request import Request
from recovery_desktop.errors import KnownError
from recovery_desktop.plans.consent import force_of, missing
from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.plan_people import is_no_contact
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

TPO_PURPOSE = N_("Treatment, payment and health care operations")


class NotDisclosed(KnownError):
    """A document that may not leave, or not yet."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(cause, _("Nothing left the practice, and nothing was logged."), remedy)


def check(request: Request, client: Entry, on: datetime.date) -> None:
    """Raises NotDisclosed for what may not be handed over on a day, whatever parts it would have."""
    if request.way == "release":
        _check_release(request, client, on)
    elif request.way == "emergency":
        _check_emergency(request)
    elif request.way == "law":
        _check_law(request)


def recipient_of(release: Entry) -> str:
    """Whom a release names."""
    person = release.ref("person") or release.ref("team_member")
    return str(release["recipient"].strip() or (person["name"] if person else ""))


def purpose_of(release: Entry) -> str:
    """What a release was given for."""
    return str(release["purpose"].strip() or (_(TPO_PURPOSE) if release["kind"] == "tpo" else ""))


def _check_release(request: Request, client: Entry, on: datetime.date) -> None:
    release = request.release
    if release is None:
        raise NotDisclosed(
            _("Nobody outside may get a document without a release of the client."),
            _("Choose a release, or record a new one with the client on the Family involvement tab."),
        )
    check_force(release, on)
    _check_person(release, client)
    _check_fits(request, release)
    if not release["scope"]:
        raise NotDisclosed(
            _("The release says in words alone what may be told, and ticks no part of the record."),
            _("Tick the parts that the client agreed to in the release, then try again."),
        )


def check_force(release: Entry, on: datetime.date) -> None:
    """Raises NotDisclosed for a release that has no force on a day."""
    match force_of(release, on):
        case "revoked":
            words = _("The client revoked this release on {day}.").format(day=long_date(release["revoked_on"]))
            raise NotDisclosed(words, _("Ask the client; only a new release allows it again."))
        case "expired":
            words = _("This release ended on {day}.").format(day=long_date(release["expires_on"]))
            raise NotDisclosed(words, _("Ask the client whether to renew it, and record the new one."))
        case "unsigned":
            raise NotDisclosed(
                _("This release is not signed yet."), _("Have the client sign it, and enter the day it was signed.")
            )
        case "incomplete":
            words = _("This release is not valid yet, it lacks: {elements}.").format(elements=joined(missing(release)))
            raise NotDisclosed(words, _("Complete it with the client on the Family involvement tab."))
    if release["signed_on"] > on:
        raise NotDisclosed(
            _("This release is signed on a day that is still to come."), _("Check the day it was signed.")
        )


def _check_person(release: Entry, client: Entry) -> None:
    person = release.ref("person")
    if person is not None and (is_no_contact(person) or person.number in closed_people(client)):
        raise NotDisclosed(
            _("Contact with the person whom this release names is closed in the record."),
            _("Talk with the client in private first, and change the record or revoke the release."),
        )


def _check_fits(request: Request, release: Entry) -> None:
    if request.recipient and _plain(request.recipient) != _plain(recipient_of(release)):
        raise NotDisclosed(
            _("The release names another recipient than the document would go to."),
            _("Choose the release for this recipient, or record a new one with the client."),
        )
    if request.purpose and _plain(request.purpose) != _plain(purpose_of(release)):
        raise NotDisclosed(
            _("The release was given for another purpose."),
            _("Use it for its own purpose, or record a new one with the client."),
        )


def _check_emergency(request: Request) -> None:
    """What 42 CFR 2.51 (c) wants logged: to whom, of which facility, by whom, and the nature of the emergency."""
    lacking = [
        _(words)
        for words, said in (
            (N_("the medical person"), request.recipient),
            (N_("the facility they belong to"), request.address),
            (N_("the nature of the emergency"), request.detail),
            (N_("who discloses"), request.told_by),
        )
        if not said.strip()
    ]
    if lacking:
        raise NotDisclosed(
            _("For an emergency the log still lacks: {elements}.").format(elements=joined(lacking)),
            _("Fill it in, in a few words; no release is needed."),
        )


def _check_law(request: Request) -> None:
    lacking = [
        _(words)
        for words, said in (
            (N_("the legal basis"), request.basis),
            (N_("to whom"), request.recipient),
            (N_("the purpose"), request.purpose),
            (N_("the basis in more detail"), request.detail),
        )
        if not said.strip()
    ]
    if lacking:
        raise NotDisclosed(
            _("Without a release the log still lacks: {elements}.").format(elements=joined(lacking)),
            _("Fill it in; if you are not sure that this basis holds, ask a lawyer first."),
        )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
