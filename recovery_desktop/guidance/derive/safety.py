"""Facts of safety with other people: danger from a partner, children and adults at risk, trauma.

What tells of danger at home is private: the person it is about may read what is printed.
"""

from recovery_desktop.guidance.derive.found import Found, Question
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Standing, asked
from recovery_desktop.text import N_, _

_RISKS = (
    Question("child_at_risk", "child_at_risk", N_("a child may be at risk"), N_("no child at risk")),
    Question(
        "adult_at_risk", "adult_at_risk", N_("a dependent adult may be at risk"), N_("no dependent adult at risk")
    ),
    Question(
        "trauma", "trauma", N_("events that still trouble the client"), N_("no events that still trouble the client")
    ),
    Question("weapons_at_home", "weapons_at_home", N_("weapons at home"), N_("no weapons at home")),
)


def find(found: Found, standing: Standing) -> None:
    """Adds what was asked in private; questionnaires on violence come before."""
    section, on = standing.section("trauma_safety"), standing.asked_on("trauma_safety")
    found.ask(section, _RISKS, on)
    safe, afraid = asked(section, "feels_safe_at_home"), asked(section, "afraid_of_someone")
    reasons = [found.words("partner_violence")] if found.is_yes("partner_violence") else []
    reasons += [_("is afraid of someone")] if afraid == YES else []
    reasons += [_("does not feel safe at home")] if safe == NO else []
    reasons += [found.words("partner_code")] if found.is_yes("partner_code") else []
    if reasons:
        days = [day for day in (on, getattr(found.facts.get("partner_violence"), "on", None)) if day]
        found.add("partner_danger", YES, ", ".join(reasons), max(days, default=None), private=True)
    elif found.is_no("partner_violence") and safe != NO:
        found.add("partner_danger", NO, _("no violence or fear told in private"), on, private=True)
    _tonight(found, standing)


def _tonight(found: Found, standing: Standing) -> None:
    """As it was answered; else going home tonight is in question for somebody who is not safe there and hurt by or
    afraid of somebody."""
    section, on = standing.section("trauma_safety"), standing.asked_on("trauma_safety")
    safe, tonight = asked(section, "feels_safe_at_home"), asked(section, "safe_tonight")
    if tonight in (YES, NO):
        words = _("can safely go home tonight") if tonight == YES else _("cannot safely go home tonight")
        found.add("unsafe_tonight", NO if tonight == YES else YES, words, on, private=tonight == NO)
    elif safe == YES:
        found.add("unsafe_tonight", NO, _("feels safe at home"), on)
    elif safe == NO and (asked(section, "afraid_of_someone") == YES or found.is_yes("partner_violence")):
        found.add("unsafe_tonight", YES, _("does not feel safe at home, and is afraid or was hurt"), on, private=True)
