"""What the documents for the record and for other providers say follows from the record, and what they never say."""

import base64
import datetime
from typing import Any

import pytest

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.paper import Paper
from recovery_desktop.plans.papers.notice import notice_of
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.plan_signatures import signed_by
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import Diagnosis, Medication
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Referral, Release, SocialNeed, SupportPerson
from recovery_desktop.records.goals import Finding, Goal, Objective, Progress
from recovery_desktop.records.health import PhysicalHealth, TraumaSafety
from recovery_desktop.records.person import Hopes
from recovery_desktop.records.plan import PlanVersion, Signature
from recovery_desktop.records.practice import Resource, Staff
from recovery_desktop.records.reviews import GoalReview, PlanReview
from recovery_desktop.records.sessions import Contact, CounselingNote
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.documents.priya import PRINTED
from tests.documents.reading import artifacts, spoken, structure
from tests.documents.test_any_plan import check_headings_are_not_alone, check_tables_begin_with_a_row
from tests.people import sample
from tests.plans.every_text import client_with_every_text

TODAY = datetime.date(2026, 11, 20)
DAY = datetime.timedelta(1)
CODES = ("assessment", "review", "discharge", "referral", "accounting")


@pytest.fixture
def client(store: Store) -> Client:
    return store.add(Client, record_number="RD-000001", legal_given="Jordan", legal_family="Doe")


@pytest.fixture
def episode(store: Store, client: Client) -> Episode:
    dana = store.add(Staff, name="Dana Whitfield", credential="LCADC", license_number="0000-SAMPLE")
    return store.add(Episode, client, admitted_on=TODAY - 60 * DAY, counselor=dana)


def occasion(client: Entry, code: str, **more: Any) -> Occasion:
    """An occasion that has the rows a document is about, where the record has them."""
    episode = client.rows("episodes")[0]
    referral, review = episode.one("referrals"), episode.one("plan_reviews")
    return Occasion(TODAY, referral=referral if code == "referral" else None, review=review, **more)


def made(client: Client | Entry, code: str, **more: Any) -> Any:
    entry = client if isinstance(client, Entry) else take(client.id)
    return PAPERS[code].content(entry, take_practice(), occasion(entry, code, **more))


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
@pytest.mark.parametrize("code", CODES)
def test_each_document_of_a_sample_client_reads_back(store: Store, name: str, code: str) -> None:
    content = made(sample(store, name), code)
    for paper in Paper:
        document = PAPERS[code].build(content, paper, PRINTED, "en-US")
        tree, pages = structure(document), artifacts(document)
        check_headings_are_not_alone(tree)
        check_tables_begin_with_a_row(tree)
        assert all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
        assert len(pages) <= {"referral": 1, "accounting": 1, "discharge": 4, "review": 4, "assessment": 6}[code]
        assert content.client.called in " ".join(spoken(document))


@pytest.mark.parametrize("code", CODES)
def test_a_client_without_an_episode_has_only_an_accounting(client: Client, code: str) -> None:
    if code == "accounting":
        assert PAPERS[code].content(take(client.id), take_practice(), Occasion(TODAY)).entries == ()
    else:
        with pytest.raises(LookupError):
            PAPERS[code].content(take(client.id), take_practice(), Occasion(TODAY))


def test_without_a_referral_there_is_no_letter(client: Client, episode: Episode) -> None:
    with pytest.raises(LookupError):
        made(client, "referral")


IDENTITY = {
    *("Client.legal_given", "Client.legal_middle", "Client.legal_family", "Client.preferred_name", "Client.pronouns"),
    *("Client.record_number", "Client.languages", "Client.interpreter_language"),
    *("Client.guardian_name", "Client.guardian_relationship"),  # who signs
}
ALWAYS: dict[str, set[str]] = {
    "assessment": set(),
    "review": {"PlanReview.held_by", "Signature.name", "Signature.credential"},
    "discharge": set(),
    "referral": {"Referral.recipient", "Referral.reason"},
}
"""What stands in a document beside identity, whatever may be told."""
SILENT = ("attendance", "scores", "status", "safety", "tests", "care", "services")
"""Parts that a record made of texts alone may leave empty, or that count."""


@pytest.mark.parametrize("code", list(ALWAYS))
def test_parts_that_may_not_stand_in_a_document_do_not(store: Store, code: str) -> None:
    client = client_with_every_text(store)
    tokens = {word for word in _tokens(made(client, code, parts=frozenset())) if word.split(".")[0] != "Staff"}
    assert tokens - IDENTITY == ALWAYS[code]
    for part in PAPERS[code].parts:
        told = _tokens(made(client, code, parts=frozenset({part.key}))) - IDENTITY
        assert part.scopes and (told > ALWAYS[code] or part.key in SILENT), part.key


