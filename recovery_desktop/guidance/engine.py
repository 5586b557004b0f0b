"""Evaluates all rules for what is known of one client: facts in, findings out. It proposes, a clinician decides."""

from collections.abc import Iterable, Mapping, Set

from recovery_desktop.guidance.book import Book, rule_book
from recovery_desktop.guidance.conditions import Known, NotKnown
from recovery_desktop.guidance.facts import YES, Fact, Facts, Step
from recovery_desktop.guidance.firing import because_of, holding, holds, is_private, known, tells, unknown
from recovery_desktop.guidance.intensity import guide
from recovery_desktop.guidance.results import Fired, Gate, Guidance, HeldBack, Missing, Note, Stop
from recovery_desktop.guidance.rules import CAUTION, STRENGTHS, SUGGESTION, Limit, Remark, Rule
from recovery_desktop.guidance.settings import UNKNOWN
from recovery_desktop.guidance.vocabulary import GATE_COUNT, GATES, OPEN_GATES
from recovery_desktop.responses import is_response

_ORDER = tuple(STRENGTHS.values())


def evaluate(facts: Facts, book: Book | None = None, *, answers: Mapping[str, str] | None = None) -> Guidance:
    """Gates first, then how much care, then all that may help.

    `facts` come from `facts_of`; `book` from `rule_book`, by default the rules that come with the program. `answers`
    are levels of the Care Intensity Guide that the counselor changed, by question. What is not in `facts` is not known:
    no rule takes it for "no"; what matters of it stands in `missing`.
    """
    book = book or rule_book()
    gates = _gates(facts, book)
    facts = facts.joined_by(_of_gates(gates))
    intensity, more = guide(facts, book, answers)
    facts = facts.joined_by(more)
    weighing = _Weighing(facts, book)
    fired = [one for rule in book.therapies if (one := weighing.fired(rule)) is not None]
    weighing.ask_beside(gates, {answer.question for answer in intensity.answers if answer.level == UNKNOWN})
    return Guidance(
        gates=gates,
        suggestions=tuple(sorted((one for one in fired if one.rule.kind != CAUTION), key=_rank)),
        cautions=tuple(one for one in fired if one.rule.kind == CAUTION),
        held_back=tuple(weighing.held_back),
        missing=weighing.missing(),
        intensity=intensity,
        stops=weighing.stops(),
    )


def _rank(one: Fired) -> tuple[int, int, str]:
    """Best supported first, then what meets most of the client's wishes."""
    return _ORDER.index(one.strength), -len(one.fits), one.id


# -- gates


def _gates(facts: Facts, book: Book) -> tuple[Gate, ...]:
    values = known(facts, book.table)
    found = []
    for rule in book.gates:
        held = holding(rule.when, values)
        if held and not any(holds(remark.when, values) for remark in rule.unless):
            because = because_of(held, facts)
            private = rule.private or is_private(held, facts)
            answer = _answer(rule.id, because, facts.steps)
            found.append(Gate(rule, because, private, _notes(rule.notes, facts, values), answer=answer))
    return tuple(found)


def _of_gates(gates: tuple[Gate, ...]) -> list[Fact]:
    """What rules and the guide may ask about gates."""
    every = frozenset(gate.id for gate in gates)
    unanswered = frozenset(gate.id for gate in gates if gate.is_open)
    return [
        Fact(GATES, every, ", ".join(sorted(every))),
        Fact(OPEN_GATES, unanswered, ", ".join(sorted(unanswered))),
        Fact(GATE_COUNT, float(len(unanswered)), str(len(unanswered))),
    ]


def _answer(gate: str, because: tuple[Fact, ...], steps: Iterable[Step]) -> Step | None:
    """The newest response recorded at a gate: what was done, by whom and when, no earlier than what was found."""
    since = max((fact.on for fact in because if fact.on), default=None)
    own = (step for step in steps if step.gate == gate)
    whole = [step for step in own if is_response(step.status, step.response, step.done_by, step.done_on)]
    late_enough = [step for step in whole if since is None or (step.done_on is not None and step.done_on >= since)]
    return max(late_enough, key=lambda step: str(step.done_on), default=None)


def _notes(remarks: Iterable[Remark], facts: Facts, values: Known) -> tuple[Note, ...]:
    held = (remark for remark in remarks if holds(remark.when, values))
    return tuple(Note(remark.text, remark.private or tells(remark.when, facts)) for remark in held)


# -- suggestions and cautions


