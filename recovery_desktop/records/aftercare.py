"""Aftercare from day one: continuing care step by step, relapse-prevention plan, follow-up, discharge criteria."""

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.fields import Asked, Choice, Choices, Day, Line, Number, Several, Text
from recovery_desktop.records.person import PLACES
from recovery_desktop.records.therapies import Dosed
from recovery_desktop.text import N_

STEP_KINDS: Choices = {
    "intensive_outpatient": N_("Intensive outpatient"),
    "outpatient": N_("Outpatient sessions"),
    "checkup": N_("Recovery check-ups"),
    "peer_group": N_("Peer group"),
    "peer_coach": N_("Peer coach"),
    "alumni": N_("Alumni contact"),
    "therapy": N_("Continued therapy"),
    "medical": N_("Medical care"),
    "recovery_housing": N_("Recovery housing"),
    "other": N_("Other"),
}
ENTRY_KINDS: Choices = {
    "trigger": N_("Triggers"),
    "early_sign": N_("Early signs"),
    "what_helps": N_("What helps"),
    "person": N_("People to call"),
    "place_to_avoid": N_("Places to stay away from"),
    "lapse": N_("If I slip"),
    "overdose": N_("Overdose"),
    "crisis": N_("Crisis"),
}
FOLLOW_UP_KINDS: Choices = {
    "plan_review": N_("Plan review"),
    "instrument": N_("Questionnaire again"),
    "call": N_("Follow-up call"),
    "visit": N_("Follow-up visit"),
    "step_change": N_("Step up or step down"),
    "put_off": N_("Something put off"),
}
REPEATS: Choices = {
    "weekly": N_("every week"),
    "two_weeks": N_("every 2 weeks"),
    "monthly": N_("every month"),
    "quarterly": N_("every 3 months"),
}


class AftercareStep(Dosed):
    """A step of continuing care, fitted to work and life."""

    title = N_("Aftercare step")

    episode = Owner(Episode, "aftercare_steps")
    kind = Choice(N_("Kind"), STEP_KINDS)
    what = Line(N_("What"), required=True)
    from_month = Number(N_("From month"), low=0, high=240)
    until_month = Number(N_("Until month"), low=0, high=240)
    starts_on = Day(N_("Starts on"))
    where_or_who = Line(N_("Where or with whom"))
    places = Several(N_("Way of meeting"), PLACES)
    fits_life = Asked(N_("Fits work and life"))


class PreventionEntry(Record):
    """One line of the relapse-prevention plan, in the order it is to be done."""

    title = N_("Relapse-prevention entry")

    episode = Owner(Episode, "prevention_entries")
    kind = Choice(N_("Kind"), ENTRY_KINDS, required=True)
    entry = Text(N_("Entry"), required=True)
    phone = Line(N_("Phone"))
    person = Ref(N_("Support person"), SupportPerson)


class FollowUp(Record):
    """Something to look at again: a plan review, an instrument, a call, a change of intensity; due and held."""

    title = N_("Review or follow-up")

    episode = Owner(Episode, "follow_ups")
    kind = Choice(N_("Kind"), FOLLOW_UP_KINDS, required=True)
    what = Line(N_("What"))
    instrument = Line(N_("Instrument"), help=N_("Its short name"))
    repeats = Choice(N_("Repeats"), REPEATS)
    due_on = Day(N_("Due on"))
    held_on = Day(N_("Held on"))
    condition = Text(N_("Only if"))
    result = Text(N_("Result"))


class DischargeCriterion(Record):
    """What has to hold before this treatment is done, talked through with the client."""

    title = N_("Discharge criterion")

    episode = Owner(Episode, "discharge_criteria")
    statement = Text(N_("Criterion"), required=True)
    discussed_on = Day(N_("Talked through on"))
    met = Asked(N_("Met"))
