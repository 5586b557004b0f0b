"""Facts of daily life: home, people around, work, money, legal matters, what is missing."""

import datetime

from recovery_desktop.guidance.derive.found import Found, Question, either
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Standing, asked, day, number, text, value
from recovery_desktop.guidance.triggers import Triggers
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
_GAPS = {
    "food": N_("runs out of food"),
    "bills": N_("cannot pay power, water or phone"),
    "transport": N_("no way to get to appointments"),
    "insurance": N_("no insurance, or not enough"),
}
_NEED_DOMAINS = {"food": N_("food"), "transport": N_("transport"), "health_coverage": N_("health coverage")}
_WITHOUT_WORK = {"looking": N_("looking for work"), "not_looking": N_("not working")}
_WORKING = {
    "full_time": N_("works full time"),
    "part_time": N_("works part time"),
    "self_employed": N_("self-employed"),
    "student": N_("is a student"),
}
_TIED = {"caring": N_("cares for family"), "disabled": N_("not able to work")}


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the sections on daily life say."""
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
    _work(found, standing)
    _gaps(found, standing)
    _legal(found, standing, table)


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
    elif stable == NO or asked(needs, "home_at_risk") == YES:
        found.add("unstable_home", YES, _("may lose the home") if stable != NO else _("the home is not stable"), on)
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


def _work(found: Found, standing: Standing) -> None:
    section, needs = standing.section("work_school"), standing.section("social_needs_asked")
    on, employment = standing.asked_on("work_school"), text(section, "employment")
    if employment in _WITHOUT_WORK or asked(needs, "no_work") == YES:
        found.add("without_work", YES, _(_WITHOUT_WORK.get(employment, N_("without work, and wants some"))), on)
    elif employment:
        found.add("without_work", NO, _(_WORKING.get(employment, N_("not looking for work"))), on)
    found.say("job_at_risk", asked(section, "job_at_risk"), _("the job is at risk"), _("the job is not at risk"), on)
    ties = [_(_WORKING[employment])] if employment in _WORKING else []
    if ties and text(section, "work_from"):
        ties = [
            _("{work}, {start} to {end}").format(
                work=ties[0], start=text(section, "work_from"), end=text(section, "work_until")
            )
        ]
    ties += [_(_TIED[employment])] if employment in _TIED else []
    ties += [_("working hours that wear out")] if asked(needs, "work_hours") == YES else []
    ties += [_("cares for somebody at home")] if asked(needs, "caring") == YES else []
    if ties:
        found.add("tied_hours", YES, ", ".join(ties), on)
    elif employment in ("retired", "not_looking", "looking"):
        found.add("tied_hours", NO, _("no work or care that ties the day"), on)


def _gaps(found: Found, standing: Standing) -> None:
    """What daily life is short of; each gap once, from the questions or from the list of needs."""
    needs, on = standing.section("social_needs_asked"), standing.asked_on("social_needs_asked")
    told = [_(words) for name, words in _GAPS.items() if asked(needs, name) == YES]
    rows = standing.dated("social_needs", "none")
    told += [
        _(_NEED_DOMAINS[d])
        for row in rows
        if (d := text(row, "domain")) in _NEED_DOMAINS and text(row, "status") == "need"
    ]
    phone = found.facts.get("phone_and_internet")
    told += [phone.words] if phone and phone.value == NO else []
    answers = [asked(needs, name) for name in _GAPS]
    found.say("daily_gap", YES if told else either(*answers), ", ".join(told), _("nothing of daily life is short"), on)
    if asked(needs, "transport") == YES:
        found.add("transport_gap", YES, _("no way to get to appointments"), on)


def _legal(found: Found, standing: Standing, table: Triggers) -> None:
    section, on = standing.section("money_legal"), standing.asked_on("money_legal")
    matters, needs = asked(section, "legal_matters"), asked(standing.section("social_needs_asked"), "legal")
    court = day(section, "next_court_date")
    status = text(standing.episode, "legal_status")
    told = [text(section, "legal_detail") or _("legal matters")] if matters == YES else []
    told += [_("a court date")] if court else []
    told += [_("legal trouble")] if needs == YES and not told else []
    told += [status] if table.finds("court", status) else []
    told += (
        [_("referred by a court or agency")]
        if value(standing.episode, "referral_source") in ("court", "child_welfare")
        else []
    )
    found.say("legal_pressure", YES if told else matters, ", ".join(told), _("no legal matters"), on)
