"""The close of a treatment plan: aftercare, hard times, the end of treatment, reviews, what is new, signatures."""

from collections.abc import Sequence
from dataclasses import replace

from recovery_desktop.documents.blocks import Block, Rule, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import BODY, CELL_BOLD, NOTE
from recovery_desktop.documents.plan_answers import AftercareStep, Contact, RelapsePrevention
from recovery_desktop.documents.plan_content import Change, Review, TreatmentPlan
from recovery_desktop.documents.sections import bulleted, facts, joined, row_of, section, side_by_side, subsection
from recovery_desktop.documents.signatures import signature_lines, signing
from recovery_desktop.documents.tables import Heading, Table, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


def aftercare(steps: Sequence[AftercareStep], width: float) -> Column | None:
    """What continues after this treatment."""
    columns = [Heading(_("What"), 259, CELL_BOLD), Heading(_("When"), 80), Heading(_("Who"), 160)]
    rows = [row_of(step.what, step.when, step.who) for step in steps]
    return section(_("Aftercare"), table(columns, rows, width)) if rows else None


def hard_times(plan: RelapsePrevention, width: float) -> Column | None:
    """The relapse-prevention plan: signs and help side by side, then people and steps."""
    half = (width - 20) / 2
    pairs = [
        (bulleted(_("Triggers"), plan.triggers, half), bulleted(_("Early signs"), plan.early_signs, half)),
        (bulleted(_("What helps"), plan.what_helps, half), bulleted(_("Places to avoid"), plan.avoid, half)),
        (bulleted(_("If I slip"), plan.if_i_slip, half, numbered=True), _people(plan.people, half)),
        (bulleted(_("Overdose"), plan.overdose, half), bulleted(_("Crisis"), plan.crisis, half)),
    ]
    return section(_("Relapse-prevention plan"), *(side_by_side(pair, width, before=12) for pair in pairs))


def _people(people: Sequence[Contact], width: float) -> Column | None:
    rows = [row_of(one.name, one.relation, Text(one.phone, CELL_BOLD)) for one in people]
    columns = [Heading("", 90), Heading("", 80, NOTE), Heading("", 70)]
    return subsection(_("People to call"), table(columns, rows, width, pad=1.8), before=0) if rows else None


def discharge(plan: TreatmentPlan, width: float) -> Column | None:
    """When this treatment is done, and that it was talked through."""
    criteria = items(plan.discharge_criteria, width) if any(plan.discharge_criteria) else None
    told = _("Talked through with the client: {when}").format(when=plan.discharge_discussed)
    talked = Text(told, BODY, before=4) if plan.discharge_discussed else None
    return section(_("Discharge criteria"), criteria, talked, empty=_("No criteria are recorded."))


def reviews(due: Sequence[Review], width: float) -> Column | None:
    """Reviews and measurements that are due."""
    columns = [Heading(_("Review"), 259, CELL_BOLD), Heading(_("Due"), 240)]
    body = _plain_table(columns, [row_of(one.what, one.due) for one in due], width)
    return section(_("Reviews"), body, empty=_("No review date is set."))


def fit(plan: TreatmentPlan, width: float) -> Column | None:
    """How the plan fits this person, and how anybody will know that it works."""
    pairs = [
        (_("Culture, and what gives meaning"), plan.meaning),
        (_("Fit to age, culture and disability"), plan.fit),
        (_("How we know that it works"), plan.effectiveness),
    ]
    body = facts(pairs, width, across=2)
    return section(_("How this plan fits"), body) if body.kids else None


def news(plan: TreatmentPlan, width: float) -> Column | None:
    """What is new in this version, and why."""
    reason = Text(plan.version_reason, BODY) if plan.version_reason else None
    title = _("What is new in version {number}").format(number=plan.version)
    listed = changes(plan.changes, width)
    return section(title, reason, replace(listed, before=6) if listed else None)


def changes(changed: Sequence[Change], width: float) -> Block | None:
    """Each change beside its reason; a list where no reason is set apart."""
    if not any(one.why for one in changed):
        return items([one.what for one in changed], width) if changed else None
    columns = [Heading(_("Change"), 259), Heading(_("Why"), 240)]
    return _plain_table(columns, [row_of(one.what, one.why) for one in changed], width)


def _plain_table(columns: Sequence[Heading], rows: Sequence[list[str | Block]], width: float) -> Table | None:
    return table(columns, rows, width) if rows else None


def signatures(plan: TreatmentPlan, width: float) -> Column:
    """The client's comment, how the client took part, and the places to sign: one piece while a page can hold it."""
    part = plan.participation
    took_part = joined(part.took_part, part.copy_given, by=" ")
    said: list[Block] = [replace(voice(part.comment), before=7)] if part.comment else []
    if took_part:
        said.append(Text(took_part, BODY, before=4))
    to_sign: list[Block] = [signature_lines(plan.signatures, width)] if plan.signatures else []
    if not plan.signed:
        refusal = _("If the client does not sign: declined, or agreed aloud by telehealth. Reason:")
        to_sign += [Text(refusal, NOTE, before=16), Rule(tall=26)]
    to_sign.append(Text(_fingerprint(plan), NOTE, before=14 if plan.signed else 6))
    return signing(said, to_sign)


def _fingerprint(plan: TreatmentPlan) -> str:
    if plan.fingerprint:
        return _("Fingerprint of this version: {code}").format(code=plan.fingerprint)
    return _("The fingerprint of this version is printed here when it is signed.")
