"""Whatever is handed in: nothing is raised, and no score lies outside what the form can come to."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery_desktop.instruments import instrument, score
from recovery_desktop.instruments.definitions import Instrument
from recovery_desktop.instruments.scoring import TOTAL, Score
from tests.instruments.valid_answers import IDS, SEXES, SUBSTANCES, printed, valid_answers

QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=3))
NESTED = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner))
CLOSE = st.integers(-1, 11) | st.sampled_from(["yes", "no", "declined", None])
ANYTHING = CLOSE | PLAIN | NESTED


def any_answers(form: Instrument) -> st.SearchStrategy[Any]:
    """Lists of any length, and mappings of known and unknown items, with answers from right to absurd."""
    keys = [item.key for item in form.items]
    right = {item.key: st.sampled_from(printed(item)) | ANYTHING for item in form.items}
    known = st.sampled_from(keys) | st.text(max_size=3) | st.integers()
    return st.one_of(
        st.lists(ANYTHING, max_size=len(keys) + 3),
        st.tuples(*right.values()),
        st.dictionaries(known, ANYTHING, max_size=len(keys) + 2),
        st.fixed_dictionaries({}, optional=right),
    )


def check(form: Instrument, answers: Sequence[Any] | Mapping[str, Any], found: Score) -> None:
    assert found.status in ("complete", "incomplete", "invalid")
    assert (found.status == "invalid") == bool(found.error_items)
    assert found.status != "complete" or not found.missing_items
    assert found.status == "complete" or found.total is None
    values = {TOTAL: found.total, **found.subscales}
    for scale in form.scales:
        value = values[scale.key]
        assert value is None or scale.low <= value <= scale.high
    severities = {cut.severity for bands in form.bands for cut in bands.cuts}
    severities |= {outcome.severity for outcome in form.outcomes}
    assert found.severity is None or found.severity in severities
    assert found.severity is None or found.meaning
    assert set(found.subscale_levels.values()) <= severities
    assert all(found.subscales[key] is not None for key in found.subscale_levels)
    assert found.flags <= {flag.flag for flag in form.flags}
    assert found.bands_source


@pytest.mark.parametrize("form_id", IDS)
@QUICK
@given(data=st.data(), sex=st.sampled_from(SEXES), substance=st.sampled_from(SUBSTANCES))
def test_any_answers_are_scored_or_named(form_id: str, data: st.DataObject, sex: str, substance: str) -> None:
    form = instrument(form_id)
    answers = data.draw(any_answers(form))
    before = copy.deepcopy(answers)
    found = score(form_id, answers, sex=sex, substance=substance)
    check(form, answers, found)
    again = score(form_id, answers, sex=sex, substance=substance)
    assert (again, repr(answers)) == (found, repr(before))


@pytest.mark.parametrize("form_id", IDS)
@QUICK
@given(data=st.data(), sex=st.sampled_from(SEXES), substance=st.sampled_from(SUBSTANCES))
def test_valid_answers_are_complete(form_id: str, data: st.DataObject, sex: str, substance: str) -> None:
    form = instrument(form_id)
    answers = data.draw(valid_answers(form))
    found = score(form_id, answers, sex=sex, substance=substance)
    check(form, answers, found)
    assert (found.status, found.missing_items) == ("complete", ())
    assert (found.total is None) == (form.scale(TOTAL) is None)
    assert all(value is not None for value in found.subscales.values())
    if form.outcomes or (form.bands and found.total is not None and (form_id != "assist" or substance)):
        assert found.severity and found.meaning


@pytest.mark.parametrize("form_id", IDS)
@QUICK
@given(data=st.data())
def test_a_list_and_a_mapping_say_the_same(form_id: str, data: st.DataObject) -> None:
    keys = [item.key for item in instrument(form_id).items]
    answers = data.draw(st.tuples(*(CLOSE for _ in keys)))
    in_order = score(form_id, answers)
    assert score(form_id, list(answers)) == in_order
    mapping = dict(reversed(list(zip(keys, answers, strict=True))))
    assert score(form_id, mapping) == in_order
    assert score(form_id, {key: answer for key, answer in mapping.items() if answer is not None}) == in_order
