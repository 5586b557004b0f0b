"""The whole person in areas of life, as plain values: own ratings, strengths, needs, and what nobody asked about."""

from dataclasses import dataclass
from typing import Literal

from recovery_desktop.text import N_, _, ngettext
from recovery_desktop_ui.parts.charts.telling import Values

AreaState = Literal["", "care", "not asked", "declined", "not relevant"]
TOP = 10  # of a rating

_WITHOUT: dict[str, str] = {
    "not asked": N_("not asked"),
    "declined": N_("declined"),
    "not relevant": N_("not relevant"),
}


@dataclass(frozen=True)
class Area:
    """One area of life: the rating from 0 to 10, or the state that tells why there is none; care is a need without
    an answer. `needs` counts all that are not met, `unanswered` those among them without an answer."""

    label: str
    rating: int | None
    state: AreaState = ""
    strengths: int = 0
    needs: int = 0
    unanswered: int = 0

    @property
    def words(self) -> str:
        """What stands below the name: the rating, what is missing, or both."""
        if self.state in _WITHOUT:
            return _(_WITHOUT[self.state])
        if self.rating is None:
            return _("no plan") if self.state == "care" else _("no rating")
        return _("{rating} · no plan").format(rating=self.rating) if self.state == "care" else str(self.rating)

    @property
    def said(self) -> str:
        """Everything about the area: “Money: 4 · no plan; 2 needs, 1 without an answer; 1 strength”."""
        strengths = ngettext("{count} strength", "{count} strengths", self.strengths).format(count=self.strengths)
        needs = ngettext("{count} need", "{count} needs", self.needs).format(count=self.needs)
        if self.unanswered:
            needs = _("{needs}, {count} without an answer").format(needs=needs, count=self.unanswered)
        told = "; ".join([self.words, *([needs] if self.needs else []), *([strengths] if self.strengths else [])])
        return _("{area}: {told}").format(area=self.label, told=told)

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """A row of the table."""
        needs = str(self.needs or "")
        if self.unanswered:
            needs = _("{needs}, {count} without an answer").format(needs=needs, count=self.unanswered)
        return self.label, self.words, needs, str(self.strengths or "")


@dataclass(frozen=True)
class Wheel:
    """All areas of life, clockwise from the top."""

    name: str
    areas: tuple[Area, ...]

    def sentence(self) -> str:
        """How many areas are rated, which is lowest, which need attention, and what is missing."""
        rated = [(area.rating, area.label) for area in self.areas if area.rating is not None]
        said = [
            ngettext("{rated} of {count} area rated.", "{rated} of {count} areas rated.", len(self.areas)).format(
                rated=len(rated), count=len(self.areas)
            )
        ]
        if rated:
            least = min(rated)[0]
            names = ", ".join(name for rating, name in rated if rating == least)
            said.append(_("Lowest, at {rating} of 10: {names}.").format(rating=least, names=names))
        for state, words in (
            ("care", _("A need without a plan: {names}.")),
            ("not asked", _("Not asked: {names}.")),
            ("declined", _("Declined: {names}.")),
            ("not relevant", _("Not relevant: {names}.")),
        ):
            names = ", ".join(area.label for area in self.areas if area.state == state)
            if names:
                said.append(words.format(names=names))
        return " ".join(said)

    def values(self) -> Values:
        """Each area with its rating or the reason why there is none, its needs and its strengths."""
        heads = (_("Area"), _("Rating, 0 to 10"), _("Needs"), _("Strengths"))
        return Values(heads, tuple(area.cells for area in self.areas))
