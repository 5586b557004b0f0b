"""How things stand before a discharge, part by part, in sentences: what the record holds, and no verdict."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import short_date
from recovery_desktop.figures import figure
from recovery_desktop.plans.due import open_gates
from recovery_desktop.plans.follow_up_days import counted_from
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.phrases import joined, lower_first, said, sentence
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.safety_answers import unanswered_alerts
from recovery_desktop.plans.scores import Series, scores_over_time
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import ENTRY_KINDS
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import N_, _, ngettext
from recovery_desktop.when import near_date

_HEADS = {
    "criteria": N_("Criteria"),
    "goals": N_("Goals"),
    "needs": N_("Needs"),
    "scores": N_("Scores"),
    "safety": N_("Safety"),
    "hard_times": N_("Hard times"),
    "next_steps": N_("What comes next"),
}
_LETTERS = 60
_WORKED_ON = ("", "open", "addressed", "referred")
_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Part:
    """One of them: its head, what the record says in sentences, a mark where it can be done, and where that is changed:
    a row, or with none a page and its section."""

    key: str
    head: str
    says: tuple[str, ...]
    mark: str | None
    page: str = ""
    section: str = ""
    model: type[Record] | None = None
    number: int = 0
    field: str = ""


def _at(key: str, says: tuple[str, ...] | str, mark: str | None, entry: Entry, field: str = "") -> Part:
    """A part that is changed in a row."""
    said = (says,) if isinstance(says, str) else says
    return Part(key, _(_HEADS[key]), said, mark, "", "", entry.model, entry.number, field)


def _on(key: str, says: str, mark: str, page: str, section: str = "") -> Part:
    """A part of which no row is there yet, or no single one."""
    return Part(key, _(_HEADS[key]), (says,), mark, page, section)


def before_discharge(client: Entry, episode: Entry, today: datetime.date) -> tuple[Part, ...]:
    """All parts, in the order in which they are talked through."""
    return (
        _criteria(episode),
        _goals(episode),
        _needs(episode),
        _scores(client, episode),
        _safety(episode),
        _hard_times(episode),
        _next_steps(episode, today),
    )


def _criteria(episode: Entry) -> Part:
    rows = episode.rows("discharge_criteria")
    if not rows:
        return _on("criteria", _("No criterion was agreed on yet."), "empty", "aftercare", "criteria")
    unmet = [row for row in rows if row["met"] != "yes"]
    words = ngettext("{met} of {count} criterion is met.", "{met} of {count} criteria are met.", len(rows))
    says = [words.format(met=len(rows) - len(unmet), count=len(rows))]
    if silent := sum(1 for row in rows if row["discussed_on"] is None):
        words = ngettext("{count} was not talked through yet.", "{count} were not talked through yet.", silent)
        says.append(words.format(count=silent))
    return _at("criteria", " ".join(says), _mark(not unmet), (unmet or rows)[0], "met")


def _mark(is_done: bool) -> str:
    return "done" if is_done else "started"


def _goals(episode: Entry) -> Part:
    rows = episode.rows("goals")
    active = [row for row in rows if row["status"] in GOING_ON]
    if not rows:
        return _on("goals", _("No goal was written yet."), "empty", "goals")
    if not active:
        return _at("goals", _("No goal is worked on any more."), "done", rows[0], "status")
    words = ngettext(
        "{active} of {count} goal is still worked on: {names}.",
        "{active} of {count} goals are still worked on: {names}.",
        len(rows),
    )
    names = joined(goal_title(row, _LETTERS) for row in active)
    return _at("goals", words.format(active=len(active), count=len(rows), names=names), "started", active[0], "status")


def _needs(episode: Entry) -> Part:
    rows, waiting = episode.rows("needs"), unanswered(episode)
    if not rows:
        return _on("needs", _("No need was written yet."), "empty", "goals")
    if waiting:
        words = ngettext("{count} need has no answer: {what}.", "{count} needs have no answer: {what}.", len(waiting))
        what = joined((short(row["statement"], _LETTERS) for row in waiting), "; ")
        return _at("needs", words.format(count=len(waiting), what=what), "care", waiting[0], "status")
    working = [row for row in rows if row["status"] in _WORKED_ON]
    if working:
        words = ngettext(
            "{count} of {all} need is answered and not met yet.",
            "{count} of {all} needs are answered and not met yet.",
            len(rows),
        )
        return _at("needs", words.format(count=len(working), all=len(rows)), "started", working[0], "status")
    return _at("needs", _("Every need is met, put off or declined."), "done", rows[0], "status")


def _scores(client: Entry, episode: Entry) -> Part:
    followed = [one for one in scores_over_time(client) if one.is_followed]
    given = [row for row in episode.rows("administrations") if row["given_on"] and not is_private(row)]
    if not followed or not given:
        nothing = _("Nothing was asked twice yet: there is no first and no last to compare.")
        return _on("scores", nothing, "empty", "assessment")
    newest = max(given, key=lambda row: row["given_on"])
    return _at("scores", tuple(map(_score, followed)), None, newest, "given_on")


def _score(series: Series) -> str:
    first, last = series.readings[0][1], series.readings[-1][1]
    words = _("{name}: {first} at first, {last} now").format(name=series.name, first=figure(first), last=figure(last))
    return joined([words, series.words], "; ") + "."


def _safety(episode: Entry) -> Part:
    gates, alerts = open_gates(episode), [row for _alert, row in unanswered_alerts(episode)]
    count = len(gates) + len(alerts)
    if not count:
        return _on("safety", _("No safety step is open."), "done", "therapies", "safety")
    words = ngettext("{count} safety step is open.", "{count} safety steps are open.", count).format(count=count)
    return _at("safety", words, "alarm", (gates or alerts)[0], "status" if gates else "responses")


def _hard_times(episode: Entry) -> Part:
    there = {row["kind"] for row in episode.rows("prevention_entries")}
    missing = [kind for kind in ENTRY_KINDS if kind not in there]
    if not missing:
        says = _("Every heading of the relapse-prevention plan says something.")
        return _on("hard_times", says, "done", "aftercare", next(iter(ENTRY_KINDS)))
    parts = joined(lower_first(_(ENTRY_KINDS[kind])) for kind in missing)
    says = _("The relapse-prevention plan says nothing yet on: {parts}.").format(parts=parts)
    return _on("hard_times", says, "started" if there else "empty", "aftercare", missing[0])


def _next_steps(episode: Entry, today: datetime.date) -> Part:
    rows = [row for row in episode.rows("aftercare_steps") if not _is_over(row, episode, today)]
    if not rows:
        return _on("next_steps", _("No step of continuing care is planned."), "empty", "aftercare", "steps")
    loose = [row for row in rows if not (_who(row) and row["starts_on"])]
    says = tuple(_step(row, today) for row in rows)
    field = "" if not loose else "starts_on" if _who(loose[0]) else "where_or_who"
    return _at("next_steps", says, _mark(not loose), (loose or rows)[0], field)


def _is_over(step: Entry, episode: Entry, today: datetime.date) -> bool:
    """Whether the months of a step have passed, counted from when care began."""
    if step["until_month"] is None:
        return False
    begun = episode["admitted_on"] or episode["intake_on"] or counted_from(episode, today)[0]
    return bool((today - begun).days > step["until_month"] * _MONTH)


def _step(row: Entry, today: datetime.date) -> str:
    """Who, and the first date: “Peer coach: Marisol Reyes, since 18 Sep.”"""
    day = row["starts_on"]
    begins = _("no first date yet")
    if day is not None:
        words = _("since {day}") if day <= today else _("from {day}")
        begins = words.format(day=near_date(day, today))
    who = _who(row) or _("nobody named yet")
    return sentence(_("{step}: {facts}").format(step=row["what"], facts=joined([who, begins])))


def _who(step: Entry) -> str:
    """With whom or where, or else in which way people meet, as in a group online."""
    return step["where_or_who"] or lower_first(said(step, "places"))


def said_of_discharge(client: Entry, episode: Entry) -> str:
    """Who decides; or that it is done."""
    if episode["discharged_on"]:
        reason = lower_first(episode.shown("discharge_reason"))
        return sentence(
            joined([_("Discharged on {day}").format(day=short_date(episode["discharged_on"])), reason], ": ")
        )
    name = client["preferred_name"] or client["legal_given"] or client["legal_family"]
    return _("This is what the record holds. Whether it is time is for {client} and you to say.").format(client=name)
