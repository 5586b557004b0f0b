"""A request becomes a document: checked, made of what may leave, and ready to be set in any thread.

`handing` then writes it and logs it in one go. Whatever the document, it is made of a record that holds nothing else
than what may go (`plans.papers.limited`), and its parts are those the request allows: each alone would be enough.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from recovery_desktop.desk.about import row_about
from recovery_desktop.desk.freezing import thaw
from recovery_desktop.desk.notices import notice_for
from recovery_desktop.desk.papers import PAPERS, PaperKind
from recovery_desktop.desk.parts import going
from recovery_desktop.desk.refusals import NotDisclosed, check, purpose_of, recipient_of
from recovery_desktop.desk.request import Request
from recovery_desktop.exchange.writing import client_file
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.papers.limited import limited, scopes_for
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.papers.private_rows import Private, private_now
from recovery_desktop.plans.papers.reading_hint import WrittenForTheClient, reading_hint
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import SCOPES
from recovery_desktop.records.plan import LookedAt
from recovery_desktop.text import _, in_language

if TYPE_CHECKING:  # what draws is loaded with the first document
    from recovery_desktop.documents.copies import Attached
    from recovery_desktop.documents.notice_content import Notice
    from recovery_desktop.documents.paper import Paper

_TAGS = {"en": "en-US", "es": "es-US"}


@dataclass(frozen=True)
class SignedCopy:
    """A signed version, out of the database: its number in the plan, and what was frozen."""

    number: int
    content: bytes
    pdf: bytes
    fingerprint: str


@dataclass(frozen=True)
class Prepared:
    """A document ready to be set, and what the log will say of it."""

    client: int  # number of the row
    record: str  # record number
    kind: PaperKind
    content: Any
    paper: "Paper"
    lang: str
    now: datetime.datetime
    name: str  # of the file, without a client's name
    notice: "Notice | None"
    attached: "Attached | None"
    entry: Mapping[str, Any]  # the values of the disclosure; nothing for the record
    release: int | None  # number of the release it rests on
    as_signed: bytes  # the document that was signed, where it is that which is asked for; else nothing
    request: Request
    private: Private  # what was private when it was made

    def pdf(self) -> bytes:
        """The document as an archive file; slow, in any thread."""
        from recovery_desktop.documents.copies import with_file
        from recovery_desktop.documents.document import behind

        if self.as_signed:
            return self.as_signed
        with in_language(self.lang), behind(self.notice):
            made = self.kind.build(self.content, self.paper, self.now, _TAGS.get(self.lang, self.lang))
        return with_file(made, self.attached) if self.attached else made

    def missing_letters(self) -> tuple[str, ...]:
        """Letters that the documents' fonts lack."""
        from recovery_desktop.documents.letters import missing_letters, texts_of

        return missing_letters([*texts_of(self.content), *texts_of(self.notice)])

    def reading_hint(self) -> tuple[str, ...]:
        """How that reads which was written for a client or a family, in sentences; nothing of other documents."""
        is_read_by_clients = isinstance(self.content, WrittenForTheClient)
        return reading_hint(self.content, self.lang).sentences if is_read_by_clients else ()


def prepare(
    request: Request, client: Entry, practice: Entry, now: datetime.datetime, signed: SignedCopy | None = None
) -> Prepared:
    """Checks a request and makes its document's content; `now` has a time zone. It is made of a version that was
    `signed`, where such a document can be of one, and of the record as it is otherwise. Raises NotDisclosed, and
    LookupError for a client without an episode of care."""
    from recovery_desktop.documents.paper import Paper, document_file_name

    check(request, client, now.date())
    kind = PAPERS[request.document]
    signed = signed if kind.has_versions else None
    request = _settled(request)
    parts = going(kind, request)
    if request.leaves and kind.parts and not any(part.scopes for part in parts):
        raise NotDisclosed(
            _("Nothing of this document may go to this recipient, or no part of it is picked."),
            _("Pick a part, choose another document, or record with the client what may be told."),
        )
    private = private_now(client)  # today's: also for a record that was frozen before
    if signed is not None:
        thawed = thaw(signed.content)
        client, practice = thawed.client, thawed.practice
    may_leave, twins = _may_leave(request, client, private)
    episode = running_episode(client)
    version = current_version(episode) if episode is not None else None
    number = signed.number if signed else version["number"] if version else 0
    dated = (version["dated_on"] if version and kind.code == "plan" else None) or now.date()
    occasion = _occasion(request, parts, number, twins, now, row_about(kind.code, request.about, client), private)
    if kind.code == "changes" and occasion.before is None:
        raise NotDisclosed(
            _("There is no signed version before to compare with."),
            _("Sign a version first; what changes after it is told here."),
        )
    if signed is not None:
        occasion = replace(occasion, signed=True, fingerprint=signed.fingerprint)
    with in_language(request.lang):
        content = kind.content(may_leave, practice, occasion)
    return Prepared(
        client=client.number,
        record=client["record_number"],
        kind=kind,
        content=content,
        paper=Paper.A4 if request.paper == "a4" else Paper.LETTER,
        lang=request.lang,
        now=now,
        name=document_file_name(client["record_number"], request.document, number, dated.isoformat()),
        notice=notice_for(request, client, occasion),
        attached=_attached(request, may_leave, now) if request.with_record and request.goes_outside else None,
        entry=_entry(request, kind, parts, number) if request.leaves else {},
        release=request.release.number if request.way == "release" and request.release else None,
        as_signed=signed.pdf if signed and kind.code == "plan" and not request.leaves else b"",
        request=request,
        private=private,
    )


