"""What the practice changed of guidance, read where the records are, to be made into a rule book in any thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery_desktop.records.guiding import OwnRules, OwnThreshold, SwitchedOff

if TYPE_CHECKING:
    from recovery_desktop.guidance import Book


@dataclass(frozen=True)
class PracticeRules:
    """Own rule files as name and text, the ids of rules that are switched off, other thresholds as name and number."""

    own: tuple[tuple[str, str], ...]
    off: tuple[str, ...]
    numbers: tuple[tuple[str, float], ...]

    def book(self) -> "Book":
        """The rules of this practice; read once as long as nothing of them changes."""
        from recovery_desktop.guidance import rule_book  # no start waits for the rules

        return rule_book(own=dict(self.own), off=self.off, numbers=dict(self.numbers))


def practice_rules() -> PracticeRules:
    """As the vault has them now."""
    own = OwnRules.select().order_by(OwnRules.position, OwnRules.id)
    return PracticeRules(
        tuple((row.name, row.rules) for row in own),
        tuple(row.rule for row in SwitchedOff.select()),
        tuple((row.name, row.value) for row in OwnThreshold.select() if row.value is not None),
    )
