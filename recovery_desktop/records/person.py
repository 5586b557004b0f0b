"""The person in the assessment: readiness, culture and meaning, what fits them, what they hope for."""

from recovery_desktop.records.assessment import Assessment, Section
from recovery_desktop.records.base import Owner
from recovery_desktop.records.fields import Asked, Choices, Line, Scale, Several, Words
from recovery_desktop.text import N_

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


class Readiness(Section):
    """Readiness to change: the three rulers of motivational practice (TIP 35), 0 to 10."""

    title = N_("Readiness")
    asks_trouble = N_("How important is a change now, and how possible does it seem?")
    asks_strength = N_("Which steps has the client taken already, however small?")

    assessment = Owner(Assessment, "readiness", only_one=True)
    importance = Scale(N_("Importance"))
    confidence = Scale(N_("Confidence"))
    readiness = Scale(N_("Readiness"))
    why_not_lower = Words(N_("Why not lower?"))


class CultureMeaning(Section):
    """Strengths, culture, spirituality and meaning."""

    title = N_("Strengths, culture and meaning")
    asks_trouble = N_("Has something been lost that used to give meaning?")
    asks_strength = N_("What gives strength: faith, people, nature, music, work?")

    assessment = Owner(Assessment, "culture_meaning", only_one=True)
    faith = Line(N_("Faith or worldview"))
    practice = Line(N_("How it is lived"))
    gives_meaning = Words(N_("What gives meaning"))
    used_to_enjoy = Words(N_("What the client used to enjoy"))
    wants_in_plan = Asked(N_("Wants it in the plan"))


class Preferences(Section):
    """How help fits this person: style, format, times, places, ways of learning."""

    title = N_("Personality and preferences")
    asks_trouble = N_("What would make the client stay away?")
    asks_strength = N_("What is the client like when things go well?")

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
    asks_trouble = N_("What does the client want to be different?")
    asks_strength = N_("What of it is already there on good days?")

    assessment = Owner(Assessment, "hopes", only_one=True)
    a_year_from_now = Words(N_("A year from now"))