def _tokens(content: object) -> set[str]:
    """The texts of the record that a document's content holds."""
    words = " ".join(texts_of(content)).replace("“", " ").replace("”", " ").split()
    bare = (word.strip(".,;:()") for word in words)
    return {
        word for word in bare if word[:1].isupper() and "." in word and word.replace(".", "").replace("_", "").isalpha()
    }


SECRET = "canary"


def test_violence_at_home_and_counseling_notes_stand_in_none(store: Store, client: Client, episode: Episode) -> None:
    assessment = store.add(Assessment, episode, completed_on=TODAY, started_on=TODAY)
    store.add(
        TraumaSafety,
        assessment,
        state="asked",
        afraid_of_someone="yes",
        feels_safe_at_home="no",
        child_at_risk="yes",
        own_words=SECRET,
        strengths_seen=SECRET,
        weapons_kept=SECRET,
    )
    hark = store.add(Administration, episode, instrument="hark", name=f"HARK {SECRET}", given_on=TODAY)
    store.add(RecordedScore, hark, value=3, highest=4, band=SECRET)
    store.add(Finding, assessment, domain="family", statement=SECRET, administration=hark)
    store.add(SafetyStep, episode, gate="G11", finding=SECRET, action=SECRET, response=SECRET)
    store.add(Diagnosis, episode, code="T74.11XA", name=SECRET)
    store.add(SocialNeed, episode, domain="safety", status="need", detail=SECRET)
    store.add(CounselingNote, episode, text=SECRET)
    store.add(Contact, episode, held_on=TODAY, note=SECRET)
    store.add(SupportPerson, client, name=SECRET, feels_unsafe="yes", boundaries=SECRET)
    store.add(Referral, episode, recipient="Clinic", reason="Sleep")
    entry = take(client.id)
    for code in CODES:
        texts = [
            text for text in texts_of(made(entry, code)) if SECRET in text or "T74" in text or "afraid" in text.lower()
        ]
        assert texts == [], code
    plan = treatment_plan(entry, take_practice(), TODAY)
    assert [one.name for one in plan.diagnoses] == [] and [one.text for one in plan.findings] == []


def test_trauma_and_safety_is_told_where_nobody_is_feared(store: Store, client: Client, episode: Episode) -> None:
    assessment = store.add(Assessment, episode)
    store.add(TraumaSafety, assessment, state="asked", afraid_of_someone="no", trauma="yes", own_words="The flood")
    (told,) = made(client, "assessment").told
    assert (told.section, told.own_words) == ("Trauma and safety", "The flood")
    assert told.said == ("Yes: events that still trouble the client.",)


def test_the_assessment_says_what_was_asked_declined_and_left_out(
    store: Store, client: Client, episode: Episode
) -> None:
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(
        PhysicalHealth, assessment, state="asked", answered_by="family", chest_pain="no", pain=4, sleep_hours_low=5,
        sleep_hours_high=6, strengths_seen="Walks",
    )  # fmt: skip
    store.add(Hopes, assessment, state="declined")
    summary = made(client, "assessment")
    body, hopes = summary.told
    assert body.state == "Told by: family" and body.strengths == "Walks"
    assert body.said == ("Pain, 0 to 10: 4. Sleep, hours: 5–6. No: chest pain.",)
    assert (hopes.section, hopes.state) == ("Personal hopes", "Declined")
    told, declined, not_asked, areas = summary.asked_whom
    assert told == "Told by: family."
    assert declined == "The client declined: Personal hopes."
    assert "Stressors and triggers".lower() in not_asked and "personal hopes" not in not_asked
    assert "mental (not asked)" in areas
    assert summary.signed is False  # it is not completed yet


def test_a_strength_and_the_number_of_a_rule_are_not_said_twice(store: Store) -> None:
    record = take(sample(store, "josephine-tate").id)
    summary = made(record, "assessment")
    assert summary.strengths and not any(one.strength for one in summary.findings)
    assert summary.safety and not any(one.finding for one in summary.safety)
    without = made(record, "assessment", parts=frozenset({"found"}))
    assert any(one.strength for one in without.findings), "they stand beside the findings where the list may not"


def test_a_score_that_was_taken_again_says_how_far_it_went(store: Store, client: Client, episode: Episode) -> None:
    for value, day in ((14, TODAY - 30 * DAY), (9, TODAY)):
        row = store.add(Administration, episode, instrument="gad-7", name="GAD-7", given_on=day)
        store.add(RecordedScore, row, value=value, highest=21, band="mild")
    assert [one.change for one in made(client, "assessment").scores] == ["", "−5"]
    (between,) = made(client, "discharge").scores
    assert (between.before, between.now, between.change) == ("14", "9", "−5")


