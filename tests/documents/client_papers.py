"""The papers for clients and families with something in every field, to be set in tests."""

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from recovery_desktop.documents import aftercare_plan, family_copy, my_plan, release
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.paper import Paper

PRINTED = datetime(2026, 10, 14, 9, 5)
PAPERS: dict[type[Headed], Callable[..., bytes]] = {
    my_plan.MyPlan: my_plan.build,
    release.ReleaseForm: release.build,
    aftercare_plan.AftercarePlan: aftercare_plan.build,
    family_copy.FamilyCopy: family_copy.build,
}
KINDS = sorted(PAPERS, key=lambda kind: kind.__name__)


def filled(kind: type[Headed], text: Callable[[str], str], count: int = 1) -> Headed:
    """A paper in which `text` gives every text, by the name of its field, and `count` the length of every list."""
    made = _value(kind, "paper", text, count)
    assert isinstance(made, Headed)
    return made


def document(paper: Headed, size: Paper = Paper.LETTER, lang: str = "en-US") -> bytes:
    return PAPERS[type(paper)](paper, size, PRINTED, lang)


def _value(kind: Any, name: str, text: Callable[[str], str], count: int) -> object:
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{one.name: _value(hints[one.name], one.name, text, count) for one in fields(kind)})
    if typing.get_origin(kind) is tuple:
        return tuple(_value(typing.get_args(kind)[0], name, text, count) for _ in range(count))
    if typing.get_origin(kind) is types.UnionType:
        return _value(typing.get_args(kind)[0], name, text, count)
    return text(name) if kind is str else kind(count)
