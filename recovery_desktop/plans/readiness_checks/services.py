"""Checks on what is done: services and interventions, who gives them, how often and how long; referrals, medicines."""

from collections.abc import Iterator

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.readiness_checks.looked import Gap, Looked, at, is_blank, said_of, without
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import Medication
from recovery_desktop.records.family import NOT_ATTENDED_YET
from recovery_desktop.records.therapies import Service
from recovery_desktop.text import N_, _

_OF_MEDICINES = {"dose": N_("no dose"), "frequency": N_("not said how often"), "prescriber": N_("no prescriber")}
_TOGETHER = ("mutual_help", "peer")
_WITH_PEERS = ("peer_group", "peer_coach", "alumni")


def frequency_and_duration(looked: Looked) -> Iterator[Gap]:
    """Every service and intervention says how often, and for how long."""
    yield from _nothing_done(looked)
    for row, name in _done(looked):
        given = [row, row.ref("service")] if row.model is not Service else [row]
        doses = [one for one in given if one is not None]
        often, long = any(map(_is_often, doses)), any(map(_is_long, doses))
        if not (often and long):
            lacks = [words for words, there in ((_("how often"), often), (_("for how long"), long)) if not there]
            words = _("not said {what}").format(what=joined(lacks))
            yield at(row, "span" if often else "times", said_of(name, words))


def responsible_for_each(looked: Looked) -> Iterator[Gap]:
    """Every service and intervention says who gives it."""
    yield from _nothing_done(looked)
    for row, name in _done(looked):
        service = row if row.model is Service else row.ref("service")
        by_whom = [row["who"]] if row.model is not Service else []
        by_whom += [service["provider"]] if service is not None else []
        if not any(who.strip() for who in by_whom):
            yield at(row, "provider" if row.model is Service else "who", said_of(name, _("not said who does it")))


def mutual_help(looked: Looked) -> Iterator[Gap]:
    """Groups of mutual help or peers were talked about: taken up, put off or declined."""
    offered = any(row["modality"] in _TOGETHER and row["decision"] for row in looked.episode.rows("services"))
    if not offered and not any(row["kind"] in _WITH_PEERS for row in looked.episode.rows("aftercare_steps")):
        yield without(Service, _("mutual help or peer support was not talked about"))


def referrals_have_results(looked: Looked) -> Iterator[Gap]:
    """Every referral whose day has passed says what came of it."""
    for row in looked.episode.rows("referrals"):
        day = row["appointment_on"]
        is_over = row["status"] not in NOT_ATTENDED_YET or (day is not None and day < looked.today)
        if is_over and is_blank(row, "result"):
            yield at(row, "result", said_of(short(row["recipient"] or row["reason"]), _("no result")))


def medications(looked: Looked) -> Iterator[Gap]:
    """Medicines are listed with dose, how often and prescriber, or it is said that there are none."""
    rows = [row for row in looked.client.rows("medications") if row["status"] != "stopped"]
    if not rows and looked.client["medications_state"] in ("", "listed"):
        yield without(Medication, _("not said whether there are medicines"))
    for row in rows:
        missing = [field for field in _OF_MEDICINES if is_blank(row, field)] if row["status"] != "proposed" else []
        if missing:
            lacks = joined(_(_OF_MEDICINES[field]) for field in missing)
            yield at(row, missing[0], said_of(short(row["name"]), lacks))


def _nothing_done(looked: Looked) -> Iterator[Gap]:
    if not list(_done(looked)):
        yield without(Service, _("no service is agreed on yet"))


def _done(looked: Looked) -> Iterator[tuple[Entry, str]]:
    """Accepted services and the interventions of goals that are worked on, each with its name."""
    services = [row for row in looked.services if row["modality"] != "format"]  # a way of meeting is no service
    yield from ((row, short(row["name"])) for row in services)
    for goal in looked.goals:
        yield from ((row, short(row["what"])) for row in goal.rows("interventions"))


def _is_often(row: Entry) -> bool:
    """So many times a period, or so many sessions in all."""
    return bool((row["times"] and row["per"]) or (row["span"] and row["span_unit"] == "sessions"))


def _is_long(row: Entry) -> bool:
    """Over a span or until a day; mutual help has no end."""
    if row.model is Service and row["modality"] == "mutual_help":
        return True
    has_end = row["ends_on"] if row.model is Service else row["due_on"]
    return bool(row["per"] == "once" or (row["span"] and row["span_unit"]) or has_end)
