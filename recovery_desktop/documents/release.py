"""The release of information as a form to sign: every element of consent of 42 CFR 2.31, in words a client understands,
and a strip at the foot by which it is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.fonts import BOLD
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.large_type import in_the_reader_s_language
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import ACCENT, BODY, BODY_BOLD, CELL, LABEL, NOTE, SECTION, SUBSECTION, Grid, Style
from recovery_desktop.documents.opening_pages import letterhead, title_line
from recovery_desktop.documents.paper import Paper, Signature
from recovery_desktop.documents.sections import joined, stacked
from recovery_desktop.documents.signatures import blank_line, signature_lines
from recovery_desktop.documents.wallet_card import CutLine
from recovery_desktop.text import _

_ALERT = Style(BOLD, 12, 16, ACCENT)
_QUESTIONS = 0.27  # share of the width in which the questions stand


@dataclass(frozen=True)
class ReleaseForm(Headed):
    """Everything the form says. What the record does not say yet is left open, to be written by hand."""

    born: str = ""
    discloser: str = ""
    recipient: str = ""
    recipient_address: str = ""
    told: tuple[str, ...] = ()  # each kind of information in a phrase of plain words
    told_in_detail: str = ""
    not_told: str = ""
    purpose: str = ""
    until: str = ""
    special: tuple[str, ...] = ()  # what holds for this kind of release alone
    taking_back: tuple[str, ...] = ()
    if_not_signed: tuple[str, ...] = ()
    passed_on: tuple[str, ...] = ()
    lacks: str = ""  # what has to be filled in before it may be signed
    ended: str = ""  # "Taken back on 10 November 2026": nothing may be told on it any more
    signatures: tuple[Signature, ...] = ()
    strip: bool = True  # by which it can be taken back

    def written_for_the_client(self) -> tuple[str, ...]:
        """What the counselor put into words; the rest of the form is ours."""
        return tuple(filter(None, (self.told_in_detail, self.not_told, self.purpose)))


def build(form: ReleaseForm, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The form as a tagged PDF/A-2a and PDF/UA-1 file."""
    title = _("Release of information")
    grid = Grid(paper, top=54)
    body = Column([block for block in _blocks(form, title, grid.width) if block is not None])
    return build_document(body, grid, running(form, title, printed_at), form.practice.name, lang)


def _blocks(form: ReleaseForm, title: str, width: float) -> list[Block | None]:
    client = joined(form.client.name, form.born and _("born {date}").format(date=form.born), form.client.record)
    return [
        letterhead(form.practice, width),
        replace(title_line(title, 0, form.date, width), before=8),
        Text(form.ended, _ALERT, before=6) if form.ended else None,
        Text(_("Still to be filled in: {what}").format(what=form.lacks), _ALERT, before=6) if form.lacks else None,
        _answer(_("I am"), [client], width, before=8),
        _answer(_("Who may tell"), [form.discloser], width),
        _answer(_("Whom they may tell"), [joined(form.recipient, form.recipient_address, by="\n")], width),
        _told(form, width),
        _answer(_("What for"), [form.purpose], width),
        _answer(_("How long this holds"), [form.until], width),
        *map(_statement, form.special),
        _heading(_("How I take it back")),
        *map(_statement, form.taking_back),
        _heading(_("If I do not sign")),
        *map(_statement, form.if_not_signed),
        _heading(_("What can happen afterwards")),
        *(replace(_statement(words), glue=True) for words in form.passed_on),  # nobody signs a page of signatures only
        _foot_line_in_words(),
        _signing(form, width),
        _strip(form, width) if form.strip else None,
    ]


def _answer(question: str, answers: Sequence[str], width: float, before: float = 4) -> Block:
    """A question and what the form says to it; a line to write on where it says nothing."""
    said = [text for text in answers if text]
    answer: Block = Column([Text(text, BODY) for text in said]) if said else blank_line()
    wide = width * _QUESTIONS
    return Row([Text(question, BODY_BOLD, "H2", outline=(0, question)), answer], [wide, width - wide], before=before)


def _told(form: ReleaseForm, width: float) -> Block:
    wide = width * _QUESTIONS
    detail = Text(_("In particular: {detail}").format(detail=form.told_in_detail), BODY, before=3)
    without = Text(_("Never told: {what}").format(what=form.not_told), BODY_BOLD, before=3)
    notes = Text(_("Counseling notes are not in it. They would need a form of their own."), CELL, before=3)
    said: list[Block] = [items(form.told, width - wide, BODY)] if form.told else []
    said += [detail] if form.told_in_detail else []
    answer = Column([*(said or [blank_line()]), *([without] if form.not_told else []), notes])
    question = _("What they may tell")
    return Row([Text(question, BODY_BOLD, "H2", outline=(0, question)), answer], [wide, width - wide], before=5)


def _heading(title: str) -> Block:
    return Text(title, SUBSECTION, "H2", outline=(0, title), glue=True, before=5)


def _statement(words: str) -> Block:
    return Text(words, BODY, before=1)


def _foot_line_in_words() -> Block | None:
    note = in_the_reader_s_language()
    return replace(note, style=NOTE, before=4, glue=True) if note else None


def _signing(form: ReleaseForm, width: float) -> Block:
    head = Text(_("I have read this, or it was read to me. I sign because I want to."), BODY_BOLD, before=2)
    return Column([replace(head, glue=True), signature_lines(form.signatures, width)], keep=1, before=6)


def _strip(form: ReleaseForm, width: float) -> Block:
    """The lower end of the sheet, to be cut off and handed in."""
    words = _("I take back this release. From now on nothing more may be told to {recipient}.").format(
        recipient=form.recipient or _("the recipient named above")
    )
    hand_in = joined(form.practice.name, form.practice.address)
    half = (width - 24) / 2
    places = [stacked(blank_line(), Text(label, NOTE, before=2)) for label in (_("My signature"), _("Date"))]
    return Column(
        [
            CutLine(),
            Text(_("To take it back"), SECTION, "H2", outline=(0, _("To take it back")), before=2),
            Text(words, BODY_BOLD, before=2),
            Text(joined(form.client.name, form.client.record), BODY, before=2),
            Row(places, [half + 24, half], gap=24, level=False, before=2),
            Text(_("Hand it in or send it to: {where}").format(where=hand_in), LABEL, before=5),
        ],
        keep=1,
        before=6,
    )
