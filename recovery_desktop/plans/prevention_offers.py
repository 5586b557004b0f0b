"""What the record holds for each heading of the relapse-prevention plan, and the plan does not say yet.

Proposals only: the counselor takes, rewords or leaves them. The plan is printed and carried in a pocket, so nothing is
offered of trauma and safety, of counseling notes, or of people the client is afraid of.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.offers import Offer, is_said, named, not_left, told
from recovery_desktop.plans.people_to_call import helpers, may_be_called, may_be_named
from recovery_desktop.plans.phrases import between, in_quotes, joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

LITTLE_SLEEP = 6  # hours a night, and less
_LIFELINE, _EMERGENCY = "988", "911"


@dataclass(frozen=True)
class _Read:
    """All that offers are made of."""

    client: Entry
    episode: Entry
    practice: Entry
    staff: Sequence[Entry]
    today: datetime.date
    assessed: Entry | None

    def section(self, name: str) -> Entry | None:
        """A section of the assessment as it stands."""
        return self.assessed.one(name) if self.assessed is not None else None

    def rows(self, name: str) -> list[Entry]:
        """A list of the assessment as it stands."""
        return self.assessed.rows(name) if self.assessed is not None else []

    def people(self) -> list[Entry]:
        """The people around the client whom a printed plan may name."""
        feared = closed_people(self.client)
        return [row for row in self.client.rows("support_people") if may_be_named(row) and row.number not in feared]

    def source(self, row: Entry) -> str:
        """Where a row of the record stands, with its day if it has one."""
        day = row.values.get("asked_on") or self._assessed_on(row)
        return told(_(row.model.title), day, self.today)

    def _assessed_on(self, row: Entry) -> datetime.date | None:
        for assessment in self.episode.rows("assessments"):
            if any(row is each for each in assessment.walk()):
                day: datetime.date | None = assessment["started_on"]
                return day
        return None

    def offer(self, kind: str, about: tuple[str, ...], entry: str, source: str, phone: str = "") -> Offer:
        """An entry of the plan."""
        return Offer(named(kind, *about), entry, source, {"kind": kind, "entry": entry, "phone": phone})

    def to_call(self, kind: str, person: Entry, entry: str) -> Offer:
        """An entry that points at somebody around the client, with the number."""
        values = {"kind": kind, "entry": entry, "phone": person["phone"]}
        return Offer(named(kind, person["name"]), entry, self.source(person), values, {"person": person.number})

    def risky(self) -> list[Entry]:
        """People who raise the risk of use: named, and never with their number."""
        return [row for row in self.people() if row["influence"] == "risky"]


def prevention_offers(
    client: Entry, episode: Entry, practice: Entry, staff: Sequence[Entry], today: datetime.date
) -> tuple[Offer, ...]:
    """What could be entered, in the order of the headings."""
    read = _Read(client, episode, practice, staff, today, standing(episode))
    parts = (_triggers, _early_signs, _what_helps, _people, _places, _lapse, _overdose, _crisis)
    missing = [one for part in parts for one in part(read) if one.words and not _is_there(one, episode)]
    return not_left(missing, episode, today)


def _is_there(offer: Offer, episode: Entry) -> bool:
    """Whether an entry under the same heading says it, calls the number, or points at the person."""
    rows = [row for row in episode.rows("prevention_entries") if row["kind"] == offer.values["kind"]]
    phone, person = offer.values["phone"], offer.points_at.get("person")
    return (
        is_said(offer.words, [row["entry"] for row in rows])
        or (bool(phone) and any(phone in f"{row['entry']} {row['phone']}" for row in rows))
        or any((held := row.ref("person")) is not None and held.number == person for row in rows)
    )


def _fields(read: _Read, kind: str, *places: tuple[str, str]) -> Iterator[Offer]:
    """What stands in fields of sections of the assessment, as it was written there."""
    for name, field in places:
        section = read.section(name)
        if section is not None and section[field].strip():
            yield read.offer(kind, (name, field), section[field].strip(), read.source(section))


def _triggers(read: _Read) -> Iterator[Offer]:
    yield from _fields(read, "trigger", ("stressors", "own_words"), ("stressors", "main_stressor"))
    stressors = read.section("stressors")
    if stressors is not None and stressors["loss"]:
        loss = _("Reminders of a loss: {loss}").format(loss=stressors["loss"])
        yield read.offer("trigger", ("stressors", "loss"), loss, read.source(stressors))
    for time, rows in _by_time(read).items():
        words = joined([time, joined(_name(row) for row in rows)], ": ")
        yield read.offer("trigger", ("usual_time", time), words, read.source(rows[0]))
    home = read.section("living_conditions")
    if home is not None and home["substances_at_home"] == "yes":
        words = home.field("substances_at_home").label
        yield read.offer("trigger", ("living_conditions",), words, read.source(home))
    for person in read.risky():
        yield read.offer("trigger", ("person", person["name"]), person["name"], read.source(person))


def _by_time(read: _Read) -> dict[str, list[Entry]]:
    times: dict[str, list[Entry]] = {}
    for row in read.rows("substances"):
        if row["usual_time"]:
            times.setdefault(row["usual_time"], []).append(row)
    return times


def _name(substance: Entry) -> str:
    name: str = substance["name"] or substance.shown("substance_class")
    return name


def _early_signs(read: _Read) -> Iterator[Offer]:
    craved = [row for row in read.rows("substances") if (topics := row.one("topics")) and topics["craving"] == "yes"]
    if craved:
        words = _("Craving: {substances}").format(substances=joined(map(_name, craved)))
        yield read.offer("early_sign", ("craving",), words, read.source(craved[0]))
    body = read.section("physical_health")
    hours = [body[name] for name in ("sleep_hours_low", "sleep_hours_high") if body[name] is not None] if body else []
    if body is not None and hours and max(hours) <= LITTLE_SLEEP:
        words = _("Nights with {hours} hours of sleep").format(hours=between(hours[0], hours[-1]))
        yield read.offer("early_sign", ("sleep",), words, read.source(body))
    for row in read.rows("health_concerns"):
        if row["kind"] == "mind":
            words = joined([row["name"], row["worse_when"]], ": ")
            yield read.offer("early_sign", ("health_concern", row["name"]), words, read.source(row))


def _what_helps(read: _Read) -> Iterator[Offer]:
    yield from _fields(
        read,
        "what_helps",
        ("stressors", "strengths_seen"),
        ("substance_use", "treatment_helped"),
        ("preferences", "helped_before"),
        ("culture_meaning", "used_to_enjoy"),
        ("preferences", "open_to"),
        ("culture_meaning", "gives_meaning"),
    )
    culture = read.section("culture_meaning")
    if culture is not None and culture["wants_in_plan"] == "yes":
        yield from _fields(read, "what_helps", ("culture_meaning", "practice"))
    for row in read.rows("strengths"):
        yield read.offer("what_helps", ("strength", row["statement"]), row["statement"], read.source(row))


def _people(read: _Read) -> Iterator[Offer]:
    for person in read.people():
        if may_be_called(person, read.today):
            yield read.to_call("person", person, person["name"])
    yield from _helpers(read, "person", "{name}")


def _helpers(read: _Read, kind: str, words: str) -> Iterator[Offer]:
    for one in helpers(read.client, read.episode, read.practice, read.staff):
        entry = words.format(name=one.name)
        yield read.offer(kind, ("helper", one.name), entry, told(one.says_where, None, read.today), one.phone)


def _places(read: _Read) -> Iterator[Offer]:
    for row in read.rows("substances"):
        if row["source"]:
            words = _("{substance} comes from: {source}").format(substance=_name(row), source=row["source"])
            yield read.offer("place_to_avoid", ("source", _name(row)), words, read.source(row))
    for person in read.risky():
        words = joined([person["name"], in_quotes(person["boundaries"])], ": ")
        yield read.offer("place_to_avoid", ("person", person["name"]), words, read.source(person))


def _lapse(read: _Read) -> Iterator[Offer]:
    yield from _helpers(read, "lapse", _("Call {name}"))
    for person in read.people():
        if person["client_wants"] == "yes" and may_be_called(person, read.today):
            yield read.to_call("lapse", person, _("Call {name}").format(name=person["name"]))
    yield from _naloxone_kept(read, "lapse")


def _naloxone_kept(read: _Read, kind: str) -> Iterator[Offer]:
    use = read.section("substance_use")
    if use is not None and use["naloxone_kept"]:
        words = _("Naloxone: {place}").format(place=use["naloxone_kept"])
        yield read.offer(kind, ("naloxone_kept",), words, read.source(use))


def _overdose(read: _Read) -> Iterator[Offer]:
    first = _("Somebody does not wake up: call 911, give naloxone, stay until help is there")
    yield read.offer("overdose", ("first",), first, _("the first step, always"), _EMERGENCY)
    yield from _naloxone_kept(read, "overdose")
    use = read.section("substance_use")
    if use is not None and use["naloxone_at_hand"] == "no":
        words = _("Get naloxone, and keep it where others at home find it")
        yield read.offer("overdose", ("naloxone_missing",), words, read.source(use))
    for person in read.people():
        if person["naloxone_trained"] == "yes" and may_be_called(person, read.today):
            words = _("{name} knows how to give naloxone").format(name=person["name"])
            yield read.to_call("overdose", person, words)


def _crisis(read: _Read) -> Iterator[Offer]:
    lifeline = _("Crisis line, any hour, call or text")
    yield read.offer("crisis", ("lifeline",), lifeline, _("the national lifeline"), _LIFELINE)
    line = read.practice["crisis_line"]
    if line:
        source = told(_("Practice"), None, read.today)
        yield read.offer("crisis", ("practice",), read.practice["name"], source, line)
