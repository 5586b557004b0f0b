"""What a discharge summary says, from a client's snapshot: what is recorded, in neutral words, and no verdict."""

from collections.abc import Iterator
from dataclasses import replace

from recovery_desktop.dates import long_date
from recovery_desktop.documents.course_content import GoalCourse
from recovery_desktop.documents.discharge_content import DischargeSummary
from recovery_desktop.documents.plan_answers import Referral
from recovery_desktop.documents.plan_findings import Diagnosis
from recovery_desktop.plans import plan_answers, plan_diagnoses, plan_findings, plan_person
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.goal_course import ratings
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.papers import courses
from recovery_desktop.plans.papers.courses import Span
from recovery_desktop.plans.papers.heading import episode_of, head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.phrases import joined, sentence
from recovery_desktop.plans.plan_signatures import places_to_sign
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.records.sessions import CAME
from recovery_desktop.records.therapies import OPEN_GATE
from recovery_desktop.text import N_, _, ngettext

PARTS = (
    Part("reason", N_("Reason for discharge, and how it goes on"), ("discharge",)),
    Part("attendance", N_("Attendance"), ("discharge", "attendance")),
    Part("goals", N_("How each goal went"), ("discharge", "progress")),
    Part("scores", N_("Scores"), ("discharge", "assessment")),
    Part("tests", N_("Tests"), ("discharge", "test_results")),
    Part("diagnoses", N_("Diagnoses"), ("discharge", "diagnoses")),
    Part("medications", N_("Medicines and allergies"), ("discharge", "medications")),
    Part("status", N_("How things stand"), ("discharge",)),
    Part("referrals", N_("Referrals"), ("discharge", "plan")),
    Part("aftercare", N_("Aftercare"), ("discharge", "aftercare")),
    Part("outlook", N_("Outlook"), ("discharge",)),
)


def discharge_summary(client: Entry, practice: Entry, occasion: Occasion) -> DischargeSummary:
    """The summary of the client's last episode; a draft while the client is not discharged.

    Raises LookupError when the client has no episode of care.
    """
    episode, has = episode_of(client), occasion.has
    ended = episode["discharged_on"]
    dated = ended or occasion.on
    began = episode["admitted_on"] or episode["intake_on"] or dated
    span, person = Span(began, dated), plan_person.printed_episode(client, episode, None, None)
    return DischargeSummary(
        **head(client, practice, dated, is_final=ended is not None),
        allergies=plan_person.allergies(client) if has("medications") else "",
        admitted=person.admitted,
        discharged=long_date(ended),
        last_contact=_last_contact(episode, span) if has("attendance") else "",
        level_of_care=person.level_of_care if has("reason") else "",
        counselor=person.counselor,
        reason_for_coming=episode["reason_for_coming"] if has("reason") else "",
        reason=sentence(episode.shown("discharge_reason")) if has("reason") else "",
        disposition=episode["discharge_disposition"] if has("reason") else "",
        attendance=courses.attendance(episode, span)[0] if has("attendance") else "",
        goals=_goals(episode) if has("goals") else (),
        scores=courses.scores(client, span) if has("scores") else (),
        tests=courses.tests(episode, span) if has("tests") else (),
        diagnoses=_diagnoses(episode) if has("diagnoses") else (),
        medications=plan_diagnoses.medications(client) if has("medications") else (),
        medications_state=plan_diagnoses.medications_state(client) if has("medications") else "",
        status=tuple(_status(episode)) if has("status") else (),
        outlook=tuple(_outlook(episode)) if has("outlook") else (),
        referrals=_referrals(episode) if has("referrals") else (),
        aftercare=plan_answers.aftercare(episode) if has("aftercare") else (),
        signatures=places_to_sign(client, episode, dated),
    )


def _diagnoses(episode: Entry) -> tuple[Diagnosis, ...]:
    """Without what each rests on and who made it: that stands in the plan."""
    return tuple(replace(one, basis="", diagnosed_by="") for one in plan_diagnoses.diagnoses(episode))


def _last_contact(episode: Entry, span: Span) -> str:
    came = (row["held_on"] for row in episode.rows("contacts") if row["attendance"] in CAME)
    return long_date(max(filter(span.has, came), default=None))


def _referrals(episode: Entry) -> tuple[Referral, ...]:
    """Those that were made, with their results; the numbers of needs stand in the plan."""
    made = plan_answers.referrals(episode, Numbering(episode))
    return tuple(Referral(one.need, one.place, one.made, one.result) for one in made if one.place)


def _goals(episode: Entry) -> tuple[GoalCourse, ...]:
    numbers = Numbering(episode)
    return tuple(_goal(row, numbers) for row in episode.rows("goals"))


def _goal(row: Entry, numbers: Numbering) -> GoalCourse:
    """A goal by the client's first and last rating, and by how many of its objectives were met."""
    rated, objectives = ratings(row), row.rows("objectives")
    met = sum(one["status"] == "met" for one in objectives)
    words = ngettext("{met} of {count} objective met", "{met} of {count} objectives met", len(objectives))
    notes = [one["note"] for one in plan_answers.in_order(row) if one["note"]]
    said = [_("client {n} of 10").format(n=value) for _day, value in rated]
    baseline = joined(dict.fromkeys(one["baseline"] for one in objectives), "; ")
    return GoalCourse(
        number=numbers.of(row),
        own_words=row["own_words"],
        clinical=row["statement"],
        start=joined([baseline, said[0] if len(said) > 1 else ""], "; "),
        end=joined([notes[-1].rstrip(".") if notes else "", said[-1] if said else ""], "; "),
        outcome=joined([row.shown("status"), words.format(met=met, count=len(objectives)) if objectives else ""], "; "),
    )


def _status(episode: Entry) -> Iterator[str]:
    """How things stand: criteria, goals, needs, safety steps."""
    criteria = episode.rows("discharge_criteria")
    if criteria:
        met = sum(row["met"] == "yes" for row in criteria)
        count = len(criteria)
        words = ngettext("{met} of {count} discharge criterion met", "{met} of {count} discharge criteria met", count)
        named = joined((row["statement"] for row in criteria if row["met"] == "yes"), "; ")
        yield sentence(joined([words.format(met=met, count=count), named], ": "))
    ongoing = [row["statement"] for row in episode.rows("needs") if row["status"] not in ("met", "declined")]
    if ongoing:
        yield sentence(
            _("Still worked on or put off: {needs}").format(needs=joined((one.rstrip(".") for one in ongoing), "; "))
        )
    steps = [row for row in episode.rows("safety_steps") if not is_private_step(row)]
    open_steps = [row["finding"] or row["action"] for row in steps if row["status"] in OPEN_GATE]
    if open_steps:
        yield sentence(_("Safety steps still open: {steps}").format(steps=joined(open_steps, "; ")))
    elif steps:
        yield _("No safety step is open.")


def _outlook(episode: Entry) -> Iterator[str]:
    """No forecast: what the record names as help, and what it names as hard."""
    goals = episode.rows("goals")
    reached = sum(row["status"] == "met" for row in goals)
    if goals:
        count = len(goals)
        words = ngettext("{reached} of {count} goal was reached.", "{reached} of {count} goals were reached.", count)
        yield words.format(reached=reached, count=count)
    strengths = plan_findings.strengths(standing(episode))
    if strengths:
        yield sentence(_("Can be built on: {what}").format(what=joined((one.rstrip(".") for one in strengths), "; ")))
    barriers = [row["barriers"].rstrip(".") for row in goals if row["barriers"] and row["status"] in GOING_ON]
    if barriers:
        yield sentence(_("May make it harder: {what}").format(what=joined(barriers, "; ")))
