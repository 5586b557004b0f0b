"""Checks on the person: who they are, what was asked, strengths and wishes, work, law, what daily life lacks."""

from collections.abc import Iterator

from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.readiness_checks.looked import Gap, Looked, at, is_blank, without
from recovery_desktop.records.assessment import AreaOfLife, Assessment, Strength
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.family import SOCIAL_DOMAINS, SocialNeed, SupportPerson
from recovery_desktop.records.life import MoneyLegal, WorkSchool
from recovery_desktop.records.person import Preferences
from recovery_desktop.text import _

_WHOLE_PERSON = ("mental", "emotional", "physical", "social", "spiritual")
_WISHES = ("expression", "formats", "times", "places", "aids", "open_to", "not_wanted", "helped_before")
_ASKED_IN_PRIVATE = ("safety",)


def identified(looked: Looked) -> Iterator[Gap]:
    """The date of birth and the day of admission are known."""
    if looked.client["birth_date"] is None:
        yield at(looked.client, "birth_date", _("no date of birth"))
    if looked.episode["admitted_on"] is None:
        yield at(looked.episode, "admitted_on", _("no day of admission"))


def referral_source(looked: Looked) -> Iterator[Gap]:
    """It is said who sent the client."""
    if is_blank(looked.episode, "referral_source"):
        yield at(looked.episode, "referral_source", _("not said who referred the client"))


def assessment_completed(looked: Looked) -> Iterator[Gap]:
    """An assessment was completed, from which the plan is made."""
    rows = looked.episode.rows("assessments")
    if not rows:
        yield without(Assessment, _("no assessment is begun"))
    elif not any(row["completed_on"] for row in rows):
        yield at(rows[-1], "completed_on", _("the assessment is not completed"))


def areas_asked(looked: Looked) -> Iterator[Gap]:
    """Mind, feelings, body, company and meaning were each asked about, or it is said why not."""
    states = {row["domain"]: row["state"] for row in looked.listed("areas_of_life")}
    missing = [lower_first(_(DOMAINS[one])) for one in _WHOLE_PERSON if states.get(one, "") in ("", "not_asked")]
    if missing:
        words = _("areas of life not asked about: {areas}").format(areas=joined(missing))
        row = next((one for one in looked.listed("areas_of_life") if one["domain"] in _WHOLE_PERSON), None)
        yield at(row, "state", words) if row is not None else without(AreaOfLife, words)


def strengths(looked: Looked) -> Iterator[Gap]:
    """At least one strength is named."""
    if not looked.listed("strengths"):
        yield without(Strength, _("no strength is named"))


def preferences(looked: Looked) -> Iterator[Gap]:
    """What the client prefers was asked: ways of working, formats, times, places."""
    row = looked.section("preferences")
    if row is None or all(is_blank(row, field) for field in _WISHES):
        words = _("not asked what the client prefers")
        yield at(row, "formats", words) if row is not None else without(Preferences, words, "formats")


def vocational(looked: Looked) -> Iterator[Gap]:
    """Work and education were asked about."""
    row = looked.section("work_school")
    declined = row is not None and row["state"] == "declined"
    if row is None or (not declined and is_blank(row, "employment") and is_blank(row, "education")):
        words = _("work and education were not asked about")
        yield at(row, "employment", words) if row is not None else without(WorkSchool, words, "employment")


def legal(looked: Looked) -> Iterator[Gap]:
    """Legal matters were asked about, and what a court or agency requires is written down."""
    row, episode = looked.section("money_legal"), looked.episode
    if row is None or (is_blank(row, "legal_matters") and row["state"] != "declined"):
        words = _("legal matters were not asked about")
        yield at(row, "legal_matters", words) if row is not None else without(MoneyLegal, words, "legal_matters")
    if is_blank(episode, "legal_status"):
        yield at(episode, "legal_status", _("not said whether the client comes of their own will"))
    if episode["referral_source"] == "court" and is_blank(episode, "legal_requirements"):
        yield at(episode, "legal_requirements", _("not said what the court requires"))


def social_needs_asked(looked: Looked) -> Iterator[Gap]:
    """Housing, work, money and the rest of daily life were asked about; safety at home is asked in private."""
    asked = {row["domain"] for row in looked.episode.rows("social_needs") if row["status"] not in ("", "not_asked")}
    family = looked.section("family_dynamics")
    childless = {"childcare"} if family is not None and family["has_children"] == "no" else set()
    missing = [one for one in SOCIAL_DOMAINS if one not in {*asked, *childless, *_ASKED_IN_PRIVATE}]
    if missing:
        areas = joined(lower_first(_(SOCIAL_DOMAINS[one])) for one in missing)
        words = _("daily life not asked about: {areas}").format(areas=areas)
        row = next((one for one in looked.episode.rows("social_needs") if one["domain"] == missing[0]), None)
        yield at(row, "status", words) if row is not None else without(SocialNeed, words, f"{missing[0]}.status")


def family_asked(looked: Looked) -> Iterator[Gap]:
    """It was asked who is close to the client, and whom of them the client wants to take part."""
    people = looked.client.rows("support_people")
    if not people:
        yield without(SupportPerson, _("not asked who is close to the client"))
    for row in people:
        if not row["client_wants"]:
            words = _("{name}: not asked whether the client wants them involved").format(name=row["name"])
            yield at(row, "client_wants", words)
