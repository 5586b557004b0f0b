"""What is different between two assessments: each change once, under the name by which the row is known."""

from collections.abc import Iterator
from typing import Any

import pytest

from recovery_desktop.plans.assessment_changes import Answered, side_by_side
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Assessment, Strength
from recovery_desktop.records.life import LivingConditions, Relative
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, UseTopics
from tests.people import admitted


class Pair:
    """Two assessments of one client, the second carried over from the first."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.client, episode = admitted(store)
        self.first = store.add(Assessment, episode)
        cocaine = store.add(
            Substance,
            self.first,
            substance_class="cocaine",
            name="Cocaine",
            route="nasal",
            amount_unit="g",
            amount_per="night",
            days_of_30=10,
            source="a co-worker",
        )
        store.add(UseTopics, cocaine, craving="yes", tolerance="no")
        store.add(Substance, self.first, substance_class="tobacco", name="Vape", route="vaped", days_of_30=30)
        store.add(Strength, self.first, statement="Rent is always paid.", domain="money")
        store.add(Relative, self.first, relative="Mother", condition="depression", kind="mind")
        store.add(LivingConditions, self.first, lives_with="her sister", stable="yes")
        self.later = store.add(Assessment, episode)
        store.carry_over(self.first, self.later)

    def now(self, model: Any, **wanted: Any) -> Any:
        """The row of the later assessment."""
        rows = model.select().where(model.assessment == self.later)
        return next(row for row in rows if all(getattr(row, name) == value for name, value in wanted.items()))

    def all(self) -> tuple[Answered, ...]:
        before, later = take(self.client.id).rows("episodes")[0].rows("assessments")
        return side_by_side(before, later)

    def changed(self) -> list[tuple[str, str, str]]:
        return [(each.words, each.then, each.now) for each in self.all() if each.is_changed]


@pytest.fixture
def pair(store: Store) -> Iterator[Pair]:
    yield Pair(store)


def test_nothing_is_different_at_first_and_all_stands_side_by_side(pair: Pair) -> None:
    assert pair.changed() == []
    assert ("Cocaine: Craving", "Yes", "Yes") in [(each.words, each.then, each.now) for each in pair.all()]


def test_fields_topics_and_sections_are_named_where_they_changed(pair: Pair) -> None:
    cocaine = pair.now(Substance, name="Cocaine")
    pair.store.save(cocaine, days_of_30=2)
    pair.store.save(UseTopics.get(UseTopics.substance == cocaine), craving="no")
    pair.store.save(pair.now(LivingConditions), stable="no")
    assert pair.changed() == [
        ("Cocaine: Days of the last 30", "10", "2"),
        ("Cocaine: Craving", "Yes", "No"),
        ("Housing is stable", "Yes", "No"),
    ]


def test_another_name_is_one_change_and_no_other_row(pair: Pair) -> None:
    pair.store.save(pair.now(Substance, name="Cocaine"), name="Coke")
    pair.store.save(pair.now(Strength), statement="Rent is always paid on time.")
    pair.store.save(pair.now(Relative), condition="depression, treated")
    assert sorted(pair.changed()) == [
        ("Coke: Substance", "Cocaine", "Coke"),
        ("Mother: Condition", "depression", "depression, treated"),
        ("Rent is always paid on time.: Strength", "Rent is always paid.", "Rent is always paid on time."),
    ]


def test_a_row_that_is_gone_or_new_is_one_change_each_with_its_answers_beside(pair: Pair) -> None:
    pair.store.remove(pair.now(Substance, name="Vape"))
    pair.store.add(Substance, pair.later, substance_class="opioid", name="Pills", route="oral", days_of_30=4)
    assert pair.changed() == [("Vape: listed", "yes", "no"), ("Pills: listed", "no", "yes")]
    assert ("Vape: Days of the last 30", "30", "") in [(each.words, each.then, each.now) for each in pair.all()]


def test_one_substance_in_the_place_of_another_of_its_class_is_not_taken_for_it(pair: Pair) -> None:
    pair.store.remove(pair.now(Substance, name="Cocaine"))
    pair.store.add(Substance, pair.later, substance_class="cocaine", name="Crack", route="smoked", days_of_30=3)
    assert pair.changed() == [("Cocaine: listed", "yes", "no"), ("Crack: listed", "no", "yes")]
