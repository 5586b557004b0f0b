"""Which rows of a record what is needed this week may rest on, as conditions for the database; what is read of them.

Nothing is decided here: a row is left out only where `due` and `signals` would say the same without it. A condition
may name what is looked for: `:clients`, `:episodes`, `:afraid`, `:alerts`, `:goals`, `:contacts` as JSON, the days
`:today`, `:until`, `:month_ago`, `:quiet_since`, on which visit the first plan is due as `:visits`, and in `:family`
whether family sessions are due after so many days.
"""

from collections.abc import Collection

from recovery_desktop.plans.falling import PROTECTIVE
from recovery_desktop.plans.joint_sessions import MAY_BE_PARTNER
from recovery_desktop.plans.needs import BY_REASON
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore, ScheduledInstrument
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import Diagnosis, TestResult
from recovery_desktop.records.family import TO_COME, FamilySession, Referral, Release, SupportPerson
from recovery_desktop.records.goals import (
    GOING_ON,
    Goal,
    Need,
    Objective,
    Progress,
)
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.life import MoneyLegal
from recovery_desktop.records.person import Readiness
from recovery_desktop.records.plan import IN_FORCE, SIGNED, PlanVersion, Signature
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.records.sessions import ALLIANCE, CAME, Contact
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.therapies import OPEN_GATE, SafetyStep, Service

MONTH = 30  # days back in which each missed visit counts


def _one_of(codes: Collection[str]) -> str:
    return "(" + ", ".join(f"'{code}'" for code in codes) + ")"


_MINE = "episode_id IN (SELECT value FROM json_each(:episodes))"
OF_CLIENTS = "client_id IN (SELECT value FROM json_each(:clients))"
_OF_ASSESSMENTS = f"assessment_id IN (SELECT id FROM assessment WHERE {_MINE})"
_GOING_ON = f"status IN {_one_of(GOING_ON)}"
_OF_AFRAID = "episode_id IN (SELECT id FROM episode WHERE client_id IN (SELECT value FROM json_each(:afraid)))"
_OF_GOALS = f"goal_id IN (SELECT id FROM goal WHERE {_MINE} AND {_GOING_ON})"
_GOALS = "SELECT value FROM json_each(:goals)"


# A need that neither its status nor its reason settles, and one that nothing answers either: the rule of `needs`.
_UNSETTLED = f"n.status <> 'met' AND (n.status NOT IN {_one_of(BY_REASON)} OR trim(n.status_reason) = '')"
_WITHOUT_ANSWER = f"""
SELECT n.id FROM need n WHERE n.{_MINE} AND {_UNSETTLED}
    AND NOT EXISTS (SELECT 1 FROM goal_need t JOIN goal g ON g.id = t.goal_id
        WHERE t.need_id = n.id AND g.status <> 'dropped')
    AND NOT EXISTS (SELECT 1 FROM need_service t JOIN service s ON s.id = t.service_id
        WHERE t.need_id = n.id AND s.decision = 'accepted')
    AND NOT EXISTS (SELECT 1 FROM need_referral t WHERE t.need_id = n.id)
    AND NOT EXISTS (SELECT 1 FROM need_safety_step t WHERE t.need_id = n.id)
"""


def _for_open_need(table: str) -> str:
    """That a row of a table may answer a need that is read though it is not without an answer: one to look at again."""
    thread = "goal_need" if table == "goal" else f"need_{table}"
    return (
        f"EXISTS (SELECT 1 FROM {thread} t JOIN need n ON n.id = t.need_id"
        f" WHERE t.{table}_id = {table}.id AND n.look_again_on <= :until AND {_UNSETTLED})"
    )


_DUE_OBJECTIVE = f"{_OF_GOALS} AND due_on <= :until AND {_GOING_ON}"
_ALERTS = "SELECT value FROM json_each(:alerts)"
_COURT_DATE = """
SELECT 1 FROM money_legal m JOIN assessment a ON a.id = m.assessment_id
WHERE m.next_court_date BETWEEN :today AND :until AND a.episode_id = (
    SELECT x.episode_id FROM assessment x WHERE x.id = money_legal.assessment_id)
"""

# The last answering of each questionnaire that is to be answered again: what is due is counted from there.
_LAST_GIVEN = f"""
SELECT id FROM (SELECT id, max(given_on) FROM administration
    WHERE (episode_id, instrument) IN (SELECT episode_id, instrument FROM scheduled_instrument WHERE {_MINE})
    GROUP BY episode_id, instrument)
"""

