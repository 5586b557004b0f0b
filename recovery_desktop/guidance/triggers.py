"""The product's own thresholds and word lists: one table that a practice may change, `triggers.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from recovery_desktop.assets import resources

FILE = "triggers.toml"


@dataclass(frozen=True)
class Triggers:
    """`numbers` are thresholds by name, `words` what a free text is searched for."""

    numbers: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]]

    def finds(self, about: str, *texts: str) -> bool:
        """Whether one of the texts has a word of this list; a word in the list is the beginning of one in the text."""
        return any(
            re.search(rf"\b{re.escape(word)}", one, re.IGNORECASE) for word in self.words[about] for one in texts
        )


@cache
def triggers() -> Triggers:
    """The table that comes with the program."""
    content = tomllib.loads((resources() / "guidance" / FILE).read_text("utf-8"))
    return Triggers(content["numbers"], {name: tuple(words) for name, words in content["words"].items()})


def changed(table: Triggers, numbers: Mapping[str, object]) -> tuple[Triggers, list[str]]:
    """The table with a practice's own numbers, and the names of those that are no thresholds or no numbers."""
    good = {
        n: float(v) for n, v in numbers.items() if n in table.numbers and _is_number(v) and isinstance(v, int | float)
    }
    return Triggers({**table.numbers, **good}, table.words), _sorted(set(numbers) - set(good))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names)
