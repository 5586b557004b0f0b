"""What a client wants, in the client's own words: hopes first, else the first goal, else the reason for coming."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _

LONGEST = 240  # letters that are quoted


@dataclass(frozen=True)
class Wish:
    """The client's words, who says them and when; `entry` and `field` say where they stand whole."""

    words: str
    by: str
    said_on: datetime.date | None
    entry: Entry
    field: str


def wish(client: Entry) -> Wish | None:
    """What the client wants; None while nothing was written down."""
    episode = running_episode(client)
    if episode is None:
        return None
    by = client["preferred_name"] or client["legal_given"] or client["legal_family"]
    for entry, field, day in _said(episode):
        if words := entry[field].strip():
            return Wish(_quoted(words), by, day, entry, field)
    return None


def _said(episode: Entry) -> Iterator[tuple[Entry, str, datetime.date | None]]:
    assessment = standing(episode)
    hopes = assessment.one("hopes") if assessment else None
    if hopes is not None:
        yield hopes, "own_words", hopes["asked_on"]
        yield hopes, "a_year_from_now", hopes["asked_on"]
    for goal in episode.rows("goals"):
        if goal["status"] in GOING_ON:
            yield goal, "own_words", None
    yield episode, "reason_for_coming", episode["intake_on"]


def _quoted(words: str) -> str:
    """In quotation marks; a long saying ends with the last whole sentence, or word, that fits."""
    text = " ".join(words.split())
    if len(text) > LONGEST:
        cut = text[:LONGEST]
        end = max(cut.rfind(mark) for mark in (". ", "! ", "? "))
        text = cut[: end + 1] + " …" if end > LONGEST // 3 else cut.rsplit(" ", 1)[0] + " …"
    return _("“{words}”").format(words=text)
