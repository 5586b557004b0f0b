"""The rule book: all rules that come with the program, less those a practice switched off, and its own."""

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from recovery_desktop.assets import resources
from recovery_desktop.blocks import BadBlock, Block, Problem, blocks_of
from recovery_desktop.guidance.reading import Reader, source
from recovery_desktop.guidance.rules import GATE, SUGGESTION, Limit, Prefill, Question, Rule, Source
from recovery_desktop.guidance.triggers import FILE as TRIGGERS
from recovery_desktop.guidance.triggers import Triggers, changed, triggers
from recovery_desktop.text import ENGLISH, _, language

SOURCES = "sources.toml"


@dataclass(frozen=True)
class Book:
    """All that guidance goes by, and what was wrong in the files."""

    rules: tuple[Rule, ...]
    limits: tuple[Limit, ...]
    questions: tuple[Question, ...]
    prefills: tuple[Prefill, ...]
    table: Triggers
    off: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def rule(self, rule_id: str) -> Rule:
        """The rule of this id; raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    @property
    def gates(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.kind == GATE)

    @property
    def therapies(self) -> tuple[Rule, ...]:
        """All rules that are no gates."""
        return tuple(rule for rule in self.rules if rule.kind != GATE)


def rule_book(
    *, own: Mapping[str, str] | None = None, off: Collection[str] = (), numbers: Mapping[str, float] | None = None
) -> Book:
    """The rules in the chosen language, with a practice's own.

    `own` are further rule files, their text by the name that problems are told under; `off` the ids of rules that are
    switched off (gates stay: they stand above every choice), `numbers` other thresholds by name. Nothing raises: what
    is wrong stands in `problems`, and the rest works.
    """
    return _book(language(), tuple((own or {}).items()), tuple(sorted(off)), tuple(sorted((numbers or {}).items())))


@lru_cache(maxsize=4)
def _book(
    code: str, own: tuple[tuple[str, str], ...], off: tuple[str, ...], numbers: tuple[tuple[str, float], ...]
) -> Book:
    table, wrong = changed(triggers(), dict(numbers))
    gathered = _Gathered(table)
    gathered.problems += [
        Problem(TRIGGERS, 1, _("“{name}” is no threshold to change, or its number is out of bounds").format(name=name))
        for name in wrong
    ]
    for name, text in _shipped():
        gathered.take(name, text, code)
    for name, text in own:
        gathered.take(name, text, code, own=True)
    return gathered.book(off)


def _shipped() -> list[tuple[str, str]]:
    files = sorted(_folder().glob(f"*.{ENGLISH}.toml"))
    return [(file.name, file.read_text("utf-8")) for file in files]


def _folder() -> Path:
    return resources() / "guidance"


def _sources() -> dict[str, Source]:
    blocks, problems = blocks_of(SOURCES, (_folder() / SOURCES).read_text("utf-8"))
    if problems:
        raise ValueError(str(problems[0]))  # ours, not the practice's
    return dict(source(block) for block in blocks if block.name)


class _Gathered:
    def __init__(self, table: Triggers) -> None:
        self.table = table
        self.reader = Reader(table.numbers, _sources())
        self.rules: dict[str, Rule] = {}
        self.limits: list[Limit] = []
        self.questions: list[Question] = []
        self.prefills: list[Prefill] = []
        self.problems: list[Problem] = []

    def take(self, file: str, text: str, code: str, *, own: bool = False) -> None:
        """Takes in a file; with what another language's copy of it says in place of the words."""
        blocks, problems = blocks_of(file, text)
        self.problems += problems
        head = next((block.content for block in blocks if not block.name), {})
        words = {} if own else self._translated(file, code)
        for block in blocks:
            if block.name:
                self._read_or_tell(block, str(head.get("kind", SUGGESTION)), words, own)

    def _read_or_tell(self, block: Block, kind: str, words: Mapping[str, Mapping[str, Any]], own: bool) -> None:
        try:
            self._read(block, kind, words, own)
        except BadBlock as problem:
            self.problems.append(block.problem(problem))

    def _read(self, block: Block, kind: str, words: Mapping[str, Mapping[str, Any]], own: bool) -> None:
        if own and block.name != "rules":
            raise BadBlock("", _("a file of one’s own holds [[rules]] only, no [[{name}]]").format(name=block.name))
        if block.name == "rules":
            self._add(self.reader.rule(_worded(block, words), kind, own=own), block)
        elif block.name == "limits":
            self.limits.append(self.reader.limit(_worded(block, words)))
        elif block.name == "questions":
            self.questions.append(self.reader.question(_worded(block, words)))
        elif block.name == "prefills":
            self.prefills.append(self.reader.prefill(_worded(block, words)))
        else:
            raise BadBlock("", _("nothing is called [[{name}]] here").format(name=block.name))

    def _add(self, rule: Rule, block: Block) -> None:
        if rule.id in self.rules:
            raise BadBlock("id", _("another rule is called “{name}” already").format(name=rule.id))
        self.rules[rule.id] = rule

    def _translated(self, file: str, code: str) -> dict[str, Mapping[str, Any]]:
        """What the same file of another language says, by the id of what it says it of."""
        other = _folder() / file.replace(f".{ENGLISH}.", f".{code}.")
        if code == ENGLISH or not other.is_file():
            return {}
        blocks, problems = blocks_of(other.name, other.read_text("utf-8"))
        self.problems += problems
        return {_key(block): block.content for block in blocks if block.name}

    def book(self, off: Collection[str]) -> Book:
        """All that was taken, less what is switched off."""
        rules = self.rules
        for rule_id in off:
            if rule_id not in rules:
                self.problems.append(Problem("", 0, _("there is no rule “{name}” to switch off").format(name=rule_id)))
            elif rules[rule_id].kind == GATE:
                self.problems.append(Problem("", 0, _("{name} is a safety gate and stays").format(name=rule_id)))
        kept = tuple(rule for rule in rules.values() if rule.id not in off or rule.kind == GATE)
        gone = tuple(rule_id for rule_id in off if rule_id in rules and rules[rule_id].kind != GATE)
        return Book(
            kept,
            tuple(self.limits),
            tuple(self.questions),
            tuple(self.prefills),
            self.table,
            gone,
            tuple(self.problems),
        )


def _key(block: Block) -> str:
    """By what a block is known: the id of a rule, the offer of a limit, the fact of a question."""
    return str(next((block.content[key] for key in ("id", "offer", "fact") if key in block.content), ""))


def _worded(block: Block, words: Mapping[str, Mapping[str, Any]]) -> Block:
    """The block with the words of another language; conditions and all else stay the original's."""
    translated = words.get(_key(block))
    if not translated:
        return block
    content = {**block.content, **{key: value for key, value in translated.items() if key in _WORDS}}
    for key in ("unless", "notes"):
        texts = translated.get(key, [])
        if key in block.content and len(texts) == len(block.content[key]):
            content[key] = [{**row, "text": text} for row, text in zip(block.content[key], texts, strict=True)]
    return dataclasses.replace(block, content=content)


_WORDS = ("finding", "suggestion", "now", "for", "against", "why", "asks", "reason")
