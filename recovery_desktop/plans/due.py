"""What waits to be done for one client: safety steps, needs without an answer, reviews, appointments, the draft."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.plans.answered import NOT_PRINTED
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.episodes import current_version, running_episode, signed_versions
from recovery_desktop.plans.instruments_due import instruments_due
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.phrases import lower_first
from recovery_desktop.plans.rhythm import NO_RHYTHM, Rhythm, family_session_by, first_plan_by, has_plan, review_by
from recovery_desktop.plans.safety_answers import in_brief, is_private_step, private_action, unanswered_alerts
from recovery_desktop.plans.short import short
from recovery_desktop.plans.signers import awaited
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import ACTIVE
from recovery_desktop.records.family import NOT_ATTENDED_YET, TO_COME
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.records.plan import SIGNING_ROLES
from recovery_desktop.records.therapies import OPEN_GATE
from recovery_desktop.text import _
from recovery_desktop.when import ago, when

AHEAD = 45  # days that are looked forward
AFTER_DISCHARGE = ("call", "visit")
_ORDER = ("alarm", "late", "care", "coming", "draft")


@dataclass(frozen=True)
class Due:
    """One thing to do. `kind` is alarm, late, care (no date, needs an answer), coming or draft; `entry` and `field`
    say where it stands in the record; of what is late the lowest `rank` comes first."""

    kind: str
    what: str
    when: str
    entry: Entry
    field: str
    on: datetime.date | None = None
    rank: int = 1


@dataclass(frozen=True)
class _Dated:
    """Something of one day in the record, or of one that is `counted` from there; `lapses` when it is of no use once
    the day has passed, and of what is late the lowest `rank` comes first."""

    what: str
    entry: Entry
    field: str
    lapses: bool = False
    rank: int = 1
    counted: datetime.date | None = None

    @property
    def on(self) -> datetime.date | None:
        day: datetime.date | None = self.counted or self.entry[self.field]
        return day


def due(client: Entry, today: datetime.date, rhythm: Rhythm = NO_RHYTHM) -> tuple[Due, ...]:
    """What is due for a client, the most urgent first; what nobody gave a day for as the practice's rules have it."""
    episode = running_episode(client)
    if episode is None:
        return ()
    if episode["discharged_on"] and episode["discharged_on"] <= today:
        dated = [one for one in _follow_ups(episode) if one.entry["kind"] in AFTER_DISCHARGE]
        return _sorted(_waiting(dated, today))
    by_rules = [*_by_the_rules(episode, rhythm), *_signatures(client, episode, today, rhythm)]
    waiting = _waiting([*_all_dated(client, episode), *by_rules], today)
    found = [*waiting, *_questionnaires(episode, today), *_unanswered(episode), *_draft(episode, today)]
    return _sorted([*_open_gates(episode, today), *found])


def open_gates(episode: Entry) -> list[Entry]:
    """Safety steps that nothing was done about yet."""
    return [row for row in episode.rows("safety_steps") if row["status"] in OPEN_GATE]


def next_review(episode: Entry) -> tuple[Entry, str] | None:
    """The next plan review and the field that has its day: one that was set, or what the plan says, if it is sooner."""
    waiting = [(row, "due_on") for row in _reviews(episode) if not row["held_on"] and row["due_on"]]
    version = unheld_version(episode)
    if version is not None:
        waiting.append((version, "next_review_on"))
    return min(waiting, key=lambda one: one[0][one[1]], default=None)


def _reviews(episode: Entry) -> list[Entry]:
    return [row for row in episode.rows("follow_ups") if row["kind"] == "plan_review"]


def unheld_version(episode: Entry) -> Entry | None:
    """The current version, when the review it names has a day, and none was held for it."""
    version = current_version(episode)
    day = version["next_review_on"] if version else None
    held = [row for row in _reviews(episode) if row["held_on"]]
    answered = day is None or any(row["due_on"] == day or row["held_on"] >= day for row in held)
    return None if answered else version


def _sorted(found: list[Due]) -> tuple[Due, ...]:
    def urgency(one: Due) -> tuple[int, int, datetime.date]:
        return _ORDER.index(one.kind), one.rank if one.kind == "late" else 0, one.on or datetime.date.max

    return tuple(sorted(found, key=urgency))


def _open_gates(episode: Entry, today: datetime.date) -> Iterator[Due]:
    for alert, row in unanswered_alerts(episode):
        what = short(in_brief(alert, row["given_on"], today))
        yield Due("alarm", what, _("no response recorded yet"), row, "responses")
    for row in open_gates(episode):
        what = private_action() if is_private_step(row) else row["action"] or row["finding"]
        yield Due("alarm", short(what), _("safety step open"), row, "status")


def _unanswered(episode: Entry) -> Iterator[Due]:
    for row in unanswered(episode):
        yield Due(
            "care", _("Answer the need: {need}").format(need=short(row["statement"])), _("no plan yet"), row, "status"
        )


def _draft(episode: Entry, today: datetime.date) -> Iterator[Due]:
    version = current_version(episode)
    if version is not None and version["status"] == "draft":
        words = _("Plan version {number} is a draft").format(number=version["number"])
        begun = version["dated_on"]
        since = ago(begun, today) if begun and begun <= today else when(begun, today) if begun else ""
        yield Due("draft", words, since, version, "status", begun)


def _questionnaires(episode: Entry, today: datetime.date) -> Iterator[Due]:
    """Those that are to be answered again by now, or soon."""
    for one in instruments_due(episode):
        if one.on <= today + datetime.timedelta(AHEAD):
            kind = "late" if one.on < today else "coming"
            is_private = one.entry["instrument"] in NOT_PRINTED
            name = _("Questionnaire") if is_private else one.name
            what = _("{questionnaire} again").format(questionnaire=name)
            yield Due(kind, what, when(one.on, today), one.entry, "first_on", one.on)


