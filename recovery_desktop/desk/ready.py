"""What keeps a version from being signed: a rule that is neither met nor overridden, a change without its reason."""

import datetime

from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.errors import KnownError
from recovery_desktop.plans.changes import Change, changes
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.profile import Profile
from recovery_desktop.plans.readiness import readiness
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext


class NotToBeSigned(KnownError):
    """A version that cannot be signed as it is."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(cause, _("The draft is unchanged, with the signatures that were given."), remedy)


def check_ready(client: Entry, episode: Entry, version: Entry, profile: Profile, today: datetime.date) -> None:
    """Raises NotToBeSigned while a rule that has to be met has neither that nor a reason, or a change since the version
    before has no reason."""
    blocking = readiness(client, episode, profile, today).blocking
    if blocking:
        words = ngettext(
            "{count} rule of the practice is not met: {rules}",
            "{count} rules of the practice are not met: {rules}",
            len(blocking),
        )
        rules = joined((_(line.rule.words) for line in blocking), " ")
        raise NotToBeSigned(
            words.format(count=len(blocking), rules=rules),
            _("Mend what is missing (F8 leads there), or say beside the rule why it is signed all the same."),
        )
    without = without_reason(client, episode, version)
    if without:
        words = ngettext("{count} change has no reason yet.", "{count} changes have no reason yet.", len(without))
        raise NotToBeSigned(
            words.format(count=len(without)), _("Say why beside each change in what is new, then sign.")
        )


def without_reason(client: Entry, episode: Entry, version: Entry) -> tuple[Change, ...]:
    """The changes in a draft since the version before of which nobody said why."""
    before = frozen_before(episode, version)
    return changes(before, client, version.rows("looked_at")).without_reason if before is not None else ()
