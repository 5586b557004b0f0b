"""Before it is signed: how the plan stands by the rules of the practice, what is missing, and where to mend it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.profile import Profile
from recovery_desktop.plans.readiness import HOLDS, OVERRIDDEN, UNSEEN, Line, Readiness, readiness
from recovery_desktop.plans.readiness_checks.looked import Gap
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.plan import IN_FORCE, Override, PlanVersion
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.gap_places import place_of
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.page_of_table import page_of
from recovery_desktop_ui.tabs.plan.reason import Reason
from recovery_desktop_ui.tabs.plan.rule_line import RuleLine

_FEW = 6  # rules that are shown at first of those that need attention
_AFTER_CHANGE = 200  # milliseconds


class BeforeSigning(QWidget):
    """What needs attention first, then what is signed all the same and what only a person can see; the rules that hold
    are folded."""

    go_to = Signal(object)  # Place
    command = Signal(str)  # the name of a menu command

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._client = 0
        self.found: Readiness | None = None
        self._shows_all, self._shows_holding = False, False
        self._reason: Reason | None = None
        self._says, self._by = text("", "body", wrap=True), text("", "caption", "quiet", wrap=True)
        self._says.setObjectName("ready.says")
        self._lines, self._holding = QVBoxLayout(), QVBoxLayout()
        self._lines.setSpacing(12)
        self._holding.setSpacing(6)
        self._more, self._fold = _turn("ready.more", self._turn_all), _turn("ready.holding", self._turn_holding)
        self._next = button(_("Next one (F8)"), "plain", "arrow-down", name=_("Next thing that is missing"))
        self._next.clicked.connect(lambda: self.command.emit("next_missing"))
        self._next.setObjectName("ready.next")
        self._compose()
        self._later = QTimer(self, singleShot=True, interval=_AFTER_CHANGE)
        self._later.timeout.connect(self._renew)
        keeper.changed.connect(self._follow)

    def _compose(self) -> None:
        whole = button(_("Whole thread"), "link", "link", does=lambda: self.go_to.emit(Place("goals", "thread")))
        whole.setObjectName("plan.thread")
        rules = button(_("Other rules"), "link", does=lambda: self.command.emit("practice"))
        rules.setObjectName("ready.rules")
        head = col(self._says, self._by, hold(Flow(self._next, rules, gap=12)), gap=4)
        folded = col(self._more, self._fold, self._holding, gap=4)
        self._title = text("", "heading")
        self.setLayout(col(row(self._title, None, whole), head, self._lines, folded, gap=10))

    # -- showing

    def show_client(self, client: int) -> None:
        """Shows how the plan of the client's running episode stands."""
        if client != self._client:
            self._shows_all, self._shows_holding = False, False
        self._client, self._reason = client, None
        record = take(client)
        episode = running_episode(record)
        if episode is not None:
            self.found = readiness(record, episode, practice_profile(), today())
            self._show(self.found)

    def _show(self, found: Readiness) -> None:
        self._say_title(found.version)
        self._says.setText(found.sentence())
        self._by.setText(_profile_words(found.profile))
        self._next.setVisible(bool(found.open))
        shown = found.open if self._shows_all else found.open[:_FEW]
        clear(self._lines)
        for line in (*shown, *found.of(OVERRIDDEN), *found.of(UNSEEN)):
            made = self._line(line, found)
            self._lines.addWidget(made)
            made.show()  # at once: the cursor may go there
        clear(self._holding)
        for line in found.of(HOLDS) if self._shows_holding else ():
            self._holding.addWidget(RuleLine(line, self._go))
        self._say_folded(found, len(found.open) - len(shown))
        tab_in_reading_order(self)

    def _say_title(self, version: Entry | None) -> None:
        """What was signed is still held to the rules: some, such as the client's copy, are met afterwards."""
        is_signed = version is not None and version["status"] in IN_FORCE
        words = _("Version {number} by the rules") if is_signed else _("Before it is signed")
        self._title.setText(words.format(number=version["number"] if version is not None else ""))
        self._title.setAccessibleName(self._title.text())

    def _line(self, line: Line, found: Readiness) -> RuleLine:
        made = RuleLine(line, self._go)
        is_draft = found.version is not None and found.version["status"] not in IN_FORCE
        if is_draft and line.gaps:
            made.offer(lambda _line: self._give_reason(made), self._withdraw)
        return made

    def _say_folded(self, found: Readiness, more: int) -> None:
        words = ngettext("{count} more rule needs attention", "{count} more rules need attention", more)
        _say(self._more, words.format(count=more), is_open=False)
        self._more.setVisible(more > 0)
        holding = len(found.of(HOLDS))
        words = ngettext("{count} rule holds", "{count} rules hold", holding).format(count=holding)
        _say(self._fold, words, is_open=self._shows_holding)
        self._fold.setVisible(holding > 0)

    def _turn_all(self) -> None:
        self._shows_all = True
        self._renew()
        focus_first(self)

    def _turn_holding(self) -> None:
        self._shows_holding = not self._shows_holding
        self._renew()

    def _go(self, gap: Gap) -> None:
        self.go_to.emit(place_of(gap, page_of(gap.model)))

    # -- following

    def _follow(self, model: type[Record], _number: int) -> None:
        """What is entered on this page beside this list; elsewhere the page is filled anew when it is shown again."""
        if model is PlanVersion and self.isVisible():
            self._later.start()

    def _renew(self) -> None:
        """Not while a reason is being typed."""
        if self._reason is None and self._client and not self._keeper.store.vault.closing:
            self.show_client(self._client)

    # -- signing all the same

    def _give_reason(self, line: RuleLine) -> None:
        """One at a time; what was typed for another one is kept."""
        found = self.found
        if found is None or found.version is None or not self._keeper.flush():
            return
        rule = line.line.rule.id
        if self._reason is not None:
            self._reason = None
            self._renew()
            again = next((one for one in self.findChildren(RuleLine) if one.line.rule.id == rule), None)
            line = again or line
        kept = line.line.override.number if line.line.override is not None else 0
        self._reason = Reason(self._keeper, found.version.number, rule, kept)
        self._reason.done.connect(lambda: self._end_reason(rule))
        line.open_below(self._reason)
        tab_in_reading_order(self)
        self._reason.take_cursor()

    def _end_reason(self, rule: str) -> None:
        if self._keeper.flush():
            self._show_again(rule)

    def _show_again(self, rule: str) -> None:
        """Reads anew, and puts the cursor to the rule that something was done about."""
        self._reason = None
        self._renew()
        line = next((one for one in self.findChildren(RuleLine) if one.line.rule.id == rule), None)
        focus_first(line or self)

    def _withdraw(self, line: Line) -> None:
        """The rule needs attention again; it can be undone."""
        if line.override is not None and self._keeper.flush():
            row = Override.get_by_id(line.override.number)
            self._keeper.attempt(lambda: self._keeper.remove(row, _("reason to sign all the same")))
            self._show_again(line.rule.id)


def _turn(name: str, does: Callable[[], object]) -> Button:
    made = button("", "link", "chevron-right", does=does)
    made.setObjectName(name)
    return made


def _say(turn: Button, words: str, *, is_open: bool) -> None:
    turn.setText(words)
    turn.setAccessibleName(words)
    turn.setProperty("glyph", "chevron-down" if is_open else "chevron-right")
    turn.setAccessibleDescription(_("open") if is_open else _("closed: press Enter to open"))
    turn.update()


def _profile_words(profile: Profile) -> str:
    """“Rules: CARF-like, looked at 29 Nov 2026; 9 of them are not verified.”"""
    count = sum(1 for rule in profile.rules if rule.unverified)
    unsure = ngettext("{count} of them is not verified", "{count} of them are not verified", count)
    looked_at = _("looked at {day}").format(day=short_date(profile.looked_at)) if profile.looked_at else ""
    told = [_("Rules: {name}").format(name=profile.name), looked_at, unsure.format(count=count) if count else ""]
    return ", ".join(filter(None, told)) + "."
