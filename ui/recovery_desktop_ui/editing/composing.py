"""What forms are composed of: questions, fields side by side, sentences, rulers, and what follows from an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import singledispatch

from PySide6.QtWidgets import QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.editing.checklist import Asks, Checklist, Followed, Then, names_of
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import HALF, fields_in_columns, generated_field
from recovery_desktop_ui.editing.sentence import sentence
from recovery_desktop_ui.parts.layouts import Columns, Item, col, hold, no_wider
from recovery_desktop_ui.parts.texts import text
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
class Wide:
    """A short field whose words want the whole width."""

    name: str

    def names(self) -> Iterator[str]:
        yield self.name


@dataclass(frozen=True)
class After:
    """Fields that matter after an answer to a question that stands above, and `blocks` of such."""

    ask: Then
    blocks: tuple["Block", ...] = ()

    def names(self) -> Iterator[str]:
        yield from self.ask.follow
        for each in self.blocks:
            yield from each.names()


@dataclass(frozen=True)
class Beside:
    """A field, and to the right of it what matters after an answer only."""

    name: str
    after: After

    def names(self) -> Iterator[str]:
        yield self.name
        yield from self.after.names()


Block = Questions | Fields | Sentence | Rulers | Wide | After | Beside


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
    return hold(col(*parts_of(form, parts), gap=20))


@dataclass(frozen=True)
class _Into:
    """The form that the blocks belong to, and its questions so far: the keys go along them."""

    form: Form
    stops: list[QWidget] = field(default_factory=list)


def parts_of(form: Form, parts: Sequence[Part]) -> list[Item]:
    """The parts of a form, to stand one below the other."""
    into = _Into(form)
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
    then = Followed(form, ask, [hold(col(*fields_in_columns(form, ask.follow), gap=16))])
    return hold(col(first, then, gap=10))


@_block.register
def _sentence(block: Sentence, into: _Into) -> Item:
    return sentence(into.form, _(block.words), head=_(block.head))


@_block.register
def _rulers(block: Rulers, into: _Into) -> Item:
    fields = [into.form.field(name, ends=(_(least), _(most))) for name, (least, most) in block.rulers]
    return no_wider(hold(col(*fields, gap=12)), px(_RULER_WIDE))


@_block.register
def _wide(block: Wide, into: _Into) -> Item:
    return generated_field(into.form, block.name)


@_block.register
def _after(block: After, into: _Into) -> Item:
    return _following(block, into)


@_block.register
def _beside(block: Beside, into: _Into) -> Item:
    first = generated_field(into.form, block.name)
    place = hold(col(_following(block.after, into), gap=0))  # which is there also while nothing stands in it
    return Columns(first, place, least=HALF)


def _following(block: After, into: _Into) -> Followed:
    inner = [*fields_in_columns(into.form, block.ask.follow), *(_block(each, into) for each in block.blocks)]
    return Followed(into.form, block.ask, [hold(col(*inner, gap=16))], indent=0)
