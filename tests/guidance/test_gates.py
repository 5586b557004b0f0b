"""Every safety gate: a client who fires it and one who nearly does; single answers are enough; what answers a gate."""

import datetime
from typing import Any

import pytest

from recovery_desktop.guidance import rule_book
from recovery_desktop.records.therapies import PRIVATE_GATES
from tests.guidance.cases import Case
from tests.guidance.clients import ON, Plain, asked, client, gave, guided, hark, has, is_client_file, takes, uses

CASES = (
    Case(
        "G01",
        client(administrations=[gave("asq", "yes", "no", "no", "no", "yes")]),
        client(administrations=[gave("asq", "yes", "no", "no", "no", "no")]),
        "ASQ",
    ),
    Case("G02", client(administrations=[gave("phq-9", _9=1)]), client(administrations=[gave("phq-9", _9=0)]), "PHQ-9"),
    Case("G02", client(administrations=[gave("asq", _3="yes")]), client(administrations=[gave("asq", _3="no")]), "ASQ"),
    Case(
        "G02",
        client(psychiatric_history=asked(suicide_attempts=1)),
        client(psychiatric_history=asked(suicide_attempts=0, self_harm="yes")),
        "attempt",
    ),
    Case(
        "G03",
        client(administrations=[gave("ciwa-ar", 5, 5, 5, 4)]),
        client(administrations=[gave("ciwa-ar", 5, 5, 5, 3)]),
        "19 so far",
    ),
    Case(
        "G03",
        client(administrations=[gave("ciwa-ar", visual=4)]),
        client(administrations=[gave("ciwa-ar", visual=3)]),
        "CIWA-Ar",
    ),
    Case(
        "G04",
        client(administrations=[gave("ciwa-ar", 3, 3, 4, 0, 0, 0, 0, 0, 0, 0)]),
        client(administrations=[gave("ciwa-ar", 3, 3, 3, 0, 0, 0, 0, 0, 0, 0)]),
        "CIWA-Ar 10",
    ),
    Case(
        "G04",
        client(substance_use=asked(withdrawal_seizure="yes")),
        client(substance_use=asked(withdrawal_seizure="no")),
        "seizure",
    ),
    Case(
        "G04",
        client(substances=[uses("alcohol", 28, amount_high=10, amount_unit="drinks", last_use_on="2026-09-09")]),
        client(substances=[uses("alcohol", 28, amount_high=10, amount_unit="drinks", last_use_on="2026-09-05")]),
        "last drink 1 day",
    ),
    Case(
        "G05",
        client(administrations=[gave("cows", pulse=1, restlessness=1, yawning=1, anxiety=2)]),
        client(administrations=[gave("cows", pulse=1, yawning=1, anxiety=2)]),
        "COWS",
    ),
    Case(
        "G05",
        client(substances=[uses("opioid", 25)]),
        client(substances=[uses("opioid", 4)]),
        "25 of the last 30 days",
    ),
    Case(
        "G06",
        client(substances=[uses("cocaine", 10, name="Cocaine", content_known="no")]),
        client(substances=[uses("cocaine", 10, name="Cocaine", content_known="yes")]),
        "Cocaine of unknown content",
    ),
    Case("G06", client(substance_use=asked(overdoses=1)), client(substance_use=asked(overdoses=0)), "overdosed"),
    Case(
        "G06",
        client(referral_detail="Released from jail in August", substances=[uses("alcohol", 10)]),
        client(referral_detail="Released from jail in August"),
        "jail",
    ),
    Case("G07", client(substances=[uses("sedative", 12)]), client(substances=[uses("sedative", 3)]), "12 of the last"),
    Case(
        "G07",
        client(medications=[takes("Clonazepam")]),
        client(medications=[takes("Clonazepam", "stopped")]),
        "Clonazepam",
    ),
    Case(
        "G08",
        client(physical_health=asked(pregnancy="possible")),
        client(physical_health=asked(pregnancy="unlikely")),
        "not tested",
    ),
    Case(
        "G09",
        client(psychiatric_history=asked(mania_signs="yes")),
        client(psychiatric_history=asked(mania_signs="no", high_mood="yes")),
        "mania",
    ),
    Case(
        "G09", client(diagnoses=[has("F31.81", "Bipolar II disorder")]), client(diagnoses=[has("F32.1", "Depression")])
    ),
    Case(
        "G09",
        client(psychiatric_history=asked(high_mood="yes"), medications=[takes("Sertraline")]),
        client(psychiatric_history=asked(high_mood="no"), medications=[takes("Sertraline")]),
        "Sertraline",
    ),
    Case(
        "G10",
        client(psychiatric_history=asked(voices="yes")),
        client(psychiatric_history=asked(voices="yes", psychosis_signs="no")),
        "hears or sees",
    ),
    Case("G10", client(psychiatric_history=asked(confused="yes")), client(psychiatric_history=asked(confused="no"))),
    Case("G11", client(administrations=[hark(1)]), client(administrations=[hark(0)]), "HARK"),
    Case(
        "G11",
        client(trauma_safety=asked(afraid_of_someone="yes")),
        client(trauma_safety=asked(afraid_of_someone="no")),
        "afraid",
    ),
    Case("G12", client(trauma_safety=asked(child_at_risk="yes")), client(trauma_safety=asked(child_at_risk="unknown"))),
    Case(
        "G13",
        client(medications=[takes("Oxycodone")]),
        client(medications=[takes("Ibuprofen")]),
        "takes Oxycodone",
    ),
    Case("G13", client(substances=[uses("opioid", 3)]), client(substances=[uses("opioid", 0)]), "3 of the last"),
    Case(
        "G14",
        client(diagnoses=[has("K74.60", "Cirrhosis of the liver")], substances=[uses("alcohol", 20, topics=6)]),
        client(diagnoses=[has("K74.60", "Cirrhosis of the liver")], substances=[uses("alcohol", 1, topics=0)]),
        "Cirrhosis",
    ),
    Case("G15", client(intoxicated_at_intake="yes"), client(intoxicated_at_intake="unknown"), "intoxicated"),
    Case(
        "G16",
        client(physical_health=asked(chest_pain="yes")),
        client(physical_health=asked(chest_pain="no"), health_concerns=[{"kind": "body", "name": "Palpitations"}]),
        "chest pain",
    ),
    Case(
        "G16",
        client(health_concerns=[{"kind": "body", "name": "Black stool since Monday"}]),
        client(health_concerns=[{"kind": "body", "name": "Back ache since Monday"}]),
        "Black stool",
    ),
    Case("G17", client(trauma_safety=asked(adult_at_risk="yes")), client(trauma_safety=asked(adult_at_risk="no"))),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fires_and_nearly(case: Case) -> None:
    assert is_client_file(case.fires) and is_client_file(case.nearly)
    gates = {gate.id: gate for gate in guided(case.fires).gates}
    assert case.rule in gates
    assert case.says in " ".join(gates[case.rule].found)
    assert case.rule not in {gate.id for gate in guided(case.nearly).gates}


def test_every_gate_has_a_case() -> None:
    assert {case.rule for case in CASES} == {f"G{number:02}" for number in range(1, 18)}


def test_nothing_known_opens_no_gate() -> None:
    assert guided(client()).gates == ()


@pytest.mark.parametrize("answer", ["unknown", "declined"])
def test_what_is_not_known_is_neither_yes_nor_no(answer: str) -> None:
    found = guided(client(trauma_safety=asked(afraid_of_someone=answer, child_at_risk=answer)))
    assert found.gates == ()
    assert "partner_danger" in {missing.fact for missing in found.missing}


def test_an_acute_answer_opens_both_suicide_gates() -> None:
    found = guided(client(administrations=[gave("asq", "yes", "no", "no", "no", "yes")]))
    assert [gate.id for gate in found.gates] == ["G01", "G02"]


def test_a_later_denial_takes_no_safety_answer_back() -> None:
    given = [gave("phq-9", _9=2, on="2026-09-01"), gave("phq-9", *[0] * 9, on="2026-09-08")]
    (gate,) = guided(client(administrations=given)).gates
    assert (gate.id, gate.because[0].on) == ("G02", datetime.date(2026, 9, 1))


def test_a_newer_scale_of_withdrawal_does() -> None:
    """Withdrawal is over when it is over; of thoughts of death nobody knows that."""
    given = [gave("cows", 4, 4, 5, on="2026-09-01"), gave("cows", *[0] * 11, on="2026-09-08")]
    assert guided(client(administrations=given)).gates == ()


def test_partner_violence_is_private_and_nothing_else_is() -> None:
    found = guided(
        client(administrations=[hark(2)], trauma_safety=asked(child_at_risk="yes"), intoxicated_at_intake="yes")
    )
    assert {gate.id: gate.private for gate in found.gates} == {"G11": True, "G12": False, "G15": False}
    assert [gate.found_for_sharing for gate in found.gates if gate.private] == [()]


def step(**more: Any) -> Plain:
    return {"gate": "G02", "action": "Safety plan", "status": "done", **more}


WHOLE = {"done_on": ON, "done_by": "Dana Whitfield", "response": "Safety plan written, pills with her sister."}


@pytest.mark.parametrize(
    ("steps", "is_open"),
    [
        ([], True),
        ([step(**WHOLE)], False),
        ([step(**WHOLE | {"done_on": "2026-09-09"})], True),
        ([step(**{name: held for name, held in WHOLE.items() if name != "done_by"})], True),
        ([step(**{name: held for name, held in WHOLE.items() if name != "response"})], True),
        ([step(**WHOLE) | {"gate": "G06"}], True),
    ],
    ids=["none", "whole", "from before", "by nobody", "without words", "of another gate"],
)
def test_only_a_whole_response_answers_a_gate(steps: list[Plain], is_open: bool) -> None:
    (gate,) = guided(client(administrations=[gave("phq-9", _9=1)], safety_steps=steps)).gates
    assert gate.is_open == is_open
    assert gate.answer is None or gate.answer.done_by == "Dana Whitfield"


def test_an_answered_gate_is_still_there() -> None:
    found = guided(client(administrations=[gave("phq-9", _9=1)], safety_steps=[step(**WHOLE)]))
    assert [gate.id for gate in found.gates] == ["G02"]


def test_what_records_keep_private_are_the_gates_whose_rules_are() -> None:
    assert {rule.id for rule in rule_book().gates if rule.private} == set(PRIVATE_GATES)
