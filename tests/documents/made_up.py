"""Plans made up field by field from the dataclasses themselves, so that no field is forgotten when one is added."""

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.plan_content import TreatmentPlan

Texts = Callable[[str], str]  # the text for a field, given its name
Counts = Callable[[], int]
Made = typing.TypeVar("Made")


def made_up(text: Texts, count: Counts) -> TreatmentPlan:
    """A plan in which `text` gives every text and `count` the length of every list."""
    return made_up_of(TreatmentPlan, text, count)


def made_up_of(kind: type[Made], text: Texts, count: Counts) -> Made:
    """The same for the content of any document."""
    content = _value(kind, "content", text, count)
    assert isinstance(content, kind)
    return content


def not_in_the_text(plan: TreatmentPlan) -> set[str]:
    """Texts of a made-up plan that its reading text rightly leaves out.

    Initials stand in the heads only; the words for a logo need a logo; what is said where no medicine is listed needs
    an empty list; a severity is not said twice; a drawing tells its words as its alternate text; the keys of parts that
    are left out only keep the document from saying that they are empty.
    """
    state = {plan.medications_state} if plan.medications else set()
    drawn = {text for course in plan.score_courses for text in texts_of(course)}
    unseen = {plan.client.initials, plan.practice.logo_alt, *plan.left_out}
    return {*unseen, *(one.severity for one in plan.diagnoses)} | state | drawn


def _value(kind: Any, name: str, text: Texts, count: Counts) -> object:
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{one.name: _value(hints[one.name], one.name, text, count) for one in fields(kind)})
    if typing.get_origin(kind) is tuple:
        return tuple(_value(typing.get_args(kind)[0], name, text, count) for _ in range(count()))
    if typing.get_origin(kind) is types.UnionType:
        return _value(typing.get_args(kind)[0], name, text, count)
    if issubclass(kind, Enum):
        return list(kind)[count() % len(kind)]
    return text(name) if kind is str else kind(count())
