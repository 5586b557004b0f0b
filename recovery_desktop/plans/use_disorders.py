"""The use disorders that the topics of an assessment come to, beside those on record; nothing is decided here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from recovery_desktop.diagnoses import TOPICS, UseDisorder, code_for, code_set
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import OVER
from recovery_desktop.text import _, ngettext

_MAINTAINED = ("opioid", "tobacco")
_NAMED_BY_CLASS = ("alcohol", "cannabis", "cocaine", "tobacco", "phencyclidine")
"""Classes of one substance each: its own name says nothing more."""


@dataclass(frozen=True)
class Counted:
    """One substance whose topics were asked: what they come to, or why that cannot be, and the diagnosis on record.
    `open_topics` were not asked, or are not known: what is said may become more."""

    substance: Entry
    topics: Entry
    found: UseDisorder | None
    problem: str
    open_topics: int
    recorded: Entry | None

    @property
    def is_recorded(self) -> bool:
        """Whether the diagnosis on record says the same: code, severity and remission."""
        if self.found is None or self.recorded is None:
            return False
        same = ("code", "severity", "remission")
        return all(self.recorded[name] == self.fields()[name] for name in same)

    def fields(self) -> dict[str, Any]:
        """The fields of the diagnosis that the topics suggest; a licensed clinician is still to confirm it."""
        found = self.found
        assert found is not None and found.code is not None
        return {
            "kind": "use_disorder",
            "code": found.code,
            "code_set": code_set(),
            "name": disorder_name(found, self.substance),
            "status": "remission" if found.remission else "active",
            "severity": found.severity,
            "remission": found.remission or "",
            "specifiers": joined([found.withdrawal, *found.specifiers]),
            "topics_met": found.topics_counted,
        }


def counted(episode: Entry) -> list[Counted]:
    """For each substance of the newest assessment whose topics were asked; in the order of the grid."""
    return [each for newest in episode.rows("assessments")[-1:] for each in _counted(newest, episode)]


def _counted(assessment: Entry, episode: Entry) -> Iterator[Counted]:
    for substance in assessment.rows("substances"):
        topics = substance.one("topics")
        if topics is None or not is_asked(topics):
            continue
        found, problem = use_disorder(substance, topics)
        yield Counted(substance, topics, found, problem, open_topics(topics), _recorded(substance, episode))


def is_asked(topics: Entry) -> bool:
    """Whether any of the topics has an answer."""
    return any(topics[name] for name in TOPICS)


def open_topics(topics: Entry) -> int:
    """How many topics are answered neither yes nor no: nobody asked, or it is not known. That is no "no"."""
    return sum(topics[name] not in ("yes", "no") for name in TOPICS)


def open_words(count: int) -> str:
    """What is said of topics that are open; nothing when none is."""
    if not count:
        return ""
    words = ngettext(
        "{count} topic is still open: it may come to more.",
        "{count} topics are still open: it may come to more.",
        count,
    )
    return words.format(count=count)


def in_words(substance: Entry, topics: Entry) -> tuple[str, str]:
    """What the topics of a substance come to in a line, and how; or why that cannot be."""
    found, problem = use_disorder(substance, topics)
    if found is None:
        return problem, ""
    still_open = open_topics(topics)
    line = _("Open") if found.code is None and still_open else joined([found.code or "", found.display], "  ")
    return line, joined([found.explanation, open_words(still_open)], " ")


def use_disorder(substance: Entry, topics: Entry) -> tuple[UseDisorder | None, str]:
    """What the topics of a substance come to, or None and the reason why that cannot be, in a sentence."""
    kind = substance["substance_class"]
    try:
        found = code_for(
            kind,
            [name for name in TOPICS if topics[name] == "yes"],
            taken_as_prescribed=substance["taken_as_prescribed"] == "yes",
            months_since=topics["months_since"],
            maintenance_therapy=kind in _MAINTAINED and topics["maintenance_therapy"] == "yes",
            controlled_environment=topics["controlled_environment"] == "yes",
            withdrawal=topics["withdrawal_kind"] or None,
            product=(substance["product"] or None) if kind == "tobacco" else None,
        )
    except ValueError as error:
        return None, str(error)
    return found, ""


def disorder_name(found: UseDisorder, substance: Entry) -> str:
    """The name of a use disorder, with the substance itself where the class holds many: the code does not tell it."""
    own = substance["name"].strip()
    if not own or substance["substance_class"] in _NAMED_BY_CLASS:
        return found.name
    return _("{disorder} ({substance})").format(disorder=found.name, substance=own)


def _recorded(substance: Entry, episode: Entry) -> Entry | None:
    """The diagnosis on record for a substance; a later assessment has rows of its own for the same substance."""
    rows = [row for row in episode.rows("diagnoses") if row["kind"] == "use_disorder" and row["status"] not in OVER]
    return next((row for row in rows if _is_same(row.ref("substance"), substance)), None)


def _is_same(one: Entry | None, other: Entry) -> bool:
    if one is None:
        return False
    named = (one["name"].casefold(), other["name"].casefold())
    return one.number == other.number or (
        one["substance_class"] == other["substance_class"] and (named[0] == named[1] or not all(named))
    )
