"""What stands above the lists: what is to be put right, codes for factors of daily life, pairs nobody looked at yet."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from recovery_desktop.diagnoses import code_set
from recovery_desktop.plans.diagnosis_offers import social_factors, unpaired
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import CoOccurring, Diagnosis
from recovery_desktop.records.life import SocialNeeds
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.tabs.diagnoses.following import EpisodeFollowed
from recovery_desktop_ui.tabs.diagnoses.noted import Noted
from recovery_desktop_ui.tabs.diagnoses.offered import Offer, Offered


def above_diagnoses(sheet: Sheet, rows: RecordList) -> tuple[QWidget, ...]:
    """What is to be put right among the diagnoses, and the codes that the needs of daily life suggest."""
    about = _("Needs of daily life in the assessment that a code could be recorded for, where it helps the client:")
    followed = EpisodeFollowed(sheet, (Diagnosis, SocialNeeds))
    return Noted(followed), Offered(rows, followed, about, _factors)


def above_pairs(sheet: Sheet, rows: RecordList) -> tuple[QWidget, ...]:
    """The pairs that were not looked at together."""
    about = _("Not looked at together yet: what came first, what drives what, and who treats it?")
    return (Offered(rows, EpisodeFollowed(sheet, (Diagnosis, CoOccurring)), about, _pairs),)


def _factors(episode: Entry) -> Iterable[Offer]:
    for code, need in social_factors(episode):
        values = {
            "kind": "social", "code": code, "code_set": code_set(), "name": need, "status": "active",
            "entered_on": today(),
        }  # fmt: skip
        yield Offer(code, f"{code}  {need}", Diagnosis, values)


def _pairs(episode: Entry) -> Iterable[Offer]:
    for use, condition in unpaired(episode):
        values = {"use_disorder": use.number, "condition": condition.number}
        yield Offer(f"{use.number}.{condition.number}", f"{use['name']} × {condition['name']}", CoOccurring, values)
