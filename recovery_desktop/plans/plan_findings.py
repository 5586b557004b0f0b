"""What was found, from the snapshot to the printed plan: areas, substances, scores, safety, needs."""

import datetime
from collections.abc import Iterator, Sequence

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.documents import plan_findings as printed
from recovery_desktop.plans.answered import NOT_PRINTED
from recovery_desktop.plans.numbering import Numbering
from recovery_desktop.plans.phrases import amount, in_quotes, joined, lower_first, said, sentences
from recovery_desktop.plans.plan_answers import referred_to, signed
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.text import _

USUAL_NEED_STATES = ("addressed", "met")
SETTLED_GATES = ("done", "declined", "watch")


def areas(episode: Entry, assessment: Entry | None, numbers: Numbering) -> tuple[printed.Area, ...]:
    """All areas of life in the order of the one list; what no one looked at is "not asked"."""
    rows = {row["domain"]: row for row in assessment.rows("areas_of_life")} if assessment else {}
    return tuple(_area(code, rows.get(code), episode, numbers) for code in DOMAINS)


def _area(code: str, row: Entry | None, episode: Entry, numbers: Numbering) -> printed.Area:
    goals = [goal for goal in episode.rows("goals") if code in goal["domains"]]
    state = row["state"] if row and row["state"] else "not_asked"
    rating = row["rating"] if row else None
    note = row["reason"] if row else ""
    return printed.Area(_(DOMAINS[code]), printed.AreaState(state), rating, numbers.all(goals), note)


def findings(assessment: Entry | None, numbers: Numbering) -> tuple[printed.Finding, ...]:
    """One row for each area of life in which something was found or a strength was seen."""
    if assessment is None:
        return ()
    rows = []
    for code, label in DOMAINS.items():
        found = [row for row in assessment.rows("findings") if row["domain"] == code and not _rests_on_private(row)]
        strong = [row["statement"] for row in assessment.rows("strengths") if row["domain"] == code]
        if found or strong:
            needs = numbers.all([need for row in found for need in row.tied("needs")])
            text = sentences(*(row["statement"] for row in found))
            rows.append(printed.Finding(_(label), text, sentences(*strong), needs))
    return tuple(rows)


def _rests_on_private(finding: Entry) -> bool:
    administration = finding.ref("administration")
    return administration is not None and is_private(administration)


def substances(assessment: Entry | None) -> tuple[printed.SubstanceUse, ...]:
    """The substance grid."""
    return tuple(_substance(row) for row in assessment.rows("substances")) if assessment else ()


def _substance(row: Entry) -> printed.SubstanceUse:
    topics = row.one("topics")
    met = topics["met"] if topics else None
    days = row["days_of_30"]
    return printed.SubstanceUse(
        substance=row["name"] or row.shown("substance_class"),
        route=row.shown("route"),
        amount=amount(row),
        days_of_30="" if days is None else str(days),
        last_use=short_date(row["last_use_on"]),
        first_use_age="" if row["first_use_age"] is None else str(row["first_use_age"]),
        topics_met="" if met is None else _("{met} of 11").format(met=met),
        remarks=_remarks(row),
    )


def _remarks(row: Entry) -> str:
    unknown = _("content not known") if row["content_known"] == "no" else ""
    source = _("from {source}").format(source=row["source"]) if row["source"] else ""
    together = _("with {what}").format(what=row["together_with"]) if row["together_with"] else ""
    began = lower_first(row.shown("how_it_began"))
    return sentences(
        joined([row["usual_time"], together, in_quotes(row["used_for"])]),
        joined([source, unknown]),
        joined([_("began: {how}").format(how=began) if began else "", row["how_it_began_detail"]]),
        row["concern"],
    )


def scores(episode: Entry) -> tuple[printed.Score, ...]:
    """Instrument results as they were recorded, those of one instrument together, the earliest first."""
    rows = [row for row in episode.rows("administrations") if not is_private(row)]
    given = sorted(rows, key=lambda row: row["given_on"] or datetime.date.max)
    names = dict.fromkeys(row["instrument"] for row in rows)
    return tuple(score(row, before) for name in names for row, before in _with_the_one_before(given, name))


def _with_the_one_before(given: Sequence[Entry], instrument: str) -> Iterator[tuple[Entry, Entry | None]]:
    """Each administration of an instrument with the one before it that asked about the same substance."""
    last: dict[str, Entry] = {}
    for row in given:
        if row["instrument"] == instrument:
            yield row, last.get(row["substance"])
            last[row["substance"]] = row


def is_private(row: Entry) -> bool:
    """Whether an administration asked about violence at home."""
    named = f"{row['instrument']} {row['name']}".casefold()
    return any(word in named for word in NOT_PRINTED)


