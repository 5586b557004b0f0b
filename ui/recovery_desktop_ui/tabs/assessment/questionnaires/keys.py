"""Which keys the answers of a question have, and whether they stand in columns or as lines."""

from collections.abc import Iterator
from itertools import groupby

from recovery_desktop.instruments.definitions import Answer, Instrument, Item
from recovery_desktop.instruments.scoring import DECLINED
from recovery_desktop_ui.parts.answer_keys import AnswerKey
from recovery_desktop_ui.parts.tokens import is_large

DECLINES = "D"
_MOST_WORDS = 24  # letters of an answer that fit above a column
_MOST_COLUMNS = 6
_COLUMN, _NARROW = 84, 40


def keys_of(item: Item) -> list[AnswerKey]:
    """The answers of an item; a word is answered by its first letter, a number by itself."""
    return [AnswerKey(each.value, _sign(each), each.label) for each in item.answers]


def _sign(answer: Answer) -> str:
    if isinstance(answer.value, int):
        return str(answer.value)
    if answer.value == DECLINED:
        return DECLINES  # in Spanish “No quiso contestar” would have the key of “No”
    return (answer.label or answer.value)[:1].upper()


def called(key: str) -> str:
    """How a question is called by its key: its printed number, or what it is about in a word or two."""
    return key if key[:1].isdigit() else key.replace("_", " ").capitalize()


def runs(form: Instrument) -> Iterator[tuple[tuple[str, ...], list[Item]]]:
    """The items in their order, those together that have the same answers in columns; items whose answers are set as
    lines come one by one, without words for the heads."""
    for words, items in groupby(form.items, _heads):
        together = list(items)
        if words and len(together) > 1 and not is_large():
            yield words, together
        else:
            yield from (((), [item]) for item in together)


def _heads(item: Item) -> tuple[str, ...]:
    words = tuple(answer.label for answer in item.answers)
    fits = len(words) <= _MOST_COLUMNS and all(word and len(word) <= _MOST_WORDS for word in words)
    return words if fits else ()


def stands_down(item: Item, heads: tuple[str, ...]) -> bool:
    """Whether the answers are set as lines: those with words that have no heads above them."""
    return not heads and any(answer.label for answer in item.answers)


def column_width(heads: tuple[str, ...]) -> int:
    """How wide the column of an answer is, at normal text size."""
    return _COLUMN if heads else _NARROW
