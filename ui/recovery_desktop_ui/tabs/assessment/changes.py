"""What is different from the assessment before, and both side by side."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.assessment_changes import Answered, side_by_side
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.telling import Values
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import heading, text


class ChangesSheet(Sheet):
    """Compares the assessment that is shown with the one before it."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._answered: tuple[Answered, ...] = ()
        self._days = ("", "")
        self._all = False
        self._words = text("", "body", "quiet", wrap=True)
        self._words.setObjectName("changes.words")
        self._table = ValueTable(_("What changed"), Values((_("Section"),), ()), narrow_first=True)
        self._table.setObjectName("changes.table")
        self._switch = button("", "link", "list", does=self._turn)
        self._switch.setObjectName("changes.all")
        part: QWidget = hold(col(heading(_("What changed"), self._switch), self._words, self._table, gap=12))
        self.setLayout(groups(part))

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        pair = _pair(opened)
        self._answered = side_by_side(*pair) if pair is not None else ()
        self._days = (_day(pair[0]), _day(pair[1])) if pair is not None else ("", "")
        self._show()

    def _show(self) -> None:
        changed = [each for each in self._answered if each.is_changed]
        shown = self._answered if self._all else changed
        rows = tuple((each.where, each.words, each.then or "–", each.now or "–") for each in shown)
        then, now = (day or words for day, words in zip(self._days, (_("Before"), _("Now")), strict=True))
        self._table.fill(Values((_("Section"), _("Question"), then, now), rows))
        self._table.setVisible(bool(rows))
        self._switch.setVisible(bool(self._answered))
        self._switch.setText(_("Only what changed") if self._all else _("Both side by side"))
        self._switch.setAccessibleName(self._switch.text())
        self._words.setText(self._said(len(changed)))

    def _said(self, changed: int) -> str:
        if not self._answered:
            return _("There is one assessment so far. After the next one, what is different stands here.")
        if not changed:
            return _("Nothing is different from the assessment before.")
        words = ngettext("{count} answer is different.", "{count} answers are different.", changed)
        return words.format(count=changed)

    def _turn(self) -> None:
        self._all = not self._all
        self._show()


def _pair(opened: OpenClient) -> tuple[Entry, Entry] | None:
    """The assessment before the one that is shown, and this one."""
    episode = episode_entry(opened)
    if episode is None or opened.assessment is None:
        return None
    listed = episode.rows("assessments")
    at = next(i for i, each in enumerate(listed) if each.number == opened.assessment.id)
    return (listed[at - 1], listed[at]) if at else None


def _day(assessment: Entry) -> str:
    return short_date(assessment["started_on"] or assessment["completed_on"])
