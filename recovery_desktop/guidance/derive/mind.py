"""Facts of the mind: mania, psychosis, self-harm, thinking and learning."""

import datetime

from recovery_desktop.figures import figure
from recovery_desktop.guidance.derive.found import Found, Question, either
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, asked, number, text
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

_MANIA = ("little_sleep", "high_mood", "racing_thoughts", "risky_acts")
_PSYCHOSIS = ("voices", "watched", "messages")
_OF_PSYCHOSIS = {
    "voices": N_("hears or sees what others do not"),
    "watched": N_("feels watched or followed"),
    "messages": N_("finds messages meant for the client alone"),
}
_OF_MANIA = {
    "little_sleep": N_("hardly any sleep and not tired"),
    "high_mood": N_("mood far above the usual"),
    "racing_thoughts": N_("racing thoughts"),
    "risky_acts": N_("acts out of character"),
}
_THINKING = {
    "concerns": N_("a concern about thinking or learning"),
    "memory": N_("trouble remembering"),
    "attention": N_("trouble with attention"),
    "reading": N_("trouble reading or writing"),
    "language": N_("trouble with words"),
    "head_injury_unconscious": N_("was unconscious after a head injury or overdose"),
    "hearing_or_vision": N_("trouble hearing or seeing"),
}
_QUESTIONS = (
    Question("self_harm", "self_harm", N_("self-harm"), N_("no self-harm")),
    Question("confused", "confused", N_("times of marked confusion"), N_("no marked confusion")),
    Question(
        "high_mood", "high_mood", N_("days of a mood far above the usual"), N_("no days of a mood far above the usual")
    ),
)


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the psychiatric history and the section on thinking and learning say."""
    section, on = standing.section("psychiatric_history"), standing.asked_on("psychiatric_history")
    found.ask(section, _QUESTIONS, on)
    _signs(found, section, "mania_signs", _OF_MANIA, int(table.numbers["red_flags_mania"]), on)
    _signs(found, section, "psychosis_signs", _OF_PSYCHOSIS, 1, on)
    attempts = number(section, "suicide_attempts")
    if attempts is not None:
        words = _("{count} suicide attempts").format(count=figure(attempts)) if attempts else _("no suicide attempt")
        found.say("suicide_attempt", YES if attempts else NO, words, words, on)
    _thinking(found, standing)
    _told(found, standing, table)


def _signs(
    found: Found, section: Row | None, fact: str, questions: dict[str, str], least: int, on: datetime.date | None
) -> None:
    """The counselor's own judgement; while there is none, so many questions answered yes count."""
    told = [_(words) for name, words in questions.items() if asked(section, name) == YES]
    title = _("signs of mania") if fact == "mania_signs" else _("signs of psychosis")
    no = _("no signs of mania") if fact == "mania_signs" else _("no signs of psychosis")
    judged = asked(section, fact)
    if judged is None and len(told) >= least:
        judged = YES
    if judged is None and questions and all(asked(section, name) == NO for name in questions):
        judged = NO
    found.say(fact, judged, f"{title}: {', '.join(told)}" if told else title, no, on)


def _thinking(found: Found, standing: Standing) -> None:
    section, on = standing.section("cognition_learning"), standing.asked_on("cognition_learning")
    told = [_(words) for name, words in _THINKING.items() if asked(section, name) == YES]
    reading = asked(standing.section("social_needs_asked"), "reading")
    if reading == YES:
        told.append(_("reading or writing is hard"))
    answers = [asked(section, name) for name in _THINKING if name != "concerns"]
    overall = asked(section, "concerns")
    answer = YES if told else NO if overall == NO else either(*answers)
    more = [words for words in told if words != _(_THINKING["concerns"])] or told
    found.say("thinking_concern", answer, ", ".join(more), _("no concern about thinking or learning"), on)


def _told(found: Found, standing: Standing, table: Triggers) -> None:
    """What only free text says: fear of people and groups, feelings that are hard to put into words."""
    concerns = [row for row in standing.listed("health_concerns") if text(row, "kind") == "mind"]
    afraid = [row for row in concerns if table.finds("anxiety_of_people", text(row, "name"), text(row, "worse_when"))]
    wishes = standing.section("preferences")
    unwanted = text(wishes, "not_wanted")
    if afraid:
        row = afraid[0]
        words = _("{concern}, worse: {when}").format(concern=text(row, "name"), when=text(row, "worse_when"))
        found.add("fear_of_groups", YES, words if text(row, "worse_when") else text(row, "name"))
    elif table.finds("groups", unwanted):
        found.add("fear_of_groups", YES, _("does not want: {words}").format(words=unwanted))
    spoken = [text(row, "name") for row in concerns if table.finds("feelings", text(row, "name"))]
    if spoken:
        found.add("feelings_hard_to_say", YES, spoken[0])
