"""Small phrases put together from several fields: how often, how long, how much, who."""

from collections.abc import Iterable

from recovery_desktop.figures import figure
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.fields import Several
from recovery_desktop.text import _, ngettext


def joined(parts: Iterable[str], by: str = ", ") -> str:
    """The parts that say something, in their order."""
    return by.join(part for part in parts if part)


def said(entry: Entry, name: str) -> str:
    """A field in running text; several choices read as one phrase: "Small group, with family"."""
    if not isinstance(entry.field(name), Several):
        return entry.shown(name)
    labels = [entry.field(name).shown([code]) for code in entry[name]]
    return joined([*labels[:1], *map(lower_first, labels[1:])])


def lower_first(text: str) -> str:
    """One of our own labels inside a sentence: "By text message" becomes "by text message"; never for typed text."""
    return text[:1].lower() + text[1:]


def in_quotes(words: str) -> str:
    """The client's words inside a text of ours."""
    return f"“{words.strip()}”" if words.strip() else ""


def sentences(*texts: str) -> str:
    """Texts one after the other, each begun and ended as a sentence is."""
    return joined((sentence(text[:1].upper() + text[1:]) for text in texts), " ")


def how_often(dosed: Entry) -> str:
    """How often something happens and how long each time: "twice a week, 60 minutes, before closing shifts"."""
    return joined([rate(dosed), session_length(dosed), dosed["timing"]])


def how_long(dosed: Entry) -> str:
    """Over what span something goes on: "12 weeks", "6–8 weeks", "2 sessions"."""
    low, high = dosed["span"], dosed["span_up_to"]
    most = high or low
    return _span(between(low, high), most, dosed["span_unit"]) if most is not None else ""


def rate(dosed: Entry) -> str:
    """How many times a period: "twice a week"."""
    times = dosed["times"]
    if times is None:
        return ""
    if dosed["per"] == "once":
        return ngettext("once", "{count} times", times).format(count=times)
    words = {1: _("once"), 2: _("twice")}
    return joined([words.get(times, _("{count} times").format(count=times)), dosed.shown("per")], " ")


def session_length(dosed: Entry) -> str:
    """How long each time: "60 minutes"."""
    minutes = dosed["minutes"]
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes) if minutes else ""


def _span(span: str, count: int, unit: str) -> str:
    forms = {
        "days": ngettext("{span} day", "{span} days", count),
        "weeks": ngettext("{span} week", "{span} weeks", count),
        "months": ngettext("{span} month", "{span} months", count),
        "sessions": ngettext("{span} session", "{span} sessions", count),
    }
    return forms.get(unit, "{span}").format(span=span)


def between(low: float | None, high: float | None) -> str:
    """A number or a span of numbers: "10", "1–1.5"."""
    ends = [figure(end) for end in (low, high) if end is not None]
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
