"""The list at the left of the window: who is in care, what is the matter with each, the most urgent first.

One reading for the whole list: with 20,000 clients it must answer at every key.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recovery_desktop.dates import short_date
from recovery_desktop.records.client import Client
from recovery_desktop.records.search import Names, find_clients
from recovery_desktop.text import N_, _
from recovery_desktop.when import when

MOST_SHOWN = 200
SOON = 14  # days ahead that count as due
FILTERS = {"open": N_("Open clients"), "due": N_("Something due"), "closed": N_("Ended"), "all": N_("All clients")}

# What a client's line says first, in the order of urgency: (code, mark).
_ORDER = ("answer", "open_gate", "gate", "late", "soon", "draft", "assessed", "begun", "new", "planned", "closed")
_MARKS = {
    "answer": "alarm",
    "open_gate": "alarm",
    "late": "care",
    "gate": "alarm",
    "soon": "done",
    "draft": "started",
    "assessed": "started",
    "begun": "started",
    "new": "empty",
    "planned": "done",
    "closed": "closed",
}

_DUE = ("answer", "open_gate", "gate", "late", "soon")

SafetyAnswers = Callable[[datetime.date, int | None], Mapping[int, tuple[str, ...]]]
"""Gives the questionnaires with a safety answer that nothing was done about, by the number of the client, for all or
for one; the records alone cannot tell, as they score nothing."""

OpenGate = Callable[[int], str]
"""What the open safety gates of a client come to, in a few words; guidance finds them, not the records."""

# For all clients at once; which episode is looked at is the rule of `client.running`.
_STANDING = """
WITH current AS (
    SELECT e.id, e.client_id, e.discharged_on FROM episode e WHERE e.id = (
        SELECT x.id FROM episode x WHERE x.client_id = e.client_id
        ORDER BY x.discharged_on IS NULL DESC, x.position DESC, x.id DESC LIMIT 1)
)
SELECT c.id, c.record_number, c.preferred_name, c.legal_given, c.legal_family, coalesce(c.birth_date, ''),
    current.id, current.discharged_on,
    (SELECT min(f.due_on) FROM follow_up f WHERE f.episode_id = current.id AND f.held_on IS NULL
        AND f.kind = 'plan_review' AND f.due_on IS NOT NULL),
    (SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.episode_id = current.id AND f.kind = 'plan_review'
            AND f.held_on IS NOT NULL AND (f.due_on = p.next_review_on OR f.held_on >= p.next_review_on))
        THEN p.next_review_on END FROM plan_version p WHERE p.episode_id = current.id
        ORDER BY p.position DESC, p.id DESC LIMIT 1),
    (SELECT p.status FROM plan_version p WHERE p.episode_id = current.id
        ORDER BY p.position DESC, p.id DESC LIMIT 1),
    (SELECT p.number FROM plan_version p WHERE p.episode_id = current.id
        ORDER BY p.position DESC, p.id DESC LIMIT 1),
    EXISTS (SELECT 1 FROM safety_step s WHERE s.episode_id = current.id AND s.status IN ('', 'open')),
    (SELECT a.completed_on IS NOT NULL FROM assessment a WHERE a.episode_id = current.id
        ORDER BY a.position DESC, a.id DESC LIMIT 1)
