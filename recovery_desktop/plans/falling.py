"""What fell from one time to the next: how the client sees the work together, confidence, what protects, a goal."""

from collections.abc import Iterator

from recovery_desktop.figures import figure
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.signal import Signal
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.records.sessions import ALLIANCE
from recovery_desktop.text import _

PROTECTIVE = {"bam": "Protective", "barc-10": ""}
"""The questionnaires that ask about what protects, and the scale that says it; without a name it is the total."""
_FELL = 2  # points on a ruler from 0 to 10


def falling(episode: Entry) -> Iterator[Signal]:
    """All that fell between the last two times it was asked."""
    yield from _alliance(episode)
    yield from _confidence(episode)
    yield from _protective(episode)
    for goal in episode.rows("goals"):
        if goal["status"] in GOING_ON:
            yield from _slipped(goal)


def _alliance(episode: Entry) -> Iterator[Signal]:
    """One of the four questions about the work together."""
    rows = sorted((row for row in episode.rows("contacts") if row["held_on"]), key=lambda row: row["held_on"])
    for name in ALLIANCE:
        asked = [row for row in rows if row[name] is not None]
        if len(asked) > 1 and asked[-2][name] - asked[-1][name] >= _FELL:
            last = asked[-1]
            words = _fell(f"“{last.field(name).label}”", asked[-2][name], last[name])
            yield Signal(words, last, name, "alliance", (f"{name}:{last['held_on']}",))


def _confidence(episode: Entry) -> Iterator[Signal]:
    """Confidence to change, from one assessment to the next."""
    rulers = [ruler for row in episode.rows("assessments") if (ruler := row.one("readiness")) is not None]
    asked = [ruler for ruler in rulers if ruler["confidence"] is not None]
    if len(asked) > 1 and asked[-1]["confidence"] < asked[-2]["confidence"]:
        words = _fell(_("Confidence"), asked[-2]["confidence"], asked[-1]["confidence"])
        yield Signal(words, asked[-1], "confidence", "confidence", (str(len(asked)),))


def _protective(episode: Entry) -> Iterator[Signal]:
    """The scores of questionnaires on what protects, as they were recorded."""
    for questionnaire, scale in PROTECTIVE.items():
        given = [row for row in episode.rows("administrations") if row["instrument"] == questionnaire]
        read = [(row, value) for row in given if row["given_on"] and (value := _score(row, scale)) is not None]
        read.sort(key=lambda pair: pair[0]["given_on"])
        if len(read) < 2:
            continue
        (_before, was), (last, now) = read[-2:]
        if now < was:
            words = _fell(joined([last["name"] or questionnaire, scale], " "), figure(was), figure(now))
            yield Signal(words, last, "responses", "protective", (f"{questionnaire}:{last['given_on']}",))


def _score(administration: Entry, scale: str) -> float | None:
    return next((row["value"] for row in administration.rows("scores") if row["scale"] == scale), None)


def _slipped(goal: Entry) -> Iterator[Signal]:
    """The client's own rating of a goal, between its last two days."""
    rated = [row for row in goal.rows("progress") if row["client_rating"] is not None and row["noted_on"]]
    by_day = {row["noted_on"]: row for row in sorted(rated, key=lambda row: row["noted_on"])}
    last = list(by_day.values())[-2:]
    if len(last) == 2 and last[0]["client_rating"] - last[1]["client_rating"] >= _FELL:
        words = _("{goal} fell from {before} to {now} by the client’s own rating.").format(
            goal=goal_title(goal), before=last[0]["client_rating"], now=last[1]["client_rating"]
        )
        yield Signal(words, last[1], "client_rating", "goal_fell", (f"{goal_title(goal)}:{last[1]['noted_on']}",))


def _fell(what: str, before: object, now: object) -> str:
    return _("{what} fell from {before} to {now}.").format(what=what, before=before, now=now)
