"""What a rule profile asks for in days, and which days follow from it: the first plan, a review, a family session; and
who is to sign beside client and counselor."""

import datetime
from dataclasses import dataclass

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import TO_COME
from recovery_desktop.records.plan import IN_FORCE
from recovery_desktop.records.sessions import CAME

_NOT_NOW = ("declined", "contraindicated")


@dataclass(frozen=True)
class Rhythm:
    """Numbers of days, and of visits, after which something is due; 0 where nothing is asked for. `countersigners` are
    codes of `records.plan.SIGNING_ROLES`."""

    first_plan_days: int = 0
    first_plan_visits: int = 0
    review_days: int = 0
    family_days: int = 0
    countersigners: tuple[str, ...] = ()


NO_RHYTHM = Rhythm()


def first_plan_by(episode: Entry, rhythm: Rhythm) -> datetime.date | None:
    """The day by which the first plan is to be in the record: so many days after admission, or on the visit after it
    that is named, whichever comes first."""
    admitted: datetime.date | None = episode["admitted_on"]
    if admitted is None:
        return None
    found = [admitted + datetime.timedelta(rhythm.first_plan_days)] if rhythm.first_plan_days else []
    if rhythm.first_plan_visits:
        visits = sorted(row["held_on"] for row in _kept(episode) if row["held_on"] > admitted)
        found += visits[rhythm.first_plan_visits - 1 :][:1]
    return min(found, default=None)


def has_plan(episode: Entry) -> bool:
    """Whether a version of the plan was signed."""
    return any(row["status"] in IN_FORCE for row in episode.rows("plan_versions"))


def review_by(episode: Entry, rhythm: Rhythm) -> tuple[Entry, datetime.date] | None:
    """The last version in force and the day by which it is to be reviewed, counted from it or from the last review."""
    versions = [row for row in episode.rows("plan_versions") if row["status"] in IN_FORCE and row["dated_on"]]
    if not rhythm.review_days or not versions:
        return None
    last = max(versions, key=lambda row: (row["dated_on"], row["number"]))
    held = [row["held_on"] for row in episode.rows("plan_reviews") if row["held_on"]]
    held += [row["held_on"] for row in episode.rows("follow_ups") if row["kind"] == "plan_review" and row["held_on"]]
    return last, max([last["dated_on"], *held]) + datetime.timedelta(rhythm.review_days)


def family_session_by(episode: Entry, rhythm: Rhythm) -> datetime.date | None:
    """The day by which the family is to be met again; none while a session has a day already, nor after one that was
    declined or advised against."""
    sessions = episode.rows("family_sessions")
    if not rhythm.family_days or any(
        row["status"] in TO_COME and row["due_on"] and not row["held_on"] for row in sessions
    ):
        return None
    if sessions and sessions[-1]["status"] in _NOT_NOW:
        return None
    met = [row["held_on"] for row in sessions if row["held_on"]]
    met += [row["held_on"] for row in _kept(episode) if row["kind"] == "family"]
    since = max(met, default=episode["admitted_on"])
    return since + datetime.timedelta(rhythm.family_days) if since else None


def _kept(episode: Entry) -> list[Entry]:
    """Contacts to which the client came."""
    return [row for row in episode.rows("contacts") if row["held_on"] and row["attendance"] in CAME]
