"""What changed in the plan since the version before, and why: for the client, goal by goal."""

from collections.abc import Iterator

from recovery_desktop.dates import long_date
from recovery_desktop.documents.changes import ChangedLine, ChangesPaper, Group
from recovery_desktop.plans import plan_person
from recovery_desktop.plans.changes import KINDS, PARTS, Change, Changes, changes
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.phrases import sentences
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

_SCOPES = {
    "goals": ("plan", "progress"),
    "needs": ("plan", "progress"),
    "services": ("plan", "progress"),
    "diagnoses": ("diagnoses",),
    "medications": ("medications",),
    "family": ("family",),
    "releases": ("family",),
    "referrals": ("plan",),
    "aftercare": ("aftercare",),
    "reviews": ("plan", "progress"),
}
COMMENT = "comment"
PARTS_OF_CHANGES = (
    *(Part(key, title, _SCOPES[key]) for key, title in PARTS.items()),
    Part(COMMENT, N_("The client about this plan"), ("plan", "progress")),
)


def what_changed(client: Entry, practice: Entry, occasion: Occasion) -> ChangesPaper:
    """The changes between the record as `occasion.before` had it and as it is in `client`.

    Raises LookupError where there is no episode of care, or nothing to compare with.
    """
    episode, before = running_episode(client), occasion.before
    earlier = running_episode(before) if before is not None else None
    if episode is None or before is None or earlier is None:
        raise LookupError("no earlier version to compare with")
    version, version_before = current_version(episode), current_version(earlier)
    found = changes(before, client, version.rows("looked_at") if version else ())
    shows_care, shows_comment = occasion.has("services"), occasion.has(COMMENT)
    return ChangesPaper(
        practice=plan_person.letterhead(practice),
        client=plan_person.printed_client(client, occasion.on),
        version=occasion.version or (version["number"] if version else 0),
        version_before=version_before["number"] if version_before else 0,
        date=long_date((version["dated_on"] if version else None) or occasion.on),
        date_before=long_date(version_before["dated_on"]) if version_before else "",
        reason=version.shown("reason") if version else "",
        care=found.care if shows_care else "",
        groups=tuple(_groups(episode, found, occasion)),
        comment=version["client_comment"] if version and shows_comment else "",
        signed=occasion.signed,
        sample=practice["sample"] == "yes",
    )


def _groups(episode: Entry, found: Changes, occasion: Occasion) -> Iterator[Group]:
    if occasion.has("goals"):
        yield from _by_goal(episode, found)
    for part, title in PARTS.items():
        if part != "goals" and occasion.has(part) and found.of(part):
            yield Group(_(title), "", tuple(map(_line, found.of(part))))


def _by_goal(episode: Entry, found: Changes) -> Iterator[Group]:
    """The goals in the client's order, then those that are gone."""
    numbers = Numbering(episode)
    by_goal: dict[int, list[Change]] = {}
    goals = {id(change.goal): change.goal for change in found.of("goals") if change.goal is not None}
    for change in found.of("goals"):
        by_goal.setdefault(id(change.goal), []).append(change)
    here = [goal for goal in episode.rows("goals") if id(goal) in goals]
    for goal in here:
        title = _("Goal {number}").format(number=numbers.of(goal).removeprefix("G"))
        words = goal["own_words"] or goal["statement"]
        yield Group(title, words, tuple(map(_line, by_goal[id(goal)])), is_own=bool(goal["own_words"].strip()))
    gone = [change for key, rows in by_goal.items() if key not in {id(goal) for goal in here} for change in rows]
    if gone:
        yield Group(_("Goals that are no longer in the plan"), "", tuple(map(_line, gone)))


def _line(change: Change) -> ChangedLine:
    why = _("Nobody has said why yet.") if change.lacks_reason else sentences(change.why)
    return ChangedLine(_(KINDS[change.kind]), change.sentence, why)
