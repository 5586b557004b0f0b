"""What the record says that is no finding yet is proposed, once, and nothing private is."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.proposed_findings import Proposal, proposed_findings
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.family import SocialNeed
from recovery_desktop.records.goals import Finding, Need, NeedSafetyStep
from recovery_desktop.records.health import HealthConcern
from recovery_desktop.records.person import Hopes
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse, UseTopics
from recovery_desktop.records.therapies import PRIVATE_GATES, SafetyStep
from tests.people import TODAY, admitted, sample

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def assessment(store: Store) -> Assessment:
    assessment = store.add(Assessment, admitted(store)[1], started_on=DAY)
    store.add(SubstanceUse, assessment, state="asked")
    return assessment


def _proposed(assessment: Assessment) -> list[Proposal]:
    client = Episode.get().client
    return list(proposed_findings(take(client.id).rows("episodes")[0], TODAY))


def _score(store: Store, assessment: Assessment, instrument: str, value: float, band: str, **more: Any) -> Record:
    values = {"instrument": instrument, "name": instrument.upper(), "given_on": DAY, **more}
    given = store.add(Administration, assessment.episode, **values)
    store.add(RecordedScore, given, value=value, band=band)
    return given


def test_use_is_proposed_with_its_days_and_topics(store: Store, assessment: Assessment) -> None:
    cocaine = store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10)
    store.add(UseTopics, cocaine, **dict.fromkeys(("craving", "cut_down", "maintenance_therapy"), "yes"))
    store.add(Substance, assessment, substance_class="alcohol", name="Alcohol", days_of_30=0)
    (one,) = _proposed(assessment)
    assert (one.domain, one.statement) == ("physical", "Cocaine on 10 of 30 days, 2 of 11 topics met")
    store.add(Finding, assessment, domain="physical", statement="Cocaine after work", substance=cocaine)
    assert _proposed(assessment) == []


def test_a_later_assessments_row_of_the_same_substance_is_not_proposed_again(
    store: Store, assessment: Assessment
) -> None:
    values = {"substance_class": "cocaine", "name": "Cocaine", "days_of_30": 10}
    cocaine = store.add(Substance, assessment, **values)
    store.add(Finding, assessment, domain="physical", statement="Cocaine after work", substance=cocaine)
    later = store.add(Assessment, assessment.episode, started_on=DAY + datetime.timedelta(30))
    store.add(Substance, later, **values)
    assert _proposed(assessment) == []


@pytest.mark.parametrize(
    ("instrument", "value", "band", "domain"),
    [
        ("gad-7", 14, "moderate", "mental"),
        ("barc-10", 39, "below 47", "social"),
        ("audit", 17, "zone III", "physical"),
        ("gad-7", 3, "minimal", None),
        ("barc-10", 50, "47 or more", None),
        ("our-own-10", 3, "high", None),
    ],
)
def test_a_score_is_proposed_unless_it_lies_in_the_best_band(
    store: Store, assessment: Assessment, instrument: str, value: float, band: str, domain: str | None
) -> None:
    _score(store, assessment, instrument, value, band)
    found = _proposed(assessment)
    assert [one.domain for one in found] == ([domain] if domain else [])
    assert all(one.statement == f"{instrument.upper()} {value}, {band}" for one in found)


def test_the_newest_result_counts_and_one_finding_of_a_questionnaire_is_enough(
    store: Store, assessment: Assessment
) -> None:
    _score(store, assessment, "gad-7", 14, "moderate")
    better = _score(store, assessment, "gad-7", 3, "minimal", given_on=DAY + datetime.timedelta(14))
    assert _proposed(assessment) == []
    store.save(better, given_on=DAY - datetime.timedelta(14))
    assert len(_proposed(assessment)) == 1
    store.add(Finding, assessment, domain="mental", statement="Worry", administration=better)
    assert _proposed(assessment) == []


def test_violence_at_home_is_never_proposed(store: Store, assessment: Assessment) -> None:
    _score(store, assessment, "hark", 2, "positive")
    store.add(SocialNeed, assessment.episode, domain="safety", status="need", detail="Afraid of him")
    assert _proposed(assessment) == []


@pytest.mark.parametrize(
    ("model", "values", "statement", "domain"),
    [
        (
            Diagnosis,
            {"kind": "mental", "name": "Generalized anxiety disorder"},
            "Generalized anxiety disorder",
            "mental",
        ),
        (Diagnosis, {"kind": "medical", "name": "Hypertension"}, "Hypertension", "physical"),
        (Diagnosis, {"kind": "mental", "name": "Depression", "status": "resolved"}, "", ""),
        (Diagnosis, {"kind": "social", "name": "Debt"}, "", ""),
        (SocialNeed, {"domain": "money", "status": "need", "detail": "2,400 of debt"}, "Money: 2,400 of debt", "money"),
        (SocialNeed, {"domain": "money", "status": "no_need"}, "", ""),
        (
            HealthConcern,
            {"name": "Palpitations", "checked": "no"},
            "Palpitations, not checked by a clinician",
            "physical",
        ),
        (HealthConcern, {"name": "Palpitations", "checked": "yes"}, "", ""),
        (Hopes, {"a_year_from_now": "I dance again"}, "Hopes for: “I dance again”", "emotional"),
    ],
)
def test_what_else_is_proposed(
    store: Store, assessment: Assessment, model: type[Record], values: dict[str, Any], statement: str, domain: str
) -> None:
    owner = assessment if model in (HealthConcern, Hopes) else assessment.episode
    store.add(model, owner, **values)
    found = _proposed(assessment)
    assert [(one.statement, one.domain) for one in found] == ([(statement, domain)] if statement else [])


def test_what_is_proposed_can_be_entered_and_is_proposed_no_more(store: Store) -> None:
    client = sample(store, "priya-shah")
    for row in list(Finding.select()):
        store.remove(row)

    def proposed() -> list[Proposal]:
        return list(proposed_findings(take(client.id).rows("episodes")[0], TODAY))

    assert len(proposed()) > 8
    assert {one.domain for one in proposed()} <= set(DOMAINS)
    assert len({one.key for one in proposed()}) == len(proposed())
    assessment = Assessment.select().order_by(Assessment.id).first()
    for one in proposed():
        rests_on = {name: Finding.refs()[name].rel_model.get_by_id(number) for name, number in one.rests_on.items()}
        store.add(Finding, assessment, domain=one.domain, statement=one.statement, **rests_on)
    assert proposed() == []


def test_what_was_set_aside_is_proposed_again_once_the_record_says_something_else(
    store: Store, assessment: Assessment
) -> None:
    row = store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10)
    (one,) = _proposed(assessment)
    aside = store.add(SetAside, assessment.episode, what=one.what, set_aside_on=TODAY)
    assert _proposed(assessment) == []
    store.save(aside, until=TODAY)
    assert _proposed(assessment) == [one]
    store.save(aside, until=TODAY + datetime.timedelta(1))
    assert _proposed(assessment) == []
    store.save(row, days_of_30=12)
    assert [each.statement for each in _proposed(assessment)] == ["Cocaine on 12 of 30 days"]


def test_what_opened_a_gate_is_proposed_with_the_step_that_answers_it_unless_it_is_private(
    store: Store, assessment: Assessment
) -> None:
    step = store.add(SafetyStep, assessment.episode, gate="G06", finding="Pills from the street", action="Naloxone")
    store.add(SafetyStep, assessment.episode, gate=PRIVATE_GATES[0], finding="Afraid at home", action="See alone")
    (one,) = _proposed(assessment)
    assert (one.statement, one.domain, one.step) == ("Pills from the street", "physical", step.id)
    store.link(NeedSafetyStep, store.add(Need, assessment.episode, statement="Overdose"), step)
    assert _proposed(assessment) == []
