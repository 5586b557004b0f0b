"""What stands below the line of a suggestion: all that speaks for and against it, and the client's choices."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from recovery_desktop.guidance import Fired, HeldBack
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.therapies import EVIDENCE
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, hold
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.therapies.picking import Picked

CHOICES = (
    ("accepted", N_("Accept"), "check"),
    ("deferred", N_("Later"), "calendar"),
    ("declined", N_("Decline"), "x"),
)
Decide = Callable[[Fired, str], object]


def said(one: Fired) -> list[QWidget]:
    """What was found, why it could help, what fits, what speaks for and against it, where it is from."""
    return [text(words, role, tone, wrap=True) for words, role, tone in _said(one)]


def held_back(one: HeldBack) -> list[QWidget]:
    """Why a suggestion is not made, and what would have made it."""
    because = joined(fact.words for fact in one.because if not fact.private)
    return [text(words, "body", wrap=True) for words in (one.why.text, because) if words]


def choices(one: Fired, decide: Decide, picked: Picked) -> QWidget:
    """The buttons of a suggestion that waits for the client's decision."""
    made = [choice(one, *each, decide, stem="suggested") for each in CHOICES]
    return hold(Flow(*made, picked.chip(one), picked.look()))


def choice(one: Fired, code: str, words: str, glyph: str, decide: Decide, *, stem: str) -> QWidget:
    """A button for one decision."""
    look = "primary" if code == "accepted" else "plain"
    made = button(_(words), look, glyph, name=f"{_(words)}: {one.suggestion}", does=partial(decide, one, code))
    made.setObjectName(f"{stem}.{one.id}.{code}")
    return made


def _said(one: Fired) -> list[tuple[str, str, str]]:
    """Words, each with its type role and tone."""
    lines = [
        (_("Found: {found}").format(found=joined(one.found_for_sharing, "; ")), "body", "ink"),
        (one.why, "body", "ink"),
    ]
    if one.fits:
        lines.append(
            (_("Fits: {wishes}").format(wishes=joined((fact.words for fact in one.fits), "; ")), "body", "accent")
        )
    lines += [(_("For: {words}").format(words=one.pro), "body", "quiet")] if one.pro else []
    lines += [(_("Against: {words}").format(words=one.contra), "body", "quiet")] if one.contra else []
    lines += _what_would_change(one)
    lines += [(note.text, "body", "care") for note in one.notes if not note.private]
    lines += [
        (_("Ask: {question}").format(question=each.asks), "body", "care") for each in one.missing if not each.private
    ]
    support = _("{rule} · {strength} support · {sources}")
    sources = "; ".join(each.words for each in one.sources)
    lines.append((support.format(rule=one.id, strength=_(EVIDENCE[one.strength]), sources=sources), "caption", "quiet"))
    return lines


def _what_would_change(one: Fired) -> list[tuple[str, str, str]]:
    """What it hangs on, and what would hold it back."""
    found = joined(one.found_for_sharing, "; ")
    hangs_on = _("What would change this: it is no longer suggested without {found}").format(found=found)
    held = [remark.text for remark in one.rule.unless if not remark.private]
    back = [(_("It would be held back: {reasons}").format(reasons=" ".join(held)), "body", "quiet")] if held else []
    return [(hangs_on, "body", "quiet"), *back]
