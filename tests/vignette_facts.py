"""Every fact of the example case "Priya S.": where it is kept, its value there, and the words of the plan that show it.

A path starts at the client; `assessment` and `episode` stand for the only ones there are. A pointer is followed to the
row it names. Dates are written as in a client file. Words parted by " | " stand in one row of the plan, in any order. A
fact that the plan does not print says why.
"""

from typing import Any, NamedTuple


class Fact(NamedTuple):
    """One fact of the case."""

    fact: str
    path: str
    value: Any
    words: str = ""
    not_printed: str = ""


RAW = "raw answers stay in the record, the plan prints their score"
SHOWN_AS_FINDING = "counted in the topics met"
PRIVATE = "not needed by anyone who reads the plan"
FOR_STAFF = "how to reach her is for the practice, not for the plan"
HIDDEN = "partner violence is left out of every print unless asked for"
RULE = "the plan prints reason, strength and source; the rule's number is for the screen"

yes, no = "yes", "no"

CLIENT = (
    Fact("first name Priya", "legal_given", "Priya", "Priya Shah"),
    Fact("last name Shah", "legal_family", "Shah", "Priya Shah"),
    Fact("goes by Priya", "preferred_name", "Priya", "What Priya wants"),
    Fact("she/her", "pronouns", "she/her", "Priya Shah, she/her"),
    Fact("born 4 May 1997", "birth_date", "1997-05-04", "4 May 1997, age 29"),
    Fact("female", "sex", "female", not_printed="used for scoring rules only"),
    Fact("single", "relationship_status", "single", not_printed=PRIVATE),
    Fact("no children", "assessment.family_dynamics.has_children", no, not_printed="nothing to plan for"),
    Fact("no known allergies", "allergies_state", "none", "Allergies | None known"),
    Fact("mobile 555-0170", "contact_points[0].value", "555-0170", not_printed=FOR_STAFF),
    Fact("a mobile phone", "contact_points[0].kind", "mobile", not_printed=FOR_STAFF),
    Fact("mornings", "contact_points[0].best_time", "Mornings", not_printed=FOR_STAFF),
    Fact("no voicemail about treatment", "contact_points[0].messages", "neutral", not_printed=FOR_STAFF),
    Fact("English and Gujarati", "languages", "English and Gujarati", "English and Gujarati"),
    Fact(
        "restaurant assistant manager",
        "assessment.work_school.occupation",
        "Restaurant assistant manager",
        "Restaurant assistant manager",
    ),
    Fact(
        "works Tuesday to Saturday",
        "assessment.work_school.work_days",
        ["tue", "wed", "thu", "fri", "sat"],
        "Tuesday to Saturday",
    ),
    Fact("from 15:00", "assessment.work_school.work_from", "15:00", "15:00 to 23:30"),
    Fact("until 23:30", "assessment.work_school.work_until", "23:30", "15:00 to 23:30"),
    Fact("shares a home", "assessment.living_conditions.housing", "shared", "Shares an apartment"),
    Fact(
        "with her sister Anjali",
        "assessment.living_conditions.lives_with",
        "Her sister Anjali",
        "Shares an apartment with her sister",
    ),
    Fact("bachelor's degree begun", "assessment.work_school.education", "some_college", "Bachelor's degree begun"),
    Fact("a bachelor's degree", "assessment.work_school.studies", "Bachelor's degree", "Bachelor's degree begun"),
    Fact("40 credits short", "assessment.work_school.credits_missing", 40, "40 credits short"),
    Fact("Hindu", "assessment.culture_meaning.faith", "Hindu", "Hindu, goes to the temple on festivals"),
    Fact(
        "goes to temple on festivals",
        "assessment.culture_meaning.practice",
        "goes to the temple on festivals",
        "goes to the temple on festivals",
    ),
    Fact("used to dance", "assessment.culture_meaning.used_to_enjoy", "I used to dance", "“I used to dance.”"),
)

REFERRAL = (
    Fact("referred by herself", "episode.referral_source", "self", "Self: After missing a shift"),
    Fact("after missing a shift", "episode.referral_detail", "After missing a shift", "After missing a shift"),
    Fact("intake 10 September 2026", "episode.intake_on", "2026-09-10", "Admitted | 10 September 2026"),
    Fact("at 10:00", "episode.intake_at", "10:00", not_printed=PRIVATE),
    Fact("not intoxicated", "episode.intoxicated_at_intake", no, not_printed="holds for the answers, not for the plan"),
)

COCAINE, CANNABIS, ALCOHOL, NICOTINE = (f"assessment.substances[{i}]" for i in range(4))

