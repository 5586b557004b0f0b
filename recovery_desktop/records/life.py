"""Life in the assessment: family, people, home, work, school, money, legal matters, what weighs on the client."""

from recovery_desktop.records.assessment import Assessment, Carried, Section
from recovery_desktop.records.base import Owner
from recovery_desktop.records.fields import (
    WEEKDAYS,
    Asked,
    Choice,
    Choices,
    Clock,
    Day,
    Line,
    Number,
    Several,
    Text,
    Whole,
)
from recovery_desktop.text import N_

CONDITION_KINDS: Choices = {"substance": N_("Substance use"), "mind": N_("Mind"), "body": N_("Body")}
HOUSING: Choices = {
    "own": N_("Own home"),
    "rented": N_("Rented, alone"),
    "shared": N_("Shared home"),
    "with_family": N_("With family"),
    "recovery_housing": N_("Recovery housing"),
    "shelter": N_("Shelter"),
    "doubled_up": N_("Staying with others for now"),
    "street": N_("Street, car or camp"),
    "institution": N_("Institution"),
}
EMPLOYMENT: Choices = {
    "full_time": N_("Working full time"),
    "part_time": N_("Working part time"),
    "self_employed": N_("Self-employed"),
    "looking": N_("Looking for work"),
    "student": N_("Student"),
    "caring": N_("Caring for family"),
    "disabled": N_("Not able to work"),
    "retired": N_("Retired"),
    "not_looking": N_("Not working"),
}
EDUCATION: Choices = {
    "none": N_("No diploma"),
    "high_school": N_("High school or equivalent"),
    "trade": N_("Trade or vocational"),
    "some_college": N_("Some college"),
    "associate": N_("Associate degree"),
    "bachelor": N_("Bachelor's degree"),
    "graduate": N_("Graduate degree"),
}


class FamilyDynamics(Section):
    """Family life and its history of use."""

    title = N_("Family dynamics")
    asks_trouble = N_("What is heavy in the family, now or long ago?")
    asks_strength = N_("Who in the family can the client count on?")

    assessment = Owner(Assessment, "family_dynamics", only_one=True)
    has_children = Asked(N_("Has children"))
    children_at_home = Whole(N_("Children at home"), low=0, high=30)
    custody_matter = Asked(N_("Custody matter"))
    family_uses = Asked(N_("Someone in the family uses"))
    atmosphere = Text(N_("How the family gets on"))


class Relative(Carried):
    """A relative's condition that matters for the client's own."""

    title = N_("Relative's history")

    assessment = Owner(Assessment, "family_history")
    relative = Line(N_("Relative"), required=True)
    kind = Choice(N_("Kind"), CONDITION_KINDS)
    condition = Line(N_("Condition"))


class SocialSupport(Section):
    """People around the client; each person is described under family involvement."""

    title = N_("Social support")
    asks_trouble = N_("Where does the client feel alone, or pulled toward use?")
    asks_strength = N_("Who is glad when the client does well?")

    assessment = Owner(Assessment, "social_support", only_one=True)
    isolated = Asked(N_("Isolated"))
    friends_use = Asked(N_("Close friends use"))
    coworkers_use = Asked(N_("Co-workers use"))
    mutual_help_tried = Asked(N_("Mutual-help groups tried"))


class LivingConditions(Section):
    """Where and with whom the client lives."""

    title = N_("Living conditions")
    asks_trouble = N_("What about the home makes recovery harder?")
    asks_strength = N_("What about the home gives rest?")

    assessment = Owner(Assessment, "living_conditions", only_one=True)
    housing = Choice(N_("Housing"), HOUSING)
    lives_with = Line(N_("Lives with"))
    stable = Asked(N_("Housing is stable"))
    substances_at_home = Asked(N_("Substances in the home"))
    medicines_locked = Asked(N_("Medicines locked away"))
    transport = Line(N_("Transport"))
    phone_and_internet = Asked(N_("Phone and internet at hand"))


