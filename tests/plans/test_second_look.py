"""Remarks on answers that do not fit together; nothing is said of answers that do, nor of what was not asked."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.second_look import Around, is_looked_at, remarks
from recovery_desktop.records.base import Record
from recovery_desktop.records.health import PhysicalHealth, PsychiatricHistory
from recovery_desktop.records.life import FamilyDynamics, LivingConditions, MoneyLegal
from recovery_desktop.records.substances import Substance, SubstanceUse

TODAY = datetime.date(2026, 9, 10)
BORN = datetime.date(1997, 5, 4)


def row(model: type[Record], **values: Any) -> dict[str, Any]:
    return {name: field.empty for name, field in model.described().items()} | values


def said(model: type[Record], born: datetime.date | None = BORN, sex: str = "", **values: Any) -> str:
    around = Around(TODAY, TODAY, born, sex, (row(Substance, route="injected"),))
    return " ".join(remarks(model._meta.table_name, row(model, **values), around))


def day(ago: int) -> datetime.date:
    return TODAY - datetime.timedelta(ago)


@pytest.mark.parametrize(
    ("model", "values", "words"),
    [
        (Substance, {"first_use_age": 40}, "comes after today"),
        (Substance, {"first_use_age": 20, "years_of_use": 15.0}, "make more than"),
        (Substance, {"years_of_use": 30.0}, "30 years of use are more than the client's 29"),
        (Substance, {"last_use_on": day(-1)}, "lies in the future"),
        (Substance, {"last_use_on": datetime.date(1990, 1, 1)}, "before the client was born"),
        (Substance, {"days_of_30": 0, "last_use_on": day(3)}, "No day of use in the last 30"),
        (Substance, {"days_of_30": 10, "last_use_on": day(60)}, "10 days of use in the last 30"),
        (Substance, {"amount_low": 3.0, "amount_high": 1.0}, "smaller than the lower"),
        (SubstanceUse, {"injecting": "no"}, "a substance in the grid is injected"),
        (SubstanceUse, {"injecting": "no", "shared_equipment": "yes"}, "equipment was shared"),
        (SubstanceUse, {"overdoses": 0, "last_overdose_on": day(30)}, "No overdose"),
        (SubstanceUse, {"treatment_before": "no", "treatment_helped": "The group"}, "Never treated before"),
        (PhysicalHealth, {"sleep_hours_low": 8.0, "sleep_hours_high": 5.0}, "hours of sleep"),
        (PsychiatricHistory, {"suicide_attempts": 0, "last_attempt_on": day(300)}, "No suicide attempt"),
        (PsychiatricHistory, {"mania_signs": "no", "high_mood": "yes", "risky_acts": "yes"}, "2 of the four questions"),
        (PsychiatricHistory, {"treated_before": "no", "treatment_detail": "Two years"}, "Never treated before"),
        (FamilyDynamics, {"has_children": "no", "children_at_home": 2}, "No children"),
        (LivingConditions, {"housing": "street", "stable": "yes"}, "called stable"),
        (MoneyLegal, {"legal_matters": "no", "legal_detail": "A fine"}, "No legal matters"),
        (MoneyLegal, {"next_court_date": day(1)}, "has passed"),
    ],
)
def test_what_does_not_fit(model: type[Record], values: dict[str, Any], words: str) -> None:
    assert words in said(model, **values)
    assert is_looked_at(model._meta.table_name)


@pytest.mark.parametrize(
    ("values", "is_odd"),
    [
        ({"substance_class": "alcohol", "days_of_30": 5}, True),
        ({"substance_class": "alcohol", "days_of_30": 0}, False),
        ({"substance_class": "alcohol"}, False),
        ({"substance_class": "cocaine", "days_of_30": 5}, False),
    ],
)
def test_days_with_alcohol_beside_a_questionnaire_that_says_never(values: dict[str, Any], is_odd: bool) -> None:
    for said_never in ("AUDIT", ""):
        around = Around(TODAY, TODAY, BORN, never_drinks=said_never)
        found = " ".join(remarks("substance", row(Substance, **values), around))
        assert ("AUDIT says no alcohol" in found) == (is_odd and bool(said_never))


def test_a_pregnancy_beside_male_is_worth_a_look() -> None:
    assert said(PhysicalHealth, sex="male", pregnancy="yes")
    assert not said(PhysicalHealth, sex="female", pregnancy="yes")


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Substance, {}),
        (Substance, {"first_use_age": 24, "years_of_use": 5.0, "days_of_30": 10, "last_use_on": day(3)}),
        (Substance, {"days_of_30": 0, "last_use_on": day(30)}),
        (Substance, {"days_of_30": 1, "last_use_on": day(30)}),
        (Substance, {"amount_low": 1.0, "amount_high": 1.5}),
        (SubstanceUse, {"injecting": "yes", "overdoses": 1, "last_overdose_on": day(30)}),
        (PsychiatricHistory, {"mania_signs": "no", "high_mood": "yes"}),
        (PsychiatricHistory, {}),
        (LivingConditions, {"housing": "shared", "stable": "yes"}),
        (MoneyLegal, {"next_court_date": TODAY}),
    ],
)
def test_what_fits_is_left_alone(model: type[Record], values: dict[str, Any]) -> None:
    assert said(model, **values) == ""


def test_without_a_date_of_birth_no_age_is_compared() -> None:
    assert said(Substance, born=None, first_use_age=90, years_of_use=90.0) == ""
