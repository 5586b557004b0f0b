"""Which page of the help belongs to a widget, and what the focused field says of itself.

Works before a practice is open: what knows records is asked of the field, never imported.
"""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.text import N_, _
from recovery_desktop_ui.help.pages import FIRST, TOPICS
from recovery_desktop_ui.parts.editors.base import editor_around
from recovery_desktop_ui.parts.reading import escaped

_OF_KIND = {  # what is shown by its class or its object name, and has no key of its own
    "FirstRun": "first_run",
    "OwedSheetPage": "recovery",
    "UnlockPage": "unlock",
    "NotSavedPage": "trouble",
    "RecoveryPage": "recovery",
    "RestorePage": "restore",
    "SalvagePage": "trouble",
    "ClosingPage": "backup",
    "Caseload": "caseload",
    "Banner": "client",
    "DocumentDesk": "document",
    "QuestionnairesSheet": "questionnaires",
    "ClientMode": "questionnaires",
    "TroubleBar": "trouble",
    "UndoBar": "saving",
    "Status": "saving",
}
_HOW = {  # how a kind of field is filled in, and where there is more of it
    "Day": N_("Type a day as you say it: today, +30, 3/9. [Dates](dates.md)"),
    "Clock": N_("Type the time as you say it: 9, 9:30 am, 14:00."),
    "Asked": N_("Press the first letter of an answer; Delete takes it back. [Answers](answers.md)"),
    "Choice": N_("Type the first letters; Delete empties it. [Answers](answers.md)"),
    "Several": N_("Arrow keys move, Space marks. [Answers](answers.md)"),
    "Answers": N_("Type the answers in the printed order, with spaces between. [Answers](answers.md)"),
    "Whole": N_("Type the number; Delete empties it. [Answers](answers.md)"),
    "Words": N_("In the client's own words, as they were said: nobody corrects or scores them."),
    "Text": N_("F7 goes to the next word to check. [Spelling](spelling.md)"),
}


def topic_for(widget: QWidget | None) -> str:
    """The page of the help for what has the focus: that of its page, its pane or its part of the window."""
    while widget is not None:
        kind, _dot, key = widget.objectName().partition(".")
        if kind in ("page", "pane") and key in TOPICS:
            return key
        if type(widget).__name__ in _OF_KIND:
            return _OF_KIND[type(widget).__name__]
        widget = widget.parentWidget()
    return FIRST


def field_help(widget: QWidget | None) -> str:
    """What the focused field says of itself, as Markdown: its label, its help, how it is filled in; or nothing."""
    editor = editor_around(widget)
    label = editor.target().accessibleName() if editor is not None else ""
    if editor is None or not label:
        return ""
    described = getattr(editor, "field", None)
    said = [f"## {escaped(label)}"]
    if described is not None:
        said += [escaped(described.help), _how(described)]
    return "\n\n".join(part for part in said if part)


def _how(described: Any) -> str:
    return _(next((_HOW[kind.__name__] for kind in type(described).__mro__ if kind.__name__ in _HOW), ""))
