"""The notice on what is disclosed under consent, a column that stands on top of a document or behind it."""

from recovery_desktop.documents.blocks import Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.look import CELL, NOTE, SECTION
from recovery_desktop.documents.notice_content import Notice
from recovery_desktop.documents.sections import facts, subsection
from recovery_desktop.text import _


def notice(content: Notice, width: float) -> Column:
    """The regulation's words, and below them what the client agreed to: whole while a page can hold it.

    Its heading is of the first level: on top of a document as well as behind it, it is one of its own.
    """
    title = _("Notice on this record")
    head = Text(title, SECTION, "H1", outline=(0, title), glue=True)
    said = Text(content.statement, CELL, before=7)
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
    agreed = subsection(_("What the client agreed to"), scope, small_section=True) if scope.kids else None
    return Column([head, said, source, *([agreed] if agreed else [])], keep=1, before=20)
