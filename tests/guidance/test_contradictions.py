"""What contradicts itself can never be suggested: tried over random facts, and with rules of a practice's own."""

import random
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recovery_desktop.guidance import Fact, Facts, Guidance, evaluate, rule_book
from recovery_desktop.guidance.facts import Value
from recovery_desktop.guidance.vocabulary import (
    FIXED,
    GATE_COUNT,
    GATES,
    NUMBER,
    OPEN_GATES,
    RULE,
    SETTING,
    WITHDRAWAL_CARE,
    Kind,
)
from tests.guidance.clients import client, guided, hark, uses

FOUND_BY_THE_ENGINE = {GATES, OPEN_GATES, GATE_COUNT, RULE, SETTING, WITHDRAWAL_CARE}
SCORES = ("phq_9", "gad_7", "pcl_5", "ciwa_ar", "cows", "pc_ptsd_5", "ace", "barc_10")

# A practice's own file that asks for everything that is forbidden, whoever the client is.
OWN = "\n".join(
    f"""
[[rules]]
id = "OWN-{number}"
finding = "Anything"
suggestion = "{suggestion}"
strength = "C"
why = "Because we always did."
source = "Ourselves"
version = 1
when = ['in_care == "yes"']
{offers}
"""
    for number, (suggestion, offers) in enumerate(
        [
            ("Ask about Vivitrol", ""),
            ("A monthly injection", 'offers = ["naltrexone"]'),
            ("Couples therapy on Fridays", ""),
            ("An evening for two", 'offers = ["couple_sessions"]'),
            ("Start sertraline", ""),
            ("A pill for the mood", 'offers = ["antidepressant"]'),
            ("Lorazepam when the worry comes", ""),
            ("A pill for the worry", 'offers = ["benzodiazepine"]'),
            ("Detox only", ""),
            ("Five days and home", 'offers = ["detoxification_alone"]'),
            ("24-hour withdrawal care", ""),
            ("A bed for a week", 'offers = ["withdrawal_bed"]'),
            ("Methadone only with counseling", ""),
            ("Medicine after ten sessions", 'offers = ["medicine_on_condition"]'),
        ]
    )
)
BOOK = rule_book(own={"ours.toml": OWN})


def some_value(kind: Kind, chance: random.Random) -> Value:
    if kind.is_number:
        return float(chance.randint(0, 30))
    if kind.several:
        return frozenset(chance.sample(kind.words, chance.randint(0, len(kind.words))))
    return chance.choice(kind.words)


KINDS = {name: kind for name, kind in FIXED.items() if name not in FOUND_BY_THE_ENGINE}
KINDS |= dict.fromkeys([name for score in SCORES for name in (score, f"{score}_so_far")], NUMBER)


@st.composite
def random_facts(draw: st.DrawFn, **fixed: Value) -> Facts:
    """Any facts about anything, from few known to all; `fixed` are as they are said.

    Only the seed and the share that is known are drawn: two hundred facts one by one take a second each time.
    """
    chance, share = random.Random(draw(st.integers(0, 2**32))), draw(st.floats(0.05, 1))
    names = [name for name in KINDS if chance.random() < share]
    values = {name: some_value(KINDS[name], chance) for name in names} | {"in_care": "yes"} | fixed
    return Facts(Fact(name, value, name) for name, value in values.items())


def offered(found: Guidance) -> str:
    return " ".join(f"{one.suggestion} [{' '.join(one.rule.offers)}]" for one in found.suggestions).lower()


def offers(found: Guidance, *words: str) -> bool:
    return re.search("|".join(words), offered(found)) is not None


def any_facts(**fixed: Value) -> Any:
    return given(facts=random_facts(**fixed))


NALTREXONE = ("naltrexone", "vivitrol", "revia")
WITH_OPIOIDS: tuple[dict[str, Value], ...] = (
    {"opioid_use": "yes"},
    {"opioid_medicine": "yes"},
    {"opioid_planned": "yes"},
)