SUBSTANCES = (
    Fact("cocaine", f"{COCAINE}.substance_class", "cocaine", "Cocaine | Nasal"),
    Fact("nasal", f"{COCAINE}.route", "nasal", "Cocaine | Nasal"),
    Fact("10 of 30 days", f"{COCAINE}.days_of_30", 10, "Cocaine on 10 of 30 days"),
    Fact("mostly after work", f"{COCAINE}.usual_time", "After work", "mostly after work"),
    Fact("1 g a night", f"{COCAINE}.amount_low", 1, "Cocaine | 1–1.5 g a night"),
    Fact("up to 1.5 g", f"{COCAINE}.amount_high", 1.5, "Cocaine | 1–1.5 g a night"),
    Fact("grams", f"{COCAINE}.amount_unit", "g", "Cocaine | 1–1.5 g a night"),
    Fact("a night", f"{COCAINE}.amount_per", "night", "Cocaine | 1–1.5 g a night"),
    Fact("last use 3 days before intake", f"{COCAINE}.last_use_on", "2026-09-07", "Cocaine | 7 Sep 2026"),
    Fact("began at 24", f"{COCAINE}.first_use_age", 24, "Cocaine | Nasal | 24"),
    Fact("from a co-worker", f"{COCAINE}.source", "a co-worker", "from a co-worker"),
    Fact("content unknown", f"{COCAINE}.content_known", no, "What is in the cocaine is not known"),
    Fact("cannabis", f"{CANNABIS}.substance_class", "cannabis", "Cannabis | Smoked"),
    Fact("8 of 30 days", f"{CANNABIS}.days_of_30", 8, "Cannabis on 8 of 30 days"),
    Fact("Cannabis | 1 joint", f"{CANNABIS}.amount_low", 1, "Cannabis | 1 joint"),
    Fact("a joint", f"{CANNABIS}.amount_unit", "joint", "Cannabis | 1 joint"),
    Fact("to come down", f"{CANNABIS}.used_for", "To come down", "to come down"),
    Fact("alcohol", f"{ALCOHOL}.substance_class", "alcohol", "Alcohol | By mouth"),
    Fact("2 drinks", f"{ALCOHOL}.amount_low", 2, "Alcohol | 2–3 drinks"),
    Fact("to 3 drinks", f"{ALCOHOL}.amount_high", 3, "Alcohol | 2–3 drinks"),
    Fact("5 of 30 days", f"{ALCOHOL}.days_of_30", 5, "Alcohol on 5 of 30 days"),
    Fact("with cocaine", f"{ALCOHOL}.together_with", "cocaine", "2 to 3 drinks, with cocaine"),
    Fact("nicotine", f"{NICOTINE}.substance_class", "tobacco", "Nicotine vape | Vaped"),
    Fact("a vape", f"{NICOTINE}.route", "vaped", "Nicotine vape | Vaped"),
    Fact("daily", f"{NICOTINE}.days_of_30", 30, "Vapes nicotine every day"),
    Fact("no injecting", "assessment.substance_use.injecting", no, "No injecting"),
    Fact("no overdose", "assessment.substance_use.overdoses", 0, "no overdose so far"),
    Fact("cocaine 5 of 11 topics", f"{COCAINE}.topics.met", 5, "Cocaine | 5 of 11"),
    Fact("larger or longer", f"{COCAINE}.topics.larger_or_longer", yes, "more than meant"),
    Fact("cannot cut down", f"{COCAINE}.topics.cut_down", yes, "cannot cut down"),
    Fact("craving", f"{COCAINE}.topics.craving", yes, "craving"),
    Fact("fails at work", f"{COCAINE}.topics.role_failure", yes, "fails at work"),
    Fact("people problems", f"{COCAINE}.topics.people_problems", yes, "trouble with people"),
    Fact("no other topic: time", f"{COCAINE}.topics.time_spent", no, not_printed=SHOWN_AS_FINDING),
    Fact("no other topic: activities", f"{COCAINE}.topics.activities_given_up", no, not_printed=SHOWN_AS_FINDING),
    Fact("no other topic: danger", f"{COCAINE}.topics.hazardous", no, not_printed=SHOWN_AS_FINDING),
    Fact("no other topic: health", f"{COCAINE}.topics.health_harm", no, not_printed=SHOWN_AS_FINDING),
    Fact("no other topic: tolerance", f"{COCAINE}.topics.tolerance", no, not_printed=SHOWN_AS_FINDING),
    Fact("no other topic: withdrawal", f"{COCAINE}.topics.withdrawal", no, not_printed=SHOWN_AS_FINDING),
    Fact("cannabis 2 topics", f"{CANNABIS}.topics.met", 2, "Cannabis | 2 of 11"),
    Fact("alcohol 1 topic", f"{ALCOHOL}.topics.met", 1, "Alcohol | 1 of 11"),
    Fact("nicotine 3 topics", f"{NICOTINE}.topics.met", 3, "Nicotine vape | 3 of 11"),
)

BODY_MIND = (
    Fact("palpitations", "assessment.health_concerns[0].name", "Palpitations", "Palpitations twice this summer"),
    Fact("twice", "assessment.health_concerns[0].times", 2, "Palpitations twice this summer"),
    Fact("this summer", "assessment.health_concerns[0].since", "This summer", "Palpitations twice this summer"),
    Fact("while using", "assessment.health_concerns[0].while_using", yes, "while using"),
    Fact("not checked", "assessment.health_concerns[0].checked", no, "not checked"),
    Fact("no chest pain", "assessment.physical_health.chest_pain", no, "No chest pain"),
    Fact(
        "examined 14 months ago",
        "assessment.physical_health.months_since_exam",
        14,
        "Last physical examination 14 months ago",
    ),
    Fact("contraceptive implant", "assessment.physical_health.contraception", "Implant", not_printed=PRIVATE),
    Fact("pregnancy not likely", "assessment.physical_health.pregnancy", "unlikely", not_printed=PRIVATE),
    Fact("test offered", "assessment.physical_health.pregnancy_test_offered", yes, not_printed=PRIVATE),
    Fact("no medicine", "medications_state", "none", "Medicines None"),
    Fact("sleep 5 hours", "assessment.physical_health.sleep_hours_low", 5, "Sleeps 5 to 6 hours"),
    Fact("to 6 hours", "assessment.physical_health.sleep_hours_high", 6, "Sleeps 5 to 6 hours"),
    Fact("worry", "assessment.health_concerns[1].name", "Worry", "Worry since school, worse in crowds"),
    Fact("since school", "assessment.health_concerns[1].since", "Since school", "Worry since school"),
    Fact("worse in crowds", "assessment.health_concerns[1].worse_when", "In crowds", "worse in crowds"),
    Fact(
        "no past treatment",
        "assessment.psychiatric_history.treated_before",
        no,
        not_printed="nothing to build on or to repeat",
    ),
    Fact("no signs of mania", "assessment.psychiatric_history.mania_signs", no, not_printed="no gate fires"),
    Fact("no signs of psychosis", "assessment.psychiatric_history.psychosis_signs", no, not_printed="no gate fires"),
    Fact("no self-harm", "assessment.psychiatric_history.self_harm", no, "No self-harm"),
    Fact("no suicide attempt", "assessment.psychiatric_history.suicide_attempts", 0, "no suicide attempt"),
    Fact("mother", "assessment.family_history[0].relative", "Mother", "Mother had depression"),
    Fact("had depression", "assessment.family_history[0].condition", "Depression", "Mother had depression"),
    Fact("feels safe at home", "assessment.trauma_safety.feels_safe_at_home", yes, "feels safe there"),
    Fact("no cognitive concern", "assessment.cognition_learning.concerns", no, "No learning difficulty"),
    Fact(
        "written summaries, phone reminders",
        "assessment.preferences.aids",
        ["written", "reminders"],
        "Written summaries, phone reminders",
    ),
)

