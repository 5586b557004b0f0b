"""Somebody and the people around them, as plain values: generations, who is outside, and what ties each. No Qt."""

from dataclasses import dataclass
from typing import Literal

from recovery_desktop_ui.parts.charts.telling import Values

Place = Literal["grandparents", "parents", "partner", "siblings", "children", "outside"]
Line = Literal["solid", "dashed", "zigzag", "dotted", "cut"]


@dataclass(frozen=True)
class Person:
    """One of them: `line` is what ties them to the middle, `marks` are icons, `said` is all that is told of them."""

    key: int
    name: str
    role: str
    place: Place
    line: Line
    marks: tuple[str, ...]
    said: str


@dataclass(frozen=True)
class Network:
    """The people around `middle`. `apart` stands over those outside the family; `lines` and `marks` say what each
    means, `hint` what one can do here; `says` and `table` tell the whole without a picture."""

    name: str
    middle: str
    people: tuple[Person, ...]
    apart: str
    lines: tuple[tuple[Line, str], ...]
    marks: tuple[tuple[str, str], ...]
    hint: str
    says: str
    table: Values

    def sentence(self) -> str:
        """How many there are, and how they stand."""
        return self.says

    def values(self) -> Values:
        """Each person with all that is told of them."""
        return self.table

    def at(self, *places: Place) -> list[Person]:
        """Who stands at one of these places, in their order."""
        return [person for place in places for person in self.people if person.place == place]