@pytest.mark.parametrize("fixed", WITH_OPIOIDS, ids=str)
def test_no_naltrexone_with_opioids(fixed: dict[str, Value]) -> None:
    @any_facts(alcohol_disorder="severe", opioid_disorder="severe", declines_agonist="yes", **fixed)
    @settings(max_examples=60, deadline=None)
    def never(facts: Facts) -> None:
        assert not offers(evaluate(facts, BOOK), *NALTREXONE)

    never()


@given(facts=random_facts(alcohol_disorder="severe", opioid_disorder="severe", declines_agonist="yes"))
@settings(max_examples=200, deadline=None)
def test_naltrexone_only_when_it_is_known_that_there_are_no_opioids(facts: Facts) -> None:
    found = evaluate(facts, BOOK)
    if offers(found, *NALTREXONE):
        assert [facts.value(name) for name in ("opioid_use", "opioid_medicine", "opioid_planned")] == ["no"] * 3
        assert "G13" not in found.ids()


COUPLE = ("couple", "joint", "an evening for two")


@given(facts=random_facts(partnered="yes", partner_willing="yes", partner_danger="yes"))
@settings(max_examples=100, deadline=None)
def test_no_couple_sessions_with_partner_violence(facts: Facts) -> None:
    found = evaluate(facts, BOOK)
    assert not offers(found, *COUPLE)
    assert "G11" in found.ids()


@given(facts=random_facts(partnered="yes", partner_willing="yes"))
@settings(max_examples=200, deadline=None)
def test_couple_sessions_only_when_it_was_asked_in_private(facts: Facts) -> None:
    if offers(evaluate(facts, BOOK), *COUPLE):
        assert facts.value("partner_danger") == "no"


ANTIDEPRESSANT = ("antidepressant", "sertraline", "a pill for the mood")
MANIA: tuple[dict[str, Value], ...] = (
    {"mania_signs": "yes"},
    {"bipolar_history": "yes"},
    {"antidepressant": "yes", "high_mood": "yes"},
)


@pytest.mark.parametrize("fixed", MANIA, ids=str)
def test_no_antidepressant_with_signs_of_mania(fixed: dict[str, Value]) -> None:
    @any_facts(phq_9=24.0, phq_9_so_far=24.0, depression_before_use="yes", gad_7=18.0, **fixed)
    @settings(max_examples=60, deadline=None)
    def never(facts: Facts) -> None:
        found = evaluate(facts, BOOK)
        assert not offers(found, *ANTIDEPRESSANT)
        assert "T25" not in found.ids(), "the urgent consult of G09 goes first"
        notes = " ".join(note.text for one in found.suggestions for note in one.notes)
        assert "medicine that brings no dependence" not in notes

    never()


@given(facts=random_facts(gad_7=18.0, anxiety="yes", panic="yes", ptsd="yes"))
@settings(max_examples=100, deadline=None)
def test_no_benzodiazepine_for_anxiety(facts: Facts) -> None:
    found = evaluate(facts, BOOK)
    assert not offers(found, "benzodiazepine", "lorazepam", "a pill for the worry")
    assert "T23" in {caution.id for caution in found.cautions}


@given(facts=random_facts())
@settings(max_examples=200, deadline=None)
def test_no_detoxification_alone_and_no_medicine_on_a_condition(facts: Facts) -> None:
    found = evaluate(facts, BOOK)
    assert not offers(found, "detox", "five days and home", "only with counsel", "after ten sessions")


NO_ALCOHOL_NO_SEDATIVES: dict[str, Value] = {
    "ciwa_ar": 0.0,
    "ciwa_ar_so_far": 0.0,
    "alcohol_use": "no",
    "alcohol_disorder": "none",
    "alcohol_withdrawal_risk": "no",
    "heavy_drinking_stopped": "no",
    "regular_sedatives": "no",
    "sedative_days": 0.0,
    "sedative_disorder": "none",
}
CALM: dict[str, Value] = {"unstable_home": "no", "homeless": "no", "partner_danger": "no", "unsafe_tonight": "no"}
OPIOIDS: dict[str, Value] = {"opioid_use": "yes", "opioid_withdrawal": "yes", "opioid_withdrawal_expected": "yes"}


