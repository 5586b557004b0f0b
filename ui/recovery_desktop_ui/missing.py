"""What is missing before the plan is signed: what the rules ask for, then the changes of which nobody said why.

It reads the rules, so it is imported when somebody asks for the first time.
"""

from collections.abc import Iterator

from recovery_desktop.desk.ready import without_reason
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.readiness import readiness
from recovery_desktop.plans.readiness_checks.looked import Gap, said_of, without
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import LookedAt
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.practice_profile import practice_profile


def missing_in(record: Entry) -> dict[Gap, str]:
    """Everything that is missing in the running episode, in its order, each with the words of its rule; what several
    rules miss is named once."""
    found: dict[Gap, str] = {}
    episode = running_episode(record)
    if episode is None:
        return found
    for line in readiness(record, episode, practice_profile(), today()).open:
        for gap in line.gaps:
            found.setdefault(gap, line.rule.words)
    for gap in _unexplained(record, episode):
        found.setdefault(gap, _("Each change since the version before has a reason."))
    return found


def _unexplained(record: Entry, episode: Entry) -> Iterator[Gap]:
    """The changes in the draft of which nobody said why; each is known by its key."""
    version = current_version(episode)
    if version is not None and version["status"] == "draft":
        for change in without_reason(record, episode, version):
            yield without(LookedAt, said_of(short(change.sentence), _("not said why")), change.key)
