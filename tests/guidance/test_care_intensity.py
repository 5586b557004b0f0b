"""The Care Intensity Guide: what fills in its answers, which rule follows, what runs beside, what would change it."""

import pytest

from recovery_desktop.guidance import Intensity, evaluate, facts_of, plain_client
from recovery_desktop.guidance.reading import QUESTIONS
from recovery_desktop.guidance.settings import LEVELS, Circumstances, Decision, decide
from recovery_desktop.guidance.vocabulary import SETTINGS
from recovery_desktop.records import client as stored
from tests.guidance.clients import (
    TODAY,
    Plain,
    asked,
    client,
    gad_7,
    gave,
    guided,
    hark,
    has,
    is_client_file,
    knows,
    pcl_5,
    phq_9,
    uses,
)


def answer(plain: Plain, question: str) -> tuple[str, str]:
    """The level of a question and its reason."""
    (found,) = (each for each in guided(plain).intensity.answers if each.question == question)
    return found.level, found.reason


def daily(substance: str, **more: object) -> Plain:
    return uses(substance, 28, **more)  # type: ignore[arg-type]


HOME = asked(housing="rented", stable="yes", substances_at_home="no")
COMPANY = asked(isolated="no", friends_use="no", coworkers_use="no")
SISTER = knows("Ana", "Sister", influence="supportive", uses_substances="no", client_wants="yes")
SOBER = {"support_people": [SISTER], "living_conditions": HOME, "social_support": COMPANY}
WELL = asked(months_since_exam=3)

FILLED_IN = (
    ("stopping_safely", "none", client(substance_use=asked(injecting="no"), medications_state="none")),
    ("stopping_safely", "unknown", client()),
    ("stopping_safely", "mild", client(administrations=[gave("ciwa-ar", 3, *[0] * 9)])),
    ("stopping_safely", "planned", client(administrations=[gave("ciwa-ar", 7, 3)])),
    ("stopping_safely", "now", client(administrations=[gave("ciwa-ar", 7, 7, 5)])),
    ("stopping_safely", "days", client(substances=[uses("alcohol", 3)], substance_use=asked(withdrawal_seizure="yes"))),
    ("stopping_safely", "days", client(substances=[daily("sedative")])),
    ("stopping_safely", "planned", client(substances=[uses("sedative", 10)])),
    (
        "stopping_safely",
        "days",
        client(substances=[uses("alcohol", 10, topics=5)], physical_health=asked(pregnancy="yes")),
    ),
    ("stopping_safely", "planned", client(administrations=[gave("cows", 4, 4, 5, 5, 4, 4, 5, 4, 4, 4, 5)])),
    ("stopping_safely", "planned", client(substances=[daily("opioid")], physical_health=asked(pregnancy="yes"))),
    ("body", "none", client(physical_health=WELL)),
    ("body", "unknown", client(physical_health=asked(sleep_hours_low=7))),
    ("body", "mild", client(administrations=[gave("peg", 4, 4, 4)], physical_health=WELL)),
    ("body", "planned", client(administrations=[gave("peg", 7, 7, 7)], physical_health=WELL)),
    ("body", "mild", client(physical_health=asked(months_since_exam=13))),
    ("body", "planned", client(health_concerns=[{"kind": "body", "name": "Cough", "checked": "no"}])),
    ("body", "now", client(physical_health=asked(chest_pain="yes"))),
    ("mind_and_safety", "none", client(administrations=[phq_9(4), gad_7(4)])),
    ("mind_and_safety", "unknown", client(administrations=[phq_9(4)])),
    ("mind_and_safety", "mild", client(administrations=[phq_9(9)])),
    ("mind_and_safety", "planned", client(administrations=[phq_9(2), gad_7(10)])),
    ("mind_and_safety", "planned", client(administrations=[phq_9(19)])),
    ("mind_and_safety", "days", client(administrations=[phq_9(20)])),
    ("mind_and_safety", "days", client(administrations=[gad_7(15)])),
    ("mind_and_safety", "planned", client(administrations=[pcl_5(33)])),
    ("mind_and_safety", "days", client(administrations=[gave("asq", "yes", "no", "no", "no", "no")])),
    ("mind_and_safety", "days", client(psychiatric_history=asked(mania_signs="yes"))),
    ("mind_and_safety", "now", client(administrations=[gave("asq", "yes", "no", "no", "no", "yes")])),
    ("mind_and_safety", "now", client(psychiatric_history=asked(voices="yes"))),
    ("mind_and_safety", "unknown", client(diagnoses=[has("F20.9", "Schizophrenia")])),
    ("pull_back_to_use", "unknown", client()),
    ("pull_back_to_use", "mild", client(substances=[uses("alcohol", 10, topics=2)])),
    ("pull_back_to_use", "planned", client(substances=[uses("alcohol", 10, topics=4)])),
    ("pull_back_to_use", "days", client(substances=[uses("alcohol", 10, topics=6)])),
    ("pull_back_to_use", "unknown", client(substances=[uses("tobacco", 30, topics=9)])),
    (
        "pull_back_to_use",
        "days",
        client(
            substances=[uses("alcohol", 1, topics=2)],
            substance_use={"asked_on": "2026-09-10", "last_overdose_on": "2026-01-10"},
        ),
    ),
    (
        "pull_back_to_use",
        "mild",
        client(diagnoses=[{"kind": "use_disorder", "code": "F10.21", "name": "Alcohol", "status": "remission"}]),
    ),
    ("home_and_days", "none", client(**SOBER)),
    ("home_and_days", "mild", client(living_conditions=HOME, social_support=COMPANY)),
    ("home_and_days", "unknown", client(living_conditions=HOME)),
    ("home_and_days", "planned", client(social_support=asked(friends_use="yes"))),
    ("home_and_days", "planned", client(social_support=asked(coworkers_use="yes"))),
    ("home_and_days", "days", client(living_conditions=asked(housing="doubled_up"))),
    ("home_and_days", "days", client(administrations=[hark(1)])),
    (
        "home_and_days",
        "now",
        client(administrations=[hark(1)], trauma_safety=asked(feels_safe_at_home="no")),
    ),
    ("home_and_days", "now", client(trauma_safety=asked(safe_tonight="no"))),
    (
        "home_and_days",
        "days",
        client(administrations=[hark(1)], trauma_safety=asked(feels_safe_at_home="no", safe_tonight="yes")),
    ),
)


