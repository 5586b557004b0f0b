"""Answers that a form really has, drawn at random or the highest of each item."""

from typing import Any

from hypothesis import strategies as st

from recovery_desktop.instruments import available, instrument
from recovery_desktop.instruments.definitions import Instrument, Item

IDS = [form.id for form in available()]
SUBSTANCES = [None, "alcohol", "tobacco", "cannabis"]
SEXES = [None, "", "female", "male", "intersex"]


def printed(item: Item) -> list[Any]:
    """Every value that may be stored for an item."""
    return [value for answer in item.answers for value in (answer.value, *answer.also)]


def valid_answers(form: Instrument) -> st.SearchStrategy[dict[str, Any]]:
    """A complete set of answers; the items that are not scored may be left out."""
    return st.fixed_dictionaries(
        {item.key: st.sampled_from(printed(item)) for item in form.items if item.scored},
        optional={item.key: st.sampled_from(printed(item)) for item in form.items if not item.scored},
    )


def highest(form_id: str) -> dict[str, Any]:
    """The answer with the most points to every item, so that nothing is skipped."""
    items = instrument(form_id).items
    return {item.key: max(item.answers, key=lambda answer: answer.points).value for item in items}
