"""Health in the assessment: body, mind, trauma and safety, thinking and learning."""

from recovery_desktop.records.assessment import Assessment, Carried, Section
from recovery_desktop.records.base import Owner
from recovery_desktop.records.fields import Asked, Choice, Choices, Day, Line, Number, Scale, Text, Whole
from recovery_desktop.text import N_

CONCERN_KINDS: Choices = {"body": N_("Body"), "mind": N_("Mind")}
PREGNANCY: Choices = {
    "no": N_("Not pregnant"),
    "unlikely": N_("Not likely"),
    "possible": N_("Possible"),
    "yes": N_("Pregnant"),
    "declined": N_("Client declines to say"),
}


class PhysicalHealth(Section):
    """The body: examinations, sleep, pregnancy, warning signs."""

    title = N_("Physical health")
    asks_trouble = N_("How is the body doing, and what has not been looked at for long?")
    asks_strength = N_("What does the client do that is good for the body?")

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
    asks_trouble = N_("Which moods or thoughts have been hard, and since when?")
    asks_strength = N_("What has helped through hard times before?")

    assessment = Owner(Assessment, "psychiatric_history", only_one=True)
    treated_before = Asked(N_("Treated before"))
    treatment_detail = Text(N_("Earlier treatment, details"))
    little_sleep = Asked(N_("Days with hardly any sleep and yet not tired"))
    high_mood = Asked(N_("Days of a mood far above or far more irritable than usual"))
    racing_thoughts = Asked(N_("Thoughts that race, talk that others cannot stop"))
    risky_acts = Asked(N_("Spending, driving or sex that was out of character"))
    mania_signs = Asked(N_("Signs of mania"), help=N_("As the counselor sees it after these questions"))
    voices = Asked(N_("Hears or sees what others do not"))
    watched = Asked(N_("Feels watched, followed or plotted against"))
    messages = Asked(N_("Messages meant for the client alone, from screens or strangers"))
    confused = Asked(N_("Times of marked confusion"))
    psychosis_signs = Asked(N_("Signs of psychosis"), help=N_("As the counselor sees it after these questions"))
    self_harm = Asked(N_("Self-harm"))
    suicide_attempts = Whole(N_("Suicide attempts"), low=0, high=100)
    last_attempt_on = Day(N_("Last attempt on"))


class HealthConcern(Carried):
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
    asks_trouble = N_("Is the client safe now, and does anything from the past still come back?")
    asks_strength = N_("Where and with whom does the client feel safe?")

    assessment = Owner(Assessment, "trauma_safety", only_one=True)
    feels_safe_at_home = Asked(N_("Feels safe at home"))
    safe_tonight = Asked(N_("Can safely go home tonight"))
    afraid_of_someone = Asked(N_("Afraid of someone"))
    trauma = Asked(N_("Events that still trouble the client"))
    weapons_at_home = Asked(N_("Weapons at home"))
    weapons_kept = Line(N_("How weapons are kept"))
    child_at_risk = Asked(N_("A child may be at risk"))
    adult_at_risk = Asked(N_("A dependent adult may be at risk"))


class CognitionLearning(Section):
    """Thinking, remembering, reading, seeing and hearing."""

    title = N_("Cognition and learning")
    asks_trouble = N_("What is hard to keep in mind, read, see or hear?")
    asks_strength = N_("How does the client learn something new best?")

    assessment = Owner(Assessment, "cognition_learning", only_one=True)
    concerns = Asked(N_("Any concern"))
    memory = Asked(N_("Trouble remembering"))
    attention = Asked(N_("Trouble with attention"))
    reading = Asked(N_("Trouble reading or writing"))
    language = Asked(N_("Trouble finding or following words"))
    head_injury_unconscious = Asked(N_("Unconscious after a head injury or overdose"))
    hearing_or_vision = Asked(N_("Trouble hearing or seeing"))