def check_again(prepared: Prepared, client: Entry, on: datetime.date) -> None:
    """Raises NotDisclosed when a document may not be handed over any more: since it was made its release ended or was
    changed, or something in the record became private."""
    request = prepared.request
    if not request.goes_outside:
        return
    made_of, release = request.release, None
    if made_of is not None:
        release = next((row for row in client.rows("releases") if row.number == made_of.number), None)
        check(replace(request, release=release), client, on)
    now = private_now(client)
    is_same = made_of is None or (release is not None and _said(release) == _said(made_of))
    if not (is_same and now.people.numbers <= prepared.private.people.numbers and now.rows <= prepared.private.rows):
        raise NotDisclosed(
            _("The record was changed since this document was made."), _("Make the document anew, then hand it over.")
        )


def _said(release: Entry) -> tuple[dict[str, Any], dict[str, int]]:
    """All that a release says."""
    return dict(release.values), {name: far.number for name, far in release.refs.items()}


def _settled(request: Request) -> Request:
    """With a release it is the release that says to whom and for what."""
    release = request.release
    if request.way != "release" or release is None:
        return request
    return replace(
        request,
        recipient=recipient_of(release),
        address=release["recipient_address"] or request.address,
        purpose=purpose_of(release),
    )


def _may_leave(request: Request, client: Entry, private: Private) -> tuple[Entry, dict[int, Entry]]:
    if not request.goes_outside:
        return client, {}
    return limited(client, _scopes(request) if request.way == "release" else None, private)


def _scopes(request: Request) -> frozenset[str]:
    return scopes_for(request.document, request.release["scope"] if request.release else ())


def _occasion(
    request: Request,
    parts: tuple[Part, ...],
    number: int,
    twins: dict[int, Entry],
    now: datetime.datetime,
    about: Entry | None,
    private: Private,
) -> Occasion:
    if about is not None and request.goes_outside:
        about = twins.get(id(about))
        if about is None and request.document in ("referral", "release"):
            raise NotDisclosed(
                _("Nothing of this document may go to this recipient, or no part of it is picked."),
                _("Choose another document, or record with the client what may be told."),
            )
    return Occasion(
        on=now.date(),
        parts=frozenset(part.key for part in parts),
        version=number,
        recipient=request.recipient,
        recipient_address=request.address,
        purpose=request.purpose,
        release=about if request.document == "release" else request.release,
        referral=about if request.document == "referral" else None,
        review=about if request.document == "review" else None,
        before=_may_leave(request, request.before, private)[0] if request.before else None,
    )


def _attached(request: Request, may_leave: Entry, now: datetime.datetime) -> "Attached":
    from recovery_desktop.documents.copies import Attached

    return Attached(
        "client-file.json",
        client_file(may_leave, without=(LookedAt,)),  # why something changed is told with the change, or not at all
        "application/json",
        _("The record as data, within the same limits as the document"),
        now,
    )


def _entry(request: Request, kind: PaperKind, parts: tuple[Part, ...], number: int) -> dict[str, Any]:
    """The values of the log entry, but for the moment, the form and the fingerprint."""
    told = {scope for part in parts for scope in part.scopes}
    if request.way == "release":
        told &= _scopes(request)
    return {
        "document": kind.code,
        "version_number": number or None,
        "recipient": request.recipient if request.way != "client" else _("The client"),
        "recipient_address": request.address,
        "scope": [code for code in SCOPES if code in told],
        "content": _content_words(request, kind, parts),
        "purpose": request.purpose or _purpose_words(request),
        "basis": request.legal_basis,
        "basis_detail": request.detail,
        "told_by": request.told_by,
    }


def _content_words(request: Request, kind: PaperKind, parts: tuple[Part, ...]) -> str:
    named = joined((_(part.title) for part in parts), "; ")
    words = joined([kind.title, named], ": ")
    return joined([words, _("the same as data, in an attached file") if request.with_record else ""], "; ")


def _purpose_words(request: Request) -> str:
    if request.way == "client":
        return _("The client's own copy")
    return _("Treatment in a medical emergency")
