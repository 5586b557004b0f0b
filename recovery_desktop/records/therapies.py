"""Services and therapies as offered and decided with the client, and the safety steps that come before them."""

from recovery_desktop.records.base import Owner, Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.fields import Choice, Choices, Day, Line, Several, Text, Whole, Words
from recovery_desktop.records.person import FORMATS, PLACES, TIMES
from recovery_desktop.text import N_

MODALITIES: Choices = {
    "cbt": N_("Cognitive behavioral"),
    "dbt": N_("Dialectical behavior"),
    "motivational": N_("Motivational"),
    "contingency": N_("Contingency management"),
    "trauma": N_("Trauma-focused"),
    "expressive": N_("Expressive: art, music, movement"),
    "mindfulness": N_("Mindfulness"),
    "family": N_("Family"),
    "group": N_("Group"),
    "peer": N_("Peer support"),
    "mutual_help": N_("Mutual help"),
    "medication": N_("Medication"),
    "medical": N_("Medical care"),
    "case_management": N_("Case management"),
    "movement": N_("Exercise and movement"),
    "format": N_("Way of meeting"),
    "other": N_("Other"),
}
DECISIONS: Choices = {
    "open": N_("Not decided yet"),
    "accepted": N_("Accepted"),
    "deferred": N_("Deferred"),
    "declined": N_("Declined"),
    "advised_against": N_("Advised against"),
}
EVIDENCE: Choices = {
    "strong": N_("strong"),
    "moderate": N_("moderate"),
    "consensus": N_("consensus"),
    "caution": N_("caution"),
}
PERIODS: Choices = {"day": N_("a day"), "week": N_("a week"), "month": N_("a month"), "once": N_("in all")}
SPANS: Choices = {"days": N_("days"), "weeks": N_("weeks"), "months": N_("months"), "sessions": N_("sessions")}
GATE_STATES: Choices = {
    "open": N_("Open"),
    "planned": N_("Planned"),
    "done": N_("Done"),
    "declined": N_("Declined"),
    "watch": N_("Watch for it"),
}
OPEN_GATE = ("", "open")
"""The states of safety steps that nothing was done about yet."""
PRIVATE_GATES = ("G11",)
"""Steps at these are about violence at home: nothing of them is printed, and elsewhere they stand without words."""


class Dosed(Record):
    """How much of something: so many times a period, for how long each, over what span."""

    times = Whole(N_("How often"), low=1, high=100)
    per = Choice(N_("Per"), PERIODS)
    minutes = Whole(N_("Minutes each"), low=1, high=1440)
    span = Whole(N_("For how long"), low=1, high=1000)
    span_up_to = Whole(N_("For how long, up to"), low=1, high=1000)
    span_unit = Choice(N_("Unit"), SPANS)
    timing = Line(N_("Timing"), help=N_("What numbers do not say, such as before closing shifts"))


class Service(Dosed):
    """A therapy or service: what was offered and why, what the client decided, and how it is given."""

    title = N_("Service or therapy")

    episode = Owner(Episode, "services")
    name = Line(N_("Service"), required=True)
    modality = Choice(N_("Kind"), MODALITIES)
    rules = Line(N_("Rules"), help=N_("Identifiers of the matching rules, such as T05"))
    because_of = Line(N_("Because of"))
    reason = Text(N_("Why, in plain words"))
    evidence = Choice(N_("Strength of evidence"), EVIDENCE)
    evidence_source = Line(N_("Source"))
    decision = Choice(N_("Decision"), DECISIONS)
    decided_on = Day(N_("Decided on"))
    decision_reason = Words(N_("Reason"), help=N_("In the client's own words"))
    deferred_until = Line(N_("Deferred until"))
    alternative = Line(N_("Instead"), help=N_("What the client would rather have"))
    look_again_on = Day(N_("Ask again on"))
    formats = Several(N_("Formats"), FORMATS)
    places = Several(N_("Where"), PLACES)
    day_times = Several(N_("Times of day"), TIMES)
    provider = Line(N_("Given by"))
    starts_on = Day(N_("Starts on"))
    ends_on = Day(N_("Ends on"))
    change_reason = Line(N_("Why more or less than before"))


class SafetyStep(Record):
    """A safety gate that a finding opened, and what was done; never hidden, always answered."""

    title = N_("Safety step")

    episode = Owner(Episode, "safety_steps")
    gate = Line(N_("Gate"), help=N_("Identifier of the safety gate, such as G06"))
    finding = Text(N_("Finding"))
    action = Text(N_("Action"), required=True)
    status = Choice(N_("Status"), GATE_STATES)
    done_on = Day(N_("Done on"))
    done_by = Line(N_("Done by"))
    response = Text(N_("What was done, or why not"))
