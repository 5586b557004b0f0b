"""What a rule's test case is: a client that fires it, and one who nearly does."""

from typing import NamedTuple

from tests.guidance.clients import Plain


class Case(NamedTuple):
    """`says` is a part of what was found, in words."""

    rule: str
    fires: Plain
    nearly: Plain
    says: str = ""

    def __str__(self) -> str:
        return f"{self.rule} {self.says}".strip()
