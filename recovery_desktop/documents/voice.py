"""The client's own words: the only serif of a document, in upright quotation marks of which the first hangs outside."""

from collections.abc import Hashable

from recovery_desktop.documents.blocks import Text
from recovery_desktop.documents.letters import one_line
from recovery_desktop.documents.lines import text_width
from recovery_desktop.documents.look import Style, voice_style
from recovery_desktop.text import _


def voice(words: str, style: Style | None = None, *, tag: str = "P", key: Hashable = None, before: float = 0) -> Text:
    """The words as said, in quotation marks; as large as their length allows unless a style is given."""
    if not words:
        return Text("")
    style = style or voice_style(words)
    opening = quoted("\0").partition("\0")[0]
    hang = text_width(one_line(opening, style.face), style)
    return Text(quoted(words), style, tag, object() if key is None else key, hang=hang, before=before)


def quoted(words: str) -> str:
    """The words in the quotation marks of the chosen language."""
    return _("“{words}”").format(words=words)
