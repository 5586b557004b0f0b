"""What the record says that is no finding yet: use, scores, diagnoses, daily life, the body, and the client's hopes.

Proposals only: the counselor takes, rewords or leaves them. What a private questionnaire says proposes nothing, because
findings are printed.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from recovery_desktop.diagnoses import TOPICS
from recovery_desktop.figures import figure
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.phrases import in_quotes, joined
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.set_aside import is_set_aside, known_as
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import ACTIVE
from recovery_desktop.text import _

ASIDE = "proposed"
_OF_BODY = ("medical", "use_disorder")
_OF_MIND = ("G01", "G02", "G09", "G10")
"""Gates on suicide, on mania and on losing touch with what is real."""
_BODY_INSTRUMENTS = ("audit", "dast", "ciwa", "cows", "peg", "dudit", "ftnd")
_PEOPLE_INSTRUMENTS = ("barc",)
_AREA = {"housing": "housing", "work": "work", "money": "money", "legal": "legal", "childcare": "family"}
_PRIVATE = ("safety",)
"""Of daily life: it may tell of violence at home."""


@dataclass(frozen=True)
class Proposal:
    """A finding that could be entered: area, words, and by field name the rows that it rests on."""

    key: str
    domain: str
    statement: str
    rests_on: dict[str, int] = field(default_factory=dict)
    step: int = 0
    """The number of the safety step that answers the need."""

    @property
    def what(self) -> str:
        """The name under which it is set aside: once the record says something else, it is proposed again."""
        return known_as(ASIDE, self.statement)


def proposed_findings(episode: Entry, today: datetime.date) -> tuple[Proposal, ...]:
    """What stands in the record of an episode, that no finding of it rests on yet and nobody set aside, in the order of
    the record."""
    return tuple(one for one in _proposed(episode) if not is_set_aside(episode, one.what, today))


def _proposed(episode: Entry) -> tuple[Proposal, ...]:
    assessment = standing(episode)
    if assessment is None:
        return ()
    found = [row for each in episode.rows("assessments") for row in each.rows("findings")]
    return (
        *_gates(episode),
        *_substances(assessment, found),
        *_scores(episode, found),
        *_diagnoses(episode, found),
        *_daily_life(episode, found),
        *_body(assessment, found),
        *_hopes(assessment, found),
    )


def _gates(episode: Entry) -> Iterator[Proposal]:
    """What opened a safety gate; its step answers the need that comes of it."""
    for row in episode.rows("safety_steps"):
        if row["finding"].strip() and not row.tied("needs") and not is_private_step(row):
            area = "mental" if row["gate"] in _OF_MIND else "physical"
            yield Proposal(f"safety_step.{row.number}", area, row["finding"].strip(), step=row.number)


def _rest_on(found: list[Entry], name: str) -> list[Entry]:
    return [held for row in found if (held := row.ref(name)) is not None]


def _substances(assessment: Entry, found: list[Entry]) -> Iterator[Proposal]:
    """Whatever was used in the last month, or meets topics; a later assessment has rows of its own."""
    named = {_substance(row) for row in _rest_on(found, "substance")}
    for row in assessment.rows("substances"):
        days, met = row["days_of_30"], _topics_met(row)
        if _substance(row) in named or not (days or met):
            continue
        said = [_("{name} on {days} of 30 days").format(name=_name(row), days=days) if days else _name(row)]
        said += [_("{met} of 11 topics met").format(met=met)] if met else []
        yield Proposal(f"substance.{row.number}", "physical", joined(said), {"substance": row.number})


def _topics_met(row: Entry) -> int:
    """As it was counted by hand, or else the topics answered with yes."""
    topics = row.one("topics")
    if topics is None:
        return 0
    counted: int = topics["met"] or sum(1 for name in TOPICS if topics[name] == "yes")
    return counted


def _substance(row: Entry) -> tuple[str, str]:
    return row["substance_class"], row["name"].casefold()


def _name(row: Entry) -> str:
    name: str = row["name"] or row.shown("substance_class")
    return name


def _scores(episode: Entry, found: list[Entry]) -> Iterator[Proposal]:
    """The newest result of each questionnaire whose total lies in another band than the best."""
    named = {row["instrument"] for row in _rest_on(found, "administration")}
    newest: dict[str, Entry] = {}
    for row in episode.rows("administrations"):
        before = newest.get(row["instrument"])
        if row["given_on"] and (before is None or before["given_on"] <= row["given_on"]):
            newest[row["instrument"]] = row
    for instrument, row in newest.items():
        total = next((score for score in row.rows("scores") if not score["scale"]), None)
        if total is None or instrument in named or is_private(row) or not _is_of_note(instrument, total):
            continue
        said = joined([f"{row['name'] or instrument} {figure(total['value'])}", total["band"]])
        yield Proposal(f"administration.{row.number}", _domain(instrument), said, {"administration": row.number})


def _is_of_note(instrument_id: str, total: Entry) -> bool:
    """Whether a total is in a published band, and not in the best one."""
    from recovery_desktop.instruments import ids, instrument  # no start waits for it

    if total["value"] is None or not total["band"] or instrument_id not in ids():
        return False
    form = instrument(instrument_id)
    scale = next((each for each in form.scales if each.key == "total"), None)
    cuts = next((bands.cuts for bands in form.bands if bands.scale == "total"), ())
    if scale is None or not cuts:
        return False
    best = max(cut.at for cut in cuts) if scale.higher_is_better else cuts[1].at if len(cuts) > 1 else cuts[0].at
    return bool(total["value"] < best if scale.higher_is_better else total["value"] >= best)


def _domain(instrument: str) -> str:
    if instrument.startswith(_BODY_INSTRUMENTS):
        return "physical"
    return "social" if instrument.startswith(_PEOPLE_INSTRUMENTS) else "mental"


def _diagnoses(episode: Entry, found: list[Entry]) -> Iterator[Proposal]:
    """Active diagnoses; those of use stand with their substance, factors of daily life with their area."""
    named = {row.number for row in _rest_on(found, "diagnosis")}
    for row in episode.rows("diagnoses"):
        of_use = row["kind"] == "use_disorder" and row.ref("substance") is not None
        if row.number in named or row["status"] not in ACTIVE or of_use or row["kind"] in ("", "social"):
            continue
        domain = "physical" if row["kind"] in _OF_BODY else "mental"
        yield Proposal(f"diagnosis.{row.number}", domain, row["name"], {"diagnosis": row.number})


def _daily_life(episode: Entry, found: list[Entry]) -> Iterator[Proposal]:
    named = {row.number for row in _rest_on(found, "social_need")}
    for row in episode.rows("social_needs"):
        if row["status"] == "need" and row["domain"] not in _PRIVATE and row.number not in named:
            said, area = joined([row.shown("domain"), row["detail"]], ": "), _AREA.get(row["domain"], "social")
            yield Proposal(f"social_need.{row.number}", area, said, {"social_need": row.number})


def _body(assessment: Entry, found: list[Entry]) -> Iterator[Proposal]:
    """Complaints that no clinician looked at, unless a finding names them."""
    said = " ".join(row["statement"] for row in found).casefold()
    for row in assessment.rows("health_concerns"):
        if row["checked"] == "no" and row["name"].casefold() not in said:
            words = _("{concern}, not checked by a clinician").format(concern=row["name"])
            yield Proposal(f"health_concern.{row.number}", "physical", words)


def _hopes(assessment: Entry, found: list[Entry]) -> Iterator[Proposal]:
    """What the client wants, in the client's words."""
    hopes = assessment.one("hopes")
    words = hopes["a_year_from_now"].strip() if hopes is not None else ""
    if words and not any(words in row["statement"] for row in found):
        yield Proposal("hopes", "emotional", _("Hopes for: {words}").format(words=in_quotes(words)))
