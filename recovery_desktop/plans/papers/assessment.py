"""What an assessment summary says, from a client's snapshot."""

from collections.abc import Iterator
from dataclasses import replace

from recovery_desktop.documents.assessment_content import AssessmentSummary
from recovery_desktop.documents.plan_findings import Finding
from recovery_desktop.plans import plan_findings, plan_person
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.papers.heading import episode_of, head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.papers.section_answers import asked_whom, told
from recovery_desktop.plans.phrases import joined, person_with_credential, sentences
from recovery_desktop.plans.plan_courses import score_courses
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _, ngettext

PARTS = (
    Part("allergies", N_("Allergies"), ("medications",)),
    Part("reason", N_("Reason for coming, and summary"), ("assessment",)),
    Part("use", N_("Substance use"), ("assessment",)),
    Part("told", N_("What was asked, and what was said"), ("assessment",)),
    Part("found", N_("What was found"), ("assessment",)),
    Part("scores", N_("Scores"), ("assessment",)),
    Part("fits", N_("Strengths, preferences and readiness"), ("assessment",)),
    Part("safety", N_("Safety steps"), ("assessment", "emergencies")),
)


def assessment_summary(client: Entry, practice: Entry, occasion: Occasion) -> AssessmentSummary:
    """The summary of all assessments of the client's last episode, as they stand together.

    Raises LookupError when the client has no episode of care.
    """
    episode = episode_of(client)
    assessment = standing(episode)
    has = occasion.has
    dated = (assessment["completed_on"] or assessment["started_on"]) if assessment else None
    person = plan_person.printed_episode(client, episode, None, assessment)
    return AssessmentSummary(
        **head(client, practice, dated or occasion.on, is_final=bool(assessment and assessment["completed_on"])),
        allergies=plan_person.allergies(client) if has("allergies") else "",
        kind=assessment.shown("kind") if assessment else _("not yet"),
        assessed_by=person_with_credential(assessment.ref("assessor")) if assessment else "",
        admitted=person.admitted,
        referred_by=person.referred_by if has("reason") else "",
        legal_status=person.legal_status if has("reason") else "",
        reason_for_coming=episode["reason_for_coming"] if has("reason") else "",
        summary=assessment["summary"] if assessment and has("reason") else "",
        asked_whom=asked_whom(assessment) if assessment and has("told") else (),
        substances=plan_findings.substances(assessment) if has("use") else (),
        substance_history=_history(assessment) if has("use") else (),
        told=told(client, assessment) if assessment and has("told") else (),
        readiness=plan_findings.readiness(assessment) if has("fits") else "",
        findings=tuple(_findings(episode, assessment, with_strengths=not has("fits"))) if has("found") else (),
        scores=plan_findings.scores(episode) if has("scores") else (),
        score_courses=score_courses(client, episode) if has("scores") else (),
        strengths=plan_findings.strengths(assessment) if has("fits") else (),
        preferences=plan_findings.preferences(assessment) if has("fits") else (),
        safety=tuple(replace(one, finding="") for one in plan_findings.safety(episode)) if has("safety") else (),
    )


def _findings(episode: Entry, assessment: Entry | None, *, with_strengths: bool) -> Iterator[Finding]:
    """Without the numbers of needs, which stand in the plan, and without the strengths where they are listed below."""
    for one in plan_findings.findings(assessment, Numbering(episode)):
        if one.text or with_strengths:
            yield replace(one, needs=(), strength=one.strength if with_strengths else "")


def _history(assessment: Entry | None) -> tuple[str, ...]:
    """For each substance how long without it was possible, and what was tried."""
    rows = assessment.rows("substances") if assessment else []
    return tuple(
        _("{substance}: {history}").format(substance=row["name"] or row.shown("substance_class"), history=history)
        for row in rows
        if (history := _of_one(row))
    )


def _of_one(row: Entry) -> str:
    count = row["years_of_use"]
    words = ngettext("{count} year of use", "{count} years of use", 1 if count == 1 else 2)
    years = words.format(count=row.shown("years_of_use")) if count else ""
    without = _("longest without: {time}").format(time=row["longest_without"]) if row["longest_without"] else ""
    return sentences(joined([years, without]), row["treatment_tried"])
