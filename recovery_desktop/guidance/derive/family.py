"""Facts of the people in the client's life: who supports, who uses, who is wanted and wants to be there."""

from collections.abc import Sequence

from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, asked, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import _

_WANTED = ("yes", "limited")
_NOT_NOW = ("later", "no")


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the list of support people says."""
    people = standing.client.rows("support_people")
    _involved(found, people)
    _household(found, people, table)
    _sober_helper(found, people)
    _partner(found, standing, people, table)
    _seeking(found, standing, people)
    _parents(found, standing, people, table)
    users = [row for row in people if asked(row, "uses_substances") == YES and _is_family(row, table)]
    if users:
        found.facts.pop("family_uses", None)
        found.add("family_uses", YES, _("{people} uses substances").format(people=_names(users)))


def _names(people: Sequence[Row]) -> str:
    return ", ".join(text(row, "name") for row in people)


def _involved(found: Found, people: Sequence[Row]) -> None:
    wanted = [
        row
        for row in people
        if text(row, "client_wants") in _WANTED and text(row, "wants_involvement") in ("", *_WANTED)
    ]
    if wanted:
        found.add("family_involved", YES, _("{people} to be involved").format(people=_names(wanted)))
    elif people and all(text(row, "client_wants") for row in people):
        found.add("family_involved", NO, _("the client wants nobody involved"))


def _household(found: Found, people: Sequence[Row], table: Triggers) -> None:
    at_home = [row for row in people if table.finds("same_home", text(row, "lives"))]
    users = [row for row in at_home if asked(row, "uses_substances") == YES]
    if users:
        found.add("household_uses", YES, _("{people} at home uses substances").format(people=_names(users)))
    elif found.is_yes("substances_at_home"):
        found.add("household_uses", YES, found.words("substances_at_home"))
    elif found.is_no("substances_at_home"):
        found.add("household_uses", NO, found.words("substances_at_home"))


def _sober_helper(found: Found, people: Sequence[Row]) -> None:
    """Somebody who supports the client, does not use and is wanted: who could stay through an ambulatory withdrawal."""
    helpers = [
        row
        for row in people
        if text(row, "influence") == "supportive"
        and asked(row, "uses_substances") == NO
        and text(row, "client_wants") in ("", *_WANTED)
    ]
    if helpers:
        found.add("sober_helper", YES, _("{people} supports and does not use").format(people=_names(helpers)))
    elif people and all(asked(row, "uses_substances") == YES or text(row, "influence") == "risky" for row in people):
        found.add("sober_helper", NO, _("nobody named supports without using"))


def _partner(found: Found, standing: Standing, people: Sequence[Row], table: Triggers) -> None:
    partners = [
        row
        for row in people
        if table.finds("partner", text(row, "relationship")) and not text(row, "relationship").lower().startswith("ex")
    ]
    if partners:
        found.add("partnered", YES, _("lives with or has a partner: {name}").format(name=_names(partners)))
        row = partners[0]
        answers = (text(row, "client_wants"), text(row, "wants_involvement"))
        willing = (
            YES
            if all(each in _WANTED for each in answers)
            else NO
            if any(each in (*_NOT_NOW, "no_contact") for each in answers)
            else None
        )
        found.say(
            "partner_willing", willing, _("both want to work on it together"), _("not both want to work on it together")
        )
        found.say("partner_uses", asked(row, "uses_substances"), _("the partner uses"), _("the partner does not use"))
    status = text(standing.client, "relationship_status")
    if status in ("partnered", "married"):
        found.add("partnered", YES, _("has a partner"))
    elif status in ("single", "divorced", "widowed"):
        found.add("partnered", NO, _("has no partner"))


def _seeking(found: Found, standing: Standing, people: Sequence[Row]) -> None:
    """Somebody of the family seeks help although the client does not want them there, or sent the client."""
    worried = [
        row for row in people if text(row, "wants_involvement") in _WANTED and text(row, "client_wants") in _NOT_NOW
    ]
    if value(standing.episode, "referral_source") == "family":
        found.add("family_worried", YES, _("came because the family asked"))
    elif worried:
        found.add("family_worried", YES, _("{people} would like to help").format(people=_names(worried)))


def _parents(found: Found, standing: Standing, people: Sequence[Row], table: Triggers) -> None:
    lives_with = text(standing.section("living_conditions"), "lives_with")
    at_home = [
        row
        for row in people
        if table.finds("parent", text(row, "relationship")) and table.finds("same_home", text(row, "lives"))
    ]
    if at_home or table.finds("parent", lives_with):
        found.add("lives_with_parents", YES, _("lives with {people}").format(people=_names(at_home) or lives_with))
    elif lives_with:
        found.add("lives_with_parents", NO, _("lives with {people}").format(people=lives_with))


def _is_family(row: Row, table: Triggers) -> bool:
    relationship = text(row, "relationship")
    near = ("sister", "brother", "son", "daughter", "aunt", "uncle", "cousin", "grand", "family")
    return (
        table.finds("parent", relationship)
        or table.finds("partner", relationship)
        or relationship.lower().startswith(near)
    )
