"""What is new in a draft against the version before: each change with its reason, and what was carried over unread."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.changes import Change, Changes, carried, changes
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, row, take_out
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import space
from recovery_desktop_ui.tabs.plan.carried_items import CarriedItems
from recovery_desktop_ui.tabs.plan.change_line import ChangeLine

_FEW = 4  # changes that are shown before all are asked for


class WhatIsNew(QWidget):
    """Hidden where there is no earlier version to compare with, or no draft."""

    go_to = Signal(object)  # Place

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._shown: object = None
        self._shows_all = False
        self.changes: Changes | None = None
        self._version: Entry | None = None
        self._state = text("", "strong", wrap=True)
        self._mark, self._done = Icon("triangle-alert", "care"), Icon("circle-check", "accent")
        self._state.setObjectName("changes.state")
        self._care = text("", "body", wrap=True)
        self._care.setObjectName("changes.care")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(12))
        self._more = button("", "link", "chevron-right", does=self._show_all)
        self._more.setObjectName("changes.more")
        self._carried = CarriedItems(keeper)
        self._carried.go_to.connect(self.go_to)
        says = row(self._mark, self._done, self._state, gap=8)
        says.setStretch(2, 1)
        self._title = text("", "heading")
        self.setLayout(col(self._title, says, self._care, self._lines, self._more, 4, self._carried, gap=10))
        self.hide()

    def show_draft(self, version: Entry, before: Entry | None, client: Entry) -> None:
        """Shows what is new in the draft `version` of `client` since the record as it was `before`."""
        if before is None or version["status"] != "draft":
            self._shown = self.changes = None
            self.hide()
            return
        found = changes(before, client, version.rows("looked_at"))
        self.changes, self._version = found, version
        self._say(version["number"], found)
        lines = tuple(map(_said, found))
        drawn = (version.number, self._shows_all, lines)
        if drawn != self._shown:
            self._shown = drawn
            self._draw(version, found)
        else:
            for line in self.lines():
                line.follow()
        self._carried.show_items(carried(before, client, version), version)
        self.show()

    def _say(self, number: int, found: Changes) -> None:
        """How many changes there are, how many of them without a reason."""
        title = _("What is new in version {number}").format(number=number)
        self._title.setText(title)
        self._title.setAccessibleName(title)
        count = len(found.without_reason)
        lacking = ngettext("{count} change has no reason yet", "{count} changes have no reason yet", count)
        self._state.setText(lacking.format(count=count) if count else _all_said(found))
        self._mark.setVisible(bool(count))
        self._done.setVisible(not count and bool(found))
        self._care.setText(found.care)
        self._care.setVisible(bool(found.care))

    def _draw(self, version: Entry, found: Changes) -> None:
        row_of_version = PlanVersion.get_by_id(version.number)
        shown = found.all if self._shows_all else found.all[:_FEW]
        before, after = self.lines(), [(version.number, *_said(change)) for change in shown]
        same = 0  # lines at the start that say the same stay: somebody may be typing in them
        while same < min(len(before), len(after)) and before[same].says == after[same]:
            before[same].follow()
            same += 1
        if before[same:]:
            self._keeper.flush()  # what is typed in a line that goes is kept first
        for line in before[same:]:
            take_out(self._lines, line)
            line.hide()
            line.deleteLater()
        for at, change in enumerate(shown[same:], same):
            line = self._line(at, change, row_of_version)
            line.says = after[at]
            self._lines.addWidget(line)
            line.show()  # at once: the cursor may go there
        left = len(found) - len(shown)
        self._more.setText(ngettext("{count} more change", "{count} more changes", left).format(count=left))
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(left > 0)
        tab_in_reading_order(self)

    def _line(self, at: int, change: Change, version: PlanVersion) -> ChangeLine:
        line = ChangeLine(self._keeper, at, change, version, self.go_to.emit)
        line.setObjectName(f"change{at}")
        return line

    def _show_all(self) -> None:
        self._shows_all = True
        if self._version is not None and self.changes is not None:
            self._draw(self._version, self.changes)

    def lines(self) -> list[ChangeLine]:
        """The lines that are shown, in their order."""
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        return [made for item in items if item is not None and isinstance(made := item.widget(), ChangeLine)]

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into the reason that stands in a row; False when it is not here."""
        return any(line.form is not None and line.form.reveal(model, number, field) for line in self.lines())

    def focus_change(self, key: str) -> bool:
        """Puts the cursor into the reason of the change that is known by a key; False when there is none."""
        keys = [change.key for change in self.changes or ()]
        if key not in keys:
            return False
        if keys.index(key) >= len(self.lines()):
            self._show_all()
        form = self.lines()[keys.index(key)].form
        return form is not None and form.focus("reason")


def _all_said(found: Changes) -> str:
    if found:
        return _("Every change has a reason.")
    if found.care:  # by the days alone
        return _("Nothing in the plan was changed yet, but services began or came to their end since.")
    return _("Nothing in the plan is different yet.")


def _said(change: Change) -> tuple[object, ...]:
    """What a line says beside what is typed in it."""
    return change.key, change.sentence, change.entry.number, change.says_why and change.why