def score(row: Entry, before: Entry | None = None) -> printed.Score:
    """The result of one administration. A total stands for itself; subscales are named."""
    total = _total(row)
    scales = [score for score in row.rows("scores") if score["scale"]]
    named = (_("{scale} {score}").format(scale=score["scale"], score=_out_of(score)) for score in scales)
    bands = (joined([score["scale"], score["band"]], ": ") for score in scales if score["band"])
    return printed.Score(
        instrument=row["name"] or row["instrument"],
        measures=row["measures"],
        date=short_date(row["given_on"]),
        score=joined([_out_of(total) if total else "", joined(named)], "; "),
        band=joined([total["band"] if total else "", *bands], "; "),
        change=_change(total, _total(before) if before else None),
    )


def _total(row: Entry) -> Entry | None:
    return next((score for score in row.rows("scores") if not score["scale"]), None)


def _change(total: Entry | None, before: Entry | None) -> str:
    """How far a recorded total is from the one before."""
    if total is None or before is None or total["value"] is None or before["value"] is None:
        return ""
    return signed(total["value"] - before["value"])


def _out_of(score: Entry) -> str:
    if score["value"] is None or score["highest"] is None:
        return score.shown("value")
    return _("{score} of {highest}").format(score=score.shown("value"), highest=score.shown("highest"))


def safety(episode: Entry) -> tuple[printed.SafetyStep, ...]:
    """What the safety checks found and what is done about it; what concerns violence at home is printed nowhere."""
    return tuple(
        printed.SafetyStep(
            concern=row["finding"] or row["action"],
            finding=_("rule {number}").format(number=row["gate"]) if row["gate"] else "",
            action=sentences(row["action"], row["response"]),
            by=row["done_by"],
            when=short_date(row["done_on"]),
            state=row.shown("status") or _("Open"),
            stands_out=row["status"] not in SETTLED_GATES,
        )
        for row in episode.rows("safety_steps")
        if not is_private_step(row)
    )


def needs(episode: Entry, numbers: Numbering) -> tuple[printed.Need, ...]:
    """The needs and the answer the plan gives each; one without an answer stands out."""
    return tuple(_need(row, numbers) for row in episode.rows("needs"))


def _need(row: Entry, numbers: Numbering) -> printed.Need:
    goals = joined(numbers.all(row.tied("goals")))
    answers = [
        goals,
        _("safety steps") if row.tied("safety_steps") else "",
        joined(referred_to(one) for one in row.tied("referrals")),
        "" if goals else joined(one["name"] for one in row.tied("services")),
    ]
    again = row["look_again_when"] or long_date(row["look_again_on"])
    return printed.Need(
        number=numbers.of(row),
        text=row["statement"],
        status=row.shown("status") or _("No answer yet"),
        answer=joined(answers),
        reason=joined([row["status_reason"], _("again {when}").format(when=again) if again else ""], "; "),
        stands_out=row["status"] not in USUAL_NEED_STATES,
    )


def strengths(assessment: Entry | None) -> tuple[str, ...]:
    """What the client brings."""
    return tuple(row["statement"] for row in assessment.rows("strengths")) if assessment else ()


def preferences(assessment: Entry | None) -> tuple[str, ...]:
    """How help fits this person, one line for each kind of preference."""
    section = assessment.one("preferences") if assessment else None
    if section is None:
        return ()
    names = ("expression", "formats", "times", "places", "aids", "open_to", "not_wanted", "not_ready_for")
    lines = [
        _("{label}: {value}").format(label=section.field(name).label, value=said(section, name))
        for name in names
        if said(section, name)
    ]
    culture = assessment.one("culture_meaning") if assessment else None
    faith = joined([culture["faith"], culture["practice"]]) if culture else ""
    if section["helped_before"]:
        lines.append(_("Helped before: {words}").format(words=in_quotes(section["helped_before"])))
    return tuple(lines) + ((_("Faith and meaning: {value}").format(value=faith),) if faith else ())


def meaning(client: Entry, assessment: Entry | None) -> str:
    """Culture and what gives meaning, in the client's words."""
    section = assessment.one("culture_meaning") if assessment else None
    words = (client["culture"], section["gives_meaning"] if section else "")
    return joined(map(in_quotes, words), " ")


def readiness(assessment: Entry | None) -> str:
    """The three rulers in one line."""
    section = assessment.one("readiness") if assessment else None
    if section is None:
        return ""
    rulers = ((section.field(n).label, section[n]) for n in ("importance", "confidence", "readiness"))
    said = joined(f"{label.lower()} {value}" for label, value in rulers if value is not None)
    return _("{rulers} (0 to 10)").format(rulers=said[:1].upper() + said[1:]) if said else ""
