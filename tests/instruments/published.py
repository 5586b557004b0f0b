"""Published scoring rules as tests write them: "0-4 minimal, 5-9 mild", and answers that come to a wanted score."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

YES_NO = (0, 1)


def both_sides(bands: str) -> list[tuple[int, str]]:
    """Each band at its first and its last score: the lowest, the highest, and every cut from both sides."""
    found = []
    for band in bands.split(", "):
        said = re.fullmatch(r"(\d+)(?:-(\d+))? (.+)", band)
        assert said, band
        low, high, name = said.groups()
        found += [(int(low), name)] if high is None else [(int(low), name), (int(high), name)]
    return found


def adding_up_to(wanted: int, allowed: Sequence[Iterable[int]]) -> list[int]:
    """One of the allowed points for each item, `wanted` in sum."""
    ways: dict[int, list[int]] = {0: []}
    for points in allowed:
        ways = {total + each: [*way, each] for total, way in ways.items() for each in points}
    return ways[wanted]


def in_words(points: Iterable[int]) -> list[str]:
    return ["yes" if each else "no" for each in points]


def numbered(answers: Iterable[Any]) -> dict[str, Any]:
    return {str(number): answer for number, answer in enumerate(answers, 1)}


def without(answers: Sequence[Any], *numbers: int) -> list[Any]:
    """The same answers with these items, counted from 1, left open."""
    return [None if number in numbers else answer for number, answer in enumerate(answers, 1)]
