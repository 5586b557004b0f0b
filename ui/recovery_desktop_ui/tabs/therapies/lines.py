"""What the line of a suggestion says: what it is, what was found, how well supported or what was decided."""

from recovery_desktop.guidance import Fired, HeldBack
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first
from recovery_desktop.records.therapies import EVIDENCE, Service
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.tabs.therapies.forms import again

_MARKS = {"accepted": "done", "declined": "declined", "advised_against": "declined", "deferred": "closed"}


def support(one: Fired) -> str:
    """How well it is supported."""
    return _("{strength} support").format(strength=_(EVIDENCE[one.strength]))


def suggestion_words(one: Fired, service: Service | None) -> RowWords:
    """A suggestion that waits, or the service that came of it."""
    if service is None:
        return RowWords(one.suggestion, joined(one.found_for_sharing), support(one))
    decision = lower_first(as_entry(service).shown("decision")) or _("no decision yet")
    said = in_quotes(service.decision_reason) or joined(one.found_for_sharing)
    right = joined([decision, again(service)], ", ")
    return RowWords(one.suggestion, said, right, _MARKS.get(service.decision), dim=service.decision != "accepted")


def caution_words(one: Fired) -> RowWords:
    """What is to be minded."""
    return RowWords(one.suggestion, joined(one.found_for_sharing))


def held_words(one: HeldBack) -> RowWords:
    """What would be suggested, and why it is not."""
    return RowWords(one.rule.suggestion, one.why.text, dim=True)
