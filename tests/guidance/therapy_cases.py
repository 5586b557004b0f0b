"""For every therapy rule a client who fires it and one who nearly does."""

from typing import Any

from tests.guidance.cases import Case
from tests.guidance.clients import (
    Plain,
    asked,
    bam_use,
    client,
    gad_7,
    gave,
    hark,
    has,
    knows,
    pcl_5,
    phq_9,
    takes,
    uses,
)


def alcohol(topics: int, **more: Any) -> Plain:
    return uses("alcohol", 15, topics=topics, name="Beer", **more)


def cocaine(topics: int) -> Plain:
    return uses("cocaine", 10, topics=topics, name="Cocaine")


def heroin(topics: int, days: int = 12) -> Plain:
    return uses("opioid", days, topics=topics, name="Heroin")


def missed(visits: int) -> list[Plain]:
    return [
        {"held_on": f"2026-09-0{day}", "kind": "individual", "attendance": "missed"} for day in range(1, visits + 1)
    ]


def drug_test(result: str, on: str, kind: str = "urine") -> Plain:
    return {"kind": kind, "taken_on": on, "result": result}


def goal(status: str, on: str, approach: str = "abstinence") -> Plain:
    return {"statement": "No use", "approach": approach, "status": status, "status_on": on}


SUBSTANCES_ASKED = asked(injecting="no")
NO_MEDICINES = "none"
PARTNER = {"client_wants": "yes", "wants_involvement": "yes"}
HOME = asked(housing="rented", stable="yes")

