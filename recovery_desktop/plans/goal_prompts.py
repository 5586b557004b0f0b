"""What the client said and no goal takes up yet, each with a question: the words of a goal stay the client's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _

_LONG, _KNOWN = 5, 4  # letters of a word that tells something, and by which it is known again: dance, dancing
_SECTIONS = ("social_support", "work_school", "money_legal", "stressors")
"""Whose own words are asked about; those on safety, home, family and the mind are not read out over a goal: somebody
may look along."""


@dataclass(frozen=True)
class Prompt:
    """A question, the client's words that it is about, and where they stand."""

    asks: str
    quote: str
    entry: Entry
    field: str


def goal_prompts(episode: Entry) -> tuple[Prompt, ...]:
    """What to ask about when a goal is looked for, hopes first."""
    assessment = standing(episode)
    if assessment is None:
        return ()
    goals = " ".join(
        f"{goal['own_words']} {goal['why_it_matters']}" for goal in episode.rows("goals") if goal["status"] in GOING_ON
    )
    taken_up = _telling_words(goals)
    return tuple(one for one in _said(assessment) if one.quote and not _telling_words(one.quote) & taken_up)


def _said(assessment: Entry) -> Iterator[Prompt]:
    for name, field, asks in (
        ("hopes", "a_year_from_now", _("Which part of it comes first?")),
        ("hopes", "own_words", _("Which part of it comes first?")),
        ("culture_meaning", "used_to_enjoy", _("What would be a first step back to it?")),
        ("culture_meaning", "gives_meaning", _("What would keep it close?")),
        ("readiness", "why_not_lower", _("What would show that it is so?")),
        ("preferences", "helped_before", _("What of it can there be again?")),
    ):
        section = assessment.one(name)
        if section is not None:
            yield Prompt(asks, section[field].strip(), section, field)
    for row in assessment.rows("substances"):
        yield Prompt(_("What else could do that?"), row["used_for"].strip(), row, "used_for")
    for name in _SECTIONS:
        section = assessment.one(name)
        if section is not None:
            yield Prompt(_("What should be different?"), section["own_words"].strip(), section, "own_words")


def _telling_words(text: str) -> frozenset[str]:
    """The longer words of a text by their first letters."""
    return frozenset(word[:_KNOWN] for word in re.findall(r"\w+", text.casefold()) if len(word) >= _LONG)
