"""What has to be in sight on every page of a client's record: who it is, what is dangerous, how things stand."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import age, long_date, short_date
from recovery_desktop.plans.due import next_review, open_gates
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.plan_diagnoses import missing_list
from recovery_desktop.plans.safety_answers import in_brief, step_said, unanswered_alerts
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date, when

_CHIPS = 2  # safety steps that are named; more are counted
_CHIP_LETTERS = 64
_FACT_LETTERS = 90


@dataclass(frozen=True)
class Fact:
    """One line: `key` is record, allergies, call, episode or plan; `presses` when it needs attention."""

    key: str
    label: str
    words: str
    presses: bool = False


@dataclass(frozen=True)
class BannerFacts:
    """`name` as the client is called, `legal` when that is another, `about` pronouns, age and birth."""

    name: str
    legal: str
    about: tuple[str, ...]
    alerts: tuple[str, ...]
    record: Fact
    facts: tuple[Fact, ...]


def banner_facts(client: Entry, today: datetime.date) -> BannerFacts:
    """All that the banner says of a client on a day."""
    episode = running_episode(client)
    return BannerFacts(
        name=joined([client["preferred_name"] or client["legal_given"], client["legal_family"]], " "),
        legal=_legal(client),
        about=tuple(filter(None, (client["pronouns"], *_born(client["birth_date"], today)))),
        alerts=_alerts(episode, today) if episode else (),
        record=Fact("record", _("Record"), client["record_number"]),
        facts=(_allergies(client), _call(client), _episode(episode), _plan(episode, today)),
    )


def _legal(client: Entry) -> str:
    if client["preferred_name"] in ("", client["legal_given"]):
        return ""
    names = [client["legal_given"], client["legal_middle"], client["legal_family"]]
    return _("legally {name}").format(name=joined(names, " "))


def _born(day: datetime.date | None, today: datetime.date) -> tuple[str, str]:
    if day is None:
        return "", _("date of birth not entered")
    return str(age(day, today)) if day <= today else "", _("born {day}").format(day=long_date(day))


def _alerts(episode: Entry, today: datetime.date) -> tuple[str, ...]:
    """Safety answers that nothing was done about yet, then the open safety steps; the first two by name."""
    answers = [in_brief(alert, row["given_on"], today) for alert, row in unanswered_alerts(episode)]
    steps = [step_said(row) for row in open_gates(episode)]
    named = [short(words, _CHIP_LETTERS) for words in [*answers, *steps][:_CHIPS]]
    more = len(answers) + len(steps) - _CHIPS
    if more > 0:
        named.append(ngettext("{count} more safety step", "{count} more safety steps", more).format(count=more))
    return tuple(named)


def _allergies(client: Entry) -> Fact:
    listed = joined(joined([row["substance"], row["reaction"]], ": ") for row in client.rows("allergies"))
    words = short(listed, _FACT_LETTERS) or lower_first(missing_list(client, "allergies_state"))
    return Fact("allergies", _("Allergies"), words, bool(listed))


def _call(client: Entry) -> Fact:
    """The first way that is safe to use, when, and what may be said; the banner never offers one that is not."""
    rows = client.rows("contact_points")
    safe = next((row for row in rows if row["safe_to_use"] == "yes"), None)
    if safe is None:
        none = _("no safe way known") if rows else _("not asked")
        return Fact("call", _("Safe to call"), none, bool(rows))
    rule = lower_first(safe.shown("messages")) if safe["messages"] != "any" else ""
    parts = [safe["value"] or lower_first(safe.shown("kind")), lower_first(safe["best_time"]), rule]
    return Fact("call", _("Safe to call"), short(joined(parts), _FACT_LETTERS))


def _episode(episode: Entry | None) -> Fact:
    if episode is None:
        return Fact("episode", _("Episode"), _("none yet"))
    began = episode["admitted_on"] or episode["intake_on"]
    label = _("Since {day}").format(day=short_date(began)) if began else _("Episode")
    if ended := episode["discharged_on"]:
        return Fact("episode", label, _("discharged {day}").format(day=short_date(ended)))
    chosen = [row for row in episode.rows("levels_of_care") if row["chosen"]]
    level = lower_first(chosen[-1].shown("chosen")) if chosen else _("level of care not decided")
    return Fact("episode", label, level)


def _plan(episode: Entry | None, today: datetime.date) -> Fact:
    version = current_version(episode) if episode else None
    if episode is None or version is None:
        return Fact("plan", _("Plan"), _("none yet"))
    words = _("draft {number}") if version["status"] == "draft" else _("version {number}")
    found = next_review(episode)
    day = found[0][found[1]] if found and not episode["discharged_on"] else None
    late = day is not None and day < today
    said = (when if late else near_date)(day, today) if day else ""
    review = _("review {when}").format(when=said) if said else ""
    return Fact("plan", _("Plan"), joined([words.format(number=version["number"]), review]), late)
