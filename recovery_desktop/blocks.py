"""Files of `[[rules]]` and the like: taken apart block by block, so that one mistake costs one block and is named with
its line, and what a block must and may say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tomli

from recovery_desktop.text import _

_BEGINS = re.compile(r"^\[\[(\w+)\]\]\s*(?:#.*)?$")
_PLACE = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file: where, and why in words for whoever wrote it. The rest of the file works."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        if not self.line:
            return self.reason
        return _("{file}, line {line}: {reason}").format(file=self.file, line=self.line, reason=self.reason)


class BadBlock(ValueError):
    """Something wrong in a block: at which key, and why."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key = key


@dataclass(frozen=True, slots=True)
class Block:
    """One `[[name]]` of a file, or without a name what stands before the first. `line` is where it begins."""

    file: str
    name: str
    line: int
    text: str
    content: dict[str, Any]

    def line_of(self, key: str) -> int:
        """The line where a key of the block is written, or else where the block begins."""
        for number, line in enumerate(self.text.splitlines()):
            if re.match(rf"{re.escape(key)}\s*=", line):
                return self.line + number
        return self.line

    def problem(self, found: BadBlock) -> Problem:
        """What is wrong in this block, with its place."""
        return Problem(self.file, self.line_of(found.key), str(found))


def blocks_of(file: str, text: str) -> tuple[list[Block], list[Problem]]:
    """The blocks that can be read, and what is wrong with the others."""
    blocks, problems = [], []
    for name, line, part in _parts(text):
        try:
            content = tomli.loads(part)
        except tomli.TOMLDecodeError as error:
            problems.append(Problem(file, _line(str(error), part, line), _PLACE.sub("", str(error))))
            continue
        inner = content[name][0] if name else content
        blocks.append(Block(file, name, line, part, inner))
    return blocks, problems


def _parts(text: str) -> Iterator[tuple[str, int, str]]:
    name, began, lines = "", 1, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _BEGINS.match(line):
            yield name, began, "\n".join(lines)
            name, began, lines = found[1], number, []
        lines.append(line)
    yield name, began, "\n".join(lines)


def _line(error: str, part: str, began: int) -> int:
    """The line in the file: TOML counts from the beginning of the block, and names none at its end."""
    found = re.search(r"\(at line (\d+)", error)
    return began + (int(found[1]) if found else len(part.splitlines())) - 1


# -- what a block says


def hold_to(row: Mapping[str, Any], must: tuple[str, ...], may: tuple[str, ...]) -> None:
    """Raises BadBlock where a key is missing that must be there, or one is there that nobody knows."""
    missing = [key for key in must if key not in row]
    if missing:
        raise BadBlock("", _("“{key}” is missing").format(key=missing[0]))
    unknown = [key for key in row if key not in (*must, *may)]
    if unknown:
        raise BadBlock(unknown[0], _("nothing is called “{key}” here").format(key=unknown[0]))


def text_of(row: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
    """The text of a key. Raises BadBlock."""
    held = row.get(key, "")
    if not isinstance(held, str) or (needed and not held.strip()):
        raise BadBlock(key, _("“{key}” has to be a text").format(key=key))
    return held.strip()


def texts_of(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The texts of a key, of which one may stand without brackets. Raises BadBlock."""
    held = row.get(key, [])
    held = [held] if isinstance(held, str) else held
    if not isinstance(held, list) or not all(isinstance(each, str) for each in held):
        raise BadBlock(key, _("“{key}” has to be a list of texts").format(key=key))
    return tuple(held)


def one_of(row: Mapping[str, Any], key: str, choices: tuple[str, ...], otherwise: str = "") -> str:
    """The choice that a key makes, or without it `otherwise`. Raises BadBlock."""
    held = row.get(key, otherwise)
    if held not in choices:
        raise BadBlock(key, _("“{key}” is one of {choices}").format(key=key, choices=", ".join(choices)))
    return str(held)


def whole_of(row: Mapping[str, Any], key: str) -> int:
    """The number from 1 on that a key holds. Raises BadBlock."""
    held = row[key]
    if not isinstance(held, int) or isinstance(held, bool) or held < 1:
        raise BadBlock(key, _("“{key}” is a number from 1 on").format(key=key))
    return held