@pytest.fixture
def reviewed(store: Store, client: Client, episode: Episode) -> PlanReview:
    """A review of the second version, with a goal and its objective."""
    for number, days in ((1, 50), (2, 20)):
        store.add(PlanVersion, episode, number=number, dated_on=TODAY - days * DAY, reason="due", reason_detail="Less")
    goal: Any = store.add(Goal, episode, own_words="Sleep", statement="Sleeps through", status="active")
    objective: Any = store.add(Objective, goal, statement="Seven hours", baseline="5", target="7", due_on=TODAY)
    for days, note in ((30, "Too early"), (9, "Six hours")):
        store.add(Progress, goal, noted_on=TODAY - days * DAY, objective=objective, note=note, client_rating=6)
    for days, attendance in ((30, "attended"), (10, "attended"), (6, "missed"), (4, "cancelled_practice")):
        store.add(Contact, episode, held_on=TODAY - days * DAY, kind="individual", attendance=attendance)
    review = store.add(
        PlanReview, episode, version_number=2, held_on=TODAY, held_by="Dana", client_view="Good", satisfaction=8,
        decision="change", decision_reason="Enough", next_review_on=TODAY + 30 * DAY,
    )  # fmt: skip
    store.add(GoalReview, review, goal=goal, decision="keep", note="Slow and sure")
    return review


def test_a_review_tells_of_the_time_since_the_last_version(client: Client, reviewed: PlanReview) -> None:
    review = made(client, "review")
    assert (review.title, review.version, review.signed) == ("Plan review", 2, True)
    assert review.period == "31 Oct 2026 to 20 Nov 2026"
    assert review.attendance == "1 of 2 meetings attended."
    (meetings,) = review.meetings
    assert (meetings.attended, meetings.missed, meetings.cancelled_by_practice) == ("1", "1", "1")
    (goal,) = review.goals
    assert (goal.decision, goal.note) == ("Decision: keep", "Slow and sure")
    assert goal.progress == ("11 Nov 2026: client 6 of 10",), "its note stands at the objective"
    assert goal.objectives[0].stands == "Six hours"
    assert "at the start: 5; target: 7 by 20 Nov 2026" in goal.objectives[0].facts
    assert (review.client_view, review.satisfaction) == ("Good", "8 of 10")
    assert (review.decision, review.next_review) == ("Change the plan.", "20 December 2026")
    assert [one.what for one in review.changes] == ["Less"]


def test_without_a_review_it_is_a_report_on_progress(client: Client, reviewed: PlanReview) -> None:
    report = PAPERS["review"].content(take(client.id), take_practice(), Occasion(TODAY))
    assert (report.title, report.decision, report.client_view) == ("Progress report", "", "")
    assert report.goals[0].decision == "" and report.attendance == "1 of 2 meetings attended."


def test_a_review_that_was_not_held_is_a_draft(store: Store, client: Client, reviewed: PlanReview) -> None:
    store.save(reviewed, held_on=None)
    assert made(client, "review").signed is False


def test_a_discharge_tells_the_course_from_start_to_end(
    store: Store, client: Client, episode: Episode, reviewed: PlanReview
) -> None:
    assert made(client, "discharge").signed is False
    store.save(episode, discharged_on=TODAY, discharge_reason="moved", discharge_disposition="Clinic in Lakeview")
    store.add(Medication, client, name="Naltrexone", status="taking")
    store.add(Referral, episode, recipient="Clinic", reason="Sleep", status="attended", result="Seen")
    summary = made(client, "discharge")
    assert summary.signed and summary.discharged == "20 November 2026"
    assert (summary.reason, summary.disposition) == ("Moved away.", "Clinic in Lakeview")
    (goal,) = summary.goals
    assert (goal.start, goal.end) == ("5; client 6 of 10", "Six hours; client 6 of 10")
    assert goal.outcome == "Active; 0 of 1 objective met"
    assert [one.name for one in summary.medications] == ["Naltrexone"]
    assert summary.referrals[0].result == "Attended. Seen."
    assert summary.outlook[0] == "0 of 1 goal was reached."


def test_a_letter_says_why_what_is_asked_and_by_when(store: Store, client: Client, episode: Episode) -> None:
    place: Any = store.add(Resource, name="Sleep clinic", address="4 Orchard Lane\nMillbrook")
    store.add(Referral, episode, resource=place, reason="Sleeps badly", appointment_on=TODAY + 5 * DAY)
    store.add(PlanVersion, episode, number=1, dated_on=TODAY, next_review_on=TODAY + 30 * DAY)
    store.add(Medication, client, name="Melatonin", status="taking")
    letter = made(client, "referral", purpose="Advice on sleep")
    assert (letter.recipient, letter.address) == ("Sleep clinic", "4 Orchard Lane\nMillbrook")
    assert letter.salutation == "Dear Sleep clinic,"
    assert "Reason: Sleeps badly. The appointment is on 25 November 2026." in letter.reason
    assert letter.question == "Advice on sleep." and "20 December 2026" in letter.reply
    assert ("Medicines", "Melatonin") in [(one.label, one.text) for one in letter.known]
    assert [one.name for one in letter.signatures] == ["Dana Whitfield"]
    within = made(client, "referral", parts=frozenset({"tests"}))
    assert within.known == () and within.question == ""


