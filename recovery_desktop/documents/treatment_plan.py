"""The treatment plan as a document for the record, in the order in which a reviewer reads it."""

from datetime import datetime

from recovery_desktop.documents import answer_pages, closing_pages, diagnosis_pages, finding_pages, opening_pages
from recovery_desktop.documents.blocks import Block
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.goal_pages import goals
from recovery_desktop.documents.look import Grid
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.signatures import signed_body
from recovery_desktop.text import _


def build(plan: TreatmentPlan, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The plan as a tagged PDF/A-2a and PDF/UA-1 file.

    `printed_at` stands in the foot of each page, local time, and is the date of the file; `lang` is the language of the
    texts as a BCP 47 tag. The same plan, paper, moment and language give the same bytes.
    """
    grid = Grid(paper)
    about = running(plan, _("Treatment plan"), printed_at)
    return build_document(plan_body(plan, grid), grid, about, plan.practice.name, lang)


def plan_body(plan: TreatmentPlan, grid: Grid) -> Column:
    """Everything between head and foot of the pages."""
    width = grid.width
    parts: list[Block | None] = [
        *opening_pages.opening(plan, _("Treatment plan"), _answers_for_it(plan), width),
        None if "goals" in plan.left_out else opening_pages.wishes(plan, width),
        opening_pages.brings(plan.client.called, plan.strengths, plan.preferences, width),
        finding_pages.whole_person(plan.areas, plan.readiness, width),
        opening_pages.treatment(plan, width),
        None if "findings" in plan.left_out else finding_pages.findings(plan.findings, width),
        finding_pages.substances(plan.substances, width),
        finding_pages.scores(plan.scores, plan.score_courses, width),
        finding_pages.safety(plan.safety, width),
        None if "needs" in plan.left_out else finding_pages.needs(plan.needs, width),
        diagnosis_pages.diagnoses(plan, width),
        *goals(plan.goals, grid),
        None if "services" in plan.left_out else answer_pages.services(plan.services, width),
        answer_pages.family(plan.support, plan.no_contact, width),
        answer_pages.family_sessions(plan.family_sessions, width),
        answer_pages.releases(plan.releases, width),
        answer_pages.referrals(plan.referrals, width),
        closing_pages.aftercare(plan.aftercare, width),
        closing_pages.hard_times(plan.relapse_prevention, width),
        None if "discharge" in plan.left_out else closing_pages.discharge(plan, width),
        None if "reviews" in plan.left_out else closing_pages.reviews(plan.reviews, width),
        closing_pages.fit(plan, width),
        None if "reviews" in plan.left_out else closing_pages.news(plan, width),
    ]
    if "signatures" in plan.left_out:
        return Column([part for part in parts if part is not None])
    return signed_body(parts, closing_pages.signatures(plan, width))


def _answers_for_it(plan: TreatmentPlan) -> list[tuple[str, str]]:
    episode = plan.episode
    allergies = "" if "medicines" in plan.left_out else plan.client.allergies or _("not recorded")
    return [
        (_("Allergies"), allergies),
        (_("Admitted"), episode.admitted),
        (_("Responsible counselor"), episode.counselor),
        (_("Next review"), episode.next_review),
    ]