CASES = (
    # -- change
    Case("T01", client(substances=[alcohol(2)]), client(substances=[alcohol(1)]), "alcohol use disorder, mild"),
    Case("T02", client(readiness=asked(importance=6)), client(readiness=asked(importance=7)), "importance 6"),
    Case("T02", client(readiness=asked(confidence=6)), client(readiness=asked(confidence=7)), "confidence 6"),
    Case(
        "T02",
        client(administrations=[gave("socrates-8a", _2=4, _6=4, _11=4, _16=3)]),
        client(administrations=[gave("socrates-8a", _2=4, _6=4, _11=3, _16=3)]),
        "Ambivalence 15",
    ),
    Case("T03", client(readiness=asked(readiness=8, confidence=7)), client(readiness=asked(readiness=7, confidence=7))),
    Case(
        "T03", client(readiness=asked(readiness=9)), client(readiness=asked(readiness=9, confidence=4)), "readiness 9"
    ),
    Case("T04", client(readiness=asked(confidence=4)), client(readiness=asked(confidence=5)), "confidence 4"),
    Case(
        "T07",
        client(substances=[heroin(5)], test_results=[drug_test("missed", "2026-09-01")]),
        client(
            substances=[heroin(5)],
            test_results=[drug_test("missed", "2026-07-01"), drug_test("negative", "2026-09-01")],
        ),
        "1 test missed",
    ),
    Case(
        "T07",
        client(substances=[uses("cannabis", 20, topics=4)], contacts=missed(2)),
        client(substances=[uses("cannabis", 20, topics=4)], contacts=missed(1)),
        "2 visits missed",
    ),
    Case(
        "T08",
        client(substances=[alcohol(4)], social_support=asked(isolated="yes")),
        client(substances=[alcohol(4)], social_support=asked(isolated="no")),
        "isolated",
    ),
    Case(
        "T08",
        client(substances=[alcohol(4)], work_school=asked(employment="looking")),
        client(substances=[alcohol(4)], work_school=asked(employment="retired")),
        "looking for work",
    ),
    Case(
        "T09",
        client(substances=[alcohol(4)], preferences=asked(formats=["group"])),
        client(substances=[alcohol(4)], preferences=asked(formats=["one_to_one"])),
        "a group",
    ),
    Case(
        "T10",
        client(preferences=asked(not_wanted="Nothing with a higher power")),
        client(preferences=asked(not_wanted="Nothing in the evening")),
        "higher power",
    ),
    Case("T61", client(), {**client(), "client": {"record_number": "RD-1", "legal_family": "Example"}}),
    Case(
        "T62",
        client(services=[{"name": "Yoga", "decision": "declined", "decided_on": "2026-09-01"}]),
        client(services=[{"name": "Yoga", "decision": "deferred", "decided_on": "2026-09-01"}]),
        "Yoga",
    ),
    # -- by substance
    Case("T05", client(substances=[cocaine(2)]), client(substances=[cocaine(1)]), "cocaine use disorder, mild"),
    Case(
        "T05",
        client(substances=[uses("stimulant", 20, topics=8)]),
        client(
            substances=[
                uses("stimulant", 30, taken_as_prescribed="yes", topics=0)
                | {
                    "topics": {
                        "tolerance": "yes",
                        "withdrawal": "yes",
                        **dict.fromkeys(
                            (
                                "larger_or_longer",
                                "cut_down",
                                "time_spent",
                                "craving",
                                "role_failure",
                                "people_problems",
                                "activities_given_up",
                                "hazardous",
                                "health_harm",
                            ),
                            "no",
                        ),
                    }
                }
            ]
        ),
        "stimulant use disorder, severe",
    ),
    Case("T06", client(substances=[cocaine(5)]), client(substances=[alcohol(5)]), "cocaine use disorder, moderate"),
    Case("T11", client(substances=[heroin(4)]), client(substances=[heroin(3)]), "opioid use disorder, moderate"),
    Case("T11", client(substances=[heroin(8)]), client(substances=[heroin(8)], medications=[takes("Buprenorphine")])),
    Case(
        "T12",
        client(
            substances=[heroin(6, days=0)],
            medications_state=NO_MEDICINES,
            preferences=asked(not_wanted="Methadone"),
        ),
        client(substances=[heroin(6, days=0)], preferences=asked(not_wanted="Methadone")),
        "does not want: Methadone",
    ),
    Case(
        "T13",
        client(substances=[alcohol(4)], substance_use=SUBSTANCES_ASKED, medications_state=NO_MEDICINES),
        client(substances=[alcohol(3)], substance_use=SUBSTANCES_ASKED, medications_state=NO_MEDICINES),
        "alcohol use disorder, moderate",
    ),
    Case(
        "T13",
        client(substances=[alcohol(9), heroin(0, days=0)], medications_state=NO_MEDICINES),
        client(substances=[alcohol(9), heroin(0, days=2)], medications_state=NO_MEDICINES),
        "severe",
    ),
    Case(
        "T14",
        client(substances=[alcohol(6)], medications=[takes("Acamprosate", "stopped")]),
        client(substances=[alcohol(6)], medications=[takes("Acamprosate")]),
        "Acamprosate tried and stopped",
    ),
    Case(
        "T15",
        client(substances=[alcohol(6)], medications=[takes("Methadone")]),
        client(substances=[alcohol(6)], medications=[takes("Metformin")]),
        "takes Methadone",
    ),
    Case("T16", client(substances=[uses("tobacco", 30)]), client(substances=[uses("tobacco", 0)]), "30 of the last 30"),
    Case("T17", client(substances=[uses("cannabis", 8, topics=2)]), client(substances=[uses("cannabis", 8, topics=1)])),
    Case("T18", client(substances=[uses("sedative", 8, topics=3)]), client(substances=[uses("sedative", 8, topics=0)])),
    # -- mind
    Case("T19", client(administrations=[pcl_5(33)]), client(administrations=[pcl_5(32)]), "PCL-5 33"),
    Case(
        "T19",
        client(diagnoses=[has("F43.10", "PTSD")]),
        client(diagnoses=[has("F43.10", "PTSD")], administrations=[gave("asq", "yes", "no", "no", "no", "yes")]),
        "PTSD",
    ),
    Case(
        "T20",
        client(administrations=[pcl_5(40)], substances=[alcohol(4)]),
        client(administrations=[pcl_5(40)], substances=[alcohol(1)]),
        "PCL-5 40",
    ),
    Case(
        "T21",
        client(administrations=[pcl_5(40)], living_conditions=asked(housing="shelter")),
        client(administrations=[pcl_5(40)], living_conditions=HOME),
        "lives in a shelter",
    ),
    Case(
        "T22",
        client(administrations=[gave("ace", *["yes"] * 4, *["no"] * 6)]),
        client(administrations=[gave("ace", *["yes"] * 3, *["no"] * 7)]),
    ),
    Case("T22", client(trauma_safety=asked(trauma="yes")), client(trauma_safety=asked(trauma="declined"))),
    Case("T23", client(administrations=[gad_7(10)]), client(administrations=[gad_7(9)]), "GAD-7 10"),
    Case("T24", client(administrations=[phq_9(10)]), client(administrations=[phq_9(9)]), "PHQ-9 10, moderate"),
    Case("T24", client(administrations=[phq_9(14)]), client(administrations=[phq_9(15)]), "PHQ-9 14"),
    Case("T25", client(administrations=[phq_9(15)]), client(administrations=[phq_9(14)]), "moderately severe"),
    Case(
        "T25",
        client(diagnoses=[has("F33.1", "Recurrent depression", onset="before")]),
        client(diagnoses=[has("F33.1", "Recurrent depression", onset="after")]),
        "began before use",
    ),
    Case(
        "T25",
        client(administrations=[phq_9(20)], psychiatric_history=asked(mania_signs="no")),
        client(administrations=[phq_9(20)], psychiatric_history=asked(mania_signs="yes")),
        "severe",
    ),
    Case("T26", client(administrations=[gad_7(10)]), client(administrations=[gad_7(9)]), "GAD-7 10, moderate"),
    Case(
        "T26", client(diagnoses=[has("F41.0", "Panic disorder")]), client(diagnoses=[has("F41.9", "Anxiety")]), "Panic"
    ),
    Case(
        "T27",
        client(health_concerns=[{"kind": "mind", "name": "Worry", "worse_when": "In crowds"}]),
        client(health_concerns=[{"kind": "mind", "name": "Worry", "worse_when": "At night"}]),
        "In crowds",
    ),
    Case(
        "T28",
        client(diagnoses=[has("F31.9", "Bipolar disorder")]),
        client(diagnoses=[has("F31.9", "Bipolar disorder") | {"status": "ruled_out"}]),
    ),
    Case("T29", client(psychiatric_history=asked(self_harm="yes")), client(psychiatric_history=asked(self_harm="no"))),
    Case(
        "T30",
        client(diagnoses=[has("F25.0", "Schizoaffective disorder")]),
        client(diagnoses=[has("F32.A", "Depression")]),
    ),
    Case("T31", client(diagnoses=[has("F90.0", "ADHD")]), client(cognition_learning=asked(attention="yes"))),
    Case(
        "T32", client(preferences=asked(expression=["music"])), client(preferences=asked(expression=["talk"])), "music"
    ),
    Case("T33", client(preferences=asked(expression=["movement"])), client(preferences=asked(expression=["art"]))),
    Case("T33", client(administrations=[phq_9(5)]), client(administrations=[phq_9(4)]), "PHQ-9 5, mild"),
    Case(
        "T34",
        client(
            test_results=[drug_test("negative", "2026-08-20"), drug_test("positive", "2026-09-04")],
            services=[{"name": "CBT", "modality": "cbt", "decision": "accepted", "starts_on": "2026-07-01"}],
        ),
        client(
            test_results=[drug_test("negative", "2026-08-20"), drug_test("positive", "2026-09-04")],
            services=[{"name": "CBT", "modality": "cbt", "decision": "accepted", "starts_on": "2026-09-20"}],
        ),
        "already has CBT",
    ),
    # -- family
    Case(
        "T35",
        client(support_people=[knows("Sam", "Husband", **PARTNER)], administrations=[hark(0)]),
        client(support_people=[knows("Sam", "Husband", **PARTNER)]),
        "both want to work on it",
    ),
    Case(
        "T35",
        client(support_people=[knows("Sam", "Partner", **PARTNER)], administrations=[hark(0)]),
        client(support_people=[knows("Sam", "Partner", **PARTNER)], administrations=[hark(1)]),
    ),
    Case(
        "T36",
        client(referral_source="family", readiness=asked(readiness=3)),
        client(referral_source="family", readiness=asked(readiness=5)),
        "the family asked",
    ),
    Case("T37", client(birth_date="2009-01-01"), client(birth_date="2005-01-01"), "17 years"),
    Case(
        "T37",
        client(birth_date="2004-01-01", living_conditions=asked(lives_with="Both parents")),
        client(birth_date="2004-01-01", living_conditions=asked(lives_with="Two roommates")),
        "parents",
    ),
    Case(
        "T38",
        client(support_people=[knows("Ana", "Sister", client_wants="yes")], administrations=[gad_7(12)]),
        client(support_people=[knows("Ana", "Sister", client_wants="no")], administrations=[gad_7(12)]),
        "Ana",
    ),
    Case(
        "T39",
        client(support_people=[knows("Joe", "Brother", uses_substances="yes")]),
        client(support_people=[knows("Joe", "Co-worker", uses_substances="yes")]),
        "Joe uses",
    ),
    Case("T40", client(family_dynamics=asked(children_at_home=2)), client(family_dynamics=asked(has_children="yes"))),
    # -- life
    Case("T41", client(living_conditions=asked(housing="doubled_up")), client(living_conditions=HOME), "staying with"),
    Case("T42", client(work_school=asked(job_at_risk="yes")), client(work_school=asked(job_at_risk="no")), "at risk"),
    Case("T43", client(money_legal=asked(next_court_date="2026-10-01")), client(money_legal=asked(legal_matters="no"))),
    Case("T44", client(social_needs_asked=asked(transport="yes")), client(social_needs_asked=asked(transport="no"))),
    Case(
        "T45",
        client(administrations=[gave("barc-10", *[5] * 6, *[4] * 4)]),
        client(administrations=[gave("barc-10", *[5] * 7, *[4] * 3)]),
        "BARC-10 46",
    ),
    Case("T46", client(work_school=asked(employment="full_time")), client(work_school=asked(employment="retired"))),
    # -- how much care
    Case("T47", client(substances=[alcohol(6)]), client(substances=[alcohol(5)]), "rule 5"),
    Case(
        "T48",
        client(substances=[alcohol(6)], living_conditions=asked(housing="street")),
        client(substances=[alcohol(6)], living_conditions=HOME),
        "rule 4",
    ),
    Case(
        "T49",
        client(substances=[alcohol(3)], substance_use=asked(withdrawal_seizure="yes")),
        client(substances=[alcohol(3)], substance_use=asked(withdrawal_seizure="no")),
        "24-hour withdrawal care",
    ),
    Case("T59", client(goals=[goal("met", "2026-08-10")]), client(goals=[goal("met", "2026-08-20")]), "4 weeks"),
    Case(
        "T59",
        client(goals=[goal("met", "2026-08-01")]),
        client(goals=[goal("met", "2026-08-01"), goal("active", "2026-08-01")]),
    ),
    Case(
        "T60",
        client(administrations=[bam_use(2, on="2026-08-10"), bam_use(5)]),
        client(administrations=[bam_use(5, on="2026-08-10"), bam_use(5)]),
        "BAM Use 5",
    ),
    Case("T60", client(contacts=missed(2)), client(contacts=missed(1)), "2 visits missed"),
    # -- body and person
    Case("T50", client(substance_use=asked(injecting="yes")), client(substance_use=asked(injecting="no")), "injected"),
    Case(
        "T51", client(administrations=[gave("peg", 4, 4, 4)]), client(administrations=[gave("peg", 4, 4, 3)]), "PEG 4"
    ),
    Case("T51", client(physical_health=asked(pain=4)), client(physical_health=asked(pain=3)), "pain 4 of 10"),
    Case("T52", client(physical_health=asked(sleep_hours_high=5)), client(physical_health=asked(sleep_hours_high=6))),
    Case(
        "T53", client(physical_health=asked(months_since_exam=13)), client(physical_health=asked(months_since_exam=12))
    ),
    Case(
        "T53",
        client(health_concerns=[{"kind": "body", "name": "Cough", "checked": "no"}]),
        client(health_concerns=[{"kind": "body", "name": "Cough", "checked": "yes"}]),
        "Cough not checked",
    ),
    Case(
        "T54",
        client(sex="female", family_dynamics=asked(children_at_home=1)),
        client(sex="male", family_dynamics=asked(children_at_home=1)),
    ),
    Case("T55", client(birth_date="1966-09-10"), client(birth_date="1966-09-11"), "60 years old"),
    Case("T56", client(gender="Nonbinary"), client(gender="A man"), "Nonbinary"),
    Case(
        "T57", client(cognition_learning=asked(memory="yes")), client(cognition_learning=asked(memory="no")), "remember"
    ),
    Case(
        "T58",
        client(culture_meaning=asked(wants_in_plan="yes", faith="Quaker")),
        client(culture_meaning=asked(faith="Quaker")),
    ),
)
