"""All documents there are, each made up field by field, and what each rightly leaves out of what it is given."""

import itertools
import unicodedata
from datetime import datetime
from typing import Any

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.documents.accounting_content import Accounting
from recovery_desktop.documents.aftercare_plan import AftercarePlan
from recovery_desktop.documents.assessment_content import AssessmentSummary
from recovery_desktop.documents.changes import ChangesPaper
from recovery_desktop.documents.discharge_content import DischargeSummary
from recovery_desktop.documents.family_copy import FamilyCopy
from recovery_desktop.documents.my_plan import MyPlan
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.referral_content import ReferralLetter
from recovery_desktop.documents.release import ReleaseForm
from recovery_desktop.documents.review_content import PlanReview
from recovery_desktop.text import in_language
from tests.documents import clinical
from tests.documents.client_papers import not_printed
from tests.documents.made_up import Counts, Texts, made_up_of, not_in_the_text
from tests.documents.reading import artifacts, structure

CONTENTS: dict[str, type[Any]] = {
    "plan": TreatmentPlan,
    "my_plan": MyPlan,
    "assessment": AssessmentSummary,
    "review": PlanReview,
    "changes": ChangesPaper,
    "family": FamilyCopy,
    "referral": ReferralLetter,
    "release": ReleaseForm,
    "aftercare": AftercarePlan,
    "discharge": DischargeSummary,
    "accounting": Accounting,
}
"""What each document is made of, by its code."""
CODES = sorted(PAPERS)
IN_EACH_LANGUAGE = [(code, lang) for code in CODES for lang in PAPERS[code].languages]
PRINTED = datetime(2026, 10, 14, 9, 5)


def made_up(code: str, text: Texts, count: Counts = lambda: 1) -> Any:
    """The content of a document, in which `text` gives every text by the name of its field."""
    return made_up_of(CONTENTS[code], lambda name: "P. S." if name == "initials" else text(name), count)


def numbered(code: str, text: str) -> tuple[Any, set[str]]:
    """The content of a document in which each text holds its own number and `text`, and these texts."""
    number = itertools.count(1)
    given: set[str] = set()

    def one(_name: str) -> str:
        given.add(whole := f"{next(number)}: {text}")
        return whole

    return made_up(code, one), given


def document(code: str, content: Any, paper: Paper = Paper.LETTER, lang: str = "en") -> bytes:
    """The document as a file."""
    with in_language(lang):
        return PAPERS[code].build(content, paper, PRINTED, f"{lang}-US")


def unsaid(code: str, content: Any, given: set[str], made: bytes) -> list[str]:
    """The given texts that neither a reader of the document is told nor its heads and feet say."""
    said = _plain(" ".join([*(one.text or one.alt for one in structure(made).walk()), *artifacts(made)]))
    return [text[:60] for text in given - _left_out(code, content) if _plain(text) not in said]


def _plain(text: str) -> str:
    """A text however its lines are broken and its accents are composed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _left_out(code: str, content: Any) -> set[str]:
    """What is drawn, stands there already in other words, or is more of the client than this document says."""
    if code == "plan":
        return not_in_the_text(content)
    if code == "changes":
        client = content.client
        named = {client.name, client.record}
        return {text for text in _texts(client) if text not in named} | {content.practice.logo_alt}
    return clinical.unsaid_by_right(content) if CONTENTS[code] in clinical.KINDS else not_printed(content)


def _texts(client: Any) -> set[str]:
    return {text for text in vars(client).values() if isinstance(text, str)}
