"""The sections of an assessment as they were answered: the client's words, the answers in short, strengths seen.

What was asked about safety at home is left out whatever the answer: a paper can reach the person it is about.
"""

from collections.abc import Iterator

from recovery_desktop.documents.assessment_content import Told
from recovery_desktop.plans.joint_sessions import fear_was_told
from recovery_desktop.plans.phrases import between, in_quotes, joined, lower_first, sentence
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.assessment import AREA_STATES, INFORMANTS, Section
from recovery_desktop.records.client import Client
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.fields import ASKED, Asked, Words
from recovery_desktop.records.tree import below
from recovery_desktop.text import _, ngettext

SECTIONS: dict[str, type[Section]] = {
    owner.listed_as: model for model in below(Client) if issubclass(model, Section) and (owner := model.owner())
}
"""All sections, in the order in which they are asked, by the name of their row in the assessment."""
_ON_EACH = ("review", *Section.described())
_STANDS_ELSEWHERE = {
    "readiness": ("importance", "confidence", "readiness"),
    "preferences": (
        *("expression", "formats", "times", "places", "aids"),
        *("open_to", "not_wanted", "not_ready_for", "helped_before"),
    ),
    "culture_meaning": ("faith", "practice"),
}
"""What the summary says among readiness and preferences."""
_PRIVATE: dict[str, tuple[str, ...]] = {
    "trauma_safety": ("feels_safe_at_home", "safe_tonight", "afraid_of_someone", "child_at_risk", "adult_at_risk")
}
_LISTED = {"physical_health": "body", "psychiatric_history": "mind"}


def told(client: Entry, assessment: Entry) -> tuple[Told, ...]:
    """Each section in which something was said, or that the client declined."""
    return tuple(one for name in SECTIONS if (one := _told(client, assessment, name)) is not None)


def asked_whom(assessment: Entry) -> tuple[str, ...]:
    """Who answered, what the client declined, and what was not asked: a sentence each."""
    rows = {name: assessment.one(name) for name in SECTIONS}
    informants = {row["answered_by"] or "client" for row in rows.values() if row and row["state"] == "asked"}
    told_by = joined(lower_first(_(label)) for code, label in INFORMANTS.items() if code in informants)
    declined = [name for name, row in rows.items() if row and row["state"] == "declined"]
    not_asked = [name for name, row in rows.items() if row is None or _was_not_asked(row)]
    return tuple(
        sentence(words.format(what=what))
        for words, what in (
            (_("Told by: {what}"), told_by),
            (_("The client declined: {what}"), _titles(declined)),
            (_("Not asked: {what}"), _titles(not_asked)),
            (_("Areas of life that were not looked at: {what}"), joined(_areas_left_out(assessment), "; ")),
        )
        if what
    )


def _areas_left_out(assessment: Entry) -> Iterator[str]:
    """Areas of life the client declined to talk about, that were not asked about or do not matter, and why."""
    rows = {row["domain"]: row for row in assessment.rows("areas_of_life")}
    for code, label in DOMAINS.items():
        row = rows.get(code)
        if row is None or row["state"] != "assessed":
            state = row.shown("state") if row and row["state"] else _(AREA_STATES["not_asked"])
            why = joined([lower_first(state), row["reason"] if row else ""], ": ")
            yield _("{area} ({why})").format(area=lower_first(_(label)), why=why)


def _was_not_asked(row: Entry) -> bool:
    return row["state"] == "not_asked" or (not row["state"] and not row.is_filled())


def _titles(names: list[str]) -> str:
    titles = [_(SECTIONS[name].title) for name in names]
    return joined([*titles[:1], *map(lower_first, titles[1:])])


def _told(client: Entry, assessment: Entry, name: str) -> Told | None:
    row = assessment.one(name)
    is_private = name in _PRIVATE and fear_was_told(client)
    if row is None or is_private:
        return None
    lines = (_answers(row, name), *_listed(assessment, name))
    found = Told(
        section=_(SECTIONS[name].title),
        state=_state(row),
        own_words=row["own_words"],
        said=tuple(filter(None, lines)),
        strengths=row["strengths_seen"],
    )
    return found if found.said or found.own_words or found.strengths or row["state"] == "declined" else None


def _state(row: Entry) -> str:
    """What is not the usual: the client was asked and said something."""
    if row["state"] in ("declined", "not_asked"):
        return row.shown("state")
    others = row["answered_by"] not in ("", "client")
    return _("Told by: {what}").format(what=lower_first(row.shown("answered_by"))) if others else ""


def _answers(row: Entry, name: str) -> str:
    """The facts, then the questions by their answer."""
    return joined(_answered(row, name), " ")


def _answered(row: Entry, name: str) -> Iterator[str]:
    left_out = (*_ON_EACH, *_STANDS_ELSEWHERE.get(name, ()), *_PRIVATE.get(name, ()))
    names = [each for each in row.values if each not in left_out]
    yield from (_fact(row, each) for each in names if not isinstance(row.field(each), Asked))
    for code, label in ASKED.items():
        questions = [
            row.field(each).label for each in names if isinstance(row.field(each), Asked) and row[each] == code
        ]
        if questions:
            asked = joined([*map(lower_first, questions)])
            yield sentence(_("{answer}: {questions}").format(answer=_(label), questions=asked))


def _fact(row: Entry, name: str) -> str:
    """A field with its label; the two ends of a span are one fact."""
    field, words = row.field(name), row.shown(name)
    if name.endswith("_high"):
        return ""
    if name.endswith("_low"):
        words = between(row[name], row[name.removesuffix("low") + "high"])
    if isinstance(field, Words):
        words = in_quotes(words)
    labelled = _("{question} {answer}") if field.label.endswith("?") else _("{question}: {answer}")
    return sentence(labelled.format(question=field.label, answer=words)) if words else ""


def _listed(assessment: Entry, name: str) -> Iterator[str]:
    """What stands in a list of its own and belongs to a section: complaints, and the history of relatives."""
    if name in _LISTED:
        rows = [row for row in assessment.rows("health_concerns") if (row["kind"] or "body") == _LISTED[name]]
        yield from map(_concern, rows)
    if name == "family_dynamics":
        relatives = assessment.rows("family_history")
        said = ([row["relative"], row["condition"] or lower_first(row.shown("kind"))] for row in relatives)
        yield joined((sentence(joined(each, ": ")) for each in said), " ")


def _concern(row: Entry) -> str:
    count = row["times"]
    times = ngettext("{count} time", "{count} times", count).format(count=count) if count is not None else ""
    worse = _("worse when: {when}").format(when=row["worse_when"]) if row["worse_when"] else ""
    using = {"yes": _("while using"), "no": _("not while using")}.get(row["while_using"], "")
    checked = {"yes": _("checked by a clinician"), "no": _("not checked by a clinician")}.get(row["checked"], "")
    return sentence(joined([row["name"], joined([times, row["since"], worse, using, checked])], ": "))
