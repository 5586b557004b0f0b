"""What the sections of the assessment are composed of: questions, fields side by side, sentences, rulers and lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import singledispatch

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import Section
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.checklist import Asks, Checklist, Followed, Then, names_of
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import ListOf, fields_in_columns, generated_field, list_on
from recovery_desktop_ui.editing.sentence import sentence
from recovery_desktop_ui.editing.sheet import Sheet, the_assessment
from recovery_desktop_ui.parts.layouts import Item, beside, col, hold, no_wider
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px

_RULER_WIDE = 560


@dataclass(frozen=True)
class Questions:
    """Questions one below the other, each answered by one key."""

    asks: tuple[Asks, ...]

    def names(self) -> Iterator[str]:
        yield from names_of(self.asks)


@dataclass(frozen=True)
class Fields:
    """Short fields side by side, long ones over the whole width; what follows from a number stands below it."""

    asks: tuple[Asks, ...]

    def names(self) -> Iterator[str]:
        yield from names_of(self.asks)


@dataclass(frozen=True)
class Sentence:
    """Fields as gaps in a sentence; `head` and `words` are marked texts."""

    head: str
    words: str
    gaps: tuple[str, ...]

    def names(self) -> Iterator[str]:
        yield from self.gaps


@dataclass(frozen=True)
class Rulers:
    """Ratings one below the other; `ends` are marked texts for the lowest and the highest."""

    rulers: tuple[tuple[str, tuple[str, str]], ...]

    def names(self) -> Iterator[str]:
        for name, _ends in self.rulers:
            yield name


@dataclass(frozen=True)
class Rows:
    """A list of rows of their own, under its title."""

    part: ListOf

    def names(self) -> Iterator[str]:
        yield from ()


Block = Questions | Fields | Sentence | Rulers | Rows


@dataclass(frozen=True)
class Part:
    """What belongs together in a section, under a marked title or none."""

    title: str
    blocks: tuple[Block, ...]


def part(title: str, *blocks: Block) -> Part:
    """A part of a section."""
    return Part(title, blocks)


def composed_form(form: Form, parts: Sequence[Part]) -> QWidget:
    """The parts of the form of a row one below the other."""
    return hold(col(*_parts(_Into(form), parts), gap=20))


def composed_section(sheet: Sheet, form: Form, parts: Sequence[Part]) -> QWidget:
    """A section of the assessment: whether, whom and when it was asked at the head, a question to open the
    conversation with, what is asked, and at the end what strength showed and what the client said."""
    assert issubclass(form.model, Section)
    head = beside(hold(heading(_(form.model.title))), form.field("state", bare=True))
    asked = sentence(form, _("Answered by {answered_by} | on {asked_on}"), empty=N_("nobody yet"))
    trouble, strength = (_prompt(words) for words in (form.model.asks_trouble, form.model.asks_strength))
    body = hold(col(*_parts(_Into(form, sheet), parts), gap=24))
    keys = [text(_keys(each), "caption", "quiet", wrap=True) for each in body.findChildren(Checklist)[:1]]
    seen = hold(col(*strength, generated_field(form, "strengths_seen"), gap=4))
    own_words = generated_field(form, "own_words")
    return hold(col(head, asked, hold(col(*trouble, *keys, gap=4)), body, 8, seen, own_words, gap=12))


def _keys(asked: Checklist) -> str:
    letters = ", ".join(asked.letters)
    return _("On a question, {letters} answer and go on; up and down move, Delete empties.").format(letters=letters)


def _prompt(words: str) -> list[QWidget]:
    """A question to open the conversation with."""
    return [text(_(words), "body", "quiet", wrap=True)] if words else []


@dataclass(frozen=True)
class _Into:
    """Where the blocks go: their form, the sheet if they have lists, and the questions so far, to be gone along."""

    form: Form
    sheet: Sheet | None = None
    stops: list[QWidget] = field(default_factory=list)


def _parts(into: _Into, parts: Sequence[Part]) -> list[Item]:
    return [_part(into, each) for each in parts]


def _part(into: _Into, part: Part) -> QWidget:
    title = [text(_(part.title), "strong")] if part.title else []
    return hold(col(*title, *(_block(each, into) for each in part.blocks), gap=12 if title else 16))


@singledispatch
def _block(block: Block, into: _Into) -> Item:
    raise TypeError(f"nothing shows {type(block).__name__}")


@_block.register
def _questions(block: Questions, into: _Into) -> Item:
    return Checklist(into.form, block.asks, into.stops)


@_block.register
def _fields(block: Fields, into: _Into) -> Item:
    plain = [each for each in block.asks if isinstance(each, str)]
    following = [_followed(into.form, each) for each in block.asks if isinstance(each, Then)]
    return hold(col(*(fields_in_columns(into.form, plain) if plain else ()), *following, gap=16))


def _followed(form: Form, ask: Then) -> QWidget:
    first = generated_field(form, ask.name)
    then = Followed(form, ask.name, [hold(col(*fields_in_columns(form, ask.follow), gap=16))])
    return hold(col(first, then, gap=10))


@_block.register
def _sentence(block: Sentence, into: _Into) -> Item:
    return sentence(into.form, _(block.words), head=_(block.head))


@_block.register
def _rulers(block: Rulers, into: _Into) -> Item:
    fields = [into.form.field(name, ends=(_(least), _(most))) for name, (least, most) in block.rulers]
    return no_wider(hold(col(*fields, gap=12)), px(_RULER_WIDE))


@_block.register
def _rows(block: Rows, into: _Into) -> Item:
    assert into.sheet is not None
    return hold(col(text(_(block.part.title), "strong"), list_on(into.sheet, the_assessment, block.part), gap=6))
