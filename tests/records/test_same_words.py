"""The same words in other clients' plans are counted by client, never by row, and short ones not at all."""

import pytest

from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.goals import Goal, Intervention, Objective
from recovery_desktop.records.same_words import others_with
from recovery_desktop.records.store import Store

WORDS = "Learn and practice coping skills"


def goal_of(store: Store, number: int, words: str = "") -> Goal:
    client = store.add(Client, record_number=f"RD-{number}", legal_family="Vale")
    return store.add(Goal, store.add(Episode, client), statement=words)


@pytest.mark.parametrize(("model", "field"), [(Objective, "statement"), (Intervention, "what")])
def test_what_stands_below_a_goal_is_counted_by_client(store: Store, model: type[Record], field: str) -> None:
    mine = store.add(model, goal_of(store, 1), **{field: WORDS})
    assert others_with(mine, field) == 0
    store.add(model, mine.goal, **{field: WORDS})
    assert others_with(mine, field) == 0, "twice in one's own plan is no matter of others"
    for number in (2, 3):
        goal = goal_of(store, number)
        store.add(model, goal, **{field: f" {WORDS.lower()} "})
        store.add(model, goal, **{field: WORDS})
    assert others_with(mine, field) == 2


def test_a_goal_is_compared_with_goals_and_short_words_with_nothing(store: Store) -> None:
    mine = goal_of(store, 1, WORDS)
    store.add(Objective, goal_of(store, 2), statement=WORDS)
    assert others_with(mine, "statement") == 0
    goal_of(store, 3, WORDS)
    assert others_with(mine, "statement") == 1
    short = goal_of(store, 4, "Sleep better")
    goal_of(store, 5, "Sleep better")
    assert others_with(short, "statement") == 0