@pytest.mark.parametrize(("question", "level", "plain"), FILLED_IN)
def test_fills_in(question: str, level: str, plain: Plain) -> None:
    assert is_client_file(plain)
    found, reason = answer(plain, question)
    assert found == level
    assert reason == "not known yet" if level == "unknown" else reason


def levels(*each: str) -> dict[str, str]:
    return dict(zip(QUESTIONS, each, strict=True))


ALCOHOL = {"from_alcohol_or_sedatives": "planned", "disorder": "moderate"}
RULES = (
    # stopping, body, mind, pull, home
    (levels("now", "none", "none", "none", "none"), Circumstances(disorder="mild"), 1, "emergency"),
    (levels("none", "now", "none", "none", "none"), Circumstances(disorder="mild"), 1, "emergency"),
    (levels("none", "none", "now", "none", "none"), Circumstances(disorder="mild"), 1, "emergency"),
    (
        levels("none", "none", "none", "none", "none"),
        Circumstances(frozenset({"G16"}), disorder="mild"),
        1,
        "emergency",
    ),
    (
        levels("none", "none", "none", "none", "none"),
        Circumstances(frozenset({"G06"}), disorder="mild"),
        6,
        "outpatient",
    ),
    (levels("none", "days", "none", "days", "none"), Circumstances(disorder="severe"), 3, "residential"),
    (levels("none", "none", "days", "none", "now"), Circumstances(disorder="severe"), 3, "residential"),
    (levels("days", "days", "none", "days", "none"), Circumstances(frozenset(), "days", "severe"), 3, "hospital"),
    (levels("days", "days", "none", "days", "none"), Circumstances(disorder="severe"), 3, "residential"),
    (levels("none", "none", "none", "none", "now"), Circumstances(disorder="mild"), 4, "residential"),
    (levels("none", "none", "none", "days", "days"), Circumstances(disorder="severe"), 4, "residential"),
    (levels("none", "none", "days", "none", "none"), Circumstances(disorder="mild"), 5, "intensive_outpatient"),
    (levels("none", "none", "none", "days", "planned"), Circumstances(disorder="severe"), 5, "intensive_outpatient"),
    (levels("none", "none", "planned", "mild", "planned"), Circumstances(disorder="mild"), 5, "intensive_outpatient"),
    (levels("planned", "planned", "planned", "mild", "mild"), Circumstances(disorder="mild"), 6, "outpatient"),
    (levels("none", "days", "none", "planned", "none"), Circumstances(disorder="moderate"), 6, "outpatient"),
    (levels("none", "none", "none", "none", "days"), Circumstances(disorder="none"), 6, "checkups"),
    (levels("none", "none", "none", "mild", "none"), Circumstances(disorder="remission"), 6, "checkups"),
    (levels(*["unknown"] * 5), Circumstances(), None, ""),
)


