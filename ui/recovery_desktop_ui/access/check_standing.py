"""Whether anything that was signed or logged was changed from outside the program: the last check, in words."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import Checked
from recovery_desktop_ui.access.backup_words import moment
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text

_SHOWN = 8


def check_standing(checked: Checked | None, again: QWidget) -> QWidget:
    """A line when all is whole; what was found and what to do when it is not. `again` is what checks anew."""
    if checked is None:
        return _line(Icon("info", "quiet"), _("Signed plans and logs have not been checked for changes yet."), again)
    if not checked.faults:
        words = _("Signed plans and logs are as they were written. Checked {moment}.")
        return _line(Icon("circle-check", "accent"), words.format(moment=moment(checked.when)), again)
    return _found(checked, again)


def _line(icon: Icon, words: str, again: QWidget) -> QWidget:
    said = text(words, "body", wrap=True)
    said.setObjectName("checked")
    line = row(hold(col(icon, None, gap=0, pad=(0, 2, 0, 0))), hold(col(said, hold(row(again, None)), gap=4)), gap=10)
    line.setStretch(1, 1)
    return hold(line)


def _found(checked: Checked, again: QWidget) -> QWidget:
    title = text(_("Something was changed from outside the program"), "strong", wrap=True)
    title.setObjectName("checked")
    shown = [text(fault, wrap=True) for fault in checked.faults[:_SHOWN]]
    more = len(checked.faults) - len(shown)
    if more:
        shown.append(text(ngettext("and {n} more", "and {n} more", more).format(n=more), "caption", "quiet"))
    do = text(what_to_do(checked), wrap=True)
    do.setObjectName("checked.do")
    when = text(_("Found {moment}.").format(moment=moment(checked.when)), "caption", "quiet")
    line = row(
        hold(col(Icon("triangle-alert", "care"), None, gap=0, pad=(0, 2, 0, 0))),
        col(title, *shown, do, when, hold(row(again, None)), gap=6),
        gap=10,
        pad=(14, 12, 14, 12),
    )
    line.setStretch(1, 1)
    return Card(line, "care_soft")


def what_to_do(checked: Checked) -> str:
    """The way back, and that nothing is to be thrown away."""
    if checked.sound is None or checked.sound_made is None:
        return _(
            "Keep this vault and every backup as they are. Restore an older backup to compare: the vault of today is"
            " kept beside it."
        )
    words = _(
        "In the backup of {moment} ({file}) all was as it was written. Restore it to compare or to go back: the vault"
        " of today is kept beside it. Keep both, and write down when you saw this."
    )
    return words.format(moment=moment(checked.sound_made), file=checked.sound.name)