# Visits since the client came last, missed ones of the last month, and of each question about the work together the
# last two answers.
_CONTACTS = f"""
SELECT id FROM (SELECT id, held_on, attendance,
    max(CASE WHEN attendance IN {_one_of(CAME)} AND held_on <= :today THEN held_on END) OVER newest AS came,
    {" OR ".join(f"({name} IS NOT NULL AND count({name}) OVER newest < 3)" for name in ALLIANCE)} AS asked
    FROM contact WHERE {_MINE} AND held_on IS NOT NULL
    WINDOW newest AS (PARTITION BY episode_id ORDER BY held_on DESC, position DESC, id DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
WHERE held_on = coalesce(came, held_on) OR (attendance = 'missed' AND held_on >= :month_ago) OR asked
"""

# Of episodes without a signed plan the visits after admission until that on which it is due.
_FIRST_VISITS = f"""
SELECT id FROM (SELECT c.id, row_number() OVER (PARTITION BY c.episode_id ORDER BY c.held_on) AS visit
    FROM contact c JOIN episode e ON e.id = c.episode_id
    WHERE :visits AND c.{_MINE} AND c.held_on > e.admitted_on AND c.attendance IN {_one_of(CAME)}
        AND NOT EXISTS (SELECT 1 FROM plan_version v
            WHERE v.episode_id = e.id AND v.status IN {_one_of(IN_FORCE)}))
WHERE visit <= CAST(:visits AS INTEGER)
"""

# The clients who are to meet somebody in a family session of whom they may be afraid: of these all is read that tells
# of fear, in every episode.
AFRAID = f"""
SELECT DISTINCT e.client_id FROM family_session f JOIN episode e ON e.id = f.episode_id
    JOIN session_person t ON t.session_id = f.id JOIN support_person p ON p.id = t.person_id
WHERE f.{_MINE} AND f.held_on IS NULL AND f.due_on <= :until AND f.status IN {_one_of(TO_COME)}
    AND (p.feels_unsafe = 'yes' OR p.relation IN {_one_of(MAY_BE_PARTNER)})
"""

# The last contact with the family.
_WITH_FAMILY = f"""
SELECT id FROM (SELECT id, max(held_on) FROM contact
    WHERE :family AND {_MINE} AND kind = 'family' AND attendance IN {_one_of(CAME)} GROUP BY episode_id)
"""

# The goals that nobody touched for a while, those that the client rated lower the last day than the day before, those
# with an objective that is due, and those that may answer an open need.
GOALS = f"""
SELECT id FROM goal WHERE {_MINE} AND {_GOING_ON}
    AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.goal_id = goal.id AND p.noted_on > :quiet_since)
    AND NOT EXISTS (SELECT 1 FROM objective o JOIN contact_objective t ON t.objective_id = o.id
        JOIN contact c ON c.id = t.contact_id WHERE o.goal_id = goal.id AND c.held_on > :quiet_since)
UNION
SELECT goal_id FROM (SELECT goal_id, client_rating,
    dense_rank() OVER (PARTITION BY goal_id ORDER BY noted_on DESC) AS day
    FROM progress WHERE {_OF_GOALS} AND noted_on IS NOT NULL AND client_rating IS NOT NULL)
GROUP BY goal_id HAVING max(CASE day WHEN 2 THEN client_rating END) > min(CASE day WHEN 1 THEN client_rating END)
UNION
SELECT goal_id FROM objective WHERE {_DUE_OBJECTIVE}
UNION
SELECT id FROM goal WHERE {_MINE} AND {_for_open_need("goal")}
"""

# For each of these goals the last contact that worked on it.
_WORKED_ON = f"""
SELECT id FROM (SELECT c.id, max(c.held_on) FROM contact_objective t
    JOIN contact c ON c.id = t.contact_id JOIN objective o ON o.id = t.objective_id
    WHERE o.goal_id IN ({_GOALS}) GROUP BY o.goal_id)
"""

# For each of these goals its newest entry, and those of the last two days on which the client rated it.
_PROGRESS = f"""
SELECT id FROM (SELECT id, client_rating,
    row_number() OVER (PARTITION BY goal_id ORDER BY noted_on DESC) AS newest,
    dense_rank() OVER (PARTITION BY goal_id, client_rating IS NULL ORDER BY noted_on DESC) AS day
    FROM progress WHERE goal_id IN ({_GOALS}) AND noted_on IS NOT NULL)
WHERE newest = 1 OR (client_rating IS NOT NULL AND day < 3)
"""

# All tests of the last day on which there was one.
_LAST_TESTS = f"""
SELECT id FROM (SELECT id, dense_rank() OVER (PARTITION BY episode_id ORDER BY taken_on DESC) AS day
    FROM test_result WHERE {_MINE} AND taken_on <= :today)
WHERE day = 1
"""

