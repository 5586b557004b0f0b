"""Every therapy rule: a client who fires it and one who nearly does; and what is shown with it."""

import pytest

from recovery_desktop.guidance import Fired, Guidance
from recovery_desktop.guidance.book import rule_book
from recovery_desktop.guidance.rules import NEEDS
from recovery_desktop.records.person import EXPRESSION, FORMATS, PLACES
from recovery_desktop.records.therapies import EVIDENCE, MODALITIES
from tests.guidance.cases import Case
from tests.guidance.clients import asked, client, gad_7, guided, hark, is_client_file, knows, pcl_5, phq_9, uses
from tests.guidance.therapy_cases import CASES


def fired(found: Guidance) -> dict[str, Fired]:
    return {one.id: one for one in (*found.suggestions, *found.cautions)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fires_and_nearly(case: Case) -> None:
    assert is_client_file(case.fires) and is_client_file(case.nearly)
    found = fired(guided(case.fires))
    assert case.rule in found
    assert case.says in " ".join(found[case.rule].found)
    assert case.rule not in fired(guided(case.nearly))


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == {f"T{number:02}" for number in range(1, 63)}
    assert {rule.id for rule in rule_book().therapies} == {case.rule for case in CASES}


@pytest.mark.parametrize("rule", rule_book().rules, ids=lambda rule: rule.id)
def test_a_rule_says_all_that_is_shown(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.finding and rule.suggestion and rule.why and rule.sources and rule.version == 1
    assert rule.strength in EVIDENCE
    assert (rule.need in NEEDS and rule.modality in MODALITIES) if rule.kind != "gate" else 0 < len(rule.now) <= 42
    assert set(rule.formats) <= set(FORMATS) and set(rule.ways) <= set(EXPRESSION) and set(rule.places) <= set(PLACES)


def test_medicine_is_a_question_to_a_prescriber() -> None:
    medicines = [rule for rule in rule_book().therapies if rule.modality == "medication" and rule.kind == "suggestion"]
    assert medicines
    assert [rule.id for rule in medicines if not rule.suggestion.startswith("Ask a prescriber about")] == []


def test_says_of_each_source_whether_it_was_read() -> None:
    (rule,) = (one for one in guided(client(substances=[uses("opioid", 20, topics=8)])).suggestions if one.id == "T11")
    assert [source.checked for source in rule.sources] == [True, False, True]
    assert not rule.checked
    assert rule.source.startswith("ASAM National Practice Guideline for Opioid Use Disorder")


def test_best_supported_first_then_what_fits() -> None:
    found = guided(
        client(
            substances=[uses("cannabis", 20, topics=4)],
            administrations=[gad_7(12)],
            preferences=asked(formats=["small_group"], expression=["movement"]),
        )
    )
    order = [one.strength for one in found.suggestions]
    assert order == sorted(order, key=list(EVIDENCE).index)
    ids = [one.id for one in found.suggestions]
    assert ids.index("T01") < ids.index("T26"), "both strong, but she likes small groups"
    assert ids.index("T33") < ids.index("T47"), "both moderate, but she likes to move"


def test_names_what_is_to_be_asked_beside_it() -> None:
    (rule,) = (one for one in guided(client(administrations=[phq_9(16)])).suggestions if one.id == "T25")
    assert "Ask the questions on high mood, little sleep, racing thoughts and risky acts." in [
        m.asks for m in rule.missing
    ]


def test_asks_about_pregnancy_of_those_who_can_be() -> None:
    def asks(**more: str) -> bool:
        missing = guided(client(substances=[uses("opioid", 20, topics=8)], **more)).missing
        return "pregnancy" in {one.fact for one in missing}

    assert asks(sex="female") and asks()
    assert not asks(sex="male")
    assert not asks(sex="female", birth_date="1960-01-01")
    assert not asks(sex="female", physical_health=asked(pregnancy="no"))  # type: ignore[arg-type]


def test_holds_back_in_words_and_asks() -> None:
    found = guided(client(substances=[uses("alcohol", 20, topics=8)]))
    (held,) = found.held_back
    assert (held.rule.id, held.why.private) == ("T13", False)
    assert "known that no opioids" in held.why.text
    waiting = {one.fact: one.rules for one in found.missing}
    assert "T13" in waiting["opioid_use"] and "T13" in waiting["opioid_medicine"]


COUPLE = knows("Sam", "Wife", client_wants="yes", wants_involvement="yes")


def test_what_rests_on_violence_at_home_is_private() -> None:
    found = guided(client(support_people=[COUPLE], administrations=[hark(3), pcl_5(50)]))
    (held,) = (one for one in found.held_back if one.rule.id == "T35")
    assert held.why.private
    present = found.suggestion("T21")
    assert present and present.private and present.found_for_sharing == ("PCL-5 50, positive",)
    assert not any("HARK" in words for one in found.suggestions for words in one.found_for_sharing)
    education = found.suggestion("T38")
    assert education and not education.private and [note.private for note in education.notes] == [True]
    home = found.intensity.answers[-1]
    assert home.private and home.level == "days"


def test_what_rests_on_more_than_violence_is_not() -> None:
    found = guided(client(administrations=[hark(3), pcl_5(50)], living_conditions=asked(housing="shelter")))
    present = found.suggestion("T21")
    assert present and not present.private
    assert "lives in a shelter" in present.found_for_sharing


def test_a_client_without_an_episode_gets_nothing() -> None:
    found = guided({"client": {"record_number": "RD-1", "legal_family": "Example"}})
    assert found.ids() == frozenset()
    assert found.intensity.setting == ""
