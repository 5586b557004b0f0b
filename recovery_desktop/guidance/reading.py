"""Reads the blocks of rule files into plain values and checks all that a rule says, with words for who wrote it."""

from collections.abc import Mapping
from typing import Any

from recovery_desktop.blocks import BadBlock, Block, hold_to, one_of, text_of, texts_of, whole_of
from recovery_desktop.guidance.conditions import BadCondition, Condition, condition
from recovery_desktop.guidance.rules import KINDS, NEEDS, STRENGTHS, Limit, Prefill, Question, Remark, Rule, Source
from recovery_desktop.guidance.vocabulary import kind_of
from recovery_desktop.text import _

LEVELS = ("none", "mild", "planned", "days", "now")
QUESTIONS = ("stopping_safely", "body", "mind_and_safety", "pull_back_to_use", "home_and_days")
_MUST = ("id", "finding", "suggestion", "strength", "why", "source", "version", "when")
_MAY = (
    *("kind", "for", "against", "unless", "notes", "needs", "offers", "need", "now"),
    *("modality", "formats", "ways", "places", "private", "checked"),
)


class Reader:
    """Reads blocks with the thresholds that their conditions may name and the sources that they may cite."""

    def __init__(self, numbers: Mapping[str, float], sources: Mapping[str, Source]) -> None:
        self.numbers = numbers
        self.sources = sources

    def rule(self, block: Block, kind: str, *, own: bool = False) -> Rule:
        """The rule of a `[[rules]]` block. Raises BadBlock."""
        row = block.content
        hold_to(row, _MUST, _MAY)
        words = {
            key: text_of(row, key, needed=key in _MUST)
            for key in ("id", "finding", "suggestion", "for", "against", "why")
        }
        return Rule(
            id=words["id"],
            kind=one_of(row, "kind", KINDS, kind),
            finding=words["finding"],
            suggestion=words["suggestion"],
            pro=words["for"],
            contra=words["against"],
            strength=STRENGTHS[one_of(row, "strength", tuple(STRENGTHS))],
            why=words["why"],
            sources=self._cited(row, own),
            version=whole_of(row, "version"),
            when=self.conditions(row, "when"),
            unless=self._remarks(row, "unless"),
            notes=self._remarks(row, "notes"),
            needs=_facts(row, "needs"),
            offers=texts_of(row, "offers"),
            need=one_of(row, "need", ("", *NEEDS)),
            now=text_of(row, "now", needed=False),
            modality=text_of(row, "modality", needed=False),
            formats=texts_of(row, "formats"),
            ways=texts_of(row, "ways"),
            places=texts_of(row, "places"),
            private=row.get("private") is True,
            own=own,
            file=block.file,
            line=block.line,
        )

    def limit(self, block: Block) -> Limit:
        """The limit of a `[[limits]]` block. Raises BadBlock."""
        row = block.content
        hold_to(row, ("offer", "why"), ("words", "only_when"))
        only = self._condition("only_when", row["only_when"]) if "only_when" in row else None
        return Limit(text_of(row, "offer"), texts_of(row, "words"), only, text_of(row, "why"))

    def question(self, block: Block) -> Question:
        """The question of a `[[questions]]` block. Raises BadBlock."""
        row = block.content
        hold_to(row, ("fact", "asks"), ("when", "not_when", "answers", "private"))
        fact = text_of(row, "fact")
        if kind_of(fact) is None:
            raise BadBlock("fact", _no_fact(fact))
        when, never = (self.conditions(row, key) if key in row else () for key in ("when", "not_when"))
        answers = one_of(row, "answers", (*QUESTIONS, ""))
        return Question(fact, text_of(row, "asks"), when, never, answers, row.get("private") is True)

    def prefill(self, block: Block) -> Prefill:
        """The pre-fill of a `[[prefills]]` block. Raises BadBlock."""
        row = block.content
        hold_to(row, ("question", "level", "when"), ("unless", "withdrawal", "reason"))
        return Prefill(
            one_of(row, "question", QUESTIONS),
            one_of(row, "level", LEVELS),
            self.conditions(row, "when"),
            self.conditions(row, "unless") if "unless" in row else (),
            text_of(row, "withdrawal", needed=False),
            text_of(row, "reason", needed=False),
        )

    def conditions(self, row: Mapping[str, Any], key: str) -> tuple[Condition, ...]:
        """Conditions of which one is enough."""
        texts = texts_of(row, key)
        if not texts:
            raise BadBlock(key, _("a condition is missing"))
        return tuple(self._condition(key, each) for each in texts)

    def _condition(self, key: str, text: Any) -> Condition:
        if not isinstance(text, str):
            raise BadBlock(key, _("a condition is a text"))
        try:
            return condition(text, self.numbers)
        except BadCondition as problem:
            raise BadBlock(key, str(problem)) from None

    def _remarks(self, row: Mapping[str, Any], key: str) -> tuple[Remark, ...]:
        remarks = row.get(key, [])
        if not isinstance(remarks, list) or not all(isinstance(each, dict) for each in remarks):
            raise BadBlock(key, _("a list of {example} is expected").format(example='{ when = "…", text = "…" }'))
        return tuple(self._remark(key, each) for each in remarks)

    def _remark(self, key: str, row: Mapping[str, Any]) -> Remark:
        text = row.get("text")
        if not isinstance(text, str) or not text.strip():
            raise BadBlock(key, _("a text is missing"))
        return Remark(self._condition(key, row.get("when")), text, row.get("private") is True)

    def _cited(self, row: Mapping[str, Any], own: bool) -> tuple[Source, ...]:
        """The sources by their short names; a practice's own rule says in words what it rests on."""
        if own and isinstance(row["source"], str):
            return (Source(text_of(row, "source"), row.get("checked") == "yes"),)
        names = texts_of(row, "source")
        unknown = [name for name in names if name not in self.sources]
        if unknown or not names:
            raise BadBlock(
                "source",
                _("there is no source “{name}”").format(name=unknown[0]) if unknown else _("a source is missing"),
            )
        return tuple(self.sources[name] for name in names)


def source(block: Block) -> tuple[str, Source]:
    """The source of a `[[sources]]` block, with its short name. Raises BadBlock."""
    hold_to(block.content, ("id", "cite", "checked"), ())
    return text_of(block.content, "id"), Source(
        text_of(block.content, "cite"), one_of(block.content, "checked", ("yes", "no")) == "yes"
    )


def _facts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    names = texts_of(row, key)
    unknown = [name for name in names if kind_of(name) is None]
    if unknown:
        raise BadBlock(key, _no_fact(unknown[0]))
    return names


def _no_fact(name: str) -> str:
    return _("there is no fact “{name}”").format(name=name)