# Of each questionnaire on what protects the last two that have a score of its scale.
_IS_PROTECTIVE = " OR ".join(f"a.instrument = '{one}' AND s.scale = '{scale}'" for one, scale in PROTECTIVE.items())
_PROTECTIVE = f"""
SELECT id FROM (SELECT a.id, row_number() OVER (PARTITION BY a.episode_id, a.instrument
    ORDER BY a.given_on DESC, a.position DESC, a.id DESC) AS newest
    FROM administration a WHERE {_MINE} AND a.given_on IS NOT NULL AND EXISTS (
        SELECT 1 FROM recorded_score s
        WHERE s.administration_id = a.id AND s.value IS NOT NULL AND ({_IS_PROTECTIVE})))
WHERE newest < 3
"""

# The fields that are read. Of what is not named here all are: a section of the assessment counts once anything is in
# it.
FIELDS: dict[type[Record], str] = {
    Client: "birth_date guardian_name",
    Episode: "admitted_on discharged_on",
    SupportPerson: "name ask_again_on relation feels_unsafe",
    Release: "recipient expires_on revoked_on",
    FollowUp: "kind what due_on held_on",
    PlanVersion: "number status dated_on next_review_on",
    Signature: "role signed_on",
    Administration: "instrument name given_on responses",
    RecordedScore: "scale value",
    Need: "statement status status_reason look_again_on",
    Service: "name decision look_again_on",
    FamilySession: "kind status due_on held_on",
    Referral: "recipient status appointment_on",
    Assessment: "",
    Diagnosis: "name status review_on",
    TestResult: "taken_on result",
    PlanReview: "held_on",
    Contact: f"held_on kind attendance {' '.join(ALLIANCE)}",
    Goal: "own_words statement status status_on",
    Objective: "statement status due_on",
    Progress: "noted_on client_rating",
}

# Which rows are read. Owners stand before what they own.
PARTS: dict[type[Record], str] = {
    SupportPerson: f"{OF_CLIENTS} AND (ask_again_on <= :until OR client_id IN (SELECT value FROM json_each(:afraid)))",
    Release: f"{OF_CLIENTS} AND expires_on BETWEEN :today AND :until AND revoked_on IS NULL",
    FollowUp: f"{_MINE} AND (kind = 'plan_review' OR due_on <= :until AND (held_on IS NULL OR kind = 'put_off'))",
    PlanVersion: _MINE,
    Signature: f"version_id IN (SELECT id FROM plan_version WHERE {_MINE} AND status = '{SIGNED}')",
    SafetyStep: f"{_MINE} AND (status IN {_one_of(OPEN_GATE)} OR {_for_open_need('safety_step')}"
    f" OR episode_id IN (SELECT episode_id FROM administration WHERE id IN ({_ALERTS}))) OR {_OF_AFRAID}",
    Administration: f"id IN ({_LAST_GIVEN}) OR id IN ({_ALERTS}) OR id IN ({_PROTECTIVE}) OR {_OF_AFRAID}",
    RecordedScore: f"administration_id IN ({_PROTECTIVE})"
    f" OR administration_id IN (SELECT id FROM administration WHERE {_OF_AFRAID})",
    ScheduledInstrument: _MINE,
    Need: f"{_MINE} AND (id IN ({_WITHOUT_ANSWER}) OR look_again_on <= :until)",
    Service: f"{_MINE} AND (look_again_on <= :until OR {_for_open_need('service')})",
    PlanReview: f"{_MINE} AND held_on IS NOT NULL",
    FamilySession: f"{_MINE} AND (held_on IS NULL AND due_on <= :until OR :family)",
    Referral: f"{_MINE} AND (appointment_on <= :until OR {_for_open_need('referral')})",
    Assessment: f"{_MINE} OR {_OF_AFRAID}",
    TraumaSafety: f"assessment_id IN (SELECT id FROM assessment WHERE {_OF_AFRAID})",
    MoneyLegal: f"{_OF_ASSESSMENTS} AND EXISTS ({_COURT_DATE})",
    Readiness: f"{_OF_ASSESSMENTS} AND confidence IS NOT NULL",
    Diagnosis: f"{_MINE} AND review_on <= :until",
    TestResult: f"id IN ({_LAST_TESTS})",
    Contact: f"id IN ({_CONTACTS}) OR id IN ({_WORKED_ON}) OR id IN ({_FIRST_VISITS}) OR id IN ({_WITH_FAMILY})",
    Goal: f"id IN ({_GOALS})",
    Objective: f"{_DUE_OBJECTIVE} OR goal_id IN ({_GOALS}) AND id IN (SELECT objective_id FROM contact_objective"
    " WHERE contact_id IN (SELECT value FROM json_each(:contacts)))",
    Progress: f"id IN ({_PROGRESS})",
    SetAside: _MINE,
}