LIFE = (
    Fact("Anjali is supportive", "support_people[0].influence", "supportive", "Sister, supportive"),
    Fact("and does not use", "support_people[0].uses_substances", no, "supports her and does not use"),
    Fact("two close friends", "support_people[2].name", "Two close friends", "Two close friends"),
    Fact("use", "support_people[2].uses_substances", yes, "Two close friends | uses substances"),
    Fact("friends use", "assessment.social_support.friends_use", yes, "Two close friends use"),
    Fact("the co-worker uses", "assessment.social_support.coworkers_use", yes, "Friends and co-worker use"),
    Fact("parents overseas", "support_people[1].lives", "Overseas", "Parents live overseas"),
    Fact("do not know", "support_people[1].knows_of_treatment", no, "do not know"),
    Fact("rent paid", "assessment.money_legal.rent_paid", yes, "Rent is paid"),
    Fact("2,400 in debt", "assessment.money_legal.debt", 2400, "2,400 dollars in card debt"),
    Fact("on the card", "assessment.money_legal.debt_kind", "Credit card", "card debt"),
    Fact("no legal matter", "assessment.money_legal.legal_matters", no, "no legal matters"),
    Fact("prefers mornings", "assessment.preferences.times", ["morning"], "Times: Mornings"),
    Fact("or online", "assessment.preferences.places", ["online", "in_person"], "Where: Online"),
    Fact("small group", "assessment.preferences.formats", ["small_group"], "Formats: Small group"),
    Fact("practical tools", "assessment.preferences.expression", ["action", "movement"], "Doing, practical tools"),
    Fact("open to dance or yoga", "assessment.preferences.open_to", "Dance or yoga", "Open to: Dance or yoga"),
    Fact(
        "not ready for parents to know",
        "assessment.preferences.not_ready_for",
        "Her parents to know",
        "Not ready for: Her parents to know",
    ),
)


def numbered(*values: Any) -> dict[str, Any]:
    """Answers in printed order, by item number."""
    return {str(item): value for item, value in enumerate(values, 1)}