class _Weighing:
    """Goes through the rules with one set of facts, and gathers what is held back and what is to be asked."""

    def __init__(self, facts: Facts, book: Book) -> None:
        self.facts = facts
        self.book = book
        self.values = known(facts, book.table)
        self.held_back: list[HeldBack] = []
        self._waiting: dict[str, list[str]] = {}

    def fired(self, rule: Rule) -> Fired | None:
        """What the rule gives, unless nothing of it holds or something holds it back."""
        held = holding(rule.when, self.values)
        if not held:
            return None
        because = because_of(held, self.facts)
        hindrance = self._hindrance(rule)
        if hindrance is not None:
            self.held_back.append(HeldBack(rule, because, hindrance))
            return None
        return Fired(
            rule,
            because,
            rule.private or is_private(held, self.facts),
            _notes(rule.notes, self.facts, self.values),
            self._fits(rule),
            self._ask(rule.needs, rule.id),
        )

    def _hindrance(self, rule: Rule) -> Note | None:
        """Why the rule is held back. What a limit needs and nobody knows is asked for."""
        against = _notes(rule.unless, self.facts, self.values)
        if against:
            return against[0]
        return next(
            (why for limit in limits_of(rule, self.book.limits) if (why := self._forbids(limit, rule.id))), None
        )

    def _forbids(self, limit: Limit, rule_id: str) -> Note | None:
        """Why what a limit is about must not be suggested; None when it may. A rule asks for what nobody knows."""
        if limit.only_when is None:
            return Note(limit.why)
        try:
            if limit.only_when.holds(self.values):
                return None
        except NotKnown:
            if rule_id:
                self._ask(unknown(limit.only_when.reads, self.facts), rule_id)
        return Note(limit.why, tells(limit.only_when, self.facts))

    def stops(self) -> tuple[Stop, ...]:
        """What must not be suggested now, also when no rule would."""
        found = ((limit, self._forbids(limit, "")) for limit in self.book.limits if limit.words)
        return tuple(Stop(limit.words, why, self._against(limit)) for limit, why in found if why is not None)

    def _against(self, limit: Limit) -> tuple[str, ...]:
        """What is known that speaks against it; what is private is left out."""
        names = limit.only_when.reads if limit.only_when is not None else ()
        facts = (self.facts.get(name) for name in names)
        return tuple(fact.words for fact in facts if fact is not None and fact.value == YES and not fact.private)

    def _fits(self, rule: Rule) -> tuple[Fact, ...]:
        """The wishes of the client that the rule meets. Whatever people meet for can be set to the wished-for time."""
        offered = {"prefers_formats": rule.formats, "prefers_ways": rule.ways, "prefers_places": rule.places}
        wishes = ((self.facts.get(name), frozenset(what)) for name, what in offered.items())
        met = [fact for fact, what in wishes if fact and isinstance(fact.value, frozenset) and fact.value & what]
        time = self.facts.get("prefers_times")
        is_met_for = bool(rule.formats or rule.places)
        return (*met, time) if time is not None and is_met_for else tuple(met)

    # -- what is not known

    def ask_beside(self, gates: Iterable[Gate], open_answers: Set[str]) -> None:
        """Notes what gates need to know, what the guide does, and what is asked for in such a record anyway."""
        for gate in gates:
            self._ask(gate.rule.needs, gate.id)
        for question in self.book.questions:
            if question.answers in open_answers or holding(question.when, self.values):
                self._ask([question.fact], "")

    def _ask(self, names: Iterable[str], rule_id: str) -> tuple[Missing, ...]:
        missing = [name for name in unknown(names, self.facts) if not self._is_pointless(name)]
        for name in missing:
            rules = self._waiting.setdefault(name, [])
            if rule_id and rule_id not in rules:
                rules.append(rule_id)
        return tuple(self._missing(name) for name in missing)

    def _is_pointless(self, name: str) -> bool:
        return any(
            question.fact == name and holding(question.not_when, self.values) for question in self.book.questions
        )

    def _missing(self, name: str) -> Missing:
        question = next((each for each in self.book.questions if each.fact == name), None)
        rules = tuple(self._waiting.get(name, ()))
        if question is None:
            return Missing(name, name.replace("_", " "), rules)
        return Missing(name, question.asks, rules, question.answers, question.private)

    def missing(self) -> tuple[Missing, ...]:
        """All that is to be asked, with the rules that wait for it; in the order of the questions."""
        order = [question.fact for question in self.book.questions]
        names = sorted(self._waiting, key=lambda name: order.index(name) if name in order else len(order))
        return tuple(self._missing(name) for name in names)


def limits_of(rule: Rule, limits: Iterable[Limit]) -> list[Limit]:
    """The limits that a suggestion comes under: by what it offers, or by a word in it. A caution warns of such things,
    so it may name them."""
    if rule.kind != SUGGESTION:
        return []
    said = rule.suggestion.lower()
    return [limit for limit in limits if limit.offer in rule.offers or any(word in said for word in limit.words)]
