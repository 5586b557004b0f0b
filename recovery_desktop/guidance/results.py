"""What guidance finds for one client: gates, suggestions, cautions, what is missing, how much care. Plain values."""

from dataclasses import dataclass

from recovery_desktop.guidance.facts import NO, Fact, Step
from recovery_desktop.guidance.rules import Rule, Source


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is not known and matters. `asks` says how to ask, `rules` which rules wait for it, `answers` which
    question of the Care Intensity Guide does; empty when none."""

    fact: str
    asks: str
    rules: tuple[str, ...] = ()
    answers: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be minded for this client beside what the rule says to everybody."""

    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired, with the facts that fired it.

    `private`: it rests on what others must not read; shared documents leave it out. `notes` are what is to be minded
    for this client. `fits` are the client's wishes that it meets, `missing` what is to be asked beside it.
    """

    rule: Rule
    because: tuple[Fact, ...]
    private: bool
    notes: tuple[Note, ...] = ()
    fits: tuple[Fact, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def version(self) -> int:
        return self.rule.version

    @property
    def finding(self) -> str:
        """What the rule is about, in general."""
        return self.rule.finding

    @property
    def found(self) -> tuple[str, ...]:
        """What was found in this client, in words."""
        return tuple(fact.words for fact in self.because)

    @property
    def found_for_sharing(self) -> tuple[str, ...]:
        """The same for what others may read."""
        return tuple(fact.words for fact in self.because if not fact.private)

    @property
    def suggestion(self) -> str:
        return self.rule.suggestion

    @property
    def pro(self) -> str:
        return self.rule.pro

    @property
    def contra(self) -> str:
        return self.rule.contra

    @property
    def strength(self) -> str:
        """strong, moderate, consensus or caution."""
        return self.rule.strength

    @property
    def why(self) -> str:
        return self.rule.why

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.rule.sources

    @property
    def source(self) -> str:
        """All sources in one line."""
        return "; ".join(source.cite for source in self.rule.sources)

    @property
    def checked(self) -> bool:
        """Whether every source was read for this rule."""
        return self.rule.checked


@dataclass(frozen=True, slots=True)
class Gate(Fired):
    """A safety gate that fired; its `suggestion` is what to do now. Only a recorded response answers it."""

    answer: Step | None = None

    @property
    def is_open(self) -> bool:
        return self.answer is None


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A rule that would have fired, and why it did not: nothing is hidden from the counselor."""

    rule: Rule
    because: tuple[Fact, ...]
    why: Note


@dataclass(frozen=True, slots=True)
class Stop:
    """What must not be suggested now: whatever has one of `words` in its name, and why not.

    `because` is what is known against it, in words for the counselor; empty while nobody asked yet.
    """

    words: tuple[str, ...]
    why: Note
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the Care Intensity Guide, as it was filled in.

    `level` is none, mild, planned, days, now or unknown; `because` are the facts, `reason` says them in words.
    """

    question: str
    asks: str
    level: str
    because: tuple[Fact, ...]
    reason: str
    prefilled: bool = True

    @property
    def private(self) -> bool:
        """Whether its reason must not be read by others."""
        return any(fact.private and fact.value != NO for fact in self.because)


@dataclass(frozen=True, slots=True)
class Intensity:
    """What the Care Intensity Guide says: five answers, the rule they meet, the setting, what goes on beside it.

    `setting` is empty while too little is known. `provisional` while an answer is not known. `withdrawal` is none,
    ambulatory, day_and_night or hospital, and empty in words where there is none; `tracks` are all that runs beside, in
    words. `would_change` says in words what another answer would lead to.
    """

    edition: str
    answers: tuple[Answer, ...]
    rule: int | None
    rule_words: str
    setting: str
    setting_words: str
    withdrawal: str
    withdrawal_words: str
    tracks: tuple[str, ...]
    would_change: tuple[str, ...]
    provisional: bool


@dataclass(frozen=True, slots=True)
class Guidance:
    """All of it. Suggestions come best supported first, then those that fit the client's wishes best."""

    gates: tuple[Gate, ...]
    suggestions: tuple[Fired, ...]
    cautions: tuple[Fired, ...]
    held_back: tuple[HeldBack, ...]
    missing: tuple[Missing, ...]
    intensity: Intensity
    stops: tuple[Stop, ...] = ()

    def suggestion(self, rule_id: str) -> Fired | None:
        """The suggestion of a rule, if it fired."""
        return next((one for one in self.suggestions if one.id == rule_id), None)

    def stops_for(self, name: str) -> tuple[Stop, ...]:
        """What speaks against a service or a medicine that somebody enters by hand."""
        said = name.lower()
        return tuple(stop for stop in self.stops if any(word in said for word in stop.words))

    def ids(self) -> frozenset[str]:
        """The ids of all gates, suggestions and cautions."""
        return frozenset(one.id for one in (*self.gates, *self.suggestions, *self.cautions))
