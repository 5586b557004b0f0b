"""Tests that every change of the record can be taken back and done again, in one line of steps."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.goals import Finding, Goal, GoalNeed, Intervention, InterventionObjective, Need, Objective
from recovery_desktop.records.history import History, Touched
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store


def client(store: Store) -> Client:
    return store.add(Client, record_number="RD-000001", legal_family="Shah")


def whole(number: int) -> Any:
    """A client's record as nested plain values, with numbers, order, threads and pointers."""

    def plain(entry: Entry) -> Any:
        lists = {name: [plain(row) for row in rows] for name, rows in entry.lists.items()}
        threads = {name: sorted(row.number for row in rows) for name, rows in entry.links.items()}
        pointers = {name: row.number for name, row in entry.refs.items()}
        return entry.number, entry.values, lists, threads, pointers

    return plain(take(number))


def test_typing_in_one_visit_is_one_step(store: Store) -> None:
    history, row, visit = History(store), client(store), object()
    for typed in ("P", "Pr", "Priya"):
        history.save(row, visit=visit, legal_given=typed)
    assert history.undo_text == "edit “Legal first name”"
    assert history.undo() == Touched(Client, row.id, ("legal_given",))
    assert Client.get_by_id(row.id).legal_given == ""
    assert history.undo() is None
    history.redo()
    assert Client.get_by_id(row.id).legal_given == "Priya"


def test_another_visit_is_another_step(store: Store) -> None:
    history, row = History(store), client(store)
    for typed in ("P", "Pr"):
        history.save(row, visit=object(), legal_given=typed)
    history.undo()
    assert Client.get_by_id(row.id).legal_given == "P"


def test_what_did_not_change_is_no_step(store: Store) -> None:
    history, row = History(store), client(store)
    history.save(row, legal_family="Shah")
    assert history.undo_text == ""


def test_typing_and_taking_it_back_by_hand_leaves_no_step(store: Store) -> None:
    history, row, visit = History(store), client(store), object()
    for typed in ("P", ""):
        history.save(row, visit=visit, legal_given=typed)
    assert history.undo() is None


def test_a_change_after_an_undo_ends_what_could_be_done_again(store: Store) -> None:
    history, row = History(store), client(store)
    history.save(row, legal_given="Priya")
    history.undo()
    history.save(row, pronouns="she/her")
    assert history.redo_text == "" and history.redo() is None


def test_a_removed_row_comes_back_with_all_that_hung_on_it(store: Store) -> None:
    history, person = History(store), client(store)
    episode = store.add(Episode, person)
    assessment = store.add(Assessment, episode)
    need = store.add(Need, episode, statement="Money")
    goal = store.add(Goal, episode, own_words="Keep my weekends")
    objective = store.add(Objective, goal, statement="8 of 8 nights")
    intervention = store.add(Intervention, goal, what="Talk")
    store.add(Finding, assessment, domain="money", statement="Debt")
    store.link(GoalNeed, goal, need)
    store.link(InterventionObjective, intervention, objective)
    before = whole(person.id)
    history.remove(goal)
    assert not Objective.select().exists() and not GoalNeed.select().exists()
    assert history.undo_text == "remove goal"
    history.undo()
    assert whole(person.id) == before
    history.redo()
    assert not Goal.select().exists()


def test_who_pointed_at_a_removed_row_points_at_it_again(store: Store) -> None:
    history, person = History(store), client(store)
    counselor = store.add(Staff, name="Dana Whitfield")
    episode = store.add(Episode, person, counselor=counselor)
    history.remove(counselor)
    assert Episode.get_by_id(episode.id).counselor is None
    history.undo()
    assert Episode.get_by_id(episode.id).counselor == counselor


def test_a_whole_client_comes_back(store: Store) -> None:
    history, person = History(store), client(store)
    store.add(Episode, person, reason_for_coming="To sleep again")
    before = whole(person.id)
    history.remove(person)
    history.undo()
    assert whole(person.id) == before


def test_several_changes_are_one_step(store: Store) -> None:
    history = History(store)
    with history.group("add client"):
        person = history.add(Client, record_number="RD-000002", legal_family="Shah")
        history.add(Episode, person)
    assert history.undo_text == "add client"
    history.undo()
    assert not Client.select().exists()
    history.redo()
    assert Episode.select().count() == 1
    assert history.undo() is not None and history.undo_text == ""


def test_what_was_done_of_a_group_that_failed_can_be_taken_back(store: Store) -> None:
    history = History(store)
    with pytest.raises(ZeroDivisionError), history.group("add client"):
        history.add(Client, record_number="RD-000002", legal_family="Shah")
        raise ZeroDivisionError
    history.undo()
    assert not Client.select().exists()


ACTIONS = ("edit", "add goal", "add need", "add objective", "remove", "move", "tie", "untie", "undo", "redo")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 7), st.integers(0, 3)), max_size=25))
def test_all_taken_back_is_as_before_and_all_done_again_as_after(
    store: Store, acts: list[tuple[str, int, int]]
) -> None:
    for former in Client.select():
        store.remove(former)
    person = client(store)
    episode = store.add(Episode, person)
    store.add(Need, episode, statement="Money")
    before, history = whole(person.id), History(store)
    for action, which, to in acts:
        act(history, episode, action, which, to)
    while history.redo():
        pass
    after = whole(person.id)
    while history.undo():
        pass
    assert whole(person.id) == before
    while history.redo():
        pass
    assert whole(person.id) == after


def act(history: History, episode: Episode, action: str, which: int, to: int) -> None:
    """One of many things a counselor may do; nothing where there is nothing to do it with."""
    goals, needs = list(Goal.select().order_by(Goal.id)), list(Need.select().order_by(Need.id))
    goal = goals[which % len(goals)] if goals else None
    need = needs[which % len(needs)] if needs else None
    if action == "edit" and goal:
        history.save(goal, visit=which % 2 or None, own_words=f"words {to}")
    elif action == "add goal":
        history.add(Goal, episode, own_words=f"goal {which}")
    elif action == "add need":
        history.add(Need, episode, statement=f"need {which}")
    elif action == "add objective" and goal:
        history.add(Objective, goal, statement=f"objective {which}")
    elif action == "remove" and (goal or need):
        history.remove(goal if goal and to % 2 else need or goal)
    elif action == "move" and goal:
        history.move(goal, to)
    elif action in ("tie", "untie") and goal and need:
        (history.link if action == "tie" else history.unlink)(GoalNeed, goal, need)
    elif action == "undo":
        history.undo()
    elif action == "redo":
        history.redo()
