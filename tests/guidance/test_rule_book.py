"""The rule book: what a practice switches off or adds, and files with mistakes, named by file, line and reason."""

import ast
import gc
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from recovery_desktop import text
from recovery_desktop.assets import resources
from recovery_desktop.guidance import Book, book, rule_book, triggers
from recovery_desktop.guidance.conditions import BadCondition, Known, NotKnown, condition
from recovery_desktop.guidance.triggers import triggers as table
from recovery_desktop.guidance.vocabulary import FIXED
from tests.guidance.clients import asked, client, guided, phq_9, uses
from tests.test_architecture import loaded_by

GOOD = """
[[rules]]
id = "OURS-1"
finding = "Anybody in care"
suggestion = "A walk with Marisol"
strength = "C"
why = "Who walks together talks."
source = "Our own experience"
version = 1
when = ['in_care == "yes"']
"""


def problems(**files: str) -> list[str]:
    return [str(problem) for problem in rule_book(own={f"{name}.toml": held for name, held in files.items()}).problems]


def test_the_files_that_come_with_the_program_have_no_mistake() -> None:
    found = rule_book()
    assert found.problems == ()
    assert (len(found.gates), len(found.therapies)) == (17, 62)


def test_what_rules_ask_for_has_words_to_ask_with() -> None:
    found = rule_book()
    needed = {name for rule in found.rules for name in rule.needs}
    needed |= {name for limit in found.limits if limit.only_when for name in limit.only_when.reads if name in FIXED}
    of_the_engine = {"gates", "open_gates", "withdrawal_care"}
    assert needed - of_the_engine <= {question.fact for question in found.questions}


def test_every_threshold_is_used() -> None:
    said = "".join(file.read_text("utf-8") for file in (resources() / "guidance").glob("*.en.toml"))
    said += "".join(file.read_text("utf-8") for file in Path(book.__file__).parent.rglob("*.py"))
    assert [name for name in table().numbers if name not in said] == []
    assert [name for name in table().words if f'"{name}"' not in said] == []


def test_every_threshold_says_what_it_is() -> None:
    assert list(table().labels) == list(table().numbers)
    assert all(table().labels.values())
    assert all(table().numbers[name] <= most for name, most in table().most.items())


@pytest.mark.parametrize(
    "numbers", [{"mood_moderate": 3.0}, {"low_ruler": 11.0}, {"low_ruler": -1.0}, {"no_such": 1.0}]
)
def test_published_numbers_stay_and_others_have_bounds(numbers: dict[str, float]) -> None:
    found = rule_book(numbers=numbers)
    assert found.table == rule_book().table
    assert "is no threshold" in str(found.problems[0])


def test_takes_in_a_practice_s_own_rule() -> None:
    found = guided(client(), book=rule_book(own={"ours.toml": GOOD})).suggestion("OURS-1")
    assert found
    assert (found.rule.own, found.source, found.checked) == (True, "Our own experience", False)
    assert found.found == ("in care",)


BROKEN = (
    ('id = "OURS-1"', 'id = "T01"', 3, "another rule is called “T01” already"),
    ('strength = "C"', 'strength = "Q"', 6, "“strength” is one of S, M, C, X"),
    ('why = "Who walks together talks."', "", 2, "“why” is missing"),
    ("version = 1", "version = 0", 9, "“version” is a number from 1 on"),
    ("version = 1", "versoin = 1\nversion = 1", 9, "nothing is called “versoin” here"),
    ("in_care ==", "in_car ==", 10, "there is no fact “in_car”; “in_care” is meant?"),
    (
        '== "yes"',
        '== "maybe"',
        10,
        "“maybe” is none of yes, no",
    ),
    ('in_care == "yes"', "in_care ==", 10, "the condition cannot be read: invalid syntax"),
    ('in_care == "yes"', "in_care", 10, "“in_care” has to be compared with something"),
    ('in_care == "yes"', "in_care >= 1", 10, "“in_care >= 1” compares what cannot be compared"),
    ('in_care == "yes"', '__import__("os")', 10, "a condition only compares: ==, !=, <, <=, >, >=, in, and, or, not"),
    ('in_care == "yes"', 'in_care.upper() == "YES"', 10, "a condition only compares"),
    ('in_care == "yes"', "phq_99 > 3", 10, "there is no fact “phq_99”"),
    ('in_care == "yes"', "phq_9_item_12 > 3", 10, "there is no fact “phq_9_item_12”"),
    ('in_care == "yes"', "3 < phq_9 < 6", 10, "as two comparisons joined by and"),
    ("when = ['in_care == \"yes\"']", "when = []", 10, "a condition is missing"),
    ('finding = "Anybody in care"', 'finding = "Anybody', 4, ""),
    ('finding = "Anybody in care"', "finding = 7", 4, "“finding” has to be a text"),
    ("[[rules]]", "[[limits]]", 2, "a file of one’s own holds [[rules]] only"),
)


@pytest.mark.parametrize(("old", "new", "line", "reason"), BROKEN)
def test_names_a_mistake_with_file_line_and_reason(old: str, new: str, line: int, reason: str) -> None:
    assert old in GOOD
    (problem,) = problems(ours=GOOD.replace(old, new, 1))
    assert problem.startswith(f"ours.toml, line {line}: ")
    assert reason in problem


def test_one_mistake_costs_one_rule() -> None:
    other = GOOD.replace("OURS-1", "OURS-2")
    own = {"ours.toml": GOOD.replace('"yes"', '"perhaps"') + other, "more.toml": "[[rules]\n", "third.toml": GOOD}
    found = rule_book(own=own)
    assert {rule.id for rule in found.rules if rule.own} == {"OURS-1", "OURS-2"}
    assert [problem.file for problem in found.problems] == ["ours.toml", "more.toml"]
    assert len(guided(client(substances=[uses("cocaine", 9, topics=5)]), book=found).suggestions) > 5


