"""Family and support network: who stands where around the client, and what the record says of each.

Whether the client is afraid of somebody is private and not in here: the picture may be looked at together.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recovery_desktop.plans.consent import is_live
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.plan_people import is_no_contact
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.family import INFLUENCES
from recovery_desktop.records.fields import Choices
from recovery_desktop.text import N_, _, ngettext

# where the picture shows a person: the generations of the family, and those outside of it
Place = Literal["grandparents", "parents", "partner", "siblings", "children", "outside"]
PLACES: dict[str, Place] = {
    "grandparent": "grandparents",
    "parent": "parents",
    "partner": "partner",
    "other_family": "partner",
    "sibling": "siblings",
    "child": "children",
}
TIES: Choices = {
    **{code: words for code, words in INFLUENCES.items() if code != "unknown"},
    "unknown": N_("Influence not known"),
    "no_contact": N_("No contact"),
}
"""How a person stands to the client, in the order in which it is told."""


HEADS = (
    N_("Name"),
    N_("Relationship"),
    N_("Influence"),
    N_("Substances"),
    N_("Client wants them involved"),
    N_("Release"),
)


@dataclass(frozen=True)
class Member:
    """One person in the picture. `place` is grandparents, parents, partner, siblings, children or outside, `tie` one of
    TIES, `wish` whether the client wants them involved."""

    number: int
    name: str
    role: str
    place: Place
    tie: str
    is_placed: bool
    uses: bool
    wish: str
    has_release: bool

    @property
    def said(self) -> str:
        """All that is told of the person, as one phrase."""
        wish = _("client wants them involved: {wish}").format(wish=lower_first(self.wish)) if self.wish else ""
        _name, _role, tie, uses, _wish, release = self.cells
        return f"{self.name}: {joined([self.role, *map(lower_first, (tie, uses)), wish, lower_first(release)])}"

    @property
    def cells(self) -> tuple[str, ...]:
        """The same below HEADS."""
        uses = _("Uses substances") if self.uses else ""
        return self.name, self.role, _(TIES[self.tie]), uses, self.wish, _("Live release") if self.has_release else ""


def network(client: Entry, today: datetime.date) -> tuple[Member, ...]:
    """The people in a client's life as the picture shows them, in the order of the record."""
    live = [row for row in client.rows("releases") if is_live(row, today)]
    return tuple(_member(row, live) for row in client.rows("support_people"))


def _member(row: Entry, live: Sequence[Entry]) -> Member:
    no_contact, relation = is_no_contact(row), row["relation"]
    role = row["relationship"] or lower_first(row.shown("relation"))
    return Member(
        number=row.number,
        name=row["name"],
        role=role if relation else joined([role, _("not placed yet")]),
        place=PLACES.get(relation, "outside"),
        tie="no_contact" if no_contact else row["influence"] or "unknown",
        is_placed=bool(relation),
        uses=row["uses_substances"] == "yes",
        wish="" if no_contact else row.shown("client_wants"),
        has_release=any(release.ref("person") is row for release in live),
    )


def network_sentence(members: Sequence[Member]) -> str:
    """How many people there are, and who stands how to the client."""
    if not members:
        return _("Nobody in the picture yet.")
    count = len(members)
    said = [ngettext("{count} person around the client.", "{count} people around the client.", count)]
    said[0] = said[0].format(count=count)
    groups = [(_(words), [one for one in members if one.tie == tie]) for tie, words in TIES.items()]
    groups += [
        (_("Using substances"), [one for one in members if one.uses]),
        (_("With a live release"), [one for one in members if one.has_release]),
        (_("Not placed yet"), [one for one in members if not one.is_placed]),
    ]
    said += [f"{words}: {joined(one.name for one in some)}." for words, some in groups if some]
    return " ".join(said)
