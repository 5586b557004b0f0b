"""The example client gives the gates, the intensity and the suggestions of her vignette, and none it rules out."""

import datetime
import json

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.guidance import Guidance, evaluate, facts_of, plain_client
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.store import Store
from tests.people import sample

INTAKE, DAY_30 = datetime.date(2026, 9, 10), datetime.date(2026, 10, 10)
SUGGESTED = (1, 2, 5, 6, 9, 10, 16, 17, 26, 27, 33, 38, 45, 46, 47, 53, 61)
RULED_OUT = {*(7, 11, 12, 13, 14, 15, 18, 19, 20, 21, 25, 28, 29, 30), *(35, 36, 37, 39, 40, 41, 42, 43, 48, 49, 50)}


def priya(on: datetime.date) -> Guidance:
    plain = json.loads((resources() / "sample" / "priya-shah.json").read_text("utf-8"))
    return evaluate(facts_of(plain_client(plain), on))


@pytest.fixture(scope="module")
def intake() -> Guidance:
    return priya(INTAKE)


def test_one_gate_and_it_is_answered(intake: Guidance) -> None:
    (gate,) = intake.gates
    assert (gate.id, gate.found, gate.is_open) == ("G06", ("Cocaine of unknown content",), False)
    assert gate.answer and gate.answer.done_by == "Dana Whitfield, LCADC"


def test_intensity(intake: Guidance) -> None:
    found = intake.intensity
    assert [each.level for each in found.answers] == ["none", "planned", "planned", "planned", "planned"]
    assert [each.reason for each in found.answers[1:]] == [
        "Palpitations not checked",
        "GAD-7 14, moderate",
        "cocaine use disorder, moderate",
        "close friends use; co-workers use",
    ]
    assert (found.rule, found.setting, found.withdrawal, found.provisional) == (
        5,
        "intensive_outpatient",
        "none",
        False,
    )


def test_day_30_keeps_intensive_outpatient() -> None:
    found = priya(DAY_30)
    assert (found.intensity.rule, found.intensity.setting) == (5, "intensive_outpatient")
    mind = found.intensity.answers[2]
    assert (mind.level, mind.reason) == ("mild", "PHQ-9 9, mild; GAD-7 9, mild")
    assert "T62" in found.ids(), "she declined the twelve-step group"
    assert "T26" not in found.ids(), "GAD-7 is 9 by now"


@pytest.mark.parametrize("number", SUGGESTED)
def test_suggests(intake: Guidance, number: int) -> None:
    found = intake.suggestion(f"T{number:02}")
    assert found is not None
    assert found.finding and found.found and found.why and found.source
    assert found.strength in ("strong", "moderate", "consensus")


def test_suggests_nothing_that_is_ruled_out(intake: Guidance) -> None:
    assert intake.ids() & {f"T{number:02}" for number in RULED_OUT} == set()
    (caution,) = intake.cautions
    assert (caution.id, caution.strength) == ("T23", "caution")
    assert not any("benzodiazepine" in one.suggestion.lower() for one in intake.suggestions)


def test_names_what_fired_it(intake: Guidance) -> None:
    def found(rule: str) -> tuple[str, ...]:
        one = intake.suggestion(rule)
        assert one
        return one.found

    assert found("T02") == ("confidence 5", "SOCRATES 8D Ambivalence 15")
    assert found("T45") == ("BARC-10 39, below 47",)
    assert found("T53") == ("last physical exam 14 months ago", "Palpitations not checked")
    assert found("T27") == ("Worry, worse: In crowds",)


def test_twelve_steps_are_suggested_with_her_no_beside_them(intake: Guidance) -> None:
    found = intake.suggestion("T09")
    assert found
    assert [note.text for note in found.notes] == [
        "The client does not want this now: offer secular groups as well (T10)."
    ]


OTHERS = (
    ("ernesto-quizhpe", "2026-08-24", {"G02"}, ("mild", "planned", "days", "planned", "planned"), "none"),
    ("ernesto-quizhpe", "2026-08-31", {"G02", "G14"}, ("mild", "planned", "days", "planned", "planned"), "none"),
    (
        "josephine-tate",
        "2026-09-21",
        {"G05", "G06", "G07", "G13"},
        ("days", "planned", "planned", "days", "planned"),
        "day_and_night",
    ),
)


@pytest.mark.parametrize(("name", "on", "gates", "levels", "withdrawal"), OTHERS)
def test_the_other_sample_clients_get_what_was_recorded_for_them(
    name: str, on: str, gates: set[str], levels: tuple[str, ...], withdrawal: str
) -> None:
    plain = json.loads((resources() / "sample" / f"{name}.json").read_text("utf-8"))
    found = evaluate(facts_of(plain_client(plain), datetime.date.fromisoformat(on)))
    assert {gate.id for gate in found.gates} == gates
    assert tuple(each.level for each in found.intensity.answers) == levels
    assert (found.intensity.rule, found.intensity.setting) == (5, "intensive_outpatient")
    assert found.intensity.withdrawal == withdrawal


@pytest.mark.parametrize("name", ["priya-shah", "ernesto-quizhpe", "josephine-tate"])
@pytest.mark.parametrize("on", [INTAKE, DAY_30], ids=str)
def test_a_snapshot_and_a_client_file_say_the_same(store: Store, name: str, on: datetime.date) -> None:
    plain = json.loads((resources() / "sample" / f"{name}.json").read_text("utf-8"))
    from_file = facts_of(plain_client(plain), on)
    from_record = facts_of(take(sample(store, name).id), on)
    assert sorted(from_file, key=lambda fact: fact.name) == sorted(from_record, key=lambda fact: fact.name)
    assert from_file.steps == from_record.steps
