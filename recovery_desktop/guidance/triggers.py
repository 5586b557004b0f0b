"""The product's own thresholds and word lists: one table that a practice may change, `triggers.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import tomli

from recovery_desktop.assets import resources

FILE = "triggers.toml"


@dataclass(frozen=True)
class Triggers:
    """`numbers` are thresholds by name, `words` what a free text is searched for, `labels` what each number says, and
    `most` how high a practice's own may be; those without one are published and stay."""

    numbers: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    most: Mapping[str, float]

    def finds(self, about: str, *texts: str) -> bool:
        """Whether one of the texts has a word of this list; a word in the list is the beginning of one in the text."""
        return any(
            re.search(rf"\b{re.escape(word)}", one, re.IGNORECASE) for word in self.words[about] for one in texts
        )


@cache
def triggers() -> Triggers:
    """The table that comes with the program."""
    content = tomli.loads((resources() / "guidance" / FILE).read_text("utf-8"))
    words = {name: tuple(words) for name, words in content["words"].items()}
    return Triggers(content["numbers"], words, content["labels"], content["most"])


def changed(table: Triggers, numbers: Mapping[str, object]) -> tuple[Triggers, list[str]]:
    """The table with a practice's own numbers, and the names of those that are no threshold of its own, or no number
    that it can have."""
    numeric = {name: held for name, held in numbers.items() if isinstance(held, int | float) and name in table.most}
    sound = {name: float(held) for name, held in numeric.items() if not isinstance(held, bool)}
    good = {name: held for name, held in sound.items() if 0 <= held <= table.most[name]}
    return replace(table, numbers={**table.numbers, **good}), sorted(set(numbers) - set(good))
