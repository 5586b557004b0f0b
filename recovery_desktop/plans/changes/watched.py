"""What is compared between two versions: for each kind of row what it is called, what of it may change, how it ends,
and where it says why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recovery_desktop.plans.phrases import how_long, rate
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.fields import Text
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import N_, _


@dataclass(frozen=True)
class Watched:
    """One kind of row. `fields` are names of fields or pointers, or of the phrases below; `state` is the field in which
    `ends` says what an end is, of `same` all values mean the first, and `reasons` are the fields that say why."""

    part: str
    called: tuple[str, ...]
    fields: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    state: str = ""
    ends: Mapping[str, str] = field(default_factory=dict)
    same: tuple[str, ...] = ()


_GOAL_ENDS = {"met": "met", "paused": "paused", "dropped": "dropped"}
_DOSE = ("rate", "minutes", "timing", "how_long")

WATCHED: Mapping[str, Watched] = {
    "need": Watched(
        "needs",
        ("statement",),
        ("statement", "domain", "look_again_on", "look_again_when"),
        ("status_reason",),
        "status",
        {"met": "met", "deferred": "paused", "declined": "dropped"},
        ("", "open"),
    ),
    "goal": Watched(
        "goals",
        ("own_words", "statement"),
        ("own_words", "statement", "approach", "domains", "why_it_matters", "builds_on", "barriers", "target_on"),
        ("status_reason",),
        "status",
        _GOAL_ENDS,
        GOING_ON,
    ),
    "objective": Watched(
        "goals",
        ("statement",),
        ("statement", "measure", "tests_for", "instrument", "baseline", "target", "due_on", "review_when"),
        ("status_reason",),
        "status",
        _GOAL_ENDS,
        GOING_ON,
    ),
    "intervention": Watched("goals", ("what",), ("what", "who", *_DOSE, "places", "service", "starts_on", "due_on")),
    "service": Watched(
        "services",
        ("name",),
        ("name", *_DOSE, "formats", "places", "day_times", "provider", "starts_on", "ends_on", "alternative"),
        ("change_reason", "decision_reason"),
        "decision",
        {"declined": "dropped", "advised_against": "dropped", "deferred": "paused"},
        ("", "open"),
    ),
    "diagnosis": Watched(
        "diagnoses",
        ("name",),
        ("name", "code", "role", "provisional", "severity", "remission", "specifiers"),
        ("basis",),
        "status",
        {"resolved": "ended", "ruled_out": "dropped"},
        ("", "active"),
    ),
    "medication": Watched(
        "medications",
        ("name",),
        ("name", "dose", "frequency", "purpose", "prescriber"),
        ("purpose",),
        "status",
        {"stopped": "ended"},
    ),
    "support_person": Watched("family", ("name",), ("client_wants", "role_in_plan", "aims", "boundaries")),
    "family_session": Watched(
        "family",
        ("kind", "aims"),
        ("kind", "due_on", "aims"),
        ("outcome",),
        "status",
        {"cancelled": "dropped", "declined": "dropped", "contraindicated": "dropped"},
        ("", "planned", "held"),
    ),
    "release": Watched(
        "releases",
        ("recipient", "person", "team_member"),
        ("scope", "scope_detail", "not_included", "purpose", "signed_on", "expires_on", "expires_when"),
        ("revoked_how", "purpose"),
    ),
    "referral": Watched(
        "referrals",
        ("recipient", "resource"),
        ("recipient", "resource", "reason", "appointment_on"),
        ("result", "reason"),
        "status",
        {"attended": "met", "not_attended": "dropped", "declined": "dropped", "closed": "ended"},
        ("", "planned", "made", "booked"),
    ),
    "aftercare_step": Watched(
        "aftercare",
        ("what",),
        ("what", "kind", *_DOSE, "from_month", "until_month", "starts_on", "where_or_who", "places"),
    ),
    "discharge_criterion": Watched(
        "aftercare", ("statement",), ("statement",), (), "met", {"yes": "met"}, ("", "no", "unknown", "declined")
    ),
}

_PHRASES = {"rate": rate, "how_long": how_long}
_LABELS = {
    "rate": "",  # “from twice a week to once a week” says it all
    "how_long": N_("For how long"),
    "own_words": N_("In own words"),
    "statement": N_("Wording"),
    "what": N_("Wording"),
    "name": N_("Name"),
    "baseline": N_("Where it stands"),
    "client_wants": N_("To be involved"),
}
"""What a field is called where its own label only makes sense beside its form."""


def called(row: Entry) -> str:
    """What a row is called: the first of its names that says something."""
    names = WATCHED[row.model._meta.table_name].called
    return next((words for name in names if (words := shown(row, name).strip())), "")


def shown(row: Entry, name: str) -> str:
    """A field, a pointer or a phrase of a row as it is read."""
    if name in _PHRASES:
        return _PHRASES[name](row)
    if name in row.values:
        return row.shown(name)
    pointed = row.ref(name)
    return str(pointed["name"]) if pointed is not None else ""


def label(row: Entry, name: str) -> str:
    """What is compared, as it stands before both values."""
    if name in _LABELS:
        return _(_LABELS[name])
    return row.field(name).label if name in row.values else _(str(row.model.refs()[name].verbose_name))


def is_free_text(row: Entry, name: str) -> bool:
    """Whether it is a text that somebody wrote, and has to be told from ours by quotation marks."""
    return name in row.values and isinstance(row.field(name), Text)


def state(row: Entry) -> str:
    """The state of a row; what means the same is the same."""
    watched = WATCHED[row.model._meta.table_name]
    value = row[watched.state] if watched.state else ""
    return watched.same[0] if value in watched.same else value
