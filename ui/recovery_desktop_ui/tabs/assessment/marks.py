"""How far each section of the assessment is: a mark by what was asked, without building the section."""

from collections.abc import Callable
from typing import Any

from recovery_desktop.records.assessment import Administration, AreaOfLife, RecordedScore
from recovery_desktop.records.assessment import Section as AskedSection
from recovery_desktop.records.base import Record
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.open_client import OpenClient

Mark = Callable[[OpenClient], str | None]
_STATES = {"asked": "done", "declined": "declined", "not_asked": "empty"}


def the_assessment_itself(opened: OpenClient) -> str | None:
    """Complete with its day of completion."""
    return "done" if opened.assessment and opened.assessment.completed_on else "started"


def of_section(section: type[AskedSection], *lists: type[Record]) -> Mark:
    """Asked, declined or not asked as it was said; begun when something stands in it or in its lists."""

    def mark(opened: OpenClient) -> str | None:
        row = section.get_or_none(section.owner() == opened.assessment)
        if row is not None and row.state:
            return _STATES[row.state]
        has_rows = any(_rows(model, opened.assessment).exists() for model in lists)
        return "started" if has_rows or (row is not None and as_entry(row).is_filled()) else "empty"

    return mark


def of_list(model: type[Record]) -> Mark:
    """Complete as soon as something is listed."""
    return lambda opened: "done" if _rows(model, opened.assessment).exists() else "empty"


def of_areas(opened: OpenClient) -> str | None:
    """Complete when it is said of each area whether it was looked at."""
    said = _rows(AreaOfLife, opened.assessment).where(AreaOfLife.state != "").count()
    return "done" if said >= len(DOMAINS) else "started" if said else "empty"


def of_instruments(opened: OpenClient) -> str | None:
    """Begun while one of them has no score yet."""
    given = _rows(Administration, opened.episode)
    if not given.exists():
        return "empty"
    scored = RecordedScore.select(RecordedScore.administration)
    return "started" if given.where(Administration.id.not_in(scored)).exists() else "done"


def _rows(model: type[Record], owner: Record | None) -> Any:
    return model.select(model.id).where(model.owner() == owner)
