"""A published questionnaire as its data file describes it; plain values without behaviour."""

from dataclasses import dataclass

AnswerValue = int | str


@dataclass(frozen=True, slots=True)
class License:
    """On what terms the questionnaire is used; `notice` is shown and printed with it."""

    status: str
    holder: str
    notice: str
    source: str
    commercial_use: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A questionnaire in the list of all: what it is called, what it measures, in which languages, on what terms."""

    id: str
    name: str
    title: str
    measures: str
    items_shown: bool
    languages: tuple[str, ...]
    license: License


@dataclass(frozen=True, slots=True)
class Answer:
    """One printed answer: what is stored for it, its words, what it counts; `also` are other values that mean it."""

    value: AnswerValue
    label: str
    points: int
    also: tuple[AnswerValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One question. Without text it is answered on the publisher's own form; unscored items never have to be."""

    key: str
    text: str
    options: str  # the name of its set of answers in the file, empty for a range of numbers
    answers: tuple[Answer, ...]
    scored: bool
    group: str  # a printed heading above it
    hint: str  # what is printed below it
    low_label: str  # words at the ends of a plain range of numbers; empty where each answer has its own
    high_label: str
    not_for_substance: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The total, or a subscale: the sum or the mean of what its items count."""

    key: str
    name: str
    items: tuple[str, ...]
    is_mean: bool
    low: int
    high: int
    higher_is_better: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """From which score on a band begins, its published name, and what it means in a plain sentence of ours."""

    at: int
    severity: str
    means: str


@dataclass(frozen=True, slots=True)
class Bands:
    """The published bands of one scale, for everybody or for one sex or substance."""

    scale: str
    source: str
    cuts: tuple[Cut, ...]
    sex: str
    substance: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to hold of the answers; each form is one of those that `conditions.holds` knows."""

    items: tuple[str, ...] = ()
    count: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    sum_at_most: int | None = None
    scale: str = ""
    all: "tuple[Condition, ...]" = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """Items that are not asked when something was answered; behind a gate their answers do not count either.

    Where a score of items that nobody was asked would mislead, `means` says so in place of the band's sentence, and
    `recorded_as` in place of the band.
    """

    items: tuple[str, ...]
    when: Condition
    gate: bool
    means: str = ""
    recorded_as: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result that is no band of a score."""

    severity: str
    means: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Flag:
    """What needs attention at once, with a sentence of ours that says why."""

    flag: str
    says: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Note:
    """A further published rule, told beside the result."""

    text: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire in one language."""

    id: str
    language: str
    name: str
    title: str
    measures: str
    given: str  # self, interview or clinician
    items_shown: bool
    period: str
    instruction: str
    license: License
    compared_with: str
    compared_note: str
    scoring_source: str
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    bands: tuple[Bands, ...]
    skips: tuple[Skip, ...]
    outcomes: tuple[Outcome, ...]
    flags: tuple[Flag, ...]
    notes: tuple[Note, ...]

    def item(self, key: str) -> Item:
        """The item with this key; raises KeyError."""
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)

    def scale(self, key: str) -> Scale | None:
        """The scale with this key, if there is one; "total" is the published total."""
        return next((scale for scale in self.scales if scale.key == key), None)
