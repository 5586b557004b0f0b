"""Services, family and referrals, as a treatment plan prints them: what was offered, agreed and arranged."""

from collections.abc import Sequence

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.look import CELL, CELL_BOLD, NOTE, QUOTE
from recovery_desktop.documents.plan_answers import FamilySession, NoContact, Referral, Release, Service, SupportPerson
from recovery_desktop.documents.sections import joined, row_of, section, stacked, subsection
from recovery_desktop.documents.tables import Heading, Table, table
from recovery_desktop.documents.voice import quoted
from recovery_desktop.text import _


def services(offered: Sequence[Service], width: float) -> Column | None:
    """What was offered and why, and what the client decided in the client's own words."""
    columns = [
        Heading(_("Service"), 108),
        Heading(_("How often, how long"), 118),
        Heading(_("Because of"), 82),
        Heading(_("Why, in plain words"), 113),
        Heading(_("Decision"), 78),
    ]
    rows = [
        row_of(
            stacked(Text(one.name, CELL_BOLD), Text(one.provider, NOTE)),
            stacked(Text(joined(one.frequency, one.duration, by=", "), CELL), Text(one.format, NOTE)),
            one.because,
            stacked(Text(one.reason, CELL), Text(joined(one.evidence, one.source, by=": "), NOTE)),
            stacked(
                Text(one.decision, CELL_BOLD if one.stands_out else CELL),
                Text(quoted(one.client_reason) if one.client_reason else "", QUOTE),
            ),
        )
        for one in offered
    ]
    body = table(columns, rows, width) if rows else None
    return section(_("Services offered, and why"), body, empty=_("No service is recorded."))


def family(support: Sequence[SupportPerson], no_contact: Sequence[NoContact], width: float) -> Column | None:
    """The people around the client, what was agreed with them, and whom nobody may contact."""
    body: list[Block | None] = [_support_table(support, width) if support else None]
    if no_contact:
        closed = subsection(_("No contact"), _no_contact_table(no_contact, width), before=12 if support else 0)
        body.append(closed)
    return section(_("Family and support people"), *body)


def _support_table(support: Sequence[SupportPerson], width: float) -> Table:
    columns = [
        Heading(_("Person"), 100),
        Heading(_("The client’s wish"), 86),
        Heading(_("Agreed"), 229),
        Heading(_("Next"), 84),
    ]
    rows = [
        row_of(
            stacked(Text(one.name, CELL_BOLD), Text(one.relation, NOTE)),
            one.wish,
            one.agreed,
            one.next,
        )
        for one in support
    ]
    return table(columns, rows, width)


def family_sessions(sessions: Sequence[FamilySession], width: float) -> Column | None:
    """Sessions with family; one that was declined or advised against is bold, with its reason."""
    columns = [
        Heading(_("Session"), 82),
        Heading(_("With"), 82),
        Heading(_("When"), 66),
        Heading(_("Status"), 56),
        Heading(_("Aims and outcome"), 213),
    ]
    rows = [
        row_of(
            Text(one.kind, CELL_BOLD),
            one.people,
            one.when,
            Text(one.status, CELL_BOLD if one.stands_out else CELL),
            one.outcome,
        )
        for one in sessions
    ]
    return section(_("Family sessions"), table(columns, rows, width)) if rows else None


def releases(given: Sequence[Release], width: float) -> Column | None:
    """What may be told to whom; one that does not hold on the day of the plan is bold."""
    columns = [
        Heading(_("To"), 100),
        Heading(_("May be told"), 206),
        Heading(_("Purpose"), 84),
        Heading(_("Signed, until"), 64),
        Heading(_("State"), 45),
    ]
    rows = [
        row_of(
            Text(one.recipient, CELL_BOLD),
            stacked(Text(one.told, CELL), Text(_not_told(one), NOTE)),
            one.purpose,
            stacked(Text(one.signed, CELL), Text(one.until, NOTE)),
            Text(one.state, CELL_BOLD if one.stands_out else CELL),
        )
        for one in given
    ]
    return section(_("Releases of information"), table(columns, rows, width)) if rows else None


def _not_told(one: Release) -> str:
    return _("not: {what}").format(what=one.not_told) if one.not_told else ""


def _no_contact_table(closed: Sequence[NoContact], width: float) -> Table:
    columns = [Heading(_("Person"), 100, CELL_BOLD), Heading(_("Reason"), 309), Heading(_("Ask again"), 90)]
    return table(columns, [row_of(one.name, one.reason, one.ask_again) for one in closed], width)


def referrals(made: Sequence[Referral], width: float) -> Column | None:
    """Social and medical needs with the help arranged; a need without a referral is bold."""
    columns = [
        Heading(_("Need"), 132),
        Heading(_("Where, since when"), 194),
        Heading(_("Result"), 173),
    ]
    rows = [
        row_of(
            stacked(Text(one.need, CELL_BOLD), Text(", ".join(one.needs), NOTE)),
            stacked(_place(one), Text(one.made, NOTE)),
            one.result,
        )
        for one in made
    ]
    return section(_("Social needs and referrals"), table(columns, rows, width)) if rows else None


def _place(one: Referral) -> Text:
    return Text(one.place, CELL) if one.place else Text(_("no referral yet"), CELL_BOLD)
