"""All documents there are: what each is called, its parts with what a release must allow, how it is made and set."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from recovery_desktop.plans.papers import (
    accounting,
    aftercare,
    assessment,
    discharge,
    family_copy,
    my_plan,
    plan,
    referral,
    release,
    review,
)
from recovery_desktop.plans.papers.changes import PARTS_OF_CHANGES, what_changed
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.disclosing import DOCUMENTS
from recovery_desktop.text import ENGLISH, _, document_languages

if TYPE_CHECKING:  # what draws is loaded with the first document
    from recovery_desktop.documents.paper import Paper


_READ_BY_CLIENTS = ("my_plan", "family", "release", "aftercare")
_OF_THE_PLAN = ("plan", "my_plan", "changes", "family", "aftercare")
_OF_TODAY = ("review", "referral", "release", "discharge", "accounting")


@dataclass(frozen=True)
class PaperKind:
    """A kind of document. `content` makes plain values of a client, the practice and the occasion; the module
    `documents.<module>` sets them with its function `build(content, paper, printed_at, lang)`."""

    code: str  # of `records.disclosing.DOCUMENTS`
    module: str
    parts: tuple[Part, ...]
    content: Callable[[Entry, Entry, Occasion], Any]

    @property
    def title(self) -> str:
        """The document's name in the chosen language."""
        return _(DOCUMENTS[self.code])

    @property
    def languages(self) -> list[str]:
        """The codes of the languages it may be in: what clients and families read can be in theirs."""
        return document_languages() if self.code in _READ_BY_CLIENTS else [ENGLISH]

    @property
    def is_of_the_plan(self) -> bool:
        """Whether it tells what was agreed, so that the version in force is what is meant."""
        return self.code in _OF_THE_PLAN

    @property
    def has_versions(self) -> bool:
        """Whether it can be made of what a signed version froze; others tell what came since."""
        return self.code not in _OF_TODAY

    def build(self, content: Any, paper: "Paper", printed_at: datetime.datetime, lang: str) -> bytes:
        """The document as an archive file; slow, in any thread."""
        made: bytes = import_module(f"recovery_desktop.documents.{self.module}").build(content, paper, printed_at, lang)
        return made


PAPERS: dict[str, PaperKind] = {
    kind.code: kind
    for kind in (
        PaperKind("plan", "treatment_plan", plan.PARTS, plan.content),
        PaperKind("my_plan", "my_plan", my_plan.PARTS, my_plan.my_plan),
        PaperKind("assessment", "assessment_summary", assessment.PARTS, assessment.assessment_summary),
        PaperKind("review", "plan_review", review.PARTS, review.plan_review),
        PaperKind("changes", "changes", PARTS_OF_CHANGES, what_changed),
        PaperKind("family", "family_copy", family_copy.PARTS, family_copy.family_copy),
        PaperKind("referral", "referral_letter", referral.PARTS, referral.referral_letter),
        PaperKind("release", "release", release.PARTS, release.release),
        PaperKind("aftercare", "aftercare_plan", aftercare.PARTS, aftercare.aftercare_plan),
        PaperKind("discharge", "discharge_summary", discharge.PARTS, discharge.discharge_summary),
        PaperKind("accounting", "accounting", (), accounting.accounting),
    )
}
"""By code, in the order in which they are offered. A new document is one new line here."""
