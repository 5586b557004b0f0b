"""Facts of daily life outside the home: work and the hours it ties, what is short, legal matters."""

from recovery_desktop.guidance.derive.found import Found, either
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, asked, day, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

_GAPS = {
    "food": N_("runs out of food"),
    "bills": N_("cannot pay power, water or phone"),
    "transport": N_("no way to get to appointments"),
    "insurance": N_("no insurance, or not enough"),
}
_NEEDS = {
    "food": N_("food is a need"),
    "transport": N_("transport is a need"),
    "health_coverage": N_("health coverage is a need"),
}
_WITHOUT_WORK = {"looking": N_("looking for work"), "not_looking": N_("not working")}
_WORKING = {
    "full_time": N_("works full time"),
    "part_time": N_("works part time"),
    "self_employed": N_("self-employed"),
    "student": N_("is a student"),
}
_TIED = {"caring": N_("cares for family"), "disabled": N_("not able to work")}
_COURT = ("court", "child_welfare")


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the sections on work, money and the needs of daily life say, and the list of social needs."""
    needs = {text(row, "domain"): row for row in _needs(standing)}
    _work(found, standing)
    _tied(found, standing)
    _gaps(found, standing, set(needs))
    _legal(found, standing, table, "legal" in needs)


def _needs(standing: Standing) -> list[Row]:
    rows = standing.episode.rows("social_needs") if standing.episode is not None else ()
    return [row for row in rows if text(row, "status") == "need"]


def _work(found: Found, standing: Standing) -> None:
    section, needs = standing.section("work_school"), standing.section("social_needs_asked")
    on, employment = standing.asked_on("work_school"), text(section, "employment")
    if employment in _WITHOUT_WORK or asked(needs, "no_work") == YES:
        found.add("without_work", YES, _(_WITHOUT_WORK.get(employment, N_("without work, and wants some"))), on)
    elif employment:
        found.add("without_work", NO, _(_WORKING.get(employment, N_("not looking for work"))), on)
    found.say("job_at_risk", asked(section, "job_at_risk"), _("the job is at risk"), _("the job is not at risk"), on)


def _tied(found: Found, standing: Standing) -> None:
    """What ties the hours of the day: work, school, care, not being able to go."""
    section, needs = standing.section("work_school"), standing.section("social_needs_asked")
    employment, on = text(section, "employment"), standing.asked_on("work_school")
    ties = [_at_work(section, employment)] if employment in _WORKING else []
    ties += [_(_TIED[employment])] if employment in _TIED else []
    ties += [_("working hours that wear out")] if asked(needs, "work_hours") == YES else []
    ties += [_("cares for somebody at home")] if asked(needs, "caring") == YES else []
    if ties:
        found.add("tied_hours", YES, ", ".join(ties), on)
    elif employment in ("retired", *_WITHOUT_WORK):
        found.add("tied_hours", NO, _("no work or care that ties the day"), on)


def _at_work(section: Row | None, employment: str) -> str:
    start, end = text(section, "work_from"), text(section, "work_until")
    if not (start and end):
        return _(_WORKING[employment])
    return _("{work}, {start} to {end}").format(work=_(_WORKING[employment]), start=start, end=end)


def _gaps(found: Found, standing: Standing, needs: set[str]) -> None:
    """What daily life is short of, from the questions, the list of needs and the section on the home."""
    section, on = standing.section("social_needs_asked"), standing.asked_on("social_needs_asked")
    told = [_(words) for name, words in _GAPS.items() if asked(section, name) == YES]
    told += [_(words) for name, words in _NEEDS.items() if name in needs]
    told += [found.words("phone_and_internet")] if found.is_no("phone_and_internet") else []
    answers = [asked(section, name) for name in _GAPS]
    found.say("daily_gap", YES if told else either(*answers), ", ".join(told), _("nothing of daily life is short"), on)
    if asked(section, "transport") == YES or "transport" in needs:
        found.add("transport_gap", YES, _("no way to get to appointments"), on)


def _legal(found: Found, standing: Standing, table: Triggers, is_need: bool) -> None:
    section, on = standing.section("money_legal"), standing.asked_on("money_legal")
    matters, status = asked(section, "legal_matters"), text(standing.episode, "legal_status")
    told = [text(section, "legal_detail") or _("legal matters")] if matters == YES else []
    told += [_("a court date")] if day(section, "next_court_date") else []
    told += [status] if table.finds("court", status) else []
    told += [_("referred by a court or agency")] if value(standing.episode, "referral_source") in _COURT else []
    if not told and (is_need or asked(standing.section("social_needs_asked"), "legal") == YES):
        told = [_("legal trouble")]
    found.say("legal_pressure", YES if told else matters, ", ".join(told), _("no legal matters"), on)
