"""Which parts of a document may go to whom, each with the reason where it may not."""

from dataclasses import dataclass

from recovery_desktop.desk.papers import PaperKind
from recovery_desktop.desk.request import Request
from recovery_desktop.plans.papers.limited import scopes_for
from recovery_desktop.plans.papers.occasion import Part
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.records.family import SCOPES
from recovery_desktop.text import _

_IN_AN_EMERGENCY = {"diagnoses", "medications", "test_results", "emergencies"}
"""What a medical person needs first; more is picked by hand."""


@dataclass(frozen=True)
class Offered:
    """A part of a document, and whether it may go. `reason` says why not."""

    part: Part
    is_allowed: bool
    reason: str = ""
    is_picked: bool = True


def offered(kind: PaperKind, request: Request) -> tuple[Offered, ...]:
    """All parts of a document for a request, in its order; `is_picked` says what goes if nobody picks."""
    return tuple(_offered(part, request) for part in kind.parts)


def going(kind: PaperKind, request: Request) -> tuple[Part, ...]:
    """The parts that go: picked, or picked by nobody, and allowed."""
    wanted = request.parts
    return tuple(
        one.part
        for one in offered(kind, request)
        if one.is_allowed and (one.is_picked if wanted is None else one.part.key in wanted)
    )


def _offered(part: Part, request: Request) -> Offered:
    if not request.goes_outside:
        return Offered(part, True)
    if part.stays:
        return Offered(part, False, _("stays in the practice"))
    if request.way == "emergency":
        return Offered(part, True, is_picked=not part.scopes or not _IN_AN_EMERGENCY.isdisjoint(part.scopes))
    if request.way == "release" and part.scopes:
        scope = scopes_for(request.document, request.release["scope"] if request.release else ())
        if scope.isdisjoint(part.scopes):
            needed = joined((lower_first(_(SCOPES[code])) for code in part.scopes), _(" or "))
            return Offered(part, False, _("not in the release ({scopes})").format(scopes=needed))
    return Offered(part, True)
