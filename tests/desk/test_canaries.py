"""What leaves holds nothing out of scope: each text of the record is a canary, looked for in each document."""

import datetime

import pytest

from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.desk.request import Request, Way
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import SCOPES
from recovery_desktop.records.store import Store
from tests.desk.canary import TODAY, canary_client, release_for, told
from tests.documents.reading import spoken

NOW = datetime.datetime.combine(TODAY, datetime.time(9, 30)).astimezone()

IDENTITY = {
    *("Client.record_number", "Client.legal_given", "Client.legal_middle", "Client.legal_family"),
    *("Client.preferred_name", "Client.pronouns", "Client.languages", "Client.interpreter_language"),
    *("Release.recipient", "Release.recipient_address", "Release.purpose", "Release.scope_detail"),
    *(
        "Release.not_included",
        "Release.expires_when",
        "Release.discloser",
        "Release.signed_by",
    ),  # what the recipient is told of the consent itself
}
PLANNED = {"Service", "SafetyStep", "Need", "Goal", "Objective", "Intervention", "FollowUp", "DischargeCriterion"}
ASSESSED = {
    *("Assessment", "AreaOfLife", "SubstanceUse", "Substance", "UseTopics", "PhysicalHealth", "PsychiatricHistory"),
    *("HealthConcern", "TraumaSafety", "CognitionLearning", "FamilyDynamics", "Relative", "SocialSupport"),
    *("LivingConditions", "WorkSchool", "MoneyLegal", "Stressors", "SocialNeeds", "CultureMeaning", "Finding"),
    *("Administration", "RecordedScore", "ScheduledInstrument", "SocialNeed", "SafetyStep"),
}
PERSONAL = {"Strength", "Hopes", "Preferences", "Readiness"}
ALLOWED: dict[str, set[str]] = {
    "attendance": {"Contact"},
    "emergencies": {"Allergy", "SafetyStep", "Client.emergency"},
    "education": set(),
    "assessment": {*ASSESSED, *PERSONAL, "Episode", "Client"},
    "diagnoses": {"Diagnosis", "CoOccurring"},
    "medications": {"Allergy", "Medication", "CareTeamMember"},
    "test_results": {"TestResult"},
    "plan": {
        *(PLANNED | PERSONAL),
        *("Episode", "LevelOfCare", "PlanVersion", "Signature", "LookedAt", "Referral", "CareTeamMember"),
        "Client.guardian",
    },
    "progress": {"Progress", "PlanReview", "GoalReview"},
    "family": {"SupportPerson", "FamilySession"},
    "aftercare": {"AftercareStep", "PreventionEntry", "FollowUp", "Referral"},
    "discharge": set(),  # of these documents none but the discharge summary itself
}
NEVER = {"CounselingNote", "SetAside", "Addendum", "Override", "Disclosure"}


@pytest.fixture
def client(store: Store) -> Client:
    return canary_client(store)


def leaving(prepared: Prepared) -> set[str]:
    """The canaries in the pages and in the file that goes with them."""
    attached = prepared.attached.content.decode() if prepared.attached else ""
    return told(" ".join(spoken(prepared.pdf())) + attached)


def prepared_for(client: Client, document: str, way: Way, **answers: object) -> Prepared:
    request = Request(document, way, with_record=True, **answers)  # type: ignore[arg-type]
    return prepare(request, take(client.id), take_practice(), NOW)


def is_allowed(canary: str, allowed: set[str]) -> bool:
    return canary in IDENTITY or any(canary.startswith((f"{one}.", f"{one}_")) for one in allowed)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("document", PAPERS)
def test_only_what_the_release_allows_leaves(store: Store, client: Client, document: str, scope: str) -> None:
    release_for(store, client, scope)
    release = take(client.id).rows("releases")[0]
    try:
        found = leaving(prepared_for(client, document, "release", release=release))
    except NotDisclosed as refused:  # nothing of this document is in the scope: that is an answer too
        assert "Nothing of this document may go" in refused.cause or document == "changes"
        return
    if document == scope == "discharge":  # this one scope is a whole document
        assert found and {one for one in found if one.partition(".")[0] in NEVER} == set()
        return
    assert {one for one in found if not is_allowed(one, ALLOWED[scope])} == set()


