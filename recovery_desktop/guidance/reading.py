"""Reads the blocks of rule files into plain values and checks all that a rule says, with words for who wrote it."""

from collections.abc import Mapping
from typing import Any

from recovery_desktop.guidance.blocks import Block
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


class BadRule(ValueError):
    """Something wrong in a block: at which key, and why."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key = key


class Reader:
    """Reads blocks with the thresholds that their conditions may name and the sources that they may cite."""

    def __init__(self, numbers: Mapping[str, float], sources: Mapping[str, Source]) -> None:
        self.numbers = numbers
        self.sources = sources

    def rule(self, block: Block, kind: str, *, own: bool = False) -> Rule:
        """The rule of a `[[rules]]` block. Raises BadRule."""
        row = block.content
        _keys(row, _MUST, _MAY)
        words = {
            key: _text(row, key, needed=key in _MUST)
            for key in ("id", "finding", "suggestion", "for", "against", "why")
        }
        return Rule(
            id=words["id"],
            kind=_one_of(row, "kind", KINDS, kind),
            finding=words["finding"],
            suggestion=words["suggestion"],
            pro=words["for"],
            contra=words["against"],
            strength=STRENGTHS[_one_of(row, "strength", tuple(STRENGTHS))],
            why=words["why"],
            sources=self._cited(row, own),
            version=_whole(row, "version"),
            when=self.conditions(row, "when"),
            unless=self._remarks(row, "unless"),
            notes=self._remarks(row, "notes"),
            needs=_facts(row, "needs"),
            offers=_texts(row, "offers"),
            need=_one_of(row, "need", ("", *NEEDS)),
            now=_text(row, "now", needed=False),
            modality=_text(row, "modality", needed=False),
            formats=_texts(row, "formats"),
            ways=_texts(row, "ways"),
            places=_texts(row, "places"),
            private=row.get("private") is True,
            own=own,
            file=block.file,
            line=block.line,
        )

    def limit(self, block: Block) -> Limit:
        """The limit of a `[[limits]]` block. Raises BadRule."""
        row = block.content
        _keys(row, ("offer", "why"), ("words", "only_when"))
        only = self._condition("only_when", row["only_when"]) if "only_when" in row else None
        return Limit(_text(row, "offer"), _texts(row, "words"), only, _text(row, "why"))

    def question(self, block: Block) -> Question:
        """The question of a `[[questions]]` block. Raises BadRule."""
        row = block.content
        _keys(row, ("fact", "asks"), ("when", "not_when", "answers", "private"))
        fact = _text(row, "fact")
        if kind_of(fact) is None:
            raise BadRule("fact", _no_fact(fact))
        when, never = (self.conditions(row, key) if key in row else () for key in ("when", "not_when"))
        answers = _one_of(row, "answers", (*QUESTIONS, ""))
        return Question(fact, _text(row, "asks"), when, never, answers, row.get("private") is True)

    def prefill(self, block: Block) -> Prefill:
        """The pre-fill of a `[[prefills]]` block. Raises BadRule."""
        row = block.content
        _keys(row, ("question", "level", "when"), ("unless", "withdrawal", "reason"))
        return Prefill(
            _one_of(row, "question", QUESTIONS),
            _one_of(row, "level", LEVELS),
            self.conditions(row, "when"),
            self.conditions(row, "unless") if "unless" in row else (),
            _text(row, "withdrawal", needed=False),
            _text(row, "reason", needed=False),
        )

    def conditions(self, row: Mapping[str, Any], key: str) -> tuple[Condition, ...]:
        """Conditions of which one is enough."""
        texts = _texts(row, key)
        if not texts:
            raise BadRule(key, _("a condition is missing"))
        return tuple(self._condition(key, each) for each in texts)

    def _condition(self, key: str, text: Any) -> Condition:
        if not isinstance(text, str):
            raise BadRule(key, _("a condition is a text"))
        try:
            return condition(text, self.numbers)
        except BadCondition as problem:
            raise BadRule(key, str(problem)) from None

    def _remarks(self, row: Mapping[str, Any], key: str) -> tuple[Remark, ...]:
        remarks = row.get(key, [])
        if not isinstance(remarks, list) or not all(isinstance(each, dict) for each in remarks):
            raise BadRule(key, _("a list of {example} is expected").format(example='{ when = "…", text = "…" }'))
        return tuple(self._remark(key, each) for each in remarks)

    def _remark(self, key: str, row: Mapping[str, Any]) -> Remark:
        text = row.get("text")
        if not isinstance(text, str) or not text.strip():
            raise BadRule(key, _("a text is missing"))
        return Remark(self._condition(key, row.get("when")), text, row.get("private") is True)

    def _cited(self, row: Mapping[str, Any], own: bool) -> tuple[Source, ...]:
        """The sources by their short names; a practice's own rule says in words what it rests on."""
        if own and isinstance(row["source"], str):
            return (Source(_text(row, "source"), row.get("checked") == "yes"),)
        names = _texts(row, "source")
        unknown = [name for name in names if name not in self.sources]
        if unknown or not names:
            raise BadRule(
                "source",
                _("there is no source “{name}”").format(name=unknown[0]) if unknown else _("a source is missing"),
            )
        return tuple(self.sources[name] for name in names)


def source(block: Block) -> tuple[str, Source]:
    """The source of a `[[sources]]` block, with its short name. Raises BadRule."""
    _keys(block.content, ("id", "cite", "checked"), ())
    return _text(block.content, "id"), Source(
        _text(block.content, "cite"), _one_of(block.content, "checked", ("yes", "no")) == "yes"
    )


def _keys(row: Mapping[str, Any], must: tuple[str, ...], may: tuple[str, ...]) -> None:
    missing = [key for key in must if key not in row]
    if missing:
        raise BadRule("", _("“{key}” is missing").format(key=missing[0]))
    unknown = [key for key in row if key not in (*must, *may)]
    if unknown:
        raise BadRule(unknown[0], _("nothing is called “{key}” here").format(key=unknown[0]))


def _text(row: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
    held = row.get(key, "")
    if not isinstance(held, str) or (needed and not held.strip()):
        raise BadRule(key, _("“{key}” has to be a text").format(key=key))
    return held.strip()


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    held = row.get(key, [])
    held = [held] if isinstance(held, str) else held
    if not isinstance(held, list) or not all(isinstance(each, str) for each in held):
        raise BadRule(key, _("“{key}” has to be a list of texts").format(key=key))
    return tuple(held)


def _facts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    names = _texts(row, key)
    unknown = [name for name in names if kind_of(name) is None]
    if unknown:
        raise BadRule(key, _no_fact(unknown[0]))
    return names


def _no_fact(name: str) -> str:
    return _("there is no fact “{name}”").format(name=name)


def _one_of(row: Mapping[str, Any], key: str, choices: tuple[str, ...], otherwise: str = "") -> str:
    held = row.get(key, otherwise)
    if held not in choices:
        raise BadRule(key, _("“{key}” is one of {choices}").format(key=key, choices=", ".join(choices)))
    return str(held)


def _whole(row: Mapping[str, Any], key: str) -> int:
    held = row[key]
    if not isinstance(held, int) or isinstance(held, bool) or held < 1:
        raise BadRule(key, _("“{key}” is a number from 1 on").format(key=key))
    return held
