"""Guidance: from what was found to what could help, each suggestion with its reason; a clinician decides.

`guidance_for` says all of one client. Its parts: `facts_of` takes facts from a snapshot or a client file
(`plain_client`), `rule_book` reads the rules, `evaluate` brings them together.
"""

from recovery_desktop.guidance.book import Book, rule_book
from recovery_desktop.guidance.engine import evaluate
from recovery_desktop.guidance.facts import Fact, Facts, Step
from recovery_desktop.guidance.for_client import guidance_for
from recovery_desktop.guidance.from_record import facts_of
from recovery_desktop.guidance.record import plain_client
from recovery_desktop.guidance.results import Answer, Fired, Gate, Guidance, HeldBack, Intensity, Missing

__all__ = [
    "Answer",
    "Book",
    "Fact",
    "Facts",
    "Fired",
    "Gate",
    "Guidance",
    "HeldBack",
    "Intensity",
    "Missing",
    "Step",
    "evaluate",
    "facts_of",
    "guidance_for",
    "plain_client",
    "rule_book",
]
