"""Who a plan is for and what was found, as a treatment plan prints it. `plan_content` has the rules of the texts."""

from dataclasses import dataclass
from enum import Enum


class AreaState(Enum):
    """What is known about an area of life."""

    ASSESSED = "assessed"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True)
class Client:
    """Who the plan is for."""

    name: str  # as the record names the client, in full
    called: str  # what the headings call the client: "Priya"
    initials: str  # all that pages after the first say of the name: "P. S."
    record: str  # record number
    born: str = ""
    age: str = ""  # "29"
    pronouns: str = ""
    languages: str = ""
    interpreter: str = ""
    allergies: str = ""
    guardian: str = ""
    emergency_contact: str = ""


@dataclass(frozen=True)
class Episode:
    """The treatment this plan belongs to, and who set its intensity."""

    admitted: str = ""
    referred_by: str = ""
    level_of_care: str = ""  # in plain public words, never a level number
    level_set_by: str = ""  # person and tool with its edition
    level_recommended: str = ""  # only when it differs from level_of_care
    level_reason: str = ""  # why it differs
    payer: str = ""
    level_because: str = ""  # the reasons behind the answers of the guide
    legal_status: str = ""  # with mandates, such as court-ordered treatment
    legal_requirements: str = ""  # what a court or agency wants, and until when
    reason_for_coming: str = ""  # in the client's words, in quotation marks
    assessed: str = ""  # when and by whom
    rights: str = ""  # when rights and privacy notice were given
    counselor: str = ""  # the one responsible, with credential
    next_review: str = ""


@dataclass(frozen=True)
class Area:
    """One of the eleven areas of life, in the order of the one list."""

    name: str
    state: AreaState
    rating: int | None = None  # the client's own, 0 to 10
    goals: tuple[str, ...] = ()  # goals that work on it
    note: str = ""  # why declined or not relevant, when said


@dataclass(frozen=True)
class Finding:
    """What was found in an area of life, and the needs that came of it."""

    area: str
    text: str
    strength: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class SubstanceUse:
    """A row of the substance table, as told by the client."""

    substance: str
    route: str = ""
    amount: str = ""
    days_of_30: str = ""
    last_use: str = ""
    first_use_age: str = ""
    topics_met: str = ""  # "5 of 11"
    remarks: str = ""  # when, with what, what for, from where


@dataclass(frozen=True)
class Score:
    """The result of a questionnaire, as it was entered or scored elsewhere."""

    instrument: str  # "GAD-7"
    measures: str = ""  # plain name: "worry"
    date: str = ""
    score: str = ""
    band: str = ""
    change: str = ""  # from the one before: "−5"


@dataclass(frozen=True)
class ScoreReading:
    """One value of a score; `place` says where its day lies between the first (0) and the last (1)."""

    day: str
    place: float
    value: float


@dataclass(frozen=True)
class ScoreBand:
    """Where a published band begins, and its word."""

    at: float
    word: str


@dataclass(frozen=True)
class ScoreCourse:
    """A score that was taken more than once, to be drawn; the lowest band and the first reading come first."""

    name: str  # "GAD-7"
    sentence: str  # the same in words: what a screen reader tells of the drawing
    low: float
    high: float
    readings: tuple[ScoreReading, ...] = ()
    bands: tuple[ScoreBand, ...] = ()


@dataclass(frozen=True)
class SafetyStep:
    """What a safety check found and what is done about it."""

    concern: str
    finding: str = ""
    action: str = ""
    by: str = ""
    when: str = ""
    state: str = ""  # "done", "watch for it"
    stands_out: bool = False  # still open


@dataclass(frozen=True)
class Need:
    """A problem the assessment found, and the answer the plan gives."""

    number: str
    text: str
    status: str = ""  # "addressed", "referred", "deferred", "declined", "no answer yet"
    answer: str = ""  # "G1, safety steps"
    reason: str = ""  # why deferred or declined
    stands_out: bool = False


@dataclass(frozen=True)
class Diagnosis:
    """A condition with its ICD-10-CM code."""

    code: str
    name: str
    severity: str = ""
    role: str = ""  # "principal", "co-occurring", "social factor"
    provisional: bool = False
    diagnosed_by: str = ""
    basis: str = ""  # "5 of 11 topics"


@dataclass(frozen=True)
class CoOccurring:
    """How a use disorder and another condition belong together, and the one step that treats both."""

    substance: str
    condition: str
    came_first: str = ""
    connection: str = ""
    treated_by: str = ""
    step: str = ""


@dataclass(frozen=True)
class Medication:
    """A medicine the client takes."""

    name: str
    dose: str = ""  # with how often
    purpose: str = ""
    prescriber: str = ""


@dataclass(frozen=True)
class TestResult:
    """A drug test or laboratory result; missed and declined ones stand out."""

    date: str  # or all days on which it was the same
    kind: str = ""
    result: str = ""
    note: str = ""
    stands_out: bool = False


@dataclass(frozen=True)
class CareTeamMember:
    """Somebody outside or inside the practice who treats the client."""

    name: str
    role: str = ""
    task: str = ""
    contact: str = ""
