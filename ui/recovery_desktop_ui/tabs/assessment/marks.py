"""How far each section of the assessment is: a mark by what was asked, without building the section."""

from collections.abc import Callable
from dataclasses import dataclass

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.assessment import AreaOfLife, Carried
from recovery_desktop.records.assessment import Section as AskedSection
from recovery_desktop.records.base import Record
from recovery_desktop.records.carrying import CARRIED
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry

_STATES = {"asked": "done", "declined": "declined", "not_asked": "empty"}


@dataclass(frozen=True)
class Looked:
    """The episode and the assessment that is shown, as the disk has them."""

    episode: Entry | None
    assessment: Entry | None

    def rows(self, model: type[Record]) -> list[Entry]:
        """The rows of a model in the assessment."""
        owner = model.owner()
        return self.assessment.rows(owner.listed_as) if self.assessment is not None and owner is not None else []


Mark = Callable[[Looked], str | None]


def look(opened: OpenClient) -> Looked:
    """Reads the record once for all marks."""
    episode = episode_entry(opened)
    if episode is None:  # or its beginning was just undone
        return Looked(None, None)
    shown = opened.assessment.id if opened.assessment is not None else None
    return Looked(episode, next((each for each in episode.rows("assessments") if each.number == shown), None))


def the_assessment_itself(seen: Looked) -> str | None:
    """Complete with its day of completion."""
    return "done" if seen.assessment is not None and seen.assessment["completed_on"] else "started"


def of_section(section: type[AskedSection], *lists: type[Carried]) -> Mark:
    """Carried over while it waits to be reviewed; then asked, declined or not asked as it was said; begun when
    something stands in it or in its lists."""

    def mark(seen: Looked) -> str | None:
        row = next(iter(seen.rows(section)), None)
        listed = [each for model in lists for each in seen.rows(model)]
        if any(_is_carried(each) for each in (*listed, *([row] if row else []))):
            return "carried"
        if row is not None and row["state"]:
            return _STATES[row["state"]]
        return "started" if listed or (row is not None and row.is_filled()) else "empty"

    return mark


def of_areas(seen: Looked) -> str | None:
    """Complete when it is said of each area whether it was looked at."""
    rows = seen.rows(AreaOfLife)
    if any(map(_is_carried, rows)):
        return "carried"
    said = sum(bool(row["state"]) for row in rows)
    return "done" if said >= len(DOMAINS) else "started" if said else "empty"


def of_instruments(seen: Looked) -> str | None:
    """Begun while one of them has no score yet."""
    given = seen.episode.rows("administrations") if seen.episode is not None else []
    if not given:
        return "empty"
    return "done" if all(row.rows("scores") for row in given) else "started"


def _is_carried(row: Entry) -> bool:
    return bool(row["review"] == CARRIED)
