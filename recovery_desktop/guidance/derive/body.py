"""Facts of the body: warning signs, pregnancy, pain, sleep, when somebody last examined it."""

import datetime

from recovery_desktop.figures import figure
from recovery_desktop.guidance.derive.found import Found, Question
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, asked, number, text
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _, ngettext

_SIGNS = (
    Question("chest_pain", "chest_pain", N_("chest pain"), N_("no chest pain")),
    Question("fever_with_injecting", "fever_with_injecting", N_("fever with injecting"), N_("no fever with injecting")),
    Question("head_injury", "head_injury", N_("a head injury"), N_("no head injury")),
)
_PREGNANCY = {
    "yes": ("yes", N_("pregnant")),
    "possible": ("possible", N_("pregnancy possible and not tested")),
    "unlikely": ("no", N_("pregnancy not likely")),
    "no": ("no", N_("not pregnant")),
}


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the section on the body and the health concerns say."""
    section, on = standing.section("physical_health"), standing.asked_on("physical_health")
    found.ask(section, _SIGNS, on)
    concerns = standing.listed("health_concerns")
    _emergency(found, concerns, on, table)
    _unchecked(found, standing, concerns, on)
    _examined(found, section, on)
    pregnancy = _PREGNANCY.get(text(section, "pregnancy"))
    if pregnancy:
        found.add("pregnancy", pregnancy[0], _(pregnancy[1]), on)
    _pain(found, section, on)
    _sleep(found, section, on)


def _emergency(found: Found, concerns: list[Row], on: datetime.date | None, table: Triggers) -> None:
    """Complaints that may be an emergency of heart, liver or bowel, named among the concerns."""
    named = [text(row, "name") for row in concerns if table.finds("emergency_sign", text(row, "name"))]
    if named:
        found.add("emergency_sign", YES, ", ".join(named), on)


def _unchecked(found: Found, standing: Standing, concerns: list[Row], on: datetime.date | None) -> None:
    bodily = [row for row in concerns if text(row, "kind") == "body"]
    unchecked = [row for row in bodily if asked(row, "checked") == NO]
    if unchecked:
        words = _("{concerns} not checked").format(concerns=", ".join(text(row, "name") for row in unchecked))
        found.add("unchecked_concern", YES, words, on)
    elif standing.was_asked("physical_health") and all(asked(row, "checked") == YES for row in bodily):
        found.add("unchecked_concern", NO, _("no unchecked complaint of the body"), on)


def _examined(found: Found, section: Row | None, on: datetime.date | None) -> None:
    months = number(section, "months_since_exam")
    if months is not None:
        said = ngettext("last physical exam {count} month ago", "last physical exam {count} months ago", int(months))
        found.add("months_since_exam", months, said.format(count=int(months)), on)


def _pain(found: Found, section: Row | None, on: datetime.date | None) -> None:
    """The published questionnaire on pain goes before the single figure of the assessment."""
    peg, told = found.facts.get("peg"), number(section, "pain")
    if peg is not None:
        found.add("pain", peg.value, peg.words, peg.on)
    elif told is not None:
        found.add("pain", told, _("pain {figure} of 10").format(figure=figure(told)), on)


def _sleep(found: Found, section: Row | None, on: datetime.date | None) -> None:
    hours = number(section, "sleep_hours_high") or number(section, "sleep_hours_low")
    if hours is not None:
        found.add("sleep_hours", hours, _("sleeps {hours} hours at most").format(hours=figure(hours)), on)
