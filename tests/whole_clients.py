"""Random whole clients, made from the records' own description, so that no field is ever forgotten."""

import datetime
from typing import Any

from hypothesis import strategies as st

from recovery_desktop.exchange.form import FORMAT, SHARED_LISTS, VERSION
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.fields import (
    Answers,
    Choice,
    Clock,
    Day,
    Described,
    Line,
    Number,
    Several,
    Text,
    Whole,
)
from recovery_desktop.records.tree import below, links_of, owned_by

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
WRITTEN = WORDS.filter(lambda text: bool(text.strip()))
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)
ANSWER = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False), WORDS, st.just(""), st.none())


def value_of(field: Described) -> st.SearchStrategy[Any]:
    """A value in JSON form that a field must keep, never the empty one."""
    match field:
        case Choice():
            return st.sampled_from(list(field.labels))
        case Several():
            return st.lists(st.sampled_from(list(field.labels)), min_size=1, max_size=4, unique=True)
        case Clock():
            return st.times().map(lambda time: f"{time:%H:%M}")
        case Day():
            return st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(str)
        case Whole():
            return st.integers(int(field.low), int(field.high))
        case Number():
            return st.floats(field.low, field.high, allow_nan=False).map(lambda x: int(x) if x == int(x) else x)
        case Answers():
            return st.dictionaries(WORDS, ANSWER, min_size=1, max_size=5)
        case Line():
            return LINE.filter(lambda text: bool(text.strip()))
        case Text():
            return st.one_of(WRITTEN, WRITTEN.map(lambda text: f"{text}\n\n<b>{text}</b> & {text}"))
    return WRITTEN


@st.composite
def client_files(draw: st.DrawFn) -> dict[str, Any]:
    """A client file with rows in every list and threads between them."""
    return _Maker(draw).file()


class _Maker:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.named: dict[type[Record], list[str]] = {}
        self.loose: list[tuple[dict[str, Any], type[Record]]] = []

    def file(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"format": FORMAT, "version": VERSION}
        for name, model in SHARED_LISTS.items():
            plain[name] = [self.row(model), self.row(model)]
        plain["client"] = self.row(Client)
        for row, model in self.loose:
            self.tie(row, model)
        return plain

    def row(self, model: type[Record]) -> dict[str, Any]:
        names = self.named.setdefault(model, [])
        names.append(f"{model.__name__}/{len(names)}")
        plain: dict[str, Any] = {"id": names[-1]}
        for name, field in model.described().items():
            if field.required or self.draw(st.booleans()):
                plain[name] = self.draw(value_of(field))
        self.loose.append((plain, model))
        for owner, child in owned_by(model):
            if owner.only_one:
                plain[owner.listed_as] = self.row(child)
            else:
                plain[owner.listed_as] = [self.row(child) for _ in range(self.draw(st.integers(0, 2)))]
        return plain

    def tie(self, row: dict[str, Any], model: type[Record]) -> None:
        for name, ref in model.refs().items():
            if others := self.named.get(ref.rel_model):
                row[name] = self.draw(st.sampled_from(others))
        for link in links_of(model):
            if others := self.named.get(link.target().rel_model):
                row[link.owner().listed_as] = self.draw(st.lists(st.sampled_from(others), unique=True, max_size=3))


ALL_MODELS = [*SHARED_LISTS.values(), *below(Client)]
