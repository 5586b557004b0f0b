"""Small phrases put together from several fields: how often, how long, how much, who."""

from collections.abc import Iterable

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext


def joined(parts: Iterable[str], by: str = ", ") -> str:
    """The parts that say something, in their order."""
    return by.join(part for part in parts if part)


def how_often(dosed: Entry) -> str:
    """How often something happens and how long each time: "twice a week, 60 minutes, before closing shifts"."""
    return joined([_rate(dosed), _minutes(dosed), dosed["timing"]])


def how_long(dosed: Entry) -> str:
    """Over what span something goes on: "12 weeks", "2 sessions"."""
    return _span(dosed["span"], dosed["span_unit"]) if dosed["span"] is not None else ""


def _rate(dosed: Entry) -> str:
    times = dosed["times"]
    if times is None:
        return ""
    if dosed["per"] == "once":
        return ngettext("once", "{count} times", times).format(count=times)
    words = {1: _("once"), 2: _("twice")}
    return joined([words.get(times, _("{count} times").format(count=times)), dosed.shown("per")], " ")


def _minutes(dosed: Entry) -> str:
    minutes = dosed["minutes"]
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes) if minutes else ""


def _span(count: int, unit: str) -> str:
    forms = {
        "days": ngettext("{count} day", "{count} days", count),
        "weeks": ngettext("{count} week", "{count} weeks", count),
        "months": ngettext("{count} month", "{count} months", count),
        "sessions": ngettext("{count} session", "{count} sessions", count),
    }
    return forms.get(unit, "{count}").format(count=count)


def between(low: float | None, high: float | None) -> str:
    """A number or a span of numbers: "10", "1–1.5"."""
    ends = [f"{end:g}" for end in (low, high) if end is not None]
    return "–".join(dict.fromkeys(ends))


def amount(substance: Entry) -> str:
    """How much of a substance at a time: "1–1.5 g a night"."""
    per = substance["amount_per"]
    much = joined([between(substance["amount_low"], substance["amount_high"]), substance["amount_unit"]], " ")
    return joined([much, _("a {period}").format(period=per) if per else ""], " ")


def sentence(text: str) -> str:
    """A text that ends as a sentence does, so that others can follow it."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…”\"'" else text + "."


def person_with_credential(staff: Entry | None) -> str:
    """A staff member as printed: "Dana Whitfield, LCADC"."""
    return joined([staff["name"], staff["credential"]]) if staff else ""
