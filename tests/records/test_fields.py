"""Each kind of field keeps what it should, refuses the rest with a sentence, and tells empty from "no"."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.records.base import Record
from recovery_desktop.records.fields import Answers, Asked, Choice, Clock, Day, Described, Line, Several
from recovery_desktop.records.kinds import RECORDS
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


@pytest.mark.parametrize("answer", [float("inf"), float("-inf"), float("nan"), True, [1], "half \ud800", "x" * 5001])
def test_an_answer_that_no_file_can_hold_is_refused_without_its_words(answer: Any) -> None:
    answers = Answers("Answers")
    assert not answers.problem({"Priya": 10**400, "1": 0.5, "2": "often", "3": None})
    assert answers.problem({"Priya": answer}) == "Answer each item with a number or a word."


@pytest.mark.parametrize("item", ["half \ud800", "x" * 101, 7])
def test_an_item_that_no_file_can_name_is_refused(item: Any) -> None:
    assert Answers("Answers").problem({item: 1}) == "Answer each item with a number or a word."


@pytest.mark.parametrize("time", ["٠٩:٣٠", "1٢:30", "24:00", "09:60", "9:30", "09:30\n"])
def test_a_time_has_plain_digits(time: str) -> None:
    assert not Clock("At").problem("09:30")
    assert Clock("At").problem(time)


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\0", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
def test_a_line_is_one_line(sign: str) -> None:
    line = Line("Name")
    assert not line.problem("Ana Li-Núñez ‘Annie’ 李")
    assert line.problem(f"Ana{sign}Li")
    assert not re.search(line.json_schema()["pattern"], f"Ana Li{sign}")
    assert re.search(line.json_schema()["pattern"], "Ana Li")


def test_no_record_names_a_field_like_a_list_of_its_own() -> None:
    from recovery_desktop.records.tree import links_of, owned_by

    for model in RECORDS:
        lists = [owner.listed_as for owner, _ in owned_by(model)] + [link.owner().listed_as for link in links_of(model)]
        assert len(set(lists)) == len(lists)
        assert not set(lists) & {*model.described(), *model.refs(), "id", "position"}