FROM client c LEFT JOIN current ON current.client_id = c.id
"""


@dataclass(frozen=True)
class Line:
    """One client in the list: how the person is called, and the mark and words of what is most urgent."""

    number: int  # of the client's row
    record_number: str
    given: str
    family: str
    mark: str
    state: str
    on: datetime.date | None = None  # the day of the next review, or on which care ended

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class Caseload:
    """The lines to show, how many there are in all, and how many each filter would show."""

    lines: tuple[Line, ...]
    total: int
    counts: dict[str, int]


@dataclass(frozen=True)
class _Standing:
    number: int
    names: tuple[str, str, str, str]
    code: str  # the most urgent of what is due, or else the one thing there is to say
    on: datetime.date | None
    plan: int
    answers: tuple[str, ...]  # the questionnaires with a safety answer that nothing was done about
    open_gate: str  # what the open safety gates come to, in words


class CaseloadReader:
    """Reads how all clients stand once, and again when something changed; filters and searches in between."""

    def __init__(self, safety_answers: SafetyAnswers | None = None, open_gate: OpenGate | None = None) -> None:
        self._safety_answers = safety_answers or (lambda _today, _client: {})
        self._open_gate = open_gate or (lambda _client: "")
        self._known: dict[int, _Standing] = {}
        self._day: datetime.date | None = None
        self._names: Names | None = None
        self._sorted: dict[str, list[_Standing]] = {}

    def renew(self, today: datetime.date) -> None:
        """Reads anew how all clients stand today."""
        self._day = today
        self._sorted = {}
        answers = self._safety_answers(today, None)
        rows = Client._meta.database.execute_sql(_STANDING)
        self._known = {row[0]: self._standing(row, answers.get(row[0], ())) for row in rows}
        self._names = Names()

    def renew_client(self, number: int, today: datetime.date) -> None:
        """Reads anew how one client stands; all of them on another day."""
        if today != self._day:
            self.renew(today)
            return
        self._sorted = {}
        row = Client._meta.database.execute_sql(_STANDING + " WHERE c.id = ?", (number,)).fetchone()
        if row is None:
            self._known.pop(number, None)
        else:
            answers = self._safety_answers(today, number)
            self._known[number] = self._standing(row, answers.get(number, ()))
        if self._names is not None:
            self._names.renew(number)

    def _standing(self, row: Any, answers: tuple[str, ...]) -> _Standing:
        assert self._day is not None
        return _standing(row, self._day, answers, self._open_gate(row[0]))

    def read(self, which: str = "open", words: str = "", limit: int = MOST_SHOWN) -> Caseload:
        """The clients of a filter, by urgency; when `words` are typed all who fit them, the best hit first."""
        sorted_in = self._in_filters()
        counts = {name: len(chosen) for name, chosen in sorted_in.items()}
        if words.strip():
            hits = find_clients(words, limit, self._names)
            return Caseload(self.lines(found.id for found in hits), len(hits), counts)
        return Caseload(self._lines(sorted_in[which][:limit]), counts[which], counts)

    def _in_filters(self) -> dict[str, list[_Standing]]:
        """All clients of each filter, by urgency; sorted once after each change."""
        if not self._sorted:
            self._sorted = {name: [] for name in FILTERS}
            for one in sorted(self._known.values(), key=_urgency):
                for name in _filters_of(one):
                    self._sorted[name].append(one)
        return self._sorted

    def lines(self, numbers: Iterable[int]) -> tuple[Line, ...]:
        """The lines of these clients, in this order; those who are gone are left out."""
        return self._lines(self._known[number] for number in numbers if number in self._known)

    def in_care(self) -> list[int]:
        """The numbers of all clients in care, by urgency."""
        return [one.number for one in self._in_filters()["open"]]

    def _lines(self, chosen: Iterable[_Standing]) -> tuple[Line, ...]:
        assert self._day is not None, "renew first"
        return tuple(_line(one, self._day) for one in chosen)


def _standing(row: Any, today: datetime.date, answers: tuple[str, ...], open_gate: str) -> _Standing:
    number, record, preferred, given, family, _born, _episode, ended, follow_up, review, status, version = row[:12]
    has_gate, completed = bool(row[12]), row[13]
    on = min((day for day in (follow_up, review) if day), default=None)
    review_on = datetime.date.fromisoformat(on) if on else None
    names = (record, preferred or given, family, f"{family} {given}".casefold())
    if ended and ended <= today.isoformat():
        return _Standing(number, names, "closed", datetime.date.fromisoformat(ended), version or 0, (), "")
    due = [code for code, there in (("answer", answers), ("open_gate", open_gate), ("gate", has_gate)) if there]
    if review_on and (review_on - today).days <= SOON:
        due.append("late" if review_on < today else "soon")
    if version is None:
        code = "new" if completed is None else "assessed" if completed else "begun"
    else:
        code = "draft" if status == "draft" else "planned"
    return _Standing(number, names, due[0] if due else code, review_on, version or 0, answers, open_gate)


def _filters_of(one: _Standing) -> list[str]:
    if one.code == "closed":
        return ["closed", "all"]
    return ["open", "all", "due"] if one.code in _DUE else ["open", "all"]


def _urgency(one: _Standing) -> tuple[int, datetime.date, str]:
    return _ORDER.index(one.code), one.on or datetime.date.max, one.names[3]


def _line(one: _Standing, today: datetime.date) -> Line:
    record, given, family, _key = one.names
    return Line(one.number, record, given, family, _MARKS[one.code], _state(one, today), one.on)


def _state(one: _Standing, today: datetime.date) -> str:
    """What a line says, in words."""
    code = one.code
    if code in ("late", "soon") and one.on:
        return _("review {when}").format(when=when(one.on, today))
    if code == "closed" and one.on:
        return _("ended {date}").format(date=short_date(one.on))
    if code == "planned" and one.on:
        return _("review {date}").format(date=short_date(one.on))
    return {
        "answer": _("safety answer: {questionnaires}").format(questionnaires=", ".join(one.answers)),
        "open_gate": _("safety gate: {found}").format(found=one.open_gate),
        "gate": _("safety step open"),
        "draft": _("draft {n}").format(n=one.plan),
        "assessed": _("assessed, no plan yet"),
        "begun": _("in assessment"),
        "new": _("not assessed yet"),
    }.get(code, _("plan {n}").format(n=one.plan))
