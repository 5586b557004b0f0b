"""One rule before a plan is signed: how it stands, what is missing and where, and why it is signed all the same."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.profile import STRICTNESS
from recovery_desktop.plans.readiness import HOLDS, MISSING, OVERRIDDEN, UNSEEN, Line
from recovery_desktop.plans.readiness_checks.looked import Gap
from recovery_desktop.plans.short import short
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.icons import mark
from recovery_desktop_ui.parts.layouts import Flow, Item, beside, col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px, space

_MARKS = {HOLDS: "done", OVERRIDDEN: "closed", UNSEEN: "empty"}
_STATES = {
    HOLDS: N_("holds"),
    OVERRIDDEN: N_("signed all the same"),
    UNSEEN: N_("for you to look at"),
}
_LONGEST = 88  # letters of what is missing on one line
_MARK, _GAP = 16, 8  # the mark before the words, and what is between

GoTo = Callable[[Gap], None]
WithLine = Callable[[Line], None]


class RuleLine(QWidget):
    """The rule in words; below it each thing that is missing leads to where it is mended."""

    def __init__(self, line: Line, goes: GoTo) -> None:
        super().__init__()
        self.line = line
        self._goes = goes
        self._below = col(*self._missing(), gap=0)
        self._below.setContentsMargins(px(_MARK) + space(_GAP), 0, 0, 0)  # below the words, past the mark
        self.setLayout(col(self._head(), self._below, gap=2))

    def _head(self) -> Item:
        line = self.line
        words = text(line.rule.words, "strong" if line.state == MISSING else "body", wrap=True)
        words.setToolTip(self._from())
        state = text(self._standing(), "caption", "care" if line.state == MISSING and line.is_required else "quiet")
        kind = _MARKS.get(line.state) or ("care" if line.is_required else "started")
        head = row(hold(col(mark(kind), None, gap=0, pad=(0, 3, 0, 0))), words, state, gap=_GAP)
        head.setStretch(1, 1)
        head.setAlignment(state, Qt.AlignmentFlag.AlignTop)
        return head

    def _standing(self) -> str:
        is_missing = self.line.state == MISSING
        return _(STRICTNESS[self.line.rule.strictness] if is_missing else _STATES[self.line.state])

    def _from(self) -> str:
        """Where the rule is from; whether it was verified."""
        rule = self.line.rule
        is_said = all(one.unverified for one in rule.sources)
        unsure = _("This rule was not verified.") if rule.unverified and not is_said else ""
        return joined([joined((one.words for one in rule.sources), "; "), unsure], "\n")

    def _missing(self) -> list[Item]:
        if self.line.state == UNSEEN:
            return [self._quiet(self.line.remark)]
        found: list[Item] = [self._gap(gap) for gap in self.line.gaps] if self.line.state == MISSING else []
        if self.line.override is not None:
            found.append(self._quiet(_("Because: {reason}").format(reason=self.line.override["reason"]), "body"))
        return found

    def _quiet(self, words: str, role: str = "caption") -> QLabel:
        return text(words, role, "quiet", wrap=True)

    def _gap(self, gap: Gap) -> QWidget:
        made = button(short(gap.sentence, _LONGEST), "link", does=partial(self._goes, gap))
        made.setAccessibleName(_("Go to what is missing: {words}").format(words=gap.words))
        made.setToolTip(gap.sentence)
        made.setObjectName("ready.gap")
        return hold(row(made, None))

    # -- signing all the same

    def offer(self, overrides: WithLine, withdraws: WithLine) -> None:
        """Offers to sign all the same, or where that was said already, to say it otherwise or not at all."""
        words = self.line.rule.words
        if self.line.state == MISSING:
            source = self._quiet(self._from().replace("\n", " "))
            step = self._step(_("Sign all the same…"), "ready.override", overrides, words)
            self._below.addWidget(hold(beside(source, step)))
        else:
            change = self._step(_("Change the reason"), "ready.change", overrides, words)
            away = self._step(_("Withdraw"), "ready.withdraw", withdraws, words)
            self._below.addWidget(hold(Flow(change, away, gap=12)))

    def _step(self, words: str, name: str, does: WithLine, rule: str) -> Button:
        made = button(words, "link", name=f"{words.rstrip('…')}: {rule}", does=partial(does, self.line))
        made.setObjectName(name)
        return made

    def open_below(self, widget: QWidget) -> None:
        """Lets something stand below the rule in place of what was offered."""
        last = self._below.takeAt(self._below.count() - 1)
        if last is not None and (gone := last.widget()) is not None:
            gone.hide()
            gone.deleteLater()
        self._below.addWidget(widget)
        widget.show()
