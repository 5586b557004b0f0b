"""The other sections of the assessment, each asked, declined or not asked, with the client's own words last."""

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
    Scale,
    Several,
    Text,
    Whole,
    Words,
)
from recovery_desktop.text import N_

CONCERN_KINDS: Choices = {"body": N_("Body"), "mind": N_("Mind")}
CONDITION_KINDS: Choices = {"substance": N_("Substance use"), "mind": N_("Mind"), "body": N_("Body")}
PREGNANCY: Choices = {
    "no": N_("Not pregnant"),
    "unlikely": N_("Not likely"),
    "possible": N_("Possible"),
    "yes": N_("Pregnant"),
    "declined": N_("Client declines to say"),
}
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
EXPRESSION: Choices = {
    "talk": N_("Talking"),
    "action": N_("Doing, practical tools"),
    "art": N_("Art"),
    "music": N_("Music"),
    "movement": N_("Movement"),
}
FORMATS: Choices = {
    "one_to_one": N_("One-to-one"),
    "small_group": N_("Small group"),
    "group": N_("Group"),
    "family": N_("With family"),
}
TIMES: Choices = {"morning": N_("Mornings"), "day": N_("Daytime"), "evening": N_("Evenings"), "weekend": N_("Weekends")}
PLACES: Choices = {
    "in_person": N_("In person"),
    "online": N_("Online"),
    "phone": N_("By phone"),
    "text": N_("By text message"),
}
AIDS: Choices = {
    "written": N_("Written summaries"),
    "reminders": N_("Phone reminders"),
    "pictures": N_("Pictures and diagrams"),
    "large_print": N_("Large print"),
    "read_aloud": N_("Reading aloud"),
    "repeat": N_("Repeating and practicing"),
}


class PhysicalHealth(Section):
    """The body: examinations, sleep, pregnancy, warning signs."""

    title = N_("Physical health")

    assessment = Owner(Assessment, "physical_health", only_one=True)
    months_since_exam = Whole(N_("Last physical examination"), low=0, high=1200, unit=N_("months ago"))
    falls = Whole(N_("Falls in the last 12 months"), low=0, high=365)
    prescription_report_on = Day(N_("Prescription report looked at on"))
    chest_pain = Asked(N_("Chest pain"))
    fever_with_injecting = Asked(N_("Fever with injecting"))
    head_injury = Asked(N_("Head injury"))
    pain = Scale(N_("Pain, 0 to 10"))
    sleep_hours_low = Number(N_("Sleep, hours"), low=0, high=24)
    sleep_hours_high = Number(N_("Sleep, hours, up to"), low=0, high=24)
    pregnancy = Choice(N_("Pregnancy"), PREGNANCY)
    pregnancy_test_offered = Asked(N_("Pregnancy test offered"))
    contraception = Line(N_("Contraception"))


class PsychiatricHistory(Section):
    """The mind: earlier treatment, red flags, self-harm."""

    title = N_("Psychiatric history")

    assessment = Owner(Assessment, "psychiatric_history", only_one=True)
    treated_before = Asked(N_("Treated before"))
    treatment_detail = Text(N_("Earlier treatment, details"))
    mania_signs = Asked(N_("Signs of mania"))
    psychosis_signs = Asked(N_("Signs of psychosis"))
    self_harm = Asked(N_("Self-harm"))
    suicide_attempts = Whole(N_("Suicide attempts"), low=0, high=100)
    last_attempt_on = Day(N_("Last attempt on"))


class HealthConcern(Record):
    """A complaint or condition of body or mind, as told."""

    title = N_("Health concern")

    assessment = Owner(Assessment, "health_concerns")
    kind = Choice(N_("Kind"), CONCERN_KINDS)
    name = Line(N_("Concern"), required=True)
    times = Whole(N_("How many times"), low=0, high=1000)
    since = Line(N_("Since or when"))
    worse_when = Line(N_("Worse when"))
    while_using = Asked(N_("While using"))
    checked = Asked(N_("Checked by a clinician"))


class TraumaSafety(Section):
    """Trauma and safety, asked in private."""

    title = N_("Trauma and safety")

    assessment = Owner(Assessment, "trauma_safety", only_one=True)
    feels_safe_at_home = Asked(N_("Feels safe at home"))
    afraid_of_someone = Asked(N_("Afraid of someone"))
    trauma = Asked(N_("Events that still trouble the client"))
    weapons_at_home = Asked(N_("Weapons at home"))
    weapons_kept = Line(N_("How they are kept"))
    child_at_risk = Asked(N_("A child may be at risk"))
    adult_at_risk = Asked(N_("A dependent adult may be at risk"))


class CognitionLearning(Section):
    """Thinking, remembering, reading, seeing and hearing."""

    title = N_("Cognition and learning")

    assessment = Owner(Assessment, "cognition_learning", only_one=True)
    concerns = Asked(N_("Any concern"))
    memory = Asked(N_("Trouble remembering"))
    attention = Asked(N_("Trouble with attention"))
    reading = Asked(N_("Trouble reading or writing"))
    head_injury_unconscious = Asked(N_("Unconscious after a head injury or overdose"))
    hearing_or_vision = Asked(N_("Trouble hearing or seeing"))


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


class Readiness(Section):
    """Readiness to change: the three rulers of motivational practice (TIP 35), 0 to 10."""

    title = N_("Readiness")

    assessment = Owner(Assessment, "readiness", only_one=True)
    importance = Scale(N_("Importance"))
    confidence = Scale(N_("Confidence"))
    readiness = Scale(N_("Readiness"))
    why_not_lower = Words(N_("Why not lower?"))


class CultureMeaning(Section):
    """Strengths, culture, spirituality and meaning."""

    title = N_("Culture, spirituality and meaning")

    assessment = Owner(Assessment, "culture_meaning", only_one=True)
    faith = Line(N_("Faith or worldview"))
    practice = Line(N_("How it is lived"))
    gives_meaning = Words(N_("What gives meaning"))
    used_to_enjoy = Words(N_("What the client used to enjoy"))
    wants_in_plan = Asked(N_("Wants it in the plan"))


class Preferences(Section):
    """How help fits this person: style, format, times, places, ways of learning."""

    title = N_("Personality and preferences")

    assessment = Owner(Assessment, "preferences", only_one=True)
    expression = Several(N_("Ways of working"), EXPRESSION)
    formats = Several(N_("Formats"), FORMATS)
    times = Several(N_("Times"), TIMES)
    places = Several(N_("Where"), PLACES)
    aids = Several(N_("What helps learning"), AIDS)
    open_to = Line(N_("Open to"))
    not_wanted = Line(N_("Does not want"))
    not_ready_for = Line(N_("Not ready for"))
    helped_before = Words(N_("What was helpful before"))


class Hopes(Section):
    """Personal hopes, in the client's words."""

    title = N_("Personal hopes")

    assessment = Owner(Assessment, "hopes", only_one=True)
    a_year_from_now = Words(N_("A year from now"))
