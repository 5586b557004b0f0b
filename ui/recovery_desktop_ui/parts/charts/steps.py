"""An amount that goes up and down in steps, such as hours of care a week, as plain values. No Qt in here."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.figures import figure
from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.telling import Values


@dataclass(frozen=True)
class Step:
    """From a day on so much, and why."""

    since: datetime.date
    amount: float
    why: str


@dataclass(frozen=True)
class Mark:
    """Something of one day that is marked below the steps; `is_bad` where something went wrong."""

    on: datetime.date
    words: str
    is_bad: bool = False


@dataclass(frozen=True)
class Steps:
    """The steps in the order of their days. `name` says what is counted in which unit, `unit` is short for it, `today`
    is marked, and `marks` stand below in the order of theirs."""

    name: str
    steps: tuple[Step, ...]
    today: datetime.date
    marks: tuple[Mark, ...] = ()
    unit: str = ""

    def amount_of(self, step: Step) -> str:
        """How much a step is, with the unit: “6 h”."""
        return f"{figure(step.amount)} {self.unit}".strip()

    def now(self) -> Step | None:
        """The step that today lies on."""
        return next((step for step in reversed(self.steps) if step.since <= self.today), None)

    def sentence(self) -> str:
        """How it went: “Hours of care a week: 6 from 24 September 2026, then 2.5 from 8 November 2026.”"""
        said = [_("{amount} from {day}").format(amount=figure(s.amount), day=long_date(s.since)) for s in self.steps]
        told = [_("{name}: {steps}.").format(name=self.name, steps=_(", then ").join(said))] if said else []
        marked = [_("{words} on {day}").format(words=mark.words, day=long_date(mark.on)) for mark in self.marks]
        return " ".join([*told, *([_("Marked: {marks}.").format(marks="; ".join(marked))] if marked else [])])

    def values(self) -> Values:
        """Day, amount and why of each step, and between them day and words of each mark."""
        rows = [(s.since, figure(s.amount), s.why) for s in self.steps]
        rows += [(mark.on, "", mark.words) for mark in self.marks]
        in_order = sorted(rows, key=lambda row: row[0])
        return Values((_("From"), self.name, _("Why")), tuple((short_date(on), *rest) for on, *rest in in_order))
