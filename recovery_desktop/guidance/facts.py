"""Facts: plain findings about one client, each by name with its value and with words that a suggestion can quote."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

YES, NO = "yes", "no"
Value = str | float | frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known.

    `value` is a number, a word of a fixed set ("yes", "moderate") or a set of such words. `words` say it as a part of a
    sentence: "cocaine, 10 of the last 30 days". `on` is the day of which it tells, where one is known. What is
    `private` must never be read by others, be it on paper or beside the client: it may bring them into danger.
    """

    name: str
    value: Value
    words: str
    on: datetime.date | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What was recorded as done at a safety gate: by whom and when; `response` is what was done, or why not."""

    gate: str
    done_on: datetime.date | None
    done_by: str
    response: str
    status: str


class Facts:
    """All that is known of one client, by name. What is not here is not known; it never means "no"."""

    def __init__(self, facts: Iterable[Fact] = (), steps: Iterable[Step] = ()) -> None:
        self._by_name = {fact.name: fact for fact in facts}
        self.steps = tuple(steps)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._by_name.values())

    def get(self, name: str) -> Fact | None:
        """The fact of this name; None while it is not known."""
        return self._by_name.get(name)

    def value(self, name: str) -> Value | None:
        """The value of a fact; None while it is not known."""
        fact = self._by_name.get(name)
        return None if fact is None else fact.value

    def is_yes(self, name: str) -> bool:
        """Whether a fact is known and says yes."""
        return self.value(name) == YES

    def values(self) -> dict[str, Value]:
        """The values by name."""
        return {name: fact.value for name, fact in self._by_name.items()}

    def joined_by(self, more: Iterable[Fact]) -> "Facts":
        """These facts and further ones, which take the place of those of the same name."""
        return Facts([*self, *more], self.steps)
