"""The opening of a document: letterhead, title, who it is for, what the client wants and brings."""

from collections.abc import Sequence
from dataclasses import replace

from recovery_desktop.documents.blocks import Block, Figure, Rule, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.letters import shortened
from recovery_desktop.documents.look import ACCENT, BODY, BODY_BOLD, CELL, NOTE, NUMBER, PRACTICE, TITLE, voice_style
from recovery_desktop.documents.paper import Letterhead
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.pictures import readable_picture
from recovery_desktop.documents.plan_answers import Goal
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.plan_findings import Client
from recovery_desktop.documents.sections import (
    GAP,
    bulleted,
    facts,
    in_two_columns,
    joined,
    row_of,
    section,
    subsection,
)
from recovery_desktop.documents.tables import Cell, Heading, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _

_LOGO = (110.0, 32.0)  # points it may be wide and tall
_WISH_SHOWN = 160  # letters of a wish in the list; the goal itself has all of it


def opening(content: Headed, title: str, facts_about: Sequence[tuple[str, str]], width: float) -> list[Block]:
    """Letterhead, title and identity: what a document of a client's record begins with."""
    return [
        letterhead(content.practice, width),
        title_line(title, content.version, content.date, width),
        identity(content.client, facts_about, width),
    ]


def letterhead(practice: Letterhead, width: float) -> Block:
    """Logo, name and address of the practice."""
    name = Text(practice.name, PRACTICE)
    lines = Text(joined(practice.address, practice.phone, practice.license), NOTE)
    logo = _logo(practice)
    if logo is None:
        return Column([name, lines])
    return Row([logo, Column([name, lines])], [logo.wide + 10, width - logo.wide - 10], gap=0, level=False)


def _logo(practice: Letterhead) -> Figure | None:
    picture = readable_picture(practice.logo_png)
    if picture is None:
        return None
    size = min(_LOGO[0] / picture.width, _LOGO[1] / picture.height)
    wide, tall = picture.width * size, picture.height * size

    def paint(pen: Pen, left: float, bottom: float) -> None:
        pen.picture(picture, (left, bottom, left + wide, bottom + tall))

    return Figure(wide, tall, practice.logo_alt or practice.name, paint)


def title_line(title: str, version: int, date: str, width: float) -> Column:
    """The document's title with its version and date, over a line."""
    right = joined(_("Version {number}").format(number=version) if version else "", date)
    head = [Text(title, TITLE, "H1"), Text(right, replace(BODY_BOLD, align=1))]
    wide = 190 if version else 120
    return Column([Row(head, [width - wide, wide]), Rule(tall=2, weight=1.2, color=ACCENT, before=8)], before=16)


def identity(client: Client, facts_about: Sequence[tuple[str, str]], width: float) -> Column:
    """Who the document is about, and what a reader looks for first."""
    born = joined(client.born, _("age {years}").format(years=client.age) if client.age else "", by=", ")
    pairs = [
        (_("Client"), joined(client.name, client.pronouns, by=", ")),
        (_("Date of birth"), born),
        (_("Record"), client.record),
        (_("Languages"), joined(client.languages, client.interpreter, by="; ")),
        *facts_about,
    ]
    return replace(facts(pairs, width), before=7)


def treatment(plan: TreatmentPlan, width: float) -> Column | None:
    """The treatment the plan belongs to: how much, who set it and why, who sent and who pays."""
    client, episode = plan.client, plan.episode
    pairs = [
        (_("Level of care"), episode.level_of_care),
        (_("Recommended level"), episode.level_recommended),
        (_("Set by"), episode.level_set_by),
        (_("Reason for the difference"), episode.level_reason),
        (_("Why this level"), episode.level_because),
        (_("Assessed"), episode.assessed),
        (_("Referred by"), episode.referred_by),
        (_("Reason for coming"), episode.reason_for_coming),
        (_("Legal status"), episode.legal_status),
        (_("Court or agency requires"), episode.legal_requirements),
        (_("Rights and privacy"), episode.rights),
        (_("Payer"), episode.payer),
        (_("Emergency contact"), client.emergency_contact),
        (_("Guardian"), client.guardian),
    ]
    body = facts(pairs, width, across=2)
    return section(_("This treatment"), body) if body.kids else None


def wishes(plan: TreatmentPlan, width: float) -> Column | None:
    """What the client wants, in the client's words: the table of contents of the goals."""
    called = plan.client.called
    title = _("What {name} wants").format(name=called) if called else _("What the client wants")
    hopes = voice(plan.hopes) if plan.hopes else None
    goals = _wish_table(plan.goals, width) if plan.goals else None
    return section(title, hopes, goals, empty=_("No goal has been written yet."))


def _wish_table(goals: tuple[Goal, ...], width: float) -> Block:
    rows: list[list[Cell]] = []
    for goal in goals:
        words = shortened(goal.own_words or goal.clinical, _WISH_SHOWN)
        wish: Cell = voice(words, voice_style(words, quiet=True)) if goal.own_words else Text(words, BODY)
        by = _("by {date}").format(date=goal.by) if goal.by else ""
        rows.append(row_of(goal.number, wish, ", ".join(goal.domains), joined(by, goal.status, by="; ")))
    columns = [Heading("", 30, NUMBER), Heading("", 282), Heading("", 98, NOTE), Heading("", 89, CELL)]
    return table(columns, rows, width, pad=3.2, before=6)


def brings(called: str, strengths: Sequence[str], preferences: Sequence[str], width: float) -> Block | None:
    """Strengths and preferences side by side."""
    strong = _("What {name} brings").format(name=called) if called else _("Strengths")
    fits = _("What fits {name}").format(name=called) if called else _("Preferences")
    left = (width - 2 * GAP) / 3 if any(strengths) and any(preferences) else width
    right = width - left - GAP if left < width else width
    lists = [
        bulleted(strong, strengths, left, small_section=True),
        subsection(fits, in_two_columns(preferences, right), before=0, small_section=True),
    ]
    found = [block for block in lists if block is not None]
    steps = [left + GAP, right] if len(found) > 1 else [width]
    return Row(found, steps, 0.12, GAP, level=False, grouped=True, before=15) if found else None
