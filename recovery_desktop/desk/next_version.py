"""Beginning the next version of a plan: a draft that goes on from the version before."""

import datetime
from typing import Any, Protocol, TypeVar

from recovery_desktop.plans.due import unheld_version
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.plan import PlanVersion

AnyRecord = TypeVar("AnyRecord", bound=Record)
_GOES_ON = ("author", "cultural_fit", "effectiveness_measured_by")
"""What a draft begins with, from the version before: it holds until it is changed."""


class Adding(Protocol):
    """The way to a new row: the store's, the history's, or the keeper's of the window."""

    def __call__(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord: ...


def last_version(episode: Episode) -> PlanVersion | None:
    """The version with the highest number."""
    versions = PlanVersion.select().where(PlanVersion.episode == episode)
    found: PlanVersion | None = versions.order_by(PlanVersion.number.desc()).first()
    return found


def draft_of(episode: Episode) -> PlanVersion | None:
    """The draft that is under way, if there is one."""
    last = last_version(episode)
    return last if last is not None and last.status == "draft" else None


def begin_next(add: Adding, episode: Episode, cause: str, today: datetime.date) -> PlanVersion:
    """The draft of the next version, with the cause as its reason; one that is under way is given as it is. A review
    that the version before names and that was not held yet stays due."""
    last = last_version(episode)
    if last is None:
        return add(PlanVersion, episode, number=1, status="draft", dated_on=today, reason="first")
    if last.status == "draft":
        return last
    given = {name: value for name in _GOES_ON if (value := getattr(last, name))}
    due = unheld_version(_entry(episode))
    if due is not None:
        given["next_review_on"] = due["next_review_on"]
    return add(
        PlanVersion, episode, number=last.number + 1, status="draft", dated_on=today, reason=cause or "due", **given
    )


def _entry(episode: Episode) -> Entry:
    return next(each for each in take(episode.client.id).rows("episodes") if each.number == episode.id)