YES_NO = numbered(yes, yes, no, no, yes, yes, no, no, no, no)
SOCRATES = numbered(5, 4, 4, 4, 3, 3, 4, 4, 3, 4, 4, 4, 4, 4, 5, 4, 3, 3, 3)
BAM_ITEMS = ["1", "2", "3", "4", "5", "6", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"]
BAM_1 = dict(zip(BAM_ITEMS, (2, 3, 3, 2, 1, 2, 2, 2, 0, 3, 1, 4, 4, 1, 3, 2), strict=True))
BAM_2 = dict(zip(BAM_ITEMS[:-1], (1, 2, 2, 1, 0, 1, 1, 3, 1, 2, 2, 4, 4, 0, 3), strict=True))
AUDIT, DAST, PHQ, ASQ, GAD, PTSD, HARK, BAM, BARC, READY, BAM_AGAIN, GAD_AGAIN = (
    f"episode.administrations[{i}]" for i in range(12)
)

INSTRUMENTS = (
    Fact("AUDIT answers", f"{AUDIT}.responses", numbered(2, 1, 1, 0, 0, 0, 1, 0, 0, 0), not_printed=RAW),
    Fact("AUDIT 5", f"{AUDIT}.scores[0].value", 5, "AUDIT | 5 of 40"),
    Fact("zone I", f"{AUDIT}.scores[0].band", "zone I", "AUDIT | zone I"),
    Fact("consumption 4", f"{AUDIT}.scores[1].value", 4, "AUDIT | Consumption 4 of 12"),
    Fact("dependence 0", f"{AUDIT}.scores[2].value", 0, "AUDIT | Dependence 0 of 12"),
    Fact("problems 1", f"{AUDIT}.scores[3].value", 1, "AUDIT | Problems 1 of 16"),
    Fact("DAST-10 answers", f"{DAST}.responses", YES_NO, not_printed=RAW),
    Fact("DAST-10 5", f"{DAST}.scores[0].value", 5, "DAST-10 | 5 of 10"),
    Fact("DAST-10 moderate", f"{DAST}.scores[0].band", "moderate", "DAST-10 | 5 of 10 | moderate"),
    Fact("PHQ-9 answers", f"{PHQ}.responses", numbered(1, 1, 2, 2, 1, 1, 1, 0, 0), not_printed=RAW),
    Fact("PHQ-9 9", f"{PHQ}.scores[0].value", 9, "PHQ-9 | 9 of 27"),
    Fact("PHQ-9 mild", f"{PHQ}.scores[0].band", "mild", "PHQ-9 | 9 of 27 | mild"),
    Fact("no suicide flag", f"{PHQ}.responses.9", 0, "suicide screen negative"),
    Fact("ASQ answers", f"{ASQ}.responses", numbered(no, no, no, no), not_printed=RAW),
    Fact("ASQ negative", f"{ASQ}.scores[0].band", "negative", "ASQ | suicide risk | negative"),
    Fact("GAD-7 answers", f"{GAD}.responses", numbered(2, 3, 3, 2, 1, 2, 1), not_printed=RAW),
    Fact("GAD-7 14", f"{GAD}.scores[0].value", 14, "GAD-7 | 14 of 21"),
    Fact("GAD-7 moderate", f"{GAD}.scores[0].band", "moderate", "GAD-7 | 14 of 21 | moderate"),
    Fact("PC-PTSD-5: no exposure", f"{PTSD}.responses", {"exposure": no}, "PC-PTSD-5 | no exposure, items not asked"),
    Fact("PC-PTSD-5 0", f"{PTSD}.scores[0].value", 0, "PC-PTSD-5 | 0 of 5"),
    Fact("HARK answers", f"{HARK}.responses", numbered(no, no, no, no), not_printed=HIDDEN),
    Fact("HARK 0", f"{HARK}.scores[0].value", 0, not_printed=HIDDEN),
    Fact("BAM answers", f"{BAM}.responses", BAM_1, not_printed=RAW),
    Fact("BAM use 5", f"{BAM}.scores[0].value", 5, "BAM | 10 Sep 2026 | Use 5 of 12"),
    Fact("BAM risk 14", f"{BAM}.scores[1].value", 14, "BAM | 10 Sep 2026 | Risk 14 of 24"),
    Fact("BAM protective 14", f"{BAM}.scores[2].value", 14, "BAM | 10 Sep 2026 | Protective 14 of 24"),
    Fact(
        "attention on use",
        f"{BAM}.scores[0].band",
        "attention",
        "BAM | Use: attention; Risk: attention; Protective: no attention",
    ),
    Fact("and on risk", f"{BAM}.scores[1].band", "attention", "BAM | 10 Sep 2026 | Risk: attention"),
    Fact("only", f"{BAM}.scores[2].band", "no attention", "BAM | 10 Sep 2026 | Protective: no attention"),
    Fact("BARC-10 answers", f"{BARC}.responses", numbered(5, 3, 3, 3, 4, 4, 4, 5, 4, 4), not_printed=RAW),
    Fact("BARC-10 39", f"{BARC}.scores[0].value", 39, "BARC-10 | 39 of 60"),
    Fact("below 47", f"{BARC}.scores[0].band", "below 47", "BARC-10 | 39 of 60 | below 47"),
    Fact("SOCRATES 8D answers", f"{READY}.responses", SOCRATES, not_printed=RAW),
    Fact("version 8D", f"{READY}.version", "8D", "SOCRATES 8D"),
    Fact("Recognition 29", f"{READY}.scores[0].value", 29, "SOCRATES 8D | Recognition 29 of 35"),
    Fact("Ambivalence 15", f"{READY}.scores[1].value", 15, "SOCRATES 8D | Ambivalence 15 of 20"),
    Fact("Taking Steps 28", f"{READY}.scores[2].value", 28, "SOCRATES 8D | Taking Steps 28 of 40"),
    Fact("no decile for 8D", f"{READY}.scores[0].band", "", not_printed="there is none to print"),
    Fact("importance 8", "assessment.readiness.importance", 8, "Importance 8, confidence 5, readiness 7"),
    Fact("confidence 5", "assessment.readiness.confidence", 5, "confidence 5"),
    Fact("readiness 7", "assessment.readiness.readiness", 7, "readiness 7"),
    Fact("answered on the day of intake", f"{AUDIT}.given_on", "2026-09-10", "AUDIT | 10 Sep 2026"),
)

NALOXONE, CHEST_PAIN = (f"episode.safety_steps[{i}]" for i in range(2))
LEVEL = "episode.levels_of_care[0]"
FIRST_LEVEL = "the plan prints the decision and its rule; the five answers stand on the screen"

SAFETY_AND_LEVEL = (
    Fact("gate G06", f"{NALOXONE}.gate", "G06", "Cocaine of unknown content | G06"),
    Fact(
        "cocaine of unknown content", f"{NALOXONE}.finding", "Cocaine of unknown content", "Cocaine of unknown content"
    ),
    Fact(
        "naloxone and overdose education",
        f"{NALOXONE}.action",
        "Naloxone and overdose education for Priya and Anjali",
        "Naloxone and overdose education",
    ),
    Fact("done", f"{NALOXONE}.status", "done", "Cocaine of unknown content | Done"),
    Fact(
        "done on 10 September",
        f"{NALOXONE}.done_on",
        "2026-09-10",
        "Cocaine of unknown content | Dana Whitfield, LCADC | 10 Sep",
    ),
    Fact("watch G16", f"{CHEST_PAIN}.gate", "G16", "Palpitations while using | G16"),
    Fact("only watched", f"{CHEST_PAIN}.status", "watch", "Palpitations while using | Watch for it"),
    Fact(
        "chest pain would be an emergency",
        f"{CHEST_PAIN}.action",
        "Chest pain would be an emergency: call 911 at once",
        "Chest pain would be an emergency",
    ),
    Fact("Q1 none", f"{LEVEL}.stopping_safely", "none", not_printed=FIRST_LEVEL),
    Fact("Q2 planned help", f"{LEVEL}.body", "planned", not_printed=FIRST_LEVEL),
    Fact("palpitations not checked", f"{LEVEL}.body_because", "Palpitations not checked", not_printed=FIRST_LEVEL),
    Fact("Q3 planned help", f"{LEVEL}.mind_and_safety", "planned", not_printed=FIRST_LEVEL),
    Fact("Q4 planned help", f"{LEVEL}.pull_back_to_use", "planned", not_printed=FIRST_LEVEL),
    Fact("Q5 planned help", f"{LEVEL}.home_and_days", "planned", not_printed=FIRST_LEVEL),
    Fact(
        "friends and co-worker use",
        f"{LEVEL}.home_and_days_because",
        "Friends and co-worker use",
        not_printed=FIRST_LEVEL,
    ),
    Fact("rule 5", f"{LEVEL}.guide_rule", 5, "rule 5"),
    Fact(
        "intensive outpatient suggested",
        f"{LEVEL}.recommended",
        "intensive_outpatient",
        "Level of care | Intensive outpatient",
    ),
    Fact("and chosen", f"{LEVEL}.chosen", "intensive_outpatient", "Level of care | Intensive outpatient"),
    Fact("morning or online slots", f"{LEVEL}.arrangement", "mornings or online", "mornings or online"),
)


def diagnosis(i: int, code: str, name: str) -> tuple[Fact, ...]:
    """A diagnosis of the case, provisional as all of them are."""
    row = f"episode.diagnoses[{i}]"
    return (
        Fact(name, f"{row}.name", name, f"{code} | {name}"),
        Fact(f"{name}: {code}", f"{row}.code", code, f"{code} | {name}"),
        Fact(f"{name}: provisional", f"{row}.provisional", yes, f"{code} | provisional"),
        Fact(
            f"{name}: to be confirmed",
            f"{row}.to_be_confirmed_by",
            "a licensed clinician (Rafael Okafor, LCSW)",
            "to be confirmed by a licensed clinician",  # once, for all of them
        ),
    )


DIAGNOSES = (
    *diagnosis(0, "F14.20", "Cocaine use disorder, moderate"),
    *diagnosis(1, "F12.10", "Cannabis use disorder, mild"),
    *diagnosis(2, "F17.290", "Tobacco use disorder, mild (vaping)"),
    *diagnosis(3, "F41.1", "Generalized anxiety disorder"),
    *diagnosis(4, "Z56.3", "Stressful work schedule"),
    *diagnosis(5, "Z59.868", "Other financial insecurity"),
    Fact("cocaine: moderate", "episode.diagnoses[0].severity", "moderate", "F14.20 | moderate"),
    Fact(
        "cocaine use disorder rests on cocaine",
        "episode.diagnoses[0].substance.name",
        "Cocaine",
        "F14.20 | 5 of 11 topics",
    ),
    Fact("worry predates use", "episode.diagnoses[3].onset", "before", "F41.1 | before use began"),
    Fact(
        "worry came first",
        "episode.co_occurring[0].came_first",
        "Worry, since school",
        "Generalized anxiety disorder | Worry, since school",
    ),
    Fact("alcohol is a concern", f"{ALCOHOL}.concern", "It comes with cocaine", "but it comes with the cocaine"),
    Fact(
        "no use disorder with alcohol",
        "assessment.findings[4].statement",
        "Alcohol on 5 of 30 days, 2 to 3 drinks, with cocaine. "
        "1 of 11 topics: no use disorder, but it comes with the cocaine.",
        "1 of 11 topics: no use disorder",
    ),
)


def service(i: int, name: str, rules: str, decision: str, printed: str) -> tuple[Fact, ...]:
    """A service of the case and what became of it."""
    row = f"episode.services[{i}]"
    return (
        Fact(name, f"{row}.name", name, name),
        Fact(f"{name}: {rules}", f"{row}.rules", rules, not_printed=RULE),
        Fact(f"{name}: {decision}", f"{row}.decision", decision, f"{name} | {printed}"),
    )


SERVICES = (
    *service(0, "Contingency management", "T05", "accepted", "strong | ASAM/AAAP 2024 | Accepted"),
    Fact("twice weekly", "episode.services[0].times", 2, "Contingency management | twice a week"),
    Fact("a week", "episode.services[0].per", "week", "Contingency management | twice a week"),
    *service(
        1,
        "Cognitive behavioral therapy with relapse prevention",
        "T01, T06",
        "accepted",
        "strong | NICE CG115; VA/DoD; ASAM/AAAP 2024 | Accepted",
    ),
    *service(
        2,
        "Cognitive behavioral therapy with exposure for worry",
        "T26, T27",
        "accepted",
        "strong | TIP 42; TIP 41 | Accepted",
    ),
    Fact("start one-to-one", "episode.services[2].formats", ["one_to_one"], "exposure for worry | One-to-one, online"),
    *service(3, "Motivational interviewing", "T02", "accepted", "strong | TIP 35 | Accepted"),
    Fact(
        "Motivational interviewing | 2 sessions",
        "episode.services[3].span",
        2,
        "Motivational interviewing | 2 sessions",
    ),
    Fact(
        "for ambivalence 15 and confidence 5",
        "episode.services[3].because_of",
        "Ambivalence 15, confidence 5",
        "Ambivalence 15, confidence 5",
    ),
    *service(4, "Online and morning sessions", "T46", "accepted", "moderate | VA/DoD; ASAM/AAAP 2024 | Accepted"),
    *service(5, "Physician visit with heart check", "T53", "accepted", "consensus | TIP 45 | Accepted"),
    *service(6, "Dance class", "T33", "accepted", "moderate | Meta-analyses of exercise | Accepted"),
    Fact("a movement option", "episode.services[6].modality", "movement", "Dance class | Values movement"),
    *service(7, "Nicotine treatment", "T16", "deferred", "Deferred to week 6"),
    Fact("to week 6", "episode.services[7].deferred_until", "week 6", "Nicotine treatment | Deferred to week 6"),
    *service(8, "Peer recovery coach", "T45", "accepted", "moderate | TIP 64 | Accepted"),
    *service(9, "Twelve-step group", "T09", "declined", "strong | Cochrane 2020 | Declined"),
    Fact("maybe later", "episode.services[9].decision_reason", "Maybe later.", "Twelve-step group | “Maybe later.”"),
    *service(10, "SMART Recovery online", "T10", "accepted", "consensus | TIP 64; VA/DoD | Accepted"),
    *service(
        11, "Benzodiazepine for anxiety", "T23", "advised_against", "caution | VA/DoD PTSD 2023 | Advised against"
    ),
)

FAMILY = (
    Fact("Anjali", "support_people[0].name", "Anjali Shah", "Anjali Shah"),
    Fact("sister", "support_people[0].relationship", "Sister", "Anjali Shah | Sister, supportive"),
    Fact("555-0171", "support_people[0].phone", "555-0171", "555-0171"),
    Fact(
        "consent for attendance, emergencies and education",
        "releases[0].scope",
        ["attendance", "emergencies", "education"],
        "Attendance, emergencies, education about recovery",
    ),
    Fact(
        "one education session",
        "releases[0].scope_detail",
        "whether Priya came; emergencies; what is taught in one education session",
        "one education session",
    ),
    Fact("the consent is hers", "releases[0].person.name", "Anjali Shah", "Anjali Shah | 10 Sep 2026 | Attendance"),
    Fact("naloxone trained", "support_people[0].naloxone_trained", yes, "Anjali Shah | Trained to give naloxone"),
    Fact(
        "no session content",
        "releases[0].not_included",
        "session content, scores, test results",
        "not: session content",
    ),
    Fact("parents: no contact", "support_people[1].client_wants", "no_contact", "Parents | No contact"),
    Fact(
        "at Priya's request",
        "support_people[1].role_in_plan",
        "No contact at Priya's request, reviewed at week 8.",
        "No contact at Priya's request",
    ),
    Fact("reviewed at week 8", "support_people[1].ask_again_on", "2026-11-05", "Parents | 5 November 2026"),
    Fact(
        "friends: boundary plan written by Priya",
        "support_people[2].role_in_plan",
        "Boundary plan written by Priya.",
        "Boundary plan written by Priya",
    ),
    Fact(
        "in her words",
        "support_people[2].boundaries",
        "I see you in daytime. If it comes out, I go home. You do not have to like it.",
        "I see you in daytime.",
    ),
)


def goal(i: int, words: str, domains: list[str], printed: str) -> tuple[Fact, ...]:
    """A goal in Priya's words and the areas of life it belongs to."""
    row = f"episode.goals[{i}]"
    return (
        Fact(words, f"{row}.own_words", words, f"G{i + 1} | “{words}”"),
        Fact(f"{words}: area", f"{row}.domains", domains, f"“{words}” | {printed}"),
    )


def objective(g: int, o: int) -> str:
    """The path of an objective, counted as it is printed."""
    return f"episode.goals[{g - 1}].objectives[{o - 1}]"


GOALS = (
    *goal(0, "Keep my weekends", ["physical"], "Physical | by 5 Nov 2026"),
    Fact(
        "no cocaine on 8 of 8 work-close nights",
        f"{objective(1, 1)}.statement",
        "No cocaine on 8 of 8 work-close nights",
        "No cocaine on 8 of 8 work-close nights",
    ),
    Fact("8 of 8 nights", f"{objective(1, 1)}.target", "8 of 8 nights", "O1.1 | 8 of 8 nights"),
    Fact(
        "tests twice weekly",
        f"{objective(1, 1)}.measure",
        "Urine tests twice weekly and her phone calendar",
        "Urine tests twice weekly",
    ),
    Fact("review weeks 4 and 8", f"{objective(1, 1)}.review_when", "weeks 4 and 8", "weeks 4 and 8"),
    *goal(1, "Get my brain quiet", ["mental"], "Mental | by 19 Nov 2026"),
    Fact("GAD-7 from 14", f"{objective(2, 1)}.baseline", "14, moderate", "O2.1 | 14, moderate"),
    Fact("to below 10", f"{objective(2, 1)}.target", "Below 10", "O2.1 | Below 10"),
    Fact("measured by GAD-7", f"{objective(2, 1)}.instrument", "gad-7", "measured by: GAD-7"),
    Fact("by week 10", f"{objective(2, 1)}.due_on", "2026-11-19", "O2.1 | 19 Nov 2026"),
    *goal(2, "Dance again", ["emotional", "learning"], "Emotional, Learning and leisure | by 3 Dec 2026"),
    Fact("one class a week", "episode.goals[2].interventions[0].times", 1, "Dance class | once a week"),
    Fact(
        "from 24 September",
        "episode.goals[2].interventions[0].starts_on",
        "2026-09-24",
        "Dance class | from 24 Sep 2026",
    ),
    Fact("ten classes", f"{objective(3, 1)}.target", "Ten classes", "O3.1 | Ten classes"),
    Fact("by 3 December", f"{objective(3, 1)}.due_on", "2026-12-03", "O3.1 | 3 Dec 2026"),
    *goal(3, "Finish my degree", ["learning"], "Learning and leisure | by 15 Jan 2027"),
    Fact("meet adviser", f"{objective(4, 1)}.statement", "Meet the college adviser", "Meet the college adviser"),
    Fact("by 15 October", f"{objective(4, 1)}.due_on", "2026-10-15", "O4.1 | 15 Oct 2026"),
    Fact("enroll for spring", f"{objective(4, 2)}.statement", "Enroll for spring", "Enroll for spring"),
    *goal(4, "New people", ["social", "spiritual"], "Social, Spiritual | by 9 Dec 2026"),
    Fact("two evenings a month", f"{objective(5, 1)}.target", "2 a month", "O5.1 | 2 a month"),
    Fact(
        "with non-using friends",
        f"{objective(5, 1)}.statement",
        "Two evenings a month with friends who do not use",
        "Two evenings a month with friends who do not use",
    ),
    Fact(
        "temple volunteer day",
        f"{objective(5, 2)}.statement",
        "Volunteer day at the temple in October",
        "Volunteer day at the temple in October",
    ),
    Fact("in October", f"{objective(5, 2)}.due_on", "2026-10-31", "O5.2 | 31 Oct 2026"),
    *goal(5, "Get out of the card hole", ["money"], "Money | by 10 Nov 2026"),
    Fact("pay 200 a month", f"{objective(6, 1)}.target", "200 dollars a month", "O6.1 | 200 dollars a month"),
    Fact("seen on the card statement", f"{objective(6, 1)}.measure", "Card statement", "Card statement"),
    Fact("below 2,000", f"{objective(6, 2)}.target", "Below 2,000 dollars", "O6.2 | Below 2,000 dollars"),
    Fact("by 10 November", f"{objective(6, 2)}.due_on", "2026-11-10", "O6.2 | 10 Nov 2026"),
)

STEPS = [f"episode.aftercare_steps[{i}]" for i in range(5)]
ENTRIES = "episode.prevention_entries"

AFTERCARE = (
    Fact("intensive outpatient", f"{STEPS[0]}.what", "Intensive outpatient", "Intensive outpatient, 3 times a week"),
    Fact("6 weeks", f"{STEPS[0]}.span", 6, "Intensive outpatient | 6–8 weeks"),
    Fact("to 8 weeks", f"{STEPS[0]}.span_up_to", 8, "Intensive outpatient | 6–8 weeks"),
    Fact("then weekly", f"{STEPS[1]}.per", "week", "Outpatient sessions, once a week"),
    Fact("to month 4", f"{STEPS[1]}.until_month", 4, "Outpatient sessions | month 2 to 4"),
    Fact("monthly check-ups", f"{STEPS[2]}.per", "month", "Recovery check-ups, once a month"),
    Fact("to month 12", f"{STEPS[2]}.until_month", 12, "Recovery check-ups | month 4 to 12"),
    Fact("online", f"{STEPS[2]}.places", ["online"], "Recovery check-ups | online"),
    Fact("SMART online", f"{STEPS[3]}.what", "SMART Recovery online", "SMART Recovery online"),
    Fact("weekly", f"{STEPS[3]}.per", "week", "SMART Recovery online, once a week"),
    Fact("peer coach", f"{STEPS[4]}.kind", "peer_coach", "Peer coach"),
    Fact("by text", f"{STEPS[4]}.places", ["text"], "Peer coach | by text message"),
    Fact("trigger: closing shift", f"{ENTRIES}[0].entry", "Closing shift", "Closing shift"),
    Fact("trigger: payday", f"{ENTRIES}[1].entry", "Payday", "Payday"),
    Fact("trigger: co-worker", f"{ENTRIES}[2].entry", "The co-worker it comes from", "The co-worker it comes from"),
    Fact("lapse: text coach", f"{ENTRIES}[12].entry", "Text the coach", "Text the coach"),
    Fact("lapse: go to Anjali's room", f"{ENTRIES}[13].entry", "Go to Anjali's room", "Go to Anjali's room"),
    Fact(
        "lapse: naloxone in the kitchen drawer",
        f"{ENTRIES}[14].entry",
        "Naloxone is in the kitchen drawer",
        "Naloxone is in the kitchen drawer",
    ),
    Fact(
        "where naloxone is kept",
        "assessment.substance_use.naloxone_kept",
        "In the kitchen drawer",
        "kept in the kitchen drawer",
    ),
    Fact(
        "lapse: appointment within 48 hours",
        f"{ENTRIES}[15].entry",
        "Appointment within 48 hours",
        "Appointment within 48 hours",
    ),
    Fact(
        "lapse: no discharge",
        f"{ENTRIES}[16].entry",
        "No discharge: I do not lose my place if I slip",
        "No discharge: I do not lose my place if I slip",
    ),
    Fact("crisis: 988", f"{ENTRIES}[19].phone", "988", "Crisis line | 988"),
    Fact("crisis: clinic 555-0172", f"{ENTRIES}[20].phone", "555-0172", "Clinic | 555-0172"),
)

FOLLOW_UPS = "episode.follow_ups"
VERSION_1, VERSION_2 = (f"episode.plan_versions[{i}]" for i in range(2))

REVIEWS = (
    Fact("BAM monthly", f"{FOLLOW_UPS}[1].repeats", "monthly", "BAM | every month"),
    Fact("BAM", f"{FOLLOW_UPS}[1].instrument", "bam", "BAM | 9 November 2026"),
    Fact("GAD-7 every 2 weeks", f"{FOLLOW_UPS}[3].repeats", "two_weeks", "GAD-7 | every 2 weeks"),
    Fact("GAD-7", f"{FOLLOW_UPS}[3].instrument", "gad-7", "GAD-7 | 24 October 2026"),
    Fact("review day 30", f"{FOLLOW_UPS}[4].due_on", "2026-10-10", "Full plan review, day 30"),
    Fact("held", f"{FOLLOW_UPS}[4].held_on", "2026-10-10", "Full plan review, day 30 | held 10 October 2026"),
    Fact("review day 60", f"{FOLLOW_UPS}[5].due_on", "2026-11-09", "Full plan review, day 60 | 9 November 2026"),
    Fact("review day 90", f"{FOLLOW_UPS}[6].due_on", "2026-12-09", "Full plan review, day 90 | 9 December 2026"),
)

DAY_30 = (
    Fact("BAM answers on day 30", f"{BAM_AGAIN}.responses", BAM_2, not_printed=RAW),
    Fact("on 10 October", f"{BAM_AGAIN}.given_on", "2026-10-10", "BAM | 10 Oct 2026"),
    Fact("use 2", f"{BAM_AGAIN}.scores[0].value", 2, "BAM | 10 Oct 2026 | Use 2 of 12"),
    Fact("risk 8", f"{BAM_AGAIN}.scores[1].value", 8, "BAM | 10 Oct 2026 | Risk 8 of 24"),
    Fact("protective 17", f"{BAM_AGAIN}.scores[2].value", 17, "BAM | 10 Oct 2026 | Protective 17 of 24"),
    Fact("use attention stays", f"{BAM_AGAIN}.scores[0].band", "attention", "use attention stays"),
    Fact("risk attention cleared", f"{BAM_AGAIN}.scores[1].band", "no attention", "risk attention is cleared"),
    Fact("GAD-7 9", f"{GAD_AGAIN}.scores[0].value", 9, "GAD-7 | 10 Oct 2026 | 9 of 21"),
    Fact("mild", f"{GAD_AGAIN}.scores[0].band", "mild", "GAD-7 | 9 of 21 | mild"),
    Fact(
        "intensive outpatient is kept",
        "episode.levels_of_care[1].chosen",
        "intensive_outpatient",
        "Intensive outpatient is kept",
    ),
    Fact("step-down scheduled", f"{FOLLOW_UPS}[7].kind", "step_change", "Step down to weekly outpatient, day 45"),
    Fact("day 45", f"{FOLLOW_UPS}[7].due_on", "2026-10-25", "Step down to weekly outpatient, day 45 | 25 October 2026"),
    Fact(
        "if tests stay negative",
        f"{FOLLOW_UPS}[7].condition",
        "Tests stay negative",
        "day 45 | only if: Tests stay negative",
    ),
    Fact("nicotine is next", f"{FOLLOW_UPS}[8].what", "Nicotine treatment, week 6", "Nicotine treatment, week 6"),
    Fact("in week 6", f"{FOLLOW_UPS}[8].due_on", "2026-10-22", "Nicotine treatment, week 6 | 22 October 2026"),
    Fact("version 2", f"{VERSION_2}.number", 2, "Version 2 · 10 October 2026"),
    Fact("of 10 October", f"{VERSION_2}.dated_on", "2026-10-10", "Version 2 · 10 October 2026"),
    Fact("saved with a reason", f"{VERSION_2}.reason", "due", "Review was due"),
    Fact("next review date", f"{VERSION_2}.next_review_on", "2026-11-09", "Next review | 9 November 2026"),
    Fact("version 1 is there", f"{VERSION_1}.number", 1, not_printed="the plan prints its own version"),
    Fact("and replaced", f"{VERSION_1}.status", "replaced", not_printed="the plan prints its own version"),
    Fact(
        "version 1 of 17 September",
        f"{VERSION_1}.dated_on",
        "2026-09-17",
        not_printed="the plan prints its own version",
    ),
)

AREAS = tuple(
    Fact(f"{area} assessed", f"assessment.areas_of_life[{i}].state", "assessed", f"{name} | {rating} of 10")
    for i, (area, name, rating) in enumerate(
        (
            ("mental", "Mental", 4),
            ("emotional", "Emotional", 5),
            ("physical", "Physical", 4),
            ("social", "Social", 4),
            ("spiritual", "Spiritual", 6),
            ("family", "Family", 7),
            ("housing", "Housing", 9),
            ("work", "Work", 6),
            ("money", "Money", 4),
            ("legal", "Legal", 10),
            ("education", "Learning and leisure", 3),
        )
    )
)

FACTS: tuple[Fact, ...] = (
    *CLIENT,
    *REFERRAL,
    *SUBSTANCES,
    *BODY_MIND,
    *LIFE,
    *INSTRUMENTS,
    *SAFETY_AND_LEVEL,
    *DIAGNOSES,
    *SERVICES,
    *FAMILY,
    *GOALS,
    *AFTERCARE,
    *REVIEWS,
    *DAY_30,
    *AREAS,
)
