"""The whole person by areas of life: the client's own rating, strengths, needs with and without an answer, the gaps."""

from dataclasses import dataclass

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.text import _


@dataclass(frozen=True)
class AreaOfLife:
    """One area: `state` is not_asked, declined, not_relevant or assessed. `entry` and `field` are what one looks for
    there first: a need without an answer, else what the client said of the area, else nothing yet."""

    name: str
    state: str
    rating: int | None
    strengths: int
    needs: int
    unanswered: int
    entry: Entry | None
    field: str


def whole_person(client: Entry) -> tuple[AreaOfLife, ...]:
    """All areas in the order of the one list."""
    episode = running_episode(client)
    return tuple(_area(code, _(label), episode) for code, label in DOMAINS.items())


def _area(code: str, name: str, episode: Entry | None) -> AreaOfLife:
    assessment = standing(episode) if episode is not None else None
    said = _of_domain(assessment, "areas_of_life", code)
    needs = _of_domain(episode, "needs", code)
    waiting = [need for need in unanswered(episode) if need["domain"] == code] if episode is not None else []
    first = next(iter(said), None)
    return AreaOfLife(
        name,
        (first["state"] if first else "") or "not_asked",
        first["rating"] if first else None,
        len(_of_domain(assessment, "strengths", code)),
        sum(need["status"] != "met" for need in needs),
        len(waiting),
        waiting[0] if waiting else first,
        "status" if waiting else "rating",
    )


def _of_domain(entry: Entry | None, rows: str, code: str) -> list[Entry]:
    return [row for row in entry.rows(rows) if row["domain"] == code] if entry is not None else []
