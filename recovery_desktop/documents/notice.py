"""What stands in front of a document that leaves: the notice of 42 CFR 2.32, and what the consent covers."""

from dataclasses import dataclass, replace

from recovery_desktop.documents.blocks import Block, Rule, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.look import ACCENT, BODY, SECTION, SUBSECTION
from recovery_desktop.documents.sections import facts
from recovery_desktop.text import _


@dataclass(frozen=True)
class Notice:
    """Whom a document is disclosed to, and within which limits. Empty texts are left out."""

    recipient: str
    scope: str  # what the consent covers, in words
    purpose: str
    until: str  # the end of the consent
    statement: str  # the regulation's own words


def notice(content: Notice, width: float) -> Column:
    """The notice as a page of its own before the document."""
    pairs = [
        (_("Disclosed to"), content.recipient),
        (_("What may be told"), content.scope),
        (_("Purpose"), content.purpose),
        (_("The consent holds until"), content.until),
    ]
    parts: list[Block] = [
        Text(_("Confidential record"), SECTION, "H1", outline=(0, _("Notice to the recipient")), glue=True),
        Rule(tall=2, weight=1.2, color=ACCENT, before=6),
        replace(facts(pairs, width, across=1), before=10),
        Text(_("Notice to the recipient (42 CFR 2.32)"), SUBSECTION, "H2", before=20, glue=True),
        Text(content.statement, BODY, before=4),
    ]
    return Column(parts)
