"""Facts of home and the people around: housing, who uses, children."""

import datetime

from recovery_desktop.guidance.derive.found import Found, Question
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Standing, asked, number, text
from recovery_desktop.text import N_, _

_HOMELESS = {"shelter": N_("lives in a shelter"), "street": N_("lives on the street, in a car or camp")}
_PEOPLE = (
    Question("isolated", "isolated", N_("isolated"), N_("not isolated")),
    Question("friends_use", "friends_use", N_("close friends use"), N_("close friends do not use")),
    Question("coworkers_use", "coworkers_use", N_("co-workers use"), N_("co-workers do not use")),
    Question(
        "mutual_help_tried", "mutual_help_tried", N_("mutual-help groups tried"), N_("mutual-help groups not tried")
    ),
)
_FAMILY = (
    Question("has_children", "has_children", N_("has children"), N_("has no children")),
    Question("custody_matter", "custody_matter", N_("a custody matter"), N_("no custody matter")),
    Question("family_uses", "family_uses", N_("someone in the family uses"), N_("nobody in the family uses")),
)


def find(found: Found, standing: Standing) -> None:
    """Adds what the sections on home, people and family say."""
    needs = standing.section("social_needs_asked")
    on = standing.asked_on("living_conditions")
    _home(found, standing, on)
    found.ask(standing.section("social_support"), _PEOPLE, standing.asked_on("social_support"))
    if asked(needs, "alone") == YES:
        found.add("isolated", YES, _("lives alone and lacks company"))
    found.ask(standing.section("family_dynamics"), _FAMILY, standing.asked_on("family_dynamics"))
    children = number(standing.section("family_dynamics"), "children_at_home")
    if children is not None:
        found.add("children_at_home", children, _("children at home: {count}").format(count=int(children)))
    elif found.is_no("has_children"):
        found.add("children_at_home", 0.0, found.words("has_children"))


def _home(found: Found, standing: Standing, on: datetime.date | None) -> None:
    section, needs = standing.section("living_conditions"), standing.section("social_needs_asked")
    housing, stable = text(section, "housing"), asked(section, "stable")
    if housing in _HOMELESS:
        found.add("homeless", YES, _(_HOMELESS[housing]), on)
    elif asked(needs, "no_home") == YES:
        found.add("homeless", YES, _("no home of one's own tonight"), on)
    elif housing == "doubled_up":
        found.add("homeless", YES, _("staying with others for now"), on)
    elif housing:
        found.add("homeless", NO, _("has a home"), on)
    if found.is_yes("homeless"):
        found.add("unstable_home", YES, found.words("homeless"), on)
    elif stable == NO:
        found.add("unstable_home", YES, _("the home is not stable"), on)
    elif asked(needs, "home_at_risk") == YES:
        found.add("unstable_home", YES, _("may lose the home"), on)
    else:
        found.say("unstable_home", NO if stable == YES else None, "", _("a stable home"), on)
    found.say(
        "substances_at_home",
        asked(section, "substances_at_home"),
        _("substances in the home"),
        _("no substances in the home"),
        on,
    )
    found.say(
        "phone_and_internet",
        asked(section, "phone_and_internet"),
        _("phone and internet at hand"),
        _("no phone or internet"),
        on,
    )
