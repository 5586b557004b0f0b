"""The card that says which need has no answer yet, and gives it one: a goal, a referral, later, or declined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import Need
from recovery_desktop.text import N_, _, ngettext
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import mark
from recovery_desktop_ui.parts.layouts import Columns, Flow, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

_PUT_OFF = {"deferred": N_("Put off"), "declined": N_("Keep as declined")}


class AnswerCard(QWidget):
    """Shows one unanswered need at a time; hidden when there is none."""

    write_goal = Signal(object)  # the number of the need
    refer = Signal(object)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._needs: tuple[Entry, ...] = ()
        self._at = 0
        self._status = ""  # what is being given a reason, or nothing
        self._title = text("", "strong", wrap=True)
        self._about = text("", "body", "quiet", wrap=True)
        self._form = Form(keeper, Need, name="answer")
        self._next = self._button(_("Next need"), "next", "link")
        self._buttons = self._make_buttons()
        self._panel = self._make_panel()
        head = row(mark("care"), self._title, self._next, gap=8)
        head.setStretch(1, 1)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = col(head, self._about, self._buttons, self._panel, gap=6, pad=(16, 12, 12, 12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Card(lines, "care_soft", "care"))
        tab_in_reading_order(self)

    def _button(self, words: str, name: str, look: str = "plain") -> Button:
        made = button(words, look, does=lambda: self._press(name))
        made.setObjectName(f"answer.{name}")
        return made

    def _make_buttons(self) -> QWidget:
        return hold(
            Flow(
                self._button(_("Write a goal"), "write_goal", "primary"),
                self._button(_("Refer"), "refer"),
                self._button(_("Later…"), "deferred"),
                self._button(_("Declined…"), "declined"),
                gap=6,
            )
        )

    def _make_panel(self) -> QWidget:
        self._reason = self._form.field("status_reason", label=_("Why, in a sentence"))
        again = Columns(self._form.field("look_again_on"), self._form.field("look_again_when"), least=150, gap=12)
        self._keep = self._button("", "keep", "primary")
        panel = hold(col(self._reason, again, Flow(self._keep, self._button(_("Back"), "back"), gap=6), gap=10))
        panel.hide()
        return panel

    # -- showing

    def show_needs(self, needs: Sequence[Entry]) -> None:
        """Shows the first of these, or stays with the one for which a reason is just being written."""
        number = self._needs[self._at].number if self._at < len(self._needs) else 0
        self._needs = tuple(needs)
        self._at = next((place for place, need in enumerate(needs) if need.number == number), 0)
        if not any(need.number == number for need in needs):
            self._close()
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._needs))
        if not self._needs:
            return
        need, count = self._needs[self._at], len(self._needs)
        words = ngettext("{count} need has no answer yet", "{count} needs have no answer yet", count)
        area = need.shown("domain").lower()
        self._title.setText(joined([words.format(count=count), area if count == 1 else ""], ": "))
        found = short("; ".join(finding["statement"] for finding in need.tied("findings")), 90)
        self._about.setText(need["statement"] + ("\n" + _("From: {finding}").format(finding=found) if found else ""))
        self._next.setVisible(count > 1 and not self._status)

    # -- what the person does

    def _press(self, name: str) -> None:
        need = self._needs[self._at]
        if name == "next":
            self._at = (self._at + 1) % len(self._needs)
            self._say()
        elif name in _PUT_OFF:
            self._open(name)
        elif name == "keep":
            self._keep_answer(need)
        elif name == "back":
            self._close()
            self._say()
        elif self.keeper.flush():
            (self.write_goal if name == "write_goal" else self.refer).emit(need.number)

    def _open(self, status: str) -> None:
        """Asks for the reason; it is kept with the need while it is typed, the status when the reason is there."""
        self._status = status
        self._keep.setText(_(_PUT_OFF[status]))
        self._keep.setAccessibleName(_(_PUT_OFF[status]))
        self._form.show(Need.get_by_id(self._needs[self._at].number))
        self._buttons.hide()
        self._panel.show()
        self._next.hide()
        self._form.focus("status_reason")

    def _keep_answer(self, entry: Entry) -> None:
        if not self.keeper.flush():
            return
        need = Need.get_by_id(entry.number)
        if not need.status_reason:
            self._reason.set_problem(_("Write the reason in a few words: the plan names it."))
            self._form.focus("status_reason")
            return
        status = self._status
        if self.keeper.attempt(lambda: _saved(self.keeper, need, status)):
            self._close()

    def _close(self) -> None:
        self._status = ""
        self._panel.hide()
        self._buttons.show()


def _saved(keeper: Keeper, need: Need, status: str) -> bool:
    keeper.save(need, status=status)
    return True
