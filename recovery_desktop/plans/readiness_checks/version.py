"""Checks on the version itself: how the client took part, its next review, its copy, how it is known to work."""

import datetime
from collections.abc import Iterator

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.readiness_checks.looked import CannotTell, Gap, Looked, at, is_blank, without
from recovery_desktop.plans.rhythm import first_plan_by
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import IN_FORCE, PlanVersion
from recovery_desktop.text import _


def review_date_set(looked: Looked) -> Iterator[Gap]:
    """The next review has a day, not past and no later than the profile asks."""
    version = looked.version
    if version is None:
        yield _no_version()
        return
    day, begun = version["next_review_on"], version["dated_on"] or looked.today
    latest = begun + datetime.timedelta(looked.rhythm.review_days) if looked.rhythm.review_days else None
    until = _("{day} at the latest").format(day=short_date(latest)) if latest else ""
    if day is None:
        yield at(version, "next_review_on", joined([_("no day for the next review"), until], "; "))
    elif latest is not None and day > latest:
        said = _("next review on {day}").format(day=short_date(day))
        yield at(version, "next_review_on", joined([said, until], "; "))
    elif day < looked.today and version["status"] not in IN_FORCE:
        said = _("the day of the next review, {day}, has passed").format(day=short_date(day))
        yield at(version, "next_review_on", said)


def participation(looked: Looked) -> Iterator[Gap]:
    """It is said how the client took part; where they declined, why."""
    yield from _of_version(looked, "took_part", _("not said how the client took part"))
    version = looked.version
    declined = version is not None and version["took_part"] == "declined"
    if version is not None and declined and is_blank(version, "client_comment") and is_blank(version, "reason_detail"):
        yield at(version, "reason_detail", _("not said why the client did not take part"))


def copy_given(looked: Looked) -> Iterator[Gap]:
    """The client has a copy. Before a version is signed there is none to give."""
    version = looked.version
    if version is None:
        yield _no_version()
        return
    later = any(row["kind"] == "copy_given" for row in version.rows("addenda"))
    if version["copy_given_on"] is None and not later:
        if version["status"] not in IN_FORCE:
            raise CannotTell(_("Give the client a copy once it is signed, and note the day."))
        yield at(version, "copy_given_on", _("not noted when the client got a copy"))


def cultural_fit(looked: Looked) -> Iterator[Gap]:
    """It is said how the plan fits age, culture and disability."""
    yield from _of_version(looked, "cultural_fit", _("not said how it fits age, culture and disability"))


def effectiveness_measured(looked: Looked) -> Iterator[Gap]:
    """It is said how one will know that the plan works."""
    words = _("not said how one will know that it works")
    yield from _of_version(looked, "effectiveness_measured_by", words)


def satisfaction_asked(looked: Looked) -> Iterator[Gap]:
    """The client was asked how satisfied they are."""
    version = looked.version
    if version is None:
        yield _no_version()
    elif version["satisfaction_asked"] not in ("yes", "declined"):
        yield at(version, "satisfaction_asked", _("not asked how satisfied the client is"))


def changes_have_reasons(looked: Looked) -> Iterator[Gap]:
    """A version says why it was made, and a later one also what is new."""
    yield from _of_version(looked, "reason", _("not said why this version is made"))
    version = looked.version
    if version is not None and version["number"] > 1 and is_blank(version, "reason_detail"):
        yield at(version, "reason_detail", _("not said what is new, and why"))


def author_named(looked: Looked) -> Iterator[Gap]:
    """It is said who wrote the plan."""
    if looked.version is None:
        yield _no_version()
    elif looked.version.ref("author") is None:
        yield at(looked.version, "author", _("not said who wrote it"))


def made_in_time(looked: Looked) -> Iterator[Gap]:
    """The first version was made as soon after admission as the profile asks."""
    by = first_plan_by(looked.episode, looked.rhythm)
    versions = [row for row in looked.episode.rows("plan_versions") if row["dated_on"]]
    first: Entry | None = min(versions, key=lambda row: row["number"], default=None)
    if first is None:
        yield _no_version() if looked.version is None else at(looked.version, "dated_on", _("no day"))
    elif by is not None and first["dated_on"] > by:
        words = _("the first version is of {day}; it was due by {by}")
        said = words.format(day=short_date(first["dated_on"]), by=short_date(by))
        yield at(first, "dated_on", said)


def looked_at_by_a_person(_looked: Looked) -> Iterator[Gap]:
    """What no record can say; whoever signs looks at it."""
    raise CannotTell(_("Only a person can say."))


def _of_version(looked: Looked, field: str, words: str) -> Iterator[Gap]:
    if looked.version is None:
        yield _no_version()
    elif is_blank(looked.version, field):
        yield at(looked.version, field, words)


def _no_version() -> Gap:
    return without(PlanVersion, _("no version of the plan is begun"))
