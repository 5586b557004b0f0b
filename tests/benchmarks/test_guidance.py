"""How long all rules take for one client: the example client, with everything she told."""

import datetime
import json
from typing import Any

from recovery_desktop.assets import resources
from recovery_desktop.guidance import book, evaluate, facts_of, plain_client, rule_book
from recovery_desktop.guidance.record import PlainRow

ON = datetime.date(2026, 10, 10)
EVALUATED = "all rules for one client"
FROM_RECORD = "facts of one client"
READ = "all rule files read"
ROUNDS = 100


def client() -> PlainRow:
    return plain_client(json.loads((resources() / "sample" / "priya-shah.json").read_text("utf-8")))


def test_evaluating(benchmark: Any) -> None:
    benchmark.group = EVALUATED
    benchmark.extra_info["milliseconds"] = 20
    facts, rules = facts_of(client(), ON), rule_book()
    found = benchmark.pedantic(evaluate, (facts, rules), rounds=ROUNDS, warmup_rounds=3)
    assert len(found.suggestions) > 15


def test_evaluating_floor(benchmark: Any) -> None:
    """Python's own evaluation of the same conditions, once each."""
    benchmark.group = EVALUATED
    facts, rules = facts_of(client(), ON), rule_book()
    known = {**rules.table.numbers, **facts.values()}
    conditions = [one for rule in rules.rules for one in rule.when if all(name in known for name in one.reads)]
    codes = [compile(one.text, "<rule>", "eval") for one in conditions]

    def evaluate_all() -> int:
        return len([eval(code, {}, known) for code in codes])

    assert benchmark.pedantic(evaluate_all, rounds=ROUNDS, warmup_rounds=3) == len(codes)


def test_from_the_record_to_suggestions(benchmark: Any) -> None:
    """What the page does when an answer changes, without reading the record."""
    benchmark.group = FROM_RECORD
    benchmark.extra_info["milliseconds"] = 20
    row, rules = client(), rule_book()
    found = benchmark.pedantic(lambda: evaluate(facts_of(row, ON), rules), rounds=ROUNDS, warmup_rounds=3)
    assert len(found.suggestions) > 15


def test_from_the_record_to_suggestions_floor(benchmark: Any) -> None:
    """Only walking over the same rows."""
    benchmark.group = FROM_RECORD
    row = client()

    def walk(one: Any) -> int:
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        return 1 + sum(walk(each) for each in inner)

    assert benchmark.pedantic(walk, (row.values,), rounds=ROUNDS, warmup_rounds=3) > 1000


def test_reading_the_rules(benchmark: Any) -> None:
    benchmark.group = READ
    benchmark.extra_info["milliseconds"] = 100
    found = benchmark.pedantic(rule_book, setup=book._book.cache_clear, rounds=20, warmup_rounds=1)
    assert not found.problems


def test_reading_the_rules_floor(benchmark: Any) -> None:
    """Only reading the same files as text."""
    benchmark.group = READ
    files = sorted((resources() / "guidance").glob("*.toml"))
    assert benchmark.pedantic(lambda: len([file.read_text("utf-8") for file in files]), rounds=20) == len(files)