def _waiting(dated: list[_Dated], today: datetime.date) -> list[Due]:
    """What of it is late or comes soon."""
    found = []
    for one in dated:
        if one.on is None or one.on > today + datetime.timedelta(AHEAD) or (one.lapses and one.on < today):
            continue
        kind = "late" if one.on < today else "coming"
        found.append(Due(kind, one.what, when(one.on, today), one.entry, one.field, one.on, one.rank))
    return found


def _all_dated(client: Entry, episode: Entry) -> list[_Dated]:
    return [
        *_follow_ups(episode),
        *_plan_review(episode),
        *_put_off(client, episode),
        *_appointments(client, episode),
        *_targets(episode),
    ]


def _follow_ups(episode: Entry) -> Iterator[_Dated]:
    for row in episode.rows("follow_ups"):
        if not row["held_on"]:
            rank = 0 if row["kind"] == "plan_review" else 1
            yield _Dated(short(row["what"]) or row.shown("kind"), row, "due_on", rank=rank)


def _plan_review(episode: Entry) -> Iterator[_Dated]:
    """The review that the plan names, unless it was set as a follow-up as well."""
    version = unheld_version(episode)
    if version is not None and version["next_review_on"] not in {row["due_on"] for row in _reviews(episode)}:
        yield _Dated(_("Plan review"), version, "next_review_on", rank=0)


def _by_the_rules(episode: Entry, rhythm: Rhythm) -> Iterator[_Dated]:
    """The first plan, a review for which no day is set, and the next family session."""
    is_planned = has_plan(episode)
    by = None if is_planned else first_plan_by(episode, rhythm)
    if by is not None:
        version = current_version(episode)
        yield _Dated(_("First plan"), version or episode, "status" if version else "admitted_on", rank=0, counted=by)
    review = review_by(episode, rhythm) if is_planned and next_review(episode) is None else None
    if review is not None:
        yield _Dated(_("Plan review"), review[0], "next_review_on", rank=0, counted=review[1])
    session = family_session_by(episode, rhythm)
    if session is not None:
        yield _Dated(_("Family session"), episode, "admitted_on", counted=session)


def _signatures(client: Entry, episode: Entry, today: datetime.date, rhythm: Rhythm) -> Iterator[_Dated]:
    """Who still has to sign the version in force, from the day on which others did."""
    for version in signed_versions(episode)[:1]:
        signed = [row["signed_on"] for row in version.rows("signatures") if row["signed_on"]]
        on = max(signed, default=version["dated_on"])
        for role in awaited(client, version, today, rhythm.countersigners):
            words = _("Signature, version {number}: {who}")
            what = words.format(number=version["number"], who=lower_first(_(SIGNING_ROLES[role])))
            yield _Dated(what, version, "dated_on", counted=on)


def _put_off(client: Entry, episode: Entry) -> Iterator[_Dated]:
    """What is to be asked again; a follow-up of the same day stands for it."""
    covered = {row["due_on"] for row in episode.rows("follow_ups") if row["kind"] == "put_off"}
    asked_again = [
        *((_("Look again: {what}"), row, "statement", "look_again_on") for row in _later(episode)),
        *((_("Ask again: {what}"), row, "name", "look_again_on") for row in _deferred(episode)),
        *((_("Ask again: {what}"), row, "name", "ask_again_on") for row in client.rows("support_people")),
    ]
    for words, row, name, field in asked_again:
        if row[field] not in covered:
            yield _Dated(words.format(what=short(row[name])), row, field)


def _later(episode: Entry) -> list[Entry]:
    return [row for row in episode.rows("needs") if row["status"] in ("deferred", "declined")]


def _deferred(episode: Entry) -> list[Entry]:
    return [row for row in episode.rows("services") if row["decision"] in ("deferred", "declined")]


def _appointments(client: Entry, episode: Entry) -> Iterator[_Dated]:
    for row in _family_sessions(client, episode):
        yield _Dated(_("Family session: {kind}").format(kind=lower_first(row.shown("kind"))), row, "due_on")
    for row in episode.rows("referrals"):
        if row["status"] in NOT_ATTENDED_YET:
            yield _Dated(_("Referral: {recipient}").format(recipient=row["recipient"]), row, "appointment_on")
    for row in client.rows("releases"):
        if not row["revoked_on"]:
            words = _("Release ends: {recipient}").format(recipient=row["recipient"])
            yield _Dated(words, row, "expires_on", lapses=True)
    assessment = standing(episode)
    legal = assessment.one("money_legal") if assessment else None
    if legal is not None:
        yield _Dated(_("Court date"), legal, "next_court_date", lapses=True)


def _family_sessions(client: Entry, episode: Entry) -> list[Entry]:
    """Those that are to be held; to bring somebody together with whom the client is afraid of is never due."""
    to_come = [row for row in episode.rows("family_sessions") if row["status"] in TO_COME and not row["held_on"]]
    if not to_come:
        return []
    from recovery_desktop.plans.joint_sessions import closed_people, is_closed  # no start waits for what it reads

    closed = closed_people(client)
    return [row for row in to_come if not is_closed(row, closed)]


def _targets(episode: Entry) -> Iterator[_Dated]:
    for goal in episode.rows("goals"):
        if goal["status"] in GOING_ON:
            for row in goal.rows("objectives"):
                if row["status"] in GOING_ON:
                    yield _Dated(_("Objective: {what}").format(what=short(row["statement"])), row, "due_on", rank=2)
    for row in episode.rows("diagnoses"):
        if row["status"] in ACTIVE:
            yield _Dated(_("Diagnosis: {what}").format(what=row["name"]), row, "review_on", rank=2)
