"""Things in columns and what hangs on what, as plain values: no Qt in here."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.telling import Values


@dataclass(frozen=True)
class Bead:
    """One thing in a column: its words, what stands below them, and whether it wants care or is over."""

    key: Hashable
    column: int
    words: str
    below: str
    state: Literal["", "care", "over"] = ""


@dataclass(frozen=True)
class Strands:
    """Beads in the order of their columns, and the ties between them, from left to right."""

    name: str
    said: str
    columns: tuple[str, ...]
    beads: tuple[Bead, ...]
    ties: tuple[tuple[Hashable, Hashable], ...]

    def sentence(self) -> str:
        return self.said

    def values(self) -> Values:
        """Each bead with what it hangs on and what hangs on it."""
        heads = (_("Stage"), _("What"), _("Comes from"), _("Leads to"))
        return Values(heads, tuple(self._row(bead) for bead in self.beads))

    def of(self, key: Hashable) -> Bead | None:
        """The bead of a key."""
        return self._by_key.get(key)

    def beside(self, key: Hashable, step: int) -> tuple[Hashable, ...]:
        """What a bead is tied to at its left (-1) or right (1)."""
        at = 0 if step > 0 else 1
        return tuple(tie[1 - at] for tie in self.ties if tie[at] == key)

    def through(self, key: Hashable) -> frozenset[Hashable]:
        """A bead and all that hangs together with it: back to the left, on to the right."""
        found = {key}
        for step in (-1, 1):
            waiting = list(self.beside(key, step))
            while waiting:
                one = waiting.pop()
                if one not in found:
                    found.add(one)
                    waiting.extend(self.beside(one, step))
        return frozenset(found)

    def _row(self, bead: Bead) -> tuple[str, ...]:
        def named(step: int) -> str:
            return "; ".join(self._by_key[key].words for key in self.beside(bead.key, step))

        return self.columns[bead.column], ": ".join(filter(None, (bead.words, bead.below))), named(-1), named(1)

    @cached_property
    def _by_key(self) -> dict[Hashable, Bead]:
        return {bead.key: bead for bead in self.beads}