def test_each_part_of_a_release_lets_something_out_of_the_plan_or_stops_it(store: Store, client: Client) -> None:
    """The canaries are really there: what a scope allows is found."""
    seen: dict[str, set[str]] = {}
    for scope in ("diagnoses", "medications", "test_results", "plan", "progress", "family", "aftercare"):
        release_for(store, client, *dict.fromkeys(("plan", scope)))
        release = take(client.id).rows("releases")[0]
        found = leaving(prepared_for(client, "plan", "release", release=release))
        seen[scope] = {one.partition(".")[0] for one in found}
    assert "Diagnosis" in seen["diagnoses"] and "Diagnosis" not in seen["plan"]
    assert "Medication" in seen["medications"] and "Medication" not in seen["plan"]
    assert "TestResult" in seen["test_results"] and "TestResult" not in seen["plan"]
    assert "Goal" in seen["plan"] and "Progress" in seen["progress"]
    assert "SupportPerson" in seen["family"] and "SupportPerson" not in seen["plan"]
    assert "PreventionEntry" in seen["aftercare"] and "PreventionEntry" not in seen["plan"]


@pytest.mark.parametrize("document", PAPERS)
@pytest.mark.parametrize("way", ["client", "emergency", "law"])
def test_notes_and_what_stays_never_leave(client: Client, document: str, way: Way) -> None:
    answers = {
        "recipient": "Dr. Lee",
        "address": "County hospital",
        "purpose": "Audit",
        "basis": "audit",
        "detail": "Unconscious",
        "told_by": "Dana",
    }
    everything = frozenset(part.key for part in PAPERS[document].parts)
    try:
        found = leaving(prepared_for(client, document, way, parts=everything, **answers))
    except NotDisclosed:  # a form for the client alone, or nothing to compare with
        assert document in ("changes", "release", "referral")
        return
    assert found
    told_of = {"Disclosure"} if (document, way) == ("accounting", "client") else set()
    assert {one for one in found if one.partition(".")[0] in NEVER - told_of} == set()
    if way != "client":  # nobody is told what others may know
        assert {one for one in found if one.startswith("Release.")} == set()


def test_parts_that_were_not_picked_stay(store: Store, client: Client) -> None:
    release_for(store, client, "diagnoses", "test_results")
    release = take(client.id).rows("releases")[0]
    request = Request("plan", "release", release=release, parts=frozenset({"tests", "goals"}))
    prepared = prepare(request, take(client.id), take_practice(), NOW)
    found = leaving(prepared)
    assert any(one.startswith("TestResult.") for one in found)
    assert not any(one.startswith(("Diagnosis.", "Goal.")) for one in found)  # one not picked, one not allowed
    assert prepared.entry["scope"] == ["test_results"]
    assert prepared.entry["content"] == "Treatment plan: Test results"


def test_a_part_that_was_left_out_is_not_called_empty(store: Store, client: Client) -> None:
    release_for(store, client, "test_results")
    release = take(client.id).rows("releases")[0]
    words = " ".join(spoken(prepared_for(client, "plan", "release", release=release).pdf()))
    for empty in ("No diagnosis", "No goal", "No need", "No service", "No finding", "None recorded", "No criteria"):
        assert empty not in words
    assert "not recorded" not in words


def test_the_notice_and_the_scope_stand_in_front(store: Store, client: Client) -> None:
    release_for(store, client, "diagnoses")
    release = take(client.id).rows("releases")[0]
    words = [each.strip() for each in spoken(prepared_for(client, "plan", "release", release=release).pdf())]
    said = " ".join(words)
    assert words[0] == "Notice on this record"
    assert "This record which has been disclosed to you is protected by Federal confidentiality rules" in said
    assert "NOT sufficient to meet the required elements" in said
    assert said.index("Release.scope_detail") < said.index("Treatment plan")
    assert "identifies a patient as having or having had" not in said  # the wording before 2024


def test_in_an_emergency_a_short_notice_goes_along(client: Client) -> None:
    answers = {"recipient": "Dr. Lee", "address": "County hospital", "detail": "Unconscious", "told_by": "Dana"}
    words = " ".join(spoken(prepared_for(client, "plan", "emergency", **answers).pdf()))
    assert "42 CFR part 2 prohibits unauthorized use or disclosure" in words
    assert "Medical emergency (42 CFR 2.51)" in words
