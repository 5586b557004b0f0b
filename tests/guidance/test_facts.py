"""Facts from the record: each has words and says what the vocabulary lets it say; what is dated later counts later."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery_desktop.guidance import Facts, evaluate, facts_of, plain_client
from recovery_desktop.guidance.vocabulary import FIXED, fact_name, kind_of
from recovery_desktop.instruments import instrument
from recovery_desktop.instruments.scoring import TOTAL
from tests.guidance.clients import ON, TODAY, Plain, asked, client, gad_7, gave, has, knows, phq_9, takes, uses
from tests.instruments.valid_answers import IDS, printed
from tests.whole_clients import client_files


def facts(plain: Plain, today: datetime.date = TODAY) -> Facts:
    return facts_of(plain_client(plain), today)


@given(plain=client_files(), today=st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_client_gives_facts_of_the_vocabulary(plain: dict[str, Any], today: datetime.date) -> None:
    found = facts(plain, today)
    for fact in found:
        kind = kind_of(fact.name)
        assert kind is not None, fact.name
        assert fact.words, fact.name
        if kind.is_number:
            assert isinstance(fact.value, float), fact.name
        elif kind.several:
            assert isinstance(fact.value, frozenset) and fact.value <= set(kind.words), fact.name
        else:
            assert fact.value in kind.words, fact.name
    evaluate(found)


@st.composite
def administrations(draw: st.DrawFn) -> Plain:
    """A questionnaire with some of its answers, and now and then one that it does not have."""
    name = draw(st.sampled_from(IDS))
    asked_of = [item for item in instrument(name).items if draw(st.booleans())]
    answers = {item.key: draw(st.sampled_from([*printed(item), None, 99])) for item in asked_of}
    return {"instrument": name, "given_on": draw(st.sampled_from([ON, "2026-09-01"])), "responses": answers}


@given(rows=st.lists(administrations(), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_answers_give_facts_of_the_vocabulary(rows: list[Plain]) -> None:
    for fact in facts(client(administrations=rows)):
        kind = kind_of(fact.name)
        assert kind is not None, fact.name
        assert isinstance(fact.value, float) if kind.is_number else fact.value in kind.words, fact.name
        assert fact.words


def test_every_scale_of_every_questionnaire_has_a_name_in_the_vocabulary() -> None:
    for each in IDS:
        for scale in instrument(each).scales:
            name = fact_name(each, "" if scale.key == TOTAL else scale.key)
            assert kind_of(name) is not None, name
    assert kind_of("auditor") is None


def test_an_empty_record_says_nothing() -> None:
    assert {fact.name for fact in facts(client())} == {"in_care"}


def test_what_is_left_out_of_a_section_is_not_known() -> None:
    found = facts(client(social_support=asked(isolated="yes"), physical_health=asked(chest_pain="unknown")))
    assert found.value("isolated") == "yes"
    assert "friends_use" not in found and "chest_pain" not in found


SAYS = (
    (client(substances=[uses("cocaine", 10, name="Cocaine")]), "cocaine_use", "Cocaine, 10 of the last 30 days"),
    (client(substances=[uses("alcohol", topics=5)]), "alcohol_disorder", "alcohol use disorder, moderate"),
    (client(administrations=[gad_7(14)]), "gad_7", "GAD-7 14, moderate"),
    (client(medications=[takes("Methadone")]), "opioid_agonist", "takes Methadone"),
    (client(readiness=asked(confidence=4)), "confidence", "confidence 4"),
    (client(living_conditions=asked(housing="shelter")), "homeless", "lives in a shelter"),
    (client(administrations=[gave("pc-ptsd-5", "no")]), "pc_ptsd_5", "PC-PTSD-5 0, no exposure, items not asked"),
)


@pytest.mark.parametrize(("plain", "name", "words"), SAYS)
def test_says_it_in_words(plain: Plain, name: str, words: str) -> None:
    fact = facts(plain).get(name)
    assert fact and fact.words == words


# -- which assessment, which episode, which day


def again(plain: Plain, on: str, **sections: Any) -> Plain:
    """The same client with a later assessment."""
    copied: Plain = json.loads(json.dumps(plain))
    copied["client"]["episodes"][-1]["assessments"].append({"started_on": on, **sections})
    return copied


FIRST = client(readiness=asked(confidence=2), social_support=asked(isolated="yes"))


def test_the_newest_assessment_that_says_anything_counts() -> None:
    later = again(FIRST, "2026-10-10", readiness=asked(confidence=8), social_support={"state": "not_asked"})
    found = facts(later, datetime.date(2026, 10, 10))
    assert (found.value("confidence"), found.value("isolated")) == (8.0, "yes")
    assert facts(later, TODAY).value("confidence") == 2.0, "what is dated later does not count yet"


def test_the_running_episode_counts() -> None:
    plain: Plain = json.loads(json.dumps(FIRST))
    plain["client"]["episodes"].append({"intake_on": ON, "assessments": [{"readiness": asked(confidence=9)}]})
    plain["client"]["episodes"].append({"intake_on": ON, "discharged_on": ON})
    found = facts(plain)
    assert found.value("confidence") == 9.0
    assert "isolated" not in found


def test_the_newest_answers_count_whatever_their_place() -> None:
    given_twice = [{**phq_9(4), "given_on": "2026-09-09"}, {**phq_9(17), "given_on": "2026-09-01"}]
    found = facts(client(administrations=given_twice))
    assert (found.value("phq_9"), found.value("phq_9_before")) == (4.0, 17.0)


# -- severity


def test_severity_follows_the_topics() -> None:
    for topics, severity in ((1, "none"), (2, "mild"), (4, "moderate"), (6, "severe")):
        assert facts(client(substances=[uses("cocaine", 9, topics=topics)])).value("cocaine_disorder") == severity


def test_few_topics_answered_are_not_none() -> None:
    row = {**uses("cocaine", 9), "topics": {"craving": "yes"}}
    assert "cocaine_disorder" not in facts(client(substances=[row]))
    row["topics"] = {"craving": "yes", "tolerance": "yes"}
    assert facts(client(substances=[row])).value("cocaine_disorder") == "mild", "at least"


def test_tolerance_to_a_medicine_as_prescribed_does_not_count() -> None:
    row = {**uses("opioid", 30), "taken_as_prescribed": "yes"}
    row["topics"] = dict.fromkeys(uses("opioid", topics=0)["topics"], "no") | {"tolerance": "yes", "withdrawal": "yes"}
    assert facts(client(substances=[row])).value("opioid_disorder") == "none"
    row["taken_as_prescribed"] = "no"
    assert facts(client(substances=[row])).value("opioid_disorder") == "mild"


def disorder(code: str, **more: str) -> Plain:
    return {"kind": "use_disorder", "code": code, "name": "Use disorder", **more}


def test_a_diagnosis_counts_beside_the_topics() -> None:
    drinks = uses("alcohol", 9, topics=2)

    def severity(*diagnoses: Plain) -> object:
        return facts(client(substances=[drinks], diagnoses=list(diagnoses))).value("alcohol_disorder")

    assert severity() == "mild"
    assert severity(disorder("F10.20", severity="severe")) == "severe"
    assert severity(disorder("F10.20")) == "moderate", "by its code at least"
    assert severity(disorder("F10.20", severity="severe", status="ruled_out")) == "mild"
    assert severity(disorder("F10.21", severity="severe", remission="early")) == "remission"


def test_no_use_is_only_known_when_substances_were_asked_about() -> None:
    assert "opioid_use" not in facts(client(substances=[uses("alcohol", 5)]))
    found = facts(client(substances=[uses("alcohol", 5)], substance_use=asked(injecting="no")))
    assert (found.value("opioid_use"), found.value("opioid_disorder")) == ("no", "none")
    assert "alcohol_disorder" not in found


def test_a_substance_without_days_is_used_unless_that_was_long_ago() -> None:
    assert facts(client(substances=[uses("opioid")])).value("opioid_use") == "yes"
    assert facts(client(substances=[uses("opioid", last_use_on="2026-05-01")])).value("opioid_use") == "no"


# -- people and medicines


def test_medicines_are_only_absent_when_that_was_said() -> None:
    assert "opioid_medicine" not in facts(client())
    assert facts(client(medications_state="none")).value("opioid_medicine") == "no"
    assert facts(client(medications=[takes("Ibuprofen")])).value("opioid_medicine") == "no"
    assert facts(client(medications=[takes("Oxycodone", "proposed")])).value("opioid_planned") == "yes"


def test_a_former_partner_is_no_partner() -> None:
    assert facts(client(support_people=[knows("Lee", "Ex-husband")])).value("partnered") is None
    assert facts(client(support_people=[knows("Lee", "Husband")])).value("partnered") == "yes"


def test_a_condition_that_was_ruled_out_is_not_there() -> None:
    assert (
        facts(client(diagnoses=[has("F31.9", "Bipolar disorder", status="ruled_out")])).value("bipolar_history") is None
    )


def test_the_vocabulary_names_each_fact_once() -> None:
    assert all(name == name.lower() and " " not in name for name in FIXED)


def test_medicines_count_from_their_first_to_their_last_day() -> None:
    taken = {**takes("Methadone"), "started_on": "2026-09-12"}
    assert facts(client(medications=[taken])).value("opioid_agonist") == "no"
    assert facts(client(medications=[taken]), datetime.date(2026, 9, 12)).value("opioid_agonist") == "yes"
    ended = {**takes("Oxycodone", "stopped"), "stopped_on": "2026-09-12"}
    assert facts(client(medications=[ended])).value("opioid_medicine") == "yes"
    assert facts(client(medications=[ended]), datetime.date(2026, 9, 12)).value("opioid_medicine") == "no"


def test_withdrawal_that_was_rated_before_the_medicine_is_over() -> None:
    rated = gave("cows", 4, 4, 5, on="2026-09-08")
    assert facts(client(administrations=[rated])).value("opioid_withdrawal") == "yes"
    begun = {**takes("Buprenorphine"), "started_on": "2026-09-08"}
    assert facts(client(administrations=[rated], medications=[begun])).value("opioid_withdrawal") == "no"
    before = {**takes("Buprenorphine"), "started_on": "2026-09-01"}
    assert facts(client(administrations=[rated], medications=[before])).value("opioid_withdrawal") == "yes"


def test_an_organ_is_ill_by_the_newest_laboratory_result() -> None:
    abnormal = {"kind": "blood", "taken_on": "2026-08-31", "tested_for": "Liver values", "result": "abnormal"}
    found = facts(client(test_results=[abnormal])).get("liver_illness")
    assert found and found.words == "Liver values: abnormal"
    later = abnormal | {"taken_on": "2026-09-07", "result": "normal"}
    assert facts(client(test_results=[abnormal, later])).value("liver_illness") is None


def test_bipolar_disorder_counts_in_remission_as_well() -> None:
    past = has("F31.74", "Bipolar disorder, in full remission") | {"status": "remission"}
    assert facts(client(diagnoses=[past])).value("bipolar_history") == "yes"
    past = has("F32.5", "Depression, in full remission") | {"status": "remission"}
    assert facts(client(diagnoses=[past])).value("depression") is None
