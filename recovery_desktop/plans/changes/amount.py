"""How much care a version of the plan holds: the setting that was chosen and hours a week, and whether it is more or
less than before."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from recovery_desktop.figures import figure
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.hours_of_care import hours_of_care
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.client import SETTINGS
from recovery_desktop.text import _, ngettext

_SETTLED = datetime.timedelta(14)  # after its day, when what a version begins and ends is under way
Direction = Literal["", "up", "down"]


@dataclass(frozen=True)
class AmountOfCare:
    """The code of the setting, and hours a week; None where no service says how many."""

    setting: str = ""
    hours: float | None = None

    @property
    def words(self) -> str:
        """“outpatient with 2.5 hours a week”."""
        setting = lower_first(_(SETTINGS[self.setting])) if self.setting else ""
        hours = _hours(self.hours) if self.hours is not None else ""
        both = _("{setting} with {hours}").format(setting=setting, hours=hours)
        return both if setting and hours else setting or hours


def amount_of(episode: Entry) -> AmountOfCare:
    """What the current version of an episode holds, as soon as what it begins is under way."""
    decisions = [row["chosen"] for row in episode.rows("levels_of_care") if row["chosen"]]
    version = current_version(episode)
    stretches = hours_of_care(episode)
    hours = None
    if version is not None and version["dated_on"] and stretches:
        on = version["dated_on"] + _SETTLED
        hours = next((one.hours for one in reversed(stretches) if one.since <= on), 0.0)
    return AmountOfCare(decisions[-1] if decisions else "", hours)


def direction(before: AmountOfCare, after: AmountOfCare) -> Direction:
    """Whether care was stepped up or down: by the setting, and where that is the same, by the hours."""
    order = list(SETTINGS)
    if before.setting and after.setting and before.setting != after.setting:
        return "up" if order.index(after.setting) > order.index(before.setting) else "down"
    if before.hours is None or after.hours is None or before.hours == after.hours:
        return ""
    return "up" if after.hours > before.hours else "down"


def difference(before: AmountOfCare, after: AmountOfCare) -> str:
    """More or less care than before, from what to what, as a sentence."""
    words = {
        "up": _("There is more care than before: from {before} to {after}."),
        "down": _("There is less care than before: from {before} to {after}."),
    }
    way = direction(before, after)
    if not way:
        return ""
    if before.setting == after.setting:
        before, after = AmountOfCare(hours=before.hours), AmountOfCare(hours=after.hours)
    return words[way].format(before=before.words, after=after.words)


def _hours(hours: float) -> str:
    said = figure(round(hours, 1))
    return ngettext("{hours} hour a week", "{hours} hours a week", 1 if said == "1" else 2).format(hours=said)


@dataclass(frozen=True)
class VersionStep:
    """One version on the timeline: how much care it holds, and whether that is more or less than the one before."""

    number: int
    on: datetime.date
    reason: str
    amount: AmountOfCare
    way: Direction
    words: str


def version_steps(versions: Iterable[tuple[Entry, Entry]]) -> tuple[VersionStep, ...]:
    """The versions in their order, each given with the client's record as it stood; those without a day are left
    out."""
    found: list[VersionStep] = []
    for version, client in versions:
        episode = running_episode(client)
        if episode is None or version["dated_on"] is None:
            continue
        amount = amount_of(episode)
        way = direction(found[-1].amount, amount) if found else ""
        reason = version.shown("reason")
        said = {"up": _("more care"), "down": _("less care"), "": _("as much care") if found else ""}[way]
        words = joined([_("Version {n}").format(n=version["number"]), lower_first(reason), said, amount.words], " · ")
        found.append(VersionStep(version["number"], version["dated_on"], reason, amount, way, words))
    return tuple(found)