@given(facts=random_facts(**OPIOIDS, **NO_ALCOHOL_NO_SEDATIVES), pregnancy=st.sampled_from(["yes", "possible", "no"]))
@settings(max_examples=200, deadline=None)
def test_no_bed_because_of_opioid_withdrawal_or_pregnancy_with_opioids(facts: Facts, pregnancy: str) -> None:
    with_pregnancy = facts.joined_by([Fact("pregnancy", pregnancy, pregnancy)])
    found = evaluate(with_pregnancy, BOOK)
    assert found.intensity.withdrawal == "none"
    assert "T49" not in found.ids()
    assert not offers(found, "24-hour withdrawal", "a bed for a week")
    assert found.intensity.answers[0].level == "planned"
    without = {name: value for name, value in facts.values().items() if name not in OPIOIDS}
    calm = evaluate(Facts(Fact(name, value, name) for name, value in without.items()), BOOK)
    assert found.intensity.setting == calm.intensity.setting, "opioid withdrawal and pregnancy change no setting"


@given(facts=random_facts(opioid_disorder="severe", opioid_agonist="no"))
@example(facts=Facts([Fact("in_care", "yes", ""), Fact("opioid_disorder", "moderate", "")]))
@settings(max_examples=200, deadline=None)
def test_medicine_for_opioids_is_always_offered(facts: Facts) -> None:
    """Whatever the client wants of counseling, whatever was missed or declined, whatever the setting is."""
    found = evaluate(facts, BOOK)
    assert found.suggestion("T11") is not None
    assert any(track.startswith("medicine for opioid use") for track in found.intensity.tracks)
    assert "counseling" in found.suggestion("T11").suggestion  # type: ignore[union-attr]


@given(facts=random_facts())
@settings(max_examples=300, deadline=None)
def test_never_fails_and_always_explains(facts: Facts) -> None:
    found = evaluate(facts, BOOK)
    for one in (*found.gates, *found.suggestions, *found.cautions):
        assert one.because, one.id
        assert one.suggestion and one.why and one.source
    assert all(missing.fact not in facts for missing in found.missing)
    assert found.intensity.rule is None or found.intensity.rule_words


def test_what_is_known_to_be_safe_is_suggested() -> None:
    """The tests above would pass as well if nothing were ever suggested."""
    said = {
        "in_care": "yes",
        "alcohol_disorder": "severe",
        "partnered": "yes",
        "partner_willing": "yes",
        "opioid_use": "no",
        "opioid_medicine": "no",
        "opioid_planned": "no",
        "partner_danger": "no",
        "mania_signs": "no",
        "bipolar_history": "no",
        "withdrawal_seizure": "yes",
        "alcohol_use": "yes",
    }
    found = evaluate(Facts(Fact(name, value, name) for name, value in said.items()), BOOK)
    assert {
        "T13",
        "T35",
        "T49",
        "OWN-0",
        "OWN-1",
        "OWN-2",
        "OWN-3",
        "OWN-4",
        "OWN-5",
        "OWN-10",
        "OWN-11",
    } <= found.ids()
    assert not {"OWN-6", "OWN-7", "OWN-8", "OWN-9", "OWN-12", "OWN-13"} & found.ids()


def test_the_practice_s_own_rules_were_read() -> None:
    assert BOOK.problems == ()
    assert len([rule for rule in BOOK.rules if rule.own]) == 14


def test_what_is_entered_by_hand_comes_under_the_same_limits() -> None:
    nothing_known = guided(client())
    assert [stop.why.text for stop in nothing_known.stops_for("Extended-release NALTREXONE")] == [
        "Naltrexone only when it is known that no opioids are taken or needed (G13)."
    ]
    assert nothing_known.stops_for("Peer recovery coach") == ()
    (known,) = guided(client(substances=[uses("opioid", 20)])).stops_for("naltrexone")
    assert any("20 of the last 30 days" in words for words in known.because)
    hurt = guided(client(administrations=[hark(1)]))
    assert [stop.why.private for stop in hurt.stops_for("Behavioral couples therapy")] == [True]
