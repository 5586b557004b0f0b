"""What a plan review says, from a client's snapshot: for a review that is due or held, or since the current version."""

import datetime
from typing import Any

from recovery_desktop.dates import long_date
from recovery_desktop.documents.course_content import ReviewedGoal, ReviewedObjective
from recovery_desktop.documents.plan_answers import Goal, Objective
from recovery_desktop.documents.review_content import PlanReview
from recovery_desktop.plans import plan_answers, plan_person
from recovery_desktop.plans.episodes import current_version
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.papers import courses
from recovery_desktop.plans.papers.courses import Span
from recovery_desktop.plans.papers.heading import episode_of, head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.phrases import joined, lower_first, sentence
from recovery_desktop.plans.plan_signatures import places_to_sign, signed_by
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.treatment_plan import changes
from recovery_desktop.text import N_, _

PARTS = (
    Part("attendance", N_("Attendance"), ("attendance",)),
    Part("goals", N_("How each goal goes"), ("progress",)),
    Part("scores", N_("Scores"), ("assessment",)),
    Part("tests", N_("Tests"), ("test_results",)),
    Part("services", N_("Services"), ("plan", "progress")),
    Part("changes", N_("What changed, and why"), ("plan",)),
    Part("view", N_("How it has gone, and what the client says"), ("progress",)),
    Part("decision", N_("How it goes on"), ("plan", "progress")),
)


def plan_review(client: Entry, practice: Entry, occasion: Occasion) -> PlanReview:
    """The review of the occasion; without one how it has gone since the current version of the plan.

    Raises LookupError when the client has no episode of care.
    """
    episode, review = episode_of(client), occasion.review
    dated = (review["held_on"] if review else None) or occasion.on
    version, has = _looked_at(episode, review), occasion.has
    span = Span(_since(episode, dated), dated)
    sentence_of, meetings = courses.attendance(episode, span) if has("attendance") else ("", ())
    return PlanReview(
        **head(client, practice, dated, is_final=_is_final(review), version=version["number"] if version else 0),
        title=_("Plan review") if review else _("Progress report"),
        period=span.words,
        counselor=plan_person.printed_episode(client, episode, None, None).counselor,
        attendance=sentence_of,
        meetings=meetings,
        goals=_goals(episode, review, span, occasion),
        scores=courses.scores(client, span) if has("scores") else (),
        tests=courses.tests(episode, span) if has("tests") else (),
        services=courses.services(episode, span) if has("services") else (),
        changes=changes(current_version(episode)) if has("changes") else (),
        change_reason=_reason(current_version(episode)) if has("changes") else "",
        plan_signed=signed_by(version) if version else (),
        signatures=places_to_sign(client, episode, dated),
        **(_said(review, has("view"), has("decision")) if review else {}),
    )


def _is_final(review: Entry | None) -> bool:
    """A review that was not held yet is a draft; a report without one is what the record says today."""
    return review is None or review["held_on"] is not None


def _looked_at(episode: Entry, review: Entry | None) -> Entry | None:
    """The version that the review looked at."""
    versions = episode.rows("plan_versions")
    number = review["version_number"] if review else None
    return next((row for row in versions if row["number"] == number), None) or current_version(episode)


def _since(episode: Entry, until: datetime.date) -> datetime.date:
    """The last version or review before; else the admission."""
    days = [row["dated_on"] for row in episode.rows("plan_versions")]
    days += [row["held_on"] for row in episode.rows("plan_reviews")]
    admitted = episode["admitted_on"] or episode["intake_on"]
    return max((day for day in [admitted, *days] if day and day < until), default=until)


def _reason(version: Entry | None) -> str:
    return version.shown("reason") if version and version["number"] > 1 else ""


def _said(review: Entry, has_view: bool, has_decision: bool) -> dict[str, Any]:
    said = {
        "cause": review.shown("cause"),
        "due": long_date(review["due_on"]),
        "held": joined([long_date(review["held_on"]), review["held_by"]]),
    }
    if has_view:
        rated = review["satisfaction"]
        said |= {name: review[name] for name in ("client_view", "would_help_more")}
        said["how_it_went"] = review["progress"]
        said["satisfaction"] = _("{n} of 10").format(n=rated) if rated is not None else ""
    if has_decision:
        said["decision"] = sentence(review.shown("decision"))
        said["decision_reason"] = review["decision_reason"]
        said["next_review"] = long_date(review["next_review_on"])
    return said


def _goals(episode: Entry, review: Entry | None, span: Span, occasion: Occasion) -> tuple[ReviewedGoal, ...]:
    """Every goal with how far its objectives have come, and what was decided on it."""
    if not occasion.has("goals"):
        return ()
    of_review = {id(row.ref("goal")): row for row in review.rows("goals")} if review else {}
    rows = episode.rows("goals")
    printed = plan_answers.goals(episode, Numbering(episode))
    return tuple(_goal(one, row, of_review.get(id(row)), episode, span) for one, row in zip(printed, rows, strict=True))


def _goal(goal: Goal, row: Entry, reviewed: Entry | None, episode: Entry, span: Span) -> ReviewedGoal:
    stands = [courses.where_it_stands(one, row, episode, span) for one in row.rows("objectives")]
    at_objectives = [courses.last_note(one, row) for one in row.rows("objectives")]
    noted = [
        plan_answers.progress_said(one, with_note=one not in at_objectives)
        for one in plan_answers.in_order(row)
        if span.has(one["noted_on"])
    ]
    decision = reviewed.shown("decision") if reviewed else ""
    decided = _("Decision: {decision}").format(decision=lower_first(decision)) if decision else ""
    return ReviewedGoal(
        number=goal.number,
        own_words=goal.own_words if row["own_words"] else "",
        clinical=row["statement"],
        objectives=tuple(map(_objective, goal.objectives, stands)),
        decision=joined([goal.status, decided], "; "),
        note=reviewed["note"] if reviewed else "",
        progress=tuple(noted) or (_("Nothing was noted in this time."),),
    )


def _objective(one: Objective, stands: str) -> ReviewedObjective:
    start = _("at the start: {what}").format(what=one.baseline) if one.baseline else ""
    target = _("target: {what}").format(what=one.target) if one.target else ""
    by = _("by {day}").format(day=one.by) if one.by else ""
    measure = _("measured by: {measure}").format(measure=one.measure) if one.measure else ""
    return ReviewedObjective(
        number=one.number,
        text=one.text,
        facts=joined([start, joined([target, by], " "), measure], "; "),
        stands=joined([one.status, stands], "; ") or _("not noted"),
    )