class WorkSchool(Section):
    """Work and school, and the hours they leave."""

    title = N_("Work and school")
    asks_trouble = N_("What at work or school adds strain, or is missing?")
    asks_strength = N_("What is the client good at, and proud of?")

    assessment = Owner(Assessment, "work_school", only_one=True)
    employment = Choice(N_("Employment"), EMPLOYMENT)
    occupation = Line(N_("Occupation"))
    work_days = Several(N_("Work days"), WEEKDAYS)
    work_from = Clock(N_("Work from"))
    work_until = Clock(N_("Work until"))
    job_at_risk = Asked(N_("Job at risk"))
    education = Choice(N_("Education"), EDUCATION)
    studies = Line(N_("Studies begun or wanted"))
    credits_missing = Whole(N_("Credits still missing"), low=0, high=1000)


class MoneyLegal(Section):
    """Money and legal matters."""

    title = N_("Money and legal")
    asks_trouble = N_("Which bill, debt or date weighs most?")
    asks_strength = N_("What has the client already put in order?")

    assessment = Owner(Assessment, "money_legal", only_one=True)
    income_source = Line(N_("Income from"))
    rent_paid = Asked(N_("Rent paid"))
    debt = Number(N_("Debt"), low=0, high=10_000_000, unit=N_("dollars"))
    debt_kind = Line(N_("Kind of debt"))
    gambling = Asked(N_("Trouble from gambling"))
    legal_matters = Asked(N_("Legal matters"))
    legal_detail = Text(N_("Legal matters, details"))
    next_court_date = Day(N_("Next court date"))


class Stressors(Section):
    """What weighs on the client, and what sets off use."""

    title = N_("Stressors and triggers")
    asks_trouble = N_("When does the wish to use come, and what comes before it?")
    asks_strength = N_("What has kept the client from using at such a time?")

    assessment = Owner(Assessment, "stressors", only_one=True)
    main_stressor = Text(N_("What weighs most now"))
    recent_loss = Asked(N_("Recent loss"))
    loss = Line(N_("Who or what, and when"))


class SocialNeeds(Section):
    """What daily life is short of; each need that is there has its Z code in `Z_CODES`."""

    title = N_("Needs of daily life")
    asks_trouble = N_("What was missing in the last months?")
    asks_strength = N_("Which help has been found already?")

    assessment = Owner(Assessment, "social_needs_asked", only_one=True)
    no_home = Asked(N_("No home of one's own tonight"))
    home_at_risk = Asked(N_("May lose the home"))
    food = Asked(N_("Runs out of food"))
    bills = Asked(N_("Cannot pay for power, water or phone"))
    transport = Asked(N_("No way to get to appointments"))
    income = Asked(N_("Income does not cover what is needed"))
    debt = Asked(N_("Debt that weighs"))
    insurance = Asked(N_("No insurance, or not enough"))
    no_work = Asked(N_("Without work, and wants some"))
    work_hours = Asked(N_("Working hours that wear out"))
    work_strain = Asked(N_("Other strain at work"))
    legal = Asked(N_("Court, probation or other legal trouble"))
    alone = Asked(N_("Lives alone and lacks company"))
    left_out = Asked(N_("Shut out or treated badly for who the client is"))
    school = Asked(N_("Left school without a diploma"))
    reading = Asked(N_("Reading or writing is hard"))
    caring = Asked(N_("Cares for somebody at home who needs it"))


Z_CODES: dict[str, str] = {
    "no_home": "Z59.00",
    "home_at_risk": "Z59.811",
    "food": "Z59.41",
    "bills": "Z59.861",
    "transport": "Z59.82",
    "income": "Z59.6",
    "debt": "Z59.868",
    "insurance": "Z59.71",
    "no_work": "Z56.0",
    "work_hours": "Z56.3",
    "work_strain": "Z56.6",
    "legal": "Z65.3",
    "alone": "Z60.2",
    "left_out": "Z60.5",
    "school": "Z55.5",
    "reading": "Z55.0",
    "caring": "Z63.6",
}
"""By question, the ICD-10-CM code (April 2026 release) that may be offered when the answer is yes."""
