"""Takes a rule file apart, block by block, so that one mistake costs one rule and is named with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tomli

from recovery_desktop.guidance.rules import Problem

_BEGINS = re.compile(r"^\[\[(\w+)\]\]\s*(?:#.*)?$")
_PLACE = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")


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
