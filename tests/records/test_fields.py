"""Each kind of field keeps what it should, refuses the rest with a sentence, and tells empty from "no"."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.records.base import Record
from recovery_desktop.records.fields import Asked, Choice, Day, Described, Several
from recovery_desktop.records.tree import RECORDS
from tests.whole_clients import value_of

FIELDS: list[tuple[type[Record], Described]] = [(m, field) for m in RECORDS for field in m.described().values()]
NAMES = [f"{model.__name__}.{field.name}" for model, field in FIELDS]


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=NAMES)
def test_every_field_is_described_and_starts_empty(model: type[Record], field: Described) -> None:
    assert field.label.strip() and not field.label.endswith(":")
    assert field.is_empty(getattr(model(), field.name))
    assert field.shown(field.empty) == ""
    assert bool(field.problem(field.empty)) == field.required


@given(data=st.data())
def test_a_value_survives_file_and_database(data: st.DataObject) -> None:
    _, field = data.draw(st.sampled_from(FIELDS))
    plain = data.draw(value_of(field))
    value = field.from_plain(plain)
    assert not field.problem(value)
    assert field.to_plain(value) == plain
    assert field.python_value(field.db_value(value)) == value
    assert field.shown(value)


@given(data=st.data(), junk=st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=9), st.lists(st.none())))
def test_junk_is_kept_or_refused_with_words(data: st.DataObject, junk: Any) -> None:
    _, field = data.draw(st.sampled_from(FIELDS))
    try:
        value = field.from_plain(junk)
    except ValueError as refused:
        assert str(refused)
    else:
        assert not field.problem(value)


@pytest.mark.parametrize("kind", [Choice, Several])
def test_choices_have_words_of_their_own(kind: type[Described]) -> None:
    for model, field in FIELDS:
        if isinstance(field, kind):
            labels = list(field.labels.values())  # type: ignore[attr-defined]
            assert len(set(labels)) == len(labels) and all(labels), f"{model.__name__}.{field.name}"


def test_nothing_asked_has_a_ready_made_answer() -> None:
    for model, field in FIELDS:
        if isinstance(field, Asked):
            assert getattr(model(), field.name) == "", f"{model.__name__}.{field.name} is answered before it is asked"


def test_a_date_is_never_a_time() -> None:
    day = Day("Date")
    assert not day.problem(datetime.date(2026, 9, 10))
    assert day.problem(datetime.datetime(2026, 9, 10, 10, 0))
    assert day.problem("2026-09-10")
    with pytest.raises(ValueError, match="calendar"):
        day.from_plain("2026-02-29")
    assert day.shown(datetime.date(2026, 9, 10)) == "10 September 2026"


def test_no_record_names_a_field_like_a_list_of_its_own() -> None:
    from recovery_desktop.records.tree import links_of, owned_by

    for model in RECORDS:
        lists = [owner.listed_as for owner, _ in owned_by(model)] + [link.owner().listed_as for link in links_of(model)]
        assert len(set(lists)) == len(lists)
        assert not set(lists) & {*model.described(), *model.refs(), "id", "position"}