def test_an_accounting_has_what_left_in_three_years(store: Store, client: Client) -> None:
    common = {"document": "plan", "content": "Three pages", "purpose": "Care", "basis": "consent"}
    for day, to in ((TODAY, "Now"), (datetime.date(2023, 11, 20), "First"), (datetime.date(2023, 11, 19), "Before")):
        store.add(Disclosure, client, told_on=day, recipient=to, version_number=1, **common)
    report = PAPERS["accounting"].content(take(client.id), take_practice(), Occasion(TODAY))
    assert [one.recipient for one in report.entries] == ["Now", "First"]
    assert report.entries[0].what == "Treatment plan, version 1"
    assert report.said == "2 disclosures were made in this time."
    leap = PAPERS["accounting"].content(take(client.id), take_practice(), Occasion(datetime.date(2028, 2, 29)))
    assert leap.period.startswith("1 Mar 2025")


def test_an_accounting_of_nothing_says_so(client: Client) -> None:
    report = PAPERS["accounting"].content(take(client.id), take_practice(), Occasion(TODAY))
    document = PAPERS["accounting"].build(report, Paper.LETTER, PRINTED, "en-US")
    assert "Nothing was disclosed to anybody in this time." in spoken(document)


def test_the_notice_says_to_whom_what_and_until_when(store: Store, client: Client) -> None:
    store.add(
        Release, client, recipient="Clinic", recipient_address="Lane 4", scope=["plan", "progress"], purpose="Care",
        signed_on=TODAY, signed_by="Jordan", expires_when="the end of treatment", discloser="We", not_included="Tests",
    )  # fmt: skip
    entry = take(client.id)
    notice = notice_of(entry, entry.rows("releases")[0], Occasion(TODAY))
    assert (notice.to, notice.address, notice.what) == ("Clinic", "Lane 4", "Treatment plan, progress")
    assert (notice.purpose, notice.until, notice.not_included) == ("Care", "the end of treatment", "Tests")
    assert notice.signed == "20 November 2026, Jordan" and notice.statement.startswith("This record")


def test_signatures_are_printed_as_they_were_given(store: Store, client: Client, episode: Episode) -> None:
    version = store.add(PlanVersion, episode, number=1, dated_on=TODAY)
    picture = base64.b64encode(b"a picture").decode()
    given = {"signed_on": TODAY}
    store.add(Signature, version, role="client", name="Jordan Doe", manner="declined", reason="Wants to wait", **given)
    store.add(
        Signature,
        version,
        role="client",
        name="Jordan Doe",
        manner="drawn",
        picture=picture,
        signed_at="10:40",
        **given,
    )
    store.add(
        Signature,
        version,
        role="physician",
        name="Lena Abara",
        credential="MD",
        manner="verbal",
        reason="by phone",
        **given,
    )
    plan = treatment_plan(take(client.id), take_practice(), TODAY)
    refused, drawn, counselor, physician = plan.signatures
    assert (refused.signed, refused.not_signed) == ("", "Declined to sign, 20 November 2026: Wants to wait")
    assert (drawn.signed, drawn.picture) == ("20 November 2026, 10:40, signed on the screen", b"a picture")
    assert (counselor.role, counselor.name, counselor.signed) == ("Responsible counselor", "Dana Whitfield", "")
    assert (physician.role, physician.credential) == ("Physician or prescriber", "MD")
    assert physician.signed == "20 November 2026, agreed aloud: by phone"
    episode_entry = take(client.id).rows("episodes")[0]
    assert len(signed_by(episode_entry.rows("plan_versions")[0])) == 3


def test_a_picture_that_is_none_leaves_the_rest_of_a_signature(store: Store, client: Client, episode: Episode) -> None:
    version = store.add(PlanVersion, episode, number=1)
    store.add(Signature, version, role="client", name="Jordan", manner="drawn", picture="?", signed_on=TODAY)
    (signed, _counselor) = treatment_plan(take(client.id), take_practice(), TODAY).signatures
    assert signed.picture == b"" and signed.signed


def test_a_signed_version_is_no_draft_and_has_its_fingerprint(store: Store, client: Client, episode: Episode) -> None:
    version = store.add(PlanVersion, episode, number=1, dated_on=TODAY)
    assert treatment_plan(take(client.id), take_practice(), TODAY).signed is False
    store.save(version, status="signed")
    plan = treatment_plan(take(client.id), take_practice(), TODAY, "a91f 03bc")
    assert plan.signed and plan.fingerprint == "a91f 03bc"
