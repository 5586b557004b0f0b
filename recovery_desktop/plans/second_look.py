"""What does not fit together in the answers of an assessment: gentle remarks that never stand in the way.

Plain values in, sentences out; each says what is odd and leaves it to the counselor.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recovery_desktop.dates import age
from recovery_desktop.text import _

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Around:
    """What else is known: today, the day on which it was asked, the client's date of birth and sex, the substances in
    the grid, and the questionnaire on alcohol that says never, by its name."""

    today: datetime.date
    asked_on: datetime.date
    born: datetime.date | None = None
    sex: str = ""
    substances: tuple[Values, ...] = ()
    never_drinks: str = ""

    @property
    def age(self) -> int | None:
        return age(self.born, self.today) if self.born is not None and self.born <= self.today else None


def remarks(table: str, values: Values, around: Around) -> tuple[str, ...]:
    """What is worth a second look in one row of a table, by the names of its fields."""
    rule = _RULES.get(table)
    return tuple(rule(values, around)) if rule is not None else ()


def is_looked_at(table: str) -> bool:
    """Whether there is anything to compare in rows of this table."""
    return table in _RULES


def _substance(row: Values, around: Around) -> Iterator[str]:
    first, years, days, last = (row[name] for name in ("first_use_age", "years_of_use", "days_of_30", "last_use_on"))
    if around.age is not None and first is not None and first > around.age:
        yield _("The first use comes after today: the client is {age}.").format(age=around.age)
    elif around.age is not None and first is not None and years is not None and first + years > around.age + 1:
        yield _("First use at {first} and {years} years of use make more than the client's {age} years.").format(
            first=first, years=_figure(years), age=around.age
        )
    elif around.age is not None and first is None and years is not None and years > around.age:
        yield _("{years} years of use are more than the client's {age} years.").format(
            years=_figure(years), age=around.age
        )
    if last is not None and last > around.today:
        yield _("The last use lies in the future.")
    if last is not None and around.born is not None and last < around.born:
        yield _("The last use lies before the client was born.")
    yield from _days_and_last(days, last, around.asked_on)
    yield from _turned_around(row, "amount_low", "amount_high", _("amount"))
    if row["substance_class"] == "alcohol" and days and around.never_drinks:
        yield _("{questionnaire} says no alcohol at all, and yet there are days with alcohol.").format(
            questionnaire=around.never_drinks
        )


def _days_and_last(days: int | None, last: datetime.date | None, asked_on: datetime.date) -> Iterator[str]:
    if days is None or last is None or last > asked_on:
        return
    ago = (asked_on - last).days
    if days == 0 and ago < 30:
        yield _("No day of use in the last 30, and yet the last use was {days} days before.").format(days=ago)
    if days > 0 and ago > 30:
        yield _("{days} days of use in the last 30, and yet the last use was {ago} days before.").format(
            days=days, ago=ago
        )


def _substance_use(row: Values, around: Around) -> Iterator[str]:
    routes = {each["route"] for each in around.substances}
    if row["injecting"] == "no" and "injected" in routes:
        yield _("Never injected, and yet a substance in the grid is injected.")
    if row["injecting"] == "no" and row["shared_equipment"] == "yes":
        yield _("Never injected, and yet equipment was shared.")
    yield from _count_and_day(row, "overdoses", "last_overdose_on", around, _("overdose"))
    if row["treatment_before"] == "no" and row["treatment_helped"]:
        yield _("Never treated before, and yet something of it helped.")


def _physical(row: Values, around: Around) -> Iterator[str]:
    yield from _turned_around(row, "sleep_hours_low", "sleep_hours_high", _("hours of sleep"))
    if row["pregnancy"] in ("yes", "possible") and around.sex == "male":
        yield _("A pregnancy is noted, and the sex recorded for scoring is male.")
    injected = any(each["route"] == "injected" for each in around.substances)
    if row["fever_with_injecting"] == "yes" and around.substances and not injected:
        yield _("Fever with injecting, and yet no substance in the grid is injected.")


def _psychiatric(row: Values, around: Around) -> Iterator[str]:
    yield from _count_and_day(row, "suicide_attempts", "last_attempt_on", around, _("suicide attempt"))
    mania = ("little_sleep", "high_mood", "racing_thoughts", "risky_acts")
    psychosis = ("voices", "watched", "messages", "confused")
    for signs, names in (("mania_signs", mania), ("psychosis_signs", psychosis)):
        told = sum(row[name] == "yes" for name in names)
        if row[signs] == "no" and told >= 2:
            yield _("{count} of the four questions were answered yes, and the summary below them says no.").format(
                count=told
            )
    if row["treated_before"] == "no" and row["treatment_detail"]:
        yield _("Never treated before, and yet there are details of a treatment.")


def _family(row: Values, _around: Around) -> Iterator[str]:
    if row["has_children"] == "no" and (row["children_at_home"] or 0) > 0:
        yield _("No children, and yet children live at home.")


def _money(row: Values, around: Around) -> Iterator[str]:
    if row["legal_matters"] == "no" and (row["legal_detail"] or row["next_court_date"]):
        yield _("No legal matters, and yet details or a court date.")
    if row["next_court_date"] is not None and row["next_court_date"] < around.today:
        yield _("The next court date has passed.")


def _living(row: Values, _around: Around) -> Iterator[str]:
    if row["housing"] in ("street", "shelter", "doubled_up") and row["stable"] == "yes":
        yield _("Housing is called stable, and yet there is no home of one's own.")


def _count_and_day(row: Values, count: str, day: str, around: Around, what: str) -> Iterator[str]:
    number, last = row[count], row[day]
    if number == 0 and last is not None:
        yield _("No {what}, and yet the day of the last one.").format(what=what)
    if last is not None and last > around.today:
        yield _("The day of the last {what} lies in the future.").format(what=what)


def _turned_around(row: Values, low: str, high: str, what: str) -> Iterator[str]:
    if row[low] is not None and row[high] is not None and row[high] < row[low]:
        yield _("The upper {what} is smaller than the lower.").format(what=what)


def _figure(value: float) -> str:
    return f"{value:g}"


_RULES: Mapping[str, Callable[[Values, Around], Iterable[str]]] = {
    "substance": _substance,
    "substance_use": _substance_use,
    "physical_health": _physical,
    "psychiatric_history": _psychiatric,
    "family_dynamics": _family,
    "living_conditions": _living,
    "money_legal": _money,
}
