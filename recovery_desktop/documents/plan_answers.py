"""What is done about the findings: services, goals, people, aftercare. `plan_content` has the rules of the texts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Service:
    """A service or therapy that was offered, and what was decided."""

    name: str
    format: str = ""
    frequency: str = ""
    duration: str = ""
    provider: str = ""
    because: str = ""  # the finding that led to it
    reason: str = ""  # in plain words
    evidence: str = ""  # strength: "strong"
    source: str = ""
    decision: str = ""  # "accepted", "deferred to week 6", "declined"
    client_reason: str = ""  # in the client's words, without quotation marks
    stands_out: bool = False


@dataclass(frozen=True)
class Objective:
    """A measurable step towards a goal."""

    number: str
    text: str
    measure: str = ""
    baseline: str = ""
    target: str = ""
    by: str = ""
    status: str = ""  # empty while it is under way


@dataclass(frozen=True)
class Action:
    """What is done for a goal: an intervention, a service's share, a step of the client's own."""

    number: str
    text: str
    who: str = ""
    frequency: str = ""
    duration: str = ""
    place: str = ""  # place or format: "online", "small group"
    serves: tuple[str, ...] = ()  # objectives


@dataclass(frozen=True)
class Goal:
    """What the client wants, and the thread from the needs to the actions."""

    number: str
    own_words: str  # without quotation marks
    clinical: str = ""
    domains: tuple[str, ...] = ()
    why: str = ""
    builds_on: str = ""
    barriers: str = ""
    importance: int | None = None  # 0 to 10
    confidence: int | None = None  # 0 to 10
    needs: tuple[str, ...] = ()
    by: str = ""
    status: str = ""  # empty while active; else "met", "paused", "dropped: …"
    approach: str = ""  # "Using less"
    progress: tuple[str, ...] = ()  # the newest entries, the last one last
    objectives: tuple[Objective, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class SupportPerson:
    """Somebody who supports the client, and what was agreed with them."""

    name: str
    relation: str = ""
    wish: str = ""  # what the client wants of them
    agreed: str = ""
    next: str = ""


@dataclass(frozen=True)
class FamilySession:
    """A session with family, held, due, or not held with the reason."""

    kind: str
    people: str = ""
    when: str = ""
    status: str = ""
    outcome: str = ""
    stands_out: bool = False


@dataclass(frozen=True)
class Release:
    """A release of information, and whether it is live on the day of the plan."""

    recipient: str
    told: str = ""
    not_told: str = ""
    purpose: str = ""
    signed: str = ""
    until: str = ""
    state: str = ""  # "live", "REVOKED 1 Oct 2026"
    stands_out: bool = False


@dataclass(frozen=True)
class NoContact:
    """Somebody nobody from the practice may contact."""

    name: str
    reason: str = ""
    ask_again: str = ""


@dataclass(frozen=True)
class Referral:
    """A social or medical need and the help arranged for it; without `place` no referral has been made."""

    need: str
    place: str = ""
    made: str = ""
    result: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class AftercareStep:
    """What continues after this treatment."""

    what: str
    when: str = ""
    who: str = ""


@dataclass(frozen=True)
class Contact:
    """Somebody to call."""

    name: str
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True)
class RelapsePrevention:
    """The plan for hard times, mostly in the client's words."""

    triggers: tuple[str, ...] = ()
    early_signs: tuple[str, ...] = ()
    what_helps: tuple[str, ...] = ()
    people: tuple[Contact, ...] = ()
    avoid: tuple[str, ...] = ()
    if_i_slip: tuple[str, ...] = ()  # in order
    overdose: tuple[str, ...] = ()
    crisis: tuple[str, ...] = ()
