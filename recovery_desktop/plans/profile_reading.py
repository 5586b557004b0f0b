"""Reads the text of a rule profile, with words and lines for whoever wrote it.

Nothing raises: what is wrong stands in `problems`, and the rest of the file works.
"""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from recovery_desktop.blocks import BadBlock, Block, Problem, blocks_of, hold_to, one_of, text_of, texts_of, whole_of
from recovery_desktop.plans.profile import DUE, STRICTNESS, DueDate, Profile, Rule, Source
from recovery_desktop.plans.readiness_checks.registry import CHECKS
from recovery_desktop.records.plan import SIGNING_ROLES
from recovery_desktop.text import _


@lru_cache(maxsize=16)
def profile(key: str, text: str, *, is_own: bool = False) -> Profile:
    """A profile from its text. What is wrong in it stands in `problems`."""
    blocks, problems = blocks_of(key, text)
    reader = _Reader(problems)
    for block in sorted(blocks, key=lambda one: one.name != "sources"):  # first, because all others cite them
        reader.take(block)
    head = reader.head
    return Profile(
        key=key,
        name=key if is_own else head.get("name", key),
        about=head.get("about", ""),
        edition=head.get("edition", ""),
        looked_at=head.get("looked_at"),
        signers=head.get("signers", ()),
        sources=tuple(reader.sources.values()),
        rules=tuple(reader.rules.values()),
        due=tuple(reader.due.values()),
        is_own=is_own,
        text=text,
        problems=tuple(sorted(reader.problems, key=lambda one: one.line)),
    )


class _Reader:
    """Takes in block by block; a mistake costs its block."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.head: dict[str, Any] = {}
        self.sources: dict[str, Source] = {}
        self.rules: dict[str, Rule] = {}
        self.due: dict[str, DueDate] = {}

    def take(self, block: Block) -> None:
        """Reads a block, or tells what is wrong with it."""
        takes = {"": self._head, "sources": self._source, "rules": self._rule, "due": self._due_date}
        try:
            if block.name not in takes:
                raise BadBlock("", _("nothing is called [[{name}]] here").format(name=block.name))
            takes[block.name](block.content)
        except BadBlock as found:
            self.problems.append(block.problem(found))

    def _head(self, row: Mapping[str, Any]) -> None:
        hold_to(row, ("name", "edition", "looked_at"), ("about", "signers"))
        signers = texts_of(row, "signers")
        for one in signers:
            one_of({"signers": one}, "signers", tuple(SIGNING_ROLES))
        day = row["looked_at"]
        if not isinstance(day, datetime.date) or isinstance(day, datetime.datetime):
            raise BadBlock("looked_at", _("“{key}” is a day such as 2026-11-29").format(key="looked_at"))
        words = {key: text_of(row, key, needed=key != "about") for key in ("name", "about", "edition")}
        self.head = {**words, "signers": signers, "looked_at": day}

    def _source(self, row: Mapping[str, Any]) -> None:
        hold_to(row, ("id", "cite"), ("link", "unverified"))
        source = Source(text_of(row, "cite"), text_of(row, "link", needed=False), _flag(row))
        self.sources[self._new_id(text_of(row, "id"), self.sources)] = source

    def _rule(self, row: Mapping[str, Any]) -> None:
        hold_to(row, ("id", "words", "check"), ("strictness", "source", "unverified"))
        rule = Rule(
            id=self._new_id(text_of(row, "id"), self.rules),
            words=text_of(row, "words"),
            check=one_of(row, "check", tuple(CHECKS)),
            strictness=one_of(row, "strictness", tuple(STRICTNESS), "must"),
            sources=self._cited(row),
            unverified=_flag(row),
        )
        self.rules[rule.id] = rule

    def _due_date(self, row: Mapping[str, Any]) -> None:
        hold_to(row, ("what", "days", "words"), ("visits", "source", "unverified"))
        what = self._new_id(one_of(row, "what", DUE), self.due, "what")
        visits = whole_of(row, "visits") if "visits" in row else 0
        days, words = whole_of(row, "days"), text_of(row, "words")
        self.due[what] = DueDate(what, days, visits, words, self._cited(row), _flag(row))

    def _new_id(self, name: str, taken: Mapping[str, object], key: str = "id") -> str:
        if name in taken:
            raise BadBlock(key, _("“{name}” stands here twice").format(name=name))
        return name

    def _cited(self, row: Mapping[str, Any]) -> tuple[Source, ...]:
        names = texts_of(row, "source")
        unknown = [name for name in names if name not in self.sources]
        if unknown:
            raise BadBlock("source", _("there is no source “{name}”").format(name=unknown[0]))
        return tuple(self.sources[name] for name in names)


def _flag(row: Mapping[str, Any]) -> bool:
    held = row.get("unverified", False)
    if not isinstance(held, bool):
        raise BadBlock("unverified", _("“{key}” is true or false").format(key="unverified"))
    return held
