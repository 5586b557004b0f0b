"""What a rule file says, as plain values: rules, limits, questions, pre-fills, sources."""

from dataclasses import dataclass

from recovery_desktop.guidance.conditions import Condition
from recovery_desktop.text import N_, _

GATE, SUGGESTION, CAUTION = "gate", "suggestion", "caution"
KINDS = (GATE, SUGGESTION, CAUTION)
STRENGTHS = {"S": "strong", "M": "moderate", "C": "consensus", "X": "caution"}
"""The letters of rule files and the words of `records.therapies.EVIDENCE`."""

NEEDS = {
    "use": N_("Use, and staying well"),
    "change": N_("Readiness to change"),
    "mind": N_("Mood, worry and trauma"),
    "body": N_("Body, pain and sleep"),
    "people": N_("Company and mutual help"),
    "family": N_("Family and partner"),
    "days": N_("Home, work, money and law"),
    "meaning": N_("Meaning and culture"),
    "way": N_("How much, and in which way"),
    "plan": N_("The plan itself"),
}
"""What suggestions answer to: they are shown in these groups."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from. `checked` says whether it was read for this rule; the screen says so as well."""

    cite: str
    checked: bool

    @property
    def words(self) -> str:
        """The source as it is shown; one that was not read again says so."""
        return self.cite if self.checked else _("{source} (source not re-read yet)").format(source=self.cite)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said beside a rule when something holds: why it is held back, or what is to be minded."""

    when: Condition
    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file describes it.

    It fires when one of `when` holds; the facts that this one reads are those that fired it. `unless` holds it back,
    with words. `needs` are facts to be asked for beside it. `offers` names what it would bring to the client, for the
    limits to decide on. `modality` is one of `records.therapies.MODALITIES`, `need` one of `NEEDS` or empty. `now` is
    what a gate asks for in the few words that the banner has room for.
    """

    id: str
    kind: str
    finding: str
    suggestion: str
    pro: str
    contra: str
    strength: str
    why: str
    sources: tuple[Source, ...]
    version: int
    when: tuple[Condition, ...]
    unless: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    need: str = ""
    now: str = ""
    modality: str = ""
    formats: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    private: bool = False
    own: bool = False
    file: str = ""
    line: int = 0

    @property
    def checked(self) -> bool:
        """Whether every source was read."""
        return all(source.checked for source in self.sources)


@dataclass(frozen=True, slots=True)
class Limit:
    """What may only be suggested when something is known to hold; without `only_when` never.

    A rule that offers it, or has one of `words` in its suggestion, is held back otherwise. Own rules cannot get around.
    """

    offer: str
    words: tuple[str, ...]
    only_when: Condition | None
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """How to ask for a fact. `when` are conditions under which it is asked for although no rule needs it; while
    `not_when` holds it is not asked at all. `answers` is the question of the Care Intensity Guide that it answers."""

    fact: str
    asks: str
    when: tuple[Condition, ...]
    not_when: tuple[Condition, ...]
    answers: str
    private: bool


@dataclass(frozen=True, slots=True)
class Prefill:
    """What speaks for one answer of the Care Intensity Guide. `withdrawal` names from what, for the first question."""

    question: str
    level: str
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    withdrawal: str
    reason: str
