"""A client's snapshot as a treatment plan to print; prints what was entered and works out no score and no code."""

import datetime

from recovery_desktop.dates import long_date
from recovery_desktop.documents.plan_content import Change, Participation, Review, TreatmentPlan
from recovery_desktop.plans import plan_answers, plan_diagnoses, plan_findings, plan_people, plan_person
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.phrases import joined, sentences
from recovery_desktop.plans.plan_courses import score_courses
from recovery_desktop.plans.plan_signatures import signatures
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import SIGNED
from recovery_desktop.text import _


def treatment_plan(client: Entry, practice: Entry, today: datetime.date, fingerprint: str = "") -> TreatmentPlan:
    """The current plan of a client's last episode; `today` dates a plan that has no version yet, `fingerprint` is that
    of a signed version.

    Raises LookupError when the client has no episode of care.
    """
    episode = running_episode(client)
    if episode is None:
        raise LookupError("no episode of care to plan")
    version = current_version(episode)
    dated = (version["dated_on"] if version else None) or today
    assessment = standing(episode)
    numbers = Numbering(episode)
    return TreatmentPlan(
        practice=plan_person.letterhead(practice),
        client=plan_person.printed_client(client, dated),
        version=version["number"] if version else 1,
        date=long_date(dated),
        signed=bool(version and version["status"] == SIGNED),
        fingerprint=fingerprint,
        sample=practice["sample"] == "yes",
        episode=plan_person.printed_episode(client, episode, version, assessment),
        hopes=_hopes(assessment),
        goals=plan_answers.goals(episode, numbers),
        areas=plan_findings.areas(episode, assessment, numbers),
        strengths=plan_findings.strengths(assessment),
        preferences=plan_findings.preferences(assessment),
        readiness=plan_findings.readiness(assessment),
        findings=plan_findings.findings(assessment, numbers),
        substances=plan_findings.substances(assessment),
        scores=plan_findings.scores(episode),
        score_courses=score_courses(client, episode),
        safety=plan_findings.safety(episode),
        needs=plan_findings.needs(episode, numbers),
        diagnoses=plan_diagnoses.diagnoses(episode),
        co_occurring=plan_diagnoses.co_occurring(episode),
        medications=plan_diagnoses.medications(client),
        medications_state=plan_diagnoses.medications_state(client),
        tests=plan_diagnoses.tests(episode),
        care_team=plan_diagnoses.care_team(client),
        services=plan_answers.services(episode),
        support=plan_people.support_people(client),
        no_contact=plan_people.no_contact(client),
        family_sessions=plan_people.family_sessions(client, episode),
        releases=plan_people.releases(client, dated),
        referrals=plan_answers.referrals(episode, numbers),
        aftercare=plan_answers.aftercare(episode),
        relapse_prevention=plan_answers.relapse_prevention(client, episode, practice),
        discharge_criteria=tuple(row["statement"] for row in episode.rows("discharge_criteria")),
        discharge_discussed=_discussed(episode),
        reviews=_reviews(episode),
        meaning=plan_findings.meaning(client, assessment),
        fit=version["cultural_fit"] if version else "",
        effectiveness=version["effectiveness_measured_by"] if version else "",
        version_reason=version.shown("reason") if version else "",
        changes=changes(version),
        participation=_participation(version),
        signatures=signatures(client, episode, dated, version),
    )


def _hopes(assessment: Entry | None) -> str:
    hopes = assessment.one("hopes") if assessment else None
    return joined([hopes["own_words"], hopes["a_year_from_now"]], "\n") if hopes else ""


def _discussed(episode: Entry) -> str:
    days = [row["discussed_on"] for row in episode.rows("discharge_criteria") if row["discussed_on"]]
    return long_date(max(days, default=None))


def _reviews(episode: Entry) -> tuple[Review, ...]:
    """What is to be looked at again, in the order of its date; what was held says so."""
    rows = sorted(episode.rows("follow_ups"), key=lambda row: row["due_on"] or datetime.date.max)
    return tuple(_review(row) for row in rows)


def _review(row: Entry) -> Review:
    held = _("held {day}").format(day=long_date(row["held_on"])) if row["held_on"] else ""
    only_if = _("only if: {condition}").format(condition=row["condition"]) if row["condition"] else ""
    return Review(
        what=sentences(joined([row["what"] or row.shown("kind"), only_if], "; "), row["result"]),
        due=joined([row.shown("repeats"), long_date(row["due_on"]), held]),
    )


def changes(version: Entry | None) -> tuple[Change, ...]:
    """What is new in a version after the first, a line each as it was written."""
    if version is None or version["number"] == 1:
        return ()
    return tuple(Change(line) for line in version["reason_detail"].splitlines() if line.strip())


def _participation(version: Entry | None) -> Participation:
    if version is None:
        return Participation(took_part=_("No version of this plan has been started yet."))
    copied = version["copy_given_on"]
    return Participation(
        comment=version["client_comment"],
        took_part=sentences(version.shown("took_part") or _("The client's part is not recorded yet")),
        copy_given=_("Copy given on {day}.").format(day=long_date(copied)) if copied else _("No copy given yet."),
    )
