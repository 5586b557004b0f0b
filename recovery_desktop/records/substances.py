"""Substance use: the section as a whole, one row per substance, and the eleven use-disorder topics per substance."""

from recovery_desktop.records.assessment import Assessment, Carried, Section
from recovery_desktop.records.base import Owner
from recovery_desktop.records.fields import Asked, Choice, Choices, Day, Line, Number, Text, Whole, Words
from recovery_desktop.records.substance_classes import SUBSTANCE_CLASSES
from recovery_desktop.text import N_

ROUTES: Choices = {
    "oral": N_("By mouth"),
    "nasal": N_("Nasal"),
    "smoked": N_("Smoked"),
    "vaped": N_("Vaped"),
    "injected": N_("Injected"),
    "other": N_("Other"),
}
BEGINNINGS: Choices = {
    "prescription": N_("Prescription"),
    "peers": N_("Peers"),
    "family": N_("Family"),
    "availability": N_("It was there"),
    "other": N_("Other"),
}
PRODUCTS: Choices = {
    "cigarettes": N_("Cigarettes"),
    "chewing": N_("Chewing tobacco"),
    "other": N_("Other, such as vaping"),
}
WITHDRAWALS: Choices = {
    "uncomplicated": N_("Withdrawal"),
    "delirium": N_("With delirium"),
    "perceptual": N_("With disturbed perception"),
}


class SubstanceUse(Section):
    """What holds across substances: safety of use, withdrawal, earlier treatment."""

    title = N_("Substance use")
    asks_trouble = N_("What has the use been like lately, and what has it cost?")
    asks_strength = N_("When was it easier to go without, and what made it so?")

    assessment = Owner(Assessment, "substance_use", only_one=True)
    injecting = Asked(N_("Ever injected"))
    shared_equipment = Asked(N_("Shared equipment"))
    overdoses = Whole(N_("Overdoses in life"), low=0, high=200)
    last_overdose_on = Day(N_("Last overdose on"))
    withdrawal_seizure = Asked(N_("Seizure in withdrawal"))
    withdrawal_delirium = Asked(N_("Delirium in withdrawal"))
    treatment_before = Asked(N_("Treated before"))
    treatment_helped = Words(N_("What helped before"))
    longest_abstinence = Line(N_("Longest time without any of them"))
    naloxone_at_hand = Asked(N_("Naloxone at hand"))
    naloxone_kept = Line(N_("Naloxone kept"), help=N_("Such as in the kitchen drawer"))


class Substance(Carried):
    """One substance in the grid."""

    title = N_("Substance")

    assessment = Owner(Assessment, "substances")
    substance_class = Choice(N_("Class"), SUBSTANCE_CLASSES, required=True)
    name = Line(N_("Substance"), help=N_("As the client calls it"))
    route = Choice(N_("Route"), ROUTES)
    product = Choice(N_("Kind of tobacco"), PRODUCTS)
    amount_low = Number(N_("Amount"), low=0, high=10000)
    amount_high = Number(N_("Amount, up to"), low=0, high=10000)
    amount_unit = Line(N_("Unit"), help=N_("Such as g, drinks, joints"))
    amount_per = Line(N_("Per"), help=N_("Such as night or day"))
    days_of_30 = Whole(N_("Days of the last 30"), low=0, high=30)
    last_use_on = Day(N_("Last use on"))
    first_use_age = Whole(N_("Age of first use"), low=0, high=110, unit=N_("years"))
    years_of_use = Number(N_("Years of use"), low=0, high=110)
    longest_without = Line(N_("Longest time without"))
    usual_time = Line(N_("When mostly"))
    together_with = Line(N_("Together with"))
    used_for = Words(N_("What it is for"), help=N_("Such as to come down"))
    how_it_began = Choice(N_("How it began"), BEGINNINGS)
    how_it_began_detail = Text(N_("How it began, details"))
    source = Line(N_("Gets it from"))
    concern = Line(N_("A concern because"), help=N_("When it counts although there is no use disorder"))
    content_known = Asked(N_("Content known"), help=N_("No for street supplies that may hold fentanyl"))
    taken_as_prescribed = Asked(N_("Taken as prescribed"))
    treatment_tried = Text(N_("Treatment tried"))


class UseTopics(Carried):
    """The eleven use-disorder topics for one substance in the same twelve months, in our own words."""

    title = N_("Use-disorder topics")

    substance = Owner(Substance, "topics", only_one=True)
    larger_or_longer = Asked(N_("Takes more, or longer, than meant"))
    cut_down = Asked(N_("Wants to cut down, cannot"))
    time_spent = Asked(N_("Much time spent"))
    craving = Asked(N_("Craving"))
    role_failure = Asked(N_("Trouble meeting duties at work, school or home"))
    people_problems = Asked(N_("Goes on despite problems with people"))
    activities_given_up = Asked(N_("Gives up activities"))
    hazardous = Asked(N_("Uses where it is dangerous"))
    health_harm = Asked(N_("Goes on despite harm to health"))
    tolerance = Asked(N_("Needs more for the same effect"))
    withdrawal = Asked(N_("Withdrawal"))
    met = Whole(N_("Topics met"), low=0, high=11, help=N_("As counted by the clinician"))
    months_since = Whole(N_("Since then without any topic but craving"), low=0, high=1200, unit=N_("months"))
    withdrawal_kind = Choice(N_("Withdrawal now"), WITHDRAWALS)
    maintenance_therapy = Asked(
        N_("On maintenance therapy"), help=N_("A prescribed medicine against opioid or tobacco use")
    )
    controlled_environment = Asked(
        N_("In a controlled environment"), help=N_("Where the substance is hard to get, such as a hospital or a jail")
    )