@pytest.mark.parametrize(("of", "around", "rule", "setting"), RULES)
def test_the_first_rule_that_is_met_gives_the_setting(
    of: dict[str, str], around: Circumstances, rule: int | None, setting: str
) -> None:
    found = decide(of, around)
    assert (found.rule, found.setting) == (rule, setting)


WITHDRAWAL = (
    (
        levels("planned", "mild", "planned", "none", "planned"),
        Circumstances(**ALCOHOL, sober_helper=True),
        "ambulatory",
    ),
    (levels("planned", "mild", "planned", "none", "planned"), Circumstances(**ALCOHOL), "day_and_night"),
    (
        levels("planned", "planned", "none", "none", "none"),
        Circumstances(**ALCOHOL, sober_helper=True),
        "day_and_night",
    ),
    (levels("planned", "none", "days", "none", "none"), Circumstances(**ALCOHOL, sober_helper=True), "day_and_night"),
    (levels("planned", "none", "none", "none", "days"), Circumstances(**ALCOHOL, sober_helper=True), "day_and_night"),
    (
        levels("planned", "unknown", "none", "none", "none"),
        Circumstances(**ALCOHOL, sober_helper=True),
        "day_and_night",
    ),
    (levels("days", "none", "none", "none", "none"), Circumstances(frozenset(), "days", "mild", True), "day_and_night"),
    (levels("now", "none", "none", "none", "none"), Circumstances(frozenset(), "now", "mild", True), "hospital"),
    (levels("days", "days", "days", "days", "days"), Circumstances(disorder="severe"), "none"),
)


@pytest.mark.parametrize(("of", "around", "care"), WITHDRAWAL)
def test_rule_2_adds_withdrawal_care(of: dict[str, str], around: Circumstances, care: str) -> None:
    assert decide(of, around).withdrawal == care


def test_decisions_can_be_stored_in_the_record() -> None:
    assert set(SETTINGS) == set(stored.SETTINGS)
    assert {*LEVELS, "unknown"} == set(stored.URGENCY)
    assert {decide(of, around).withdrawal for of, around, _care in WITHDRAWAL} == set(stored.WITHDRAWAL_CARE)
    assert set(QUESTIONS) <= set(stored.LevelOfCare.described())
    assert {f"{question}_because" for question in QUESTIONS} <= set(stored.LevelOfCare.described())


def intensity(**parts: object) -> Intensity:
    return guided(client(**parts)).intensity


HEROIN = uses("opioid", 28, topics=9, name="Heroin")


@pytest.mark.parametrize("pregnancy", ["yes", "no"])
def test_opioid_withdrawal_asks_for_medicine_and_for_no_bed(pregnancy: str) -> None:
    found = intensity(
        substances=[HEROIN],
        administrations=[gave("cows", 4, 4, 5, 5, 4)],
        physical_health=asked(pregnancy=pregnancy, months_since_exam=3),
        **SOBER,
    )
    assert (found.setting, found.rule, found.withdrawal) == ("intensive_outpatient", 5, "none")
    assert any(track.startswith("medicine for opioid use") for track in found.tracks)


def test_low_readiness_adds_outreach_and_raises_nothing() -> None:
    low, high = (
        intensity(substances=[uses("alcohol", 10, topics=3)], readiness=asked(readiness=n), **SOBER) for n in (2, 9)
    )
    assert low.setting == high.setting == "outpatient"
    assert set(low.tracks) - set(high.tracks) == {"motivational enhancement and outreach"}


