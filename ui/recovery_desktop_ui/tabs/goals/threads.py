"""How a goal hangs together: findings, needs, the goal, its objectives, the services and the progress."""

from collections.abc import Iterable

from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.thread import Stage, Stop

STAGES = 6


def stages_of(goal: Entry) -> tuple[Stage, ...]:
    """The six stages of a goal's thread."""
    needs = goal.tied("needs")
    findings = _once(finding for need in needs for finding in need.tied("findings"))
    services = _once(one for row in goal.rows("interventions") if (one := row.ref("service")) is not None)
    entries = goal.rows("progress")
    count = ngettext("{count} entry", "{count} entries", len(entries)).format(count=len(entries))
    return (
        Stage("finding", _("Finding"), "search", _stops(findings, "statement"), _("No finding yet")),
        Stage("need", _("Need"), "flag", _stops(needs, "statement"), _("No need yet")),
        Stage("goal", _("Goal"), "target", (_stop(goal, goal_title(goal) or _("This goal")),), "", is_here=True),
        Stage(
            "objective", _("Objective"), "check", _stops(goal.rows("objectives"), "statement"), _("No objective yet")
        ),
        Stage("service", _("Service"), "repeat", _stops(services, "name"), _("No service yet")),
        Stage("progress", _("Progress"), "activity", _stops(entries, "note"), _("No progress yet"), words=count),
    )


def _once(entries: Iterable[Entry]) -> list[Entry]:
    return list({id(entry): entry for entry in entries}.values())


def _stops(entries: Iterable[Entry], field: str) -> tuple[Stop, ...]:
    return tuple(_stop(entry, entry[field]) for entry in entries)


def _stop(entry: Entry, words: str) -> Stop:
    return Stop(words, Place(model=entry.model, number=entry.number))
