"""Facts of the person: readiness, ways of working that fit, culture, faith, what is not wanted."""

from recovery_desktop.figures import figure
from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Standing, asked, number, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

_RULERS = {
    "importance": N_("importance {value}"),
    "confidence": N_("confidence {value}"),
    "readiness": N_("readiness {value}"),
}
CHOICES = {
    "expression": {
        "talk": N_("talking"),
        "action": N_("practical tools"),
        "art": N_("art"),
        "music": N_("music"),
        "movement": N_("movement"),
    },
    "formats": {
        "one_to_one": N_("one-to-one"),
        "small_group": N_("a small group"),
        "group": N_("a group"),
        "family": N_("with family"),
    },
    "times": {"morning": N_("mornings"), "day": N_("daytime"), "evening": N_("evenings"), "weekend": N_("weekends")},
    "places": {
        "in_person": N_("in person"),
        "online": N_("online"),
        "phone": N_("by phone"),
        "text": N_("by text message"),
    },
}
_FACT = {
    "expression": "prefers_ways",
    "formats": "prefers_formats",
    "times": "prefers_times",
    "places": "prefers_places",
}


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the sections on readiness, culture and preferences say."""
    ready, on = standing.section("readiness"), standing.asked_on("readiness")
    for field, words in _RULERS.items():
        ruler = number(ready, field)
        if ruler is not None:
            found.add(field, ruler, _(words).format(value=figure(ruler)), on)
    _preferences(found, standing, table)
    _culture(found, standing, table)


def _preferences(found: Found, standing: Standing, table: Triggers) -> None:
    section, on = standing.section("preferences"), standing.asked_on("preferences")
    for field, choices in CHOICES.items():
        chosen = [one for one in value(section, field) or () if one in choices]
        if chosen:
            words = _("prefers {what}").format(what=", ".join(_(choices[one]) for one in chosen))
            found.add(_FACT[field], frozenset(chosen), words, on)
    groups = {"group", "small_group"} & set(value(section, "formats") or ())
    if groups or found.is_yes("mutual_help_tried"):
        found.add(
            "open_to_groups", YES, found.words("prefers_formats") if groups else found.words("mutual_help_tried"), on
        )
    unwanted = [text(section, "not_wanted"), text(section, "not_ready_for")]
    refused = [
        text(row, "name") for row in standing.dated("services", "decided_on") if text(row, "decision") == "declined"
    ]
    for fact, words in (("declines_twelve_step", "twelve_step"), ("declines_agonist", "agonist_unwanted")):
        said = [one for one in [*unwanted, *refused] if table.finds(words, one)]
        if said:
            found.add(fact, YES, _("does not want: {words}").format(words=said[0]), on)
    wanted = text(section, "open_to")
    if table.finds("women", wanted):
        found.add("wants_women", YES, _("open to: {words}").format(words=wanted), on)


def _culture(found: Found, standing: Standing, table: Triggers) -> None:
    section, on = standing.section("culture_meaning"), standing.asked_on("culture_meaning")
    faith = ", ".join(filter(None, [text(section, "faith"), text(section, "practice")]))
    wanted = asked(section, "wants_in_plan")
    words = (
        _("faith or meaning belongs in the plan: {faith}").format(faith=faith)
        if faith
        else _("faith or meaning belongs in the plan")
    )
    found.say("meaning_in_plan", wanted, words, _("faith or meaning is to stay out of the plan"), on)
    culture, gender = text(standing.client, "culture"), text(standing.client, "gender")
    if culture:
        found.add("culture_told", YES, culture)
    if table.finds("lgbtq", gender, culture):
        found.add("lgbtq", YES, gender if table.finds("lgbtq", gender) else culture)
    if asked(standing.section("social_needs_asked"), "left_out") == YES:
        found.add("left_out", YES, _("shut out or treated badly for who the client is"))
    if asked(standing.client, "interpreter") in (YES, NO):
        found.say(
            "interpreter", asked(standing.client, "interpreter"), _("needs an interpreter"), _("needs no interpreter")
        )
