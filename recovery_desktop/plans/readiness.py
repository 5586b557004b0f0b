"""Whether a plan is ready to be signed: a line for each rule of the practice's profile, and where to mend what is
missing. What is not met can be signed all the same with a reason, which is kept with the version."""

import datetime
from dataclasses import dataclass

from recovery_desktop.plans.episodes import current_version
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.profile import Profile, Rule
from recovery_desktop.plans.readiness_checks.looked import CannotTell, Gap, Looked
from recovery_desktop.plans.readiness_checks.registry import CHECKS
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext

HOLDS, MISSING, OVERRIDDEN, UNSEEN = "holds", "missing", "overridden", "unseen"


@dataclass(frozen=True)
class Line:
    """A rule and how it stands: it holds, something is missing, it is signed all the same, or the record cannot say.

    `gaps` are what is missing, also where it is signed all the same; `override` is the row with the reason, and
    `remark` what a person is to look at where the record cannot say.
    """

    rule: Rule
    state: str
    gaps: tuple[Gap, ...] = ()
    override: Entry | None = None
    remark: str = ""

    @property
    def is_required(self) -> bool:
        """Whether the profile says that it has to be."""
        return self.rule.strictness == "must"


@dataclass(frozen=True)
class Readiness:
    """All lines in the order of the profile, for one version; None where none is begun."""

    profile: Profile
    version: Entry | None
    lines: tuple[Line, ...]

    def of(self, state: str) -> tuple[Line, ...]:
        """The lines that stand in a state; where something is missing, what has to be comes first."""
        return tuple(sorted((one for one in self.lines if one.state == state), key=lambda one: not one.is_required))

    @property
    def open(self) -> tuple[Line, ...]:
        """The lines that still need attention: to be mended, or signed all the same with a reason."""
        return self.of(MISSING)

    @property
    def blocking(self) -> tuple[Line, ...]:
        """Those of them that the profile says have to be."""
        return tuple(one for one in self.open if one.is_required)

    def sentence(self) -> str:
        """“11 of 14 rules hold, 2 need attention, 1 is for you to look at.”"""
        count = len(self.lines)
        words = ngettext("{holds} of {count} rule holds", "{holds} of {count} rules hold", count)
        told = [words.format(holds=len(self.of(HOLDS)), count=count)]
        for state, of_state in (
            (MISSING, ngettext("{count} needs attention", "{count} need attention", len(self.open))),
            (
                OVERRIDDEN,
                ngettext("{count} has a reason", "{count} have a reason", len(self.of(OVERRIDDEN))),
            ),
            (
                UNSEEN,
                ngettext("{count} is for you to look at", "{count} are for you to look at", len(self.of(UNSEEN))),
            ),
        ):
            if found := len(self.of(state)):
                told.append(of_state.format(count=found))
        return _("{told}.").format(told=joined(told))


def readiness(client: Entry, episode: Entry, profile: Profile, today: datetime.date) -> Readiness:
    """How the newest version of an episode's plan stands by a profile."""
    version = current_version(episode)
    looked = Looked(client, episode, version, profile.rhythm, today)
    reasons = {row["rule"]: row for row in version.rows("overrides")} if version is not None else {}
    return Readiness(profile, version, tuple(_line(rule, looked, reasons.get(rule.id)) for rule in profile.rules))


def _line(rule: Rule, looked: Looked, override: Entry | None) -> Line:
    """A reason that was given for a rule counts for nothing once the rule holds."""
    try:
        gaps = tuple(dict.fromkeys(CHECKS[rule.check](looked)))
    except CannotTell as remark:
        return Line(rule, UNSEEN, remark=str(remark))
    if not gaps:
        return Line(rule, HOLDS)
    return Line(rule, MISSING if override is None else OVERRIDDEN, gaps, override)