def test_medicine_is_offered_in_every_setting() -> None:
    found = intensity(substances=[HEROIN, uses("alcohol", 20, topics=7), uses("tobacco", 30)], **SOBER)
    assert [track.split(",")[0] for track in found.tracks if track.startswith("medicine")] == [
        "medicine for opioid use",
        "medicine for alcohol use",
        "medicine for nicotine use",
    ]


def test_an_answer_that_is_not_known_makes_it_provisional() -> None:
    found = intensity(substances=[uses("alcohol", 10, topics=4)])
    assert (found.setting, found.provisional) == ("outpatient", True)
    assert {each.level for each in found.answers} == {"unknown", "planned"}


def test_says_what_to_ask_for_each_answer_that_is_not_known() -> None:
    found = guided(client(administrations=[phq_9(3)]))
    asks = {question: {one.fact for one in found.missing if one.answers == question} for question in QUESTIONS}
    assert asks["stopping_safely"] == {"opioid_use", "alcohol_withdrawal_risk", "regular_sedatives"}
    assert asks["body"] == {"months_since_exam", "unchecked_concern"}
    assert asks["mind_and_safety"] == {"gad_7"}
    assert asks["pull_back_to_use"] == {"use_disorder", "overdose_recent"}
    assert asks["home_and_days"] == {"unstable_home", "isolated", "friends_use"}


def test_says_what_would_change_it() -> None:
    found = intensity(substances=[uses("alcohol", 10, topics=4)], administrations=[phq_9(12)], **SOBER)
    assert found.setting == "intensive_outpatient"
    assert "“Mind and safety” or “Pull back to use” answered with “mild”: outpatient" in found.would_change
    assert any(said.startswith("“Home and days” answered with “now”: residential") for said in found.would_change)


def test_says_which_two_answers_would_change_it_where_one_alone_does_not() -> None:
    found = intensity(
        substances=[uses("alcohol", 10, topics=4)],
        administrations=[phq_9(12)],
        social_support=asked(friends_use="yes", isolated="no"),
        living_conditions=HOME,
    )
    assert "“Mind and safety” and “Home and days” both at most mild: outpatient" in found.would_change


def test_an_emergency_lasts_until_a_response_is_recorded() -> None:
    parts = {"substances": [uses("alcohol", 10, topics=3)], "administrations": [gave("ciwa-ar", visual=4)], **SOBER}
    found = intensity(**parts)
    assert (found.setting, found.rule, found.withdrawal) == ("emergency", 1, "hospital")
    assert "once the emergency is cleared and recorded: outpatient" in found.would_change
    response = {
        "gate": "G03",
        "action": "Hospital",
        "status": "done",
        "done_on": "2026-09-10",
        "done_by": "Dana",
        "response": "Admitted.",
    }
    assert intensity(**parts, safety_steps=[response]).setting == "outpatient"


def test_a_sober_helper_would_allow_ambulatory_care() -> None:
    found = intensity(
        substances=[uses("sedative", 12, topics=2)],
        physical_health=WELL,
        administrations=[phq_9(3), gad_7(3)],
        living_conditions=HOME,
        social_support=COMPANY,
    )
    assert found.withdrawal == "day_and_night"
    assert "with a sober helper: withdrawal care as an outpatient" in found.would_change


def test_the_counselor_may_change_every_answer() -> None:
    facts = facts_of(plain_client(client(substances=[uses("alcohol", 10, topics=4)], **SOBER)), TODAY)
    found = evaluate(facts, answers={"home_and_days": "now"}).intensity
    assert (found.setting, found.rule) == ("residential", 4)
    assert [(each.question, each.prefilled, each.reason) for each in found.answers if not each.prefilled] == [
        ("home_and_days", False, "changed by the counselor")
    ]
    assert evaluate(facts).intensity.setting == "outpatient"


def test_never_names_a_protected_standard() -> None:
    for of, around, _rule, _setting in RULES:
        assert isinstance(decide(of, around), Decision)
    found = intensity(substances=[HEROIN])
    said = " ".join([found.setting_words, found.rule_words, *found.tracks, *found.would_change])
    assert "ASAM" not in said and "level" not in said.lower()
