"""The notice on what is disclosed under consent, a column that stands on top of a document or behind it."""

from recovery_desktop.documents.blocks import Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.look import CELL, NOTE
from recovery_desktop.documents.notice_content import Notice
from recovery_desktop.documents.sections import facts, section, subsection
from recovery_desktop.text import _


def notice(content: Notice, width: float) -> Column:
    """The regulation's words, and below them what the client agreed to: whole while a page can hold it."""
    said = Text(content.statement, CELL)
    source = Text(content.source, NOTE, before=2)
    pairs = [
        (_("Client"), content.client),
        (_("Record"), content.record),
        (_("Who may disclose"), content.discloser),
        (_("To"), content.to),
        (_("Address of the recipient"), content.address),
        (_("What may be told"), content.what),
        (_("Not included"), content.not_included),
        (_("Purpose"), content.purpose),
        (_("Signed"), content.signed),
        (_("Until"), content.until),
    ]
    scope = facts(pairs, width, across=2)
    agreed = subsection(_("What the client agreed to"), scope) if scope.kids else None
    whole = section(_("Notice on this record"), said, source if content.source else None, agreed)
    return Column([whole] if whole else [], keep=1, before=20)
