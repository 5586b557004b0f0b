"""The rules of guidance as this practice goes by them: all of them, thresholds, and rules of its own."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from recovery_desktop.guidance import Book, rule_book
from recovery_desktop.guidance.rules import GATE, NEEDS, Rule
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import without_accents
from recovery_desktop.records.guiding import OwnRules, OwnThreshold, SwitchedOff
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_rules import practice_rules
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.panes.own_rules import OwnRulesForm, own_rules_words
from recovery_desktop_ui.panes.rule_lines import RuleLines
from recovery_desktop_ui.panes.threshold_lines import ThresholdLines
from recovery_desktop_ui.parts.background import Latest, Task
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.layouts import col, hold, no_wider, scrolling
from recovery_desktop_ui.parts.search_line import SearchLine
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

_FOLLOWED = (OwnRules, SwitchedOff, OwnThreshold)
_AT_ONCE = 16  # lines that are made in one turn
_THROUGH = object()


class RulesPane(QWidget):
    """Follows what is changed here, and by an undo."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._search = SearchLine("rules.search", _("Find a rule or a threshold by its words"))
        self._search.textChanged.connect(lambda _words: self._show())
        self._book: Book | None = None
        self._reading = Latest(self)
        self._steps: Iterator[None] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._step)
        self._rules = RuleLines(keeper)
        self._thresholds = ThresholdLines(keeper)
        self._own = RecordList(
            keeper,
            OwnRules,
            OwnRulesForm,
            lambda row: own_rules_words(row, self._book),
            add=_("Add rules of our own"),
            empty=_("Rules written in this practice, with its own sources. They cannot get around a safety gate."),
            order="name",
            brief=True,
        )
        about = text(
            _(
                "What safety gates and suggestions rest on. Each rule says what sets it off and where it is from. A "
                "practice can switch a suggestion off, use other thresholds and add rules; what is decided stays the "
                "counselor's."
            ),
            "body",
            "quiet",
            wrap=True,
        )
        content = groups(
            text(_("Guidance rules"), "title"),
            about,
            listed(_("Rules of our own"), self._own),
            no_wider(self._search, px(460)),
            listed(_("Rules"), self._rules),
            listed(_("Thresholds"), self._thresholds),
        )
        self.setLayout(col(scrolling(hold(content)), gap=0))
        keeper.changed.connect(self._follow)
        keeper.taken_back.connect(self._follow_undo)
        self.refresh()

    def refresh(self) -> None:
        """Shows what the disk has now."""
        self._own.show_rows(None)
        self._read()

    def _follow_undo(self, _touched: object) -> None:
        self.refresh()
        self._rules.renew()
        self._thresholds.renew()

    def _follow(self, model: type[Record], _number: int) -> None:
        if model in _FOLLOWED:
            self._read()

    def _read(self) -> None:
        """In another thread: own rules are read anew whenever one of them changes."""
        rules = practice_rules()

        def read(_task: Task) -> Book:
            return rule_book(own=dict(rules.own), numbers=dict(rules.numbers))  # also those that are switched off

        self._reading.run(read, self._hear)

    def _hear(self, book: Book) -> None:
        if not self._keeper.store.vault.closing:
            self._book = book
            self._own.say_again()
            self._show()

    def _show(self) -> None:
        """A few more lines in each turn of the loop: made at once, they would hold the window up."""
        if self._book is None:
            return
        wanted = without_accents(self._search.text()).split()
        rules = [rule for rule in self._book.rules if _holds(_words_of(rule), wanted)]
        labels = self._book.table.labels
        names = [name for name, label in labels.items() if _holds((label, name), wanted)]
        self._steps = self._shown_by_and_by(sorted(rules, key=_place), names)
        self._step()

    def _shown_by_and_by(self, rules: Sequence[Rule], names: Sequence[str]) -> Iterator[None]:
        for count in _counts(len(rules), len(self._rules.made)):
            self._rules.show_rules(rules[:count])
            yield
        for count in _counts(len(names), len(self._thresholds.made)):
            self._thresholds.show_names(names[:count])
            yield
        tab_in_reading_order(self)

    def _step(self) -> None:
        """Not when the records were closed meanwhile, as by a lock."""
        if not self._keeper.store.vault.closing and next(self._steps, _THROUGH) is not _THROUGH:
            self._later.start()


def _counts(whole: int, made: int) -> Iterator[int]:
    """How many lines are shown after each turn: those that are made already, then some more each time."""
    yield from range(max(made, _AT_ONCE), whole, _AT_ONCE)
    yield whole


def _place(rule: Rule) -> tuple[bool, int, str]:
    """Where a rule stands: from the top down, so that lines that come later push none away."""
    return rule.kind == GATE, list(NEEDS).index(rule.need) if rule.need else len(NEEDS), rule.id


def _words_of(rule: Rule) -> tuple[str, ...]:
    return tuple(str(getattr(rule, name)) for name in ("id", "finding", "suggestion", "why"))


def _holds(texts: Sequence[str], wanted: Sequence[str]) -> bool:
    key = without_accents(" ".join(texts))
    return all(word in key for word in wanted)
