"""One observation that is worth asking about: in a sentence, with the row it comes from, and known by its fact."""

from dataclasses import dataclass

from recovery_desktop.plans.snapshot import Entry


@dataclass(frozen=True)
class Signal:
    """What was observed; `about` is its kind, and `fact` what it rests on, which is another one when it got worse.

    Several goals that are told as one signal have the `facts` of all.
    """

    words: str
    entry: Entry
    field: str
    about: str
    facts: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The names by which it is set aside."""
        return tuple(f"signal:{self.about}:{fact}" for fact in self.facts)