def test_text_that_is_never_closed_spoils_only_its_own_rule() -> None:
    open_ended = GOOD.replace('why = "Who walks together talks."', 'why = """Who walks')
    found = rule_book(own={"ours.toml": open_ended + GOOD.replace("OURS-1", "OURS-2")})
    assert [rule.id for rule in found.rules if rule.own] == ["OURS-2"]
    (problem,) = found.problems
    assert problem.file == "ours.toml" and problem.line > 2


def test_rules_can_be_switched_off() -> None:
    drinking = client(substances=[uses("alcohol", 10, topics=5)])
    assert guided(drinking).suggestion("T01")
    found = rule_book(off=["T01"])
    assert guided(drinking, book=found).suggestion("T01") is None
    assert (found.off, found.problems) == (("T01",), ())


def test_a_gate_stays_whatever_is_switched_off() -> None:
    found = rule_book(off=["G11", "T99"])
    assert {gate.id for gate in found.gates} >= {"G11"}
    assert [problem.reason for problem in found.problems] == [
        "G11 is a safety gate and stays",
        "there is no rule “T99” to switch off",
    ]


def test_thresholds_can_be_changed() -> None:
    ready = client(readiness=asked(importance=7))
    assert guided(ready).suggestion("T02") is None
    assert guided(ready, book=rule_book(numbers={"low_ruler": 7})).suggestion("T02")


def test_a_threshold_that_is_none_is_named() -> None:
    found = rule_book(numbers={"low_rule": 7})
    assert [problem.file for problem in found.problems] == [triggers.FILE]
    assert found.table == table()


def test_a_changed_threshold_changes_facts_as_well() -> None:
    sedatives = client(substances=[uses("sedative", 6)])
    assert guided(sedatives).gates == ()
    (gate,) = guided(sedatives, book=rule_book(numbers={"regular_days": 5})).gates
    assert gate.id == "G07"


def test_the_library_of_conditions_waits_for_the_first_rule() -> None:
    assert loaded_by("import recovery_desktop.guidance", {"evalidate", "peewee"}) == set()


# -- conditions


def test_not_known_is_neither_yes_nor_no() -> None:
    for said in ('opioid_use == "yes"', 'opioid_use == "no"', 'opioid_use != "yes"', 'not opioid_use == "yes"'):
        with pytest.raises(NotKnown, match="opioid_use"):
            condition(said, {}).holds(Known())


def test_a_threshold_is_no_fact() -> None:
    found = condition("phq_9 >= mood_mild and gad_7 < 3", {"mood_mild": 5})
    assert found.reads == ("phq_9", "gad_7")
    assert found.holds(Known({"mood_mild": 5, "phq_9": 5.0, "gad_7": 2.0}))


@pytest.mark.parametrize("said", ["exit == 'yes'", "__builtins__ == 'yes'", "print == 'yes'", "open == 'yes'"])
def test_no_name_of_python_is_in_reach(said: str) -> None:
    with pytest.raises(BadCondition):
        condition(said, {})


@pytest.mark.parametrize("node", [ast.Call, ast.Attribute, ast.Subscript, ast.Lambda, ast.NamedExpr, ast.JoinedStr])
def test_nothing_but_comparisons_gets_through(node: type[ast.AST]) -> None:
    samples = {
        ast.Call: "print(1) == 1",
        ast.Attribute: "phq_9.real == 1",
        ast.Subscript: "gates[0] == 'G01'",
        ast.Lambda: "(lambda: 1) == 1",
        ast.NamedExpr: "(phq_9 := 3) == 3",
        ast.JoinedStr: "f'{phq_9}' == '3'",
    }
    with pytest.raises(BadCondition):
        condition(samples[node], {})


# -- languages

SPANISH = """
[[rules]]
id = "T24"
finding = "Ánimo bajo"
suggestion = "Activación conductual"
when = ['in_care == "no"']
unless = []
"""


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    for file in (resources() / "guidance").glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (tmp_path / "mind.es.toml").write_text(SPANISH, "utf-8")
    monkeypatch.setattr(book, "_folder", lambda: tmp_path)
    monkeypatch.setattr(text, "_language", "es")
    book._book.cache_clear()
    yield rule_book()
    book._book.cache_clear()


def test_another_language_changes_words_and_nothing_else(spanish: Book) -> None:
    rule = spanish.rule("T24")
    assert (rule.finding, rule.suggestion) == ("Ánimo bajo", "Activación conductual")
    assert rule.why.startswith("Mood and use"), "English where there is no translation"
    assert guided(client(administrations=[phq_9(10)]), book=spanish).suggestion("T24")
    assert guided(client(administrations=[phq_9(9)]), book=spanish).suggestion("T24") is None


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads that take turns in the middle of parsing, as they may whenever garbage is collected there."""
    before = gc.get_threshold()
    gc.callbacks.append(_take_turns)
    gc.set_threshold(25)
    yield
    gc.set_threshold(*before)
    gc.callbacks.remove(_take_turns)


def _take_turns(_phase: str, _info: dict[str, int]) -> None:
    time.sleep(0)


def test_conditions_are_read_in_several_threads_at_a_time(switching: None) -> None:
    """The banner, a page and the rules' pane may each be the first to ask for the rules."""
    texts = ['in_care == "yes" and (age >= 60 or phq_9 in [1, 2, 3] and not homeless == "yes")'] * 600
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda text: condition(text, {}), texts))
    assert {one.text for one in found} == set(texts)
