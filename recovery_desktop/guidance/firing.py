"""Whether a rule fires for what is known, by which facts, and what it still needs to know."""

from collections.abc import Iterable

from recovery_desktop.guidance.conditions import Condition, Known, NotKnown
from recovery_desktop.guidance.facts import NO, Fact, Facts
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.guidance.vocabulary import GATE_COUNT, GATES, OPEN_GATES

_NO_FINDING = (GATES, OPEN_GATES, GATE_COUNT)


def known(facts: Facts, table: Triggers) -> Known:
    """What conditions look names up in: thresholds and the values of facts."""
    return Known({**table.numbers, **facts.values()})


def holding(conditions: Iterable[Condition], values: Known) -> list[Condition]:
    """The conditions that hold; one that meets something not known does not."""
    return [each for each in conditions if holds(each, values)]


def holds(condition: Condition, values: Known) -> bool:
    """Whether a condition is known to hold."""
    try:
        return condition.holds(values)
    except NotKnown:
        return False


def because_of(conditions: Iterable[Condition], facts: Facts) -> tuple[Fact, ...]:
    """The facts that conditions read, each once; what says the same in the same words is named once as well."""
    found: dict[str, Fact] = {}
    for condition in conditions:
        for fact in (facts.get(name) for name in condition.reads if name not in _NO_FINDING):
            if fact is not None:
                found.setdefault(fact.words, fact)
    return tuple(found.values())


def is_private(conditions: Iterable[Condition], facts: Facts) -> bool:
    """Whether each of them rests on something that others must not read."""
    return all(tells(each, facts) for each in conditions)


def tells(condition: Condition, facts: Facts) -> bool:
    """Whether it reads something that others must not learn of, as far as it is so."""
    return any(fact.private and fact.value != NO for fact in because_of([condition], facts))


def unknown(names: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """The names of which nothing is known."""
    return tuple(name for name in names if name not in facts)
