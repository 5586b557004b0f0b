"""Life in the assessment: family, people, home, work, school, money, legal matters, what weighs on the client."""

from recovery_desktop.records.assessment import Assessment, Section
from recovery_desktop.records.base import Owner, Record
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

    assessment = Owner(Assessment, "family_dynamics", only_one=True)
    has_children = Asked(N_("Has children"))
    children_at_home = Whole(N_("Children at home"), low=0, high=30)
    custody_matter = Asked(N_("Custody matter"))
    family_uses = Asked(N_("Someone in the family uses"))
    atmosphere = Text(N_("How the family gets on"))


class Relative(Record):
    """A relative's condition that matters for the client's own."""

    title = N_("Relative's history")

    assessment = Owner(Assessment, "family_history")
    relative = Line(N_("Relative"), required=True)
    kind = Choice(N_("Kind"), CONDITION_KINDS)
    condition = Line(N_("Condition"))


class SocialSupport(Section):
    """People around the client; each person is described under family involvement."""

    title = N_("Social support")

    assessment = Owner(Assessment, "social_support", only_one=True)
    isolated = Asked(N_("Isolated"))
    friends_use = Asked(N_("Close friends use"))
    coworkers_use = Asked(N_("Co-workers use"))
    mutual_help_tried = Asked(N_("Mutual-help groups tried"))


class LivingConditions(Section):
    """Where and with whom the client lives."""

    title = N_("Living conditions")

    assessment = Owner(Assessment, "living_conditions", only_one=True)
    housing = Choice(N_("Housing"), HOUSING)
    lives_with = Line(N_("Lives with"))
    stable = Asked(N_("Stable"))
    substances_at_home = Asked(N_("Substances in the home"))
    medicines_locked = Asked(N_("Medicines locked away"))
    transport = Line(N_("Transport"))
    phone_and_internet = Asked(N_("Phone and internet at hand"))


class WorkSchool(Section):
    """Work and school, and the hours they leave."""

    title = N_("Work and school")

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

    assessment = Owner(Assessment, "stressors", only_one=True)
    main_stressor = Text(N_("What weighs most now"))
    recent_loss = Asked(N_("Recent loss"))
    loss = Line(N_("Who or what, and when"))
