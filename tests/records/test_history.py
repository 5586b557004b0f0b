"""Tests that every change of the record can be taken back and done again, in one line of steps."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery_desktop.assets import resources
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.base import Record
from recovery_desktop.records.checks import NotKept
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.goals import (
    Finding,
    Goal,
    GoalNeed,
    Intervention,
    InterventionObjective,
    Need,
    Objective,
    Progress,
)
from recovery_desktop.records.history import History, Touched
from recovery_desktop.records.practice import Resource, Staff
from recovery_desktop.records.store import Store
from recovery_desktop.vault import DiskFull


def client(store: Store) -> Client:
    return store.add(Client, record_number="RD-000001", legal_family="Shah")


def whole(number: int) -> Any:
    """A client's record as nested plain values, with numbers, order, threads and pointers."""

    def plain(entry: Entry) -> Any:
        lists = {name: [plain(row) for row in rows] for name, rows in entry.lists.items()}
        threads = {name: [row.number for row in rows] for name, rows in (*entry.links.items(), *entry.back.items())}
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


@pytest.mark.parametrize("name", ["priya-shah", "ernesto-quizhpe", "josephine-tate"])
def test_a_whole_client_comes_back(store: Store, name: str) -> None:
    history = History(store)
    person = take_client(store, (resources() / "sample" / f"{name}.json").read_bytes())
    before = whole(person.id)
    history.remove(person)
    assert not Client.select().exists() and not GoalNeed.select().exists()
    history.undo()
    assert whole(person.id) == before
    assert store.vault.check() == []


def test_who_came_in_the_meantime_takes_nobody_s_number(store: Store) -> None:
    history, person = History(store), client(store)
    store.add(Episode, person)
    before = whole(person.id)
    history.remove(person)
    other = store.add(Client, record_number="RD-000002", legal_family="Roe")
    store.add(Episode, other)
    history.undo()
    assert whole(person.id) == before
    assert Episode.select().where(Episode.client == other).count() == 1


def test_threads_keep_their_order(store: Store) -> None:
    history, person = History(store), client(store)
    episode = store.add(Episode, person)
    goal = store.add(Goal, episode, own_words="Sleep")
    needs = [store.add(Need, episode, statement=statement) for statement in ("Money", "Home", "Work")]
    for need in needs:
        store.link(GoalNeed, goal, need)
    before = whole(person.id)
    history.unlink(GoalNeed, goal, needs[0])
    history.remove(needs[1])
    history.undo()
    history.undo()
    assert whole(person.id) == before


def test_a_thread_tied_past_the_history_takes_nothing_from_one_that_comes_back(store: Store) -> None:
    history, person = History(store), client(store)
    episode = store.add(Episode, person)
    goal = store.add(Goal, episode, own_words="Sleep")
    needs = [store.add(Need, episode, statement=statement) for statement in ("Money", "Home")]
    store.link(GoalNeed, goal, needs[0])
    history.unlink(GoalNeed, goal, needs[0])
    store.link(GoalNeed, goal, needs[1])
    history.undo()
    assert GoalNeed.select().where(GoalNeed.goal == goal).count() == 2


def test_places_are_those_of_before(store: Store) -> None:
    history, person = History(store), client(store)
    episode = store.add(Episode, person)
    goals = [store.add(Goal, episode, own_words=words) for words in "abcd"]
    store.move(goals[3], 0)
    before = whole(person.id)
    history.remove(Goal.get_by_id(goals[2].id))
    history.remove(Goal.get_by_id(goals[0].id))
    history.move(Goal.get_by_id(goals[1].id), 0)
    for _each in range(3):
        history.undo()
    assert whole(person.id) == before


def test_a_row_in_hand_from_before_an_undo_is_saved_again(store: Store) -> None:
    history, row = History(store), client(store)
    history.save(row, pronouns="she/her")
    history.undo()
    history.save(row, pronouns="she/her")
    assert Client.get_by_id(row.id).pronouns == "she/her"
    assert history.undo_text == "edit “Pronouns”"


def test_a_list_changed_in_hand_is_a_step(store: Store) -> None:
    history = History(store)
    goal = store.add(Goal, store.add(Episode, client(store)), own_words="Rest", domains=["work"])
    goal.domains.append("money")
    history.save(goal, domains=goal.domains)
    history.undo()
    assert Goal.get_by_id(goal.id).domains == ["work"]


def test_what_was_kept_once_comes_back_although_it_would_be_refused_today(store: Store) -> None:
    history, row = History(store), client(store)
    store.vault.write(Client.update(pronouns="she\ther").execute)
    history.save(row, pronouns="she/her")
    history.undo()
    assert Client.get_by_id(row.id).pronouns == "she\ther"


def test_an_undo_the_disk_does_not_take_can_be_tried_again(store: Store) -> None:
    history, person = History(store), client(store)
    long = "To sleep again. " * 60_000
    store.add(Episode, person, reason_for_coming=long)
    before = whole(person.id)
    connection = store.vault.connection()
    history.remove(person)
    store.add(Client, record_number="RD-000002", legal_family="Roe", address=long)  # into the room that came free
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        history.undo()
    assert Client.select().count() == 1 and history.undo_text == "remove client"
    connection.execute("PRAGMA max_page_count = 100000")
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


ADDING = ("add goal", "add need", "add objective", "add progress")
ACTIONS = ("edit", "point", *ADDING, "remove", "remove objective", "move", "tie", "untie", "undo", "redo")


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
    if action in ("undo", "redo"):
        (history.undo if action == "undo" else history.redo)()
    elif action == "add goal":
        history.add(Goal, episode, own_words=f"goal {which}")
    elif action == "add need":
        history.add(Need, episode, statement=f"need {which}")
    else:
        change(history, action, which, to)


def change(history: History, action: str, which: int, to: int) -> None:
    """Something done with what is there."""
    goal, need, objective, progress = (one_of(model, which) for model in (Goal, Need, Objective, Progress))
    if action == "edit" and goal:
        history.save(goal, visit=which % 2 or None, own_words=f"words {to}", domains=["work", "money"][:to])
    elif action == "point" and progress:
        history.save(progress, objective=objective)
    elif action == "add objective" and goal:
        history.add(Objective, goal, statement=f"objective {which}")
    elif action == "add progress" and goal:
        history.add(Progress, goal, objective=objective, note=f"note {which}")
    elif action == "remove" and (goal or need):
        history.remove(goal if goal and to % 2 else need or goal)
    elif action == "remove objective" and objective:
        history.remove(objective)
    elif action == "move" and (goal or need):
        history.move(goal if goal and which % 2 else need or goal, to)
    elif action in ("tie", "untie") and goal and need:
        (history.link if action == "tie" else history.unlink)(GoalNeed, goal, need)


def one_of(model: type[Record], which: int) -> Any:
    rows = list(model.select().order_by(model.id))
    return rows[which % len(rows)] if rows else None


def test_changes_made_at_once_are_one_step_or_none(store: Store) -> None:
    history = History(store)

    def make(*names: str) -> None:
        for name in names:
            history.add(Resource, name=name)

    history.at_once("bring two", lambda: make("One", "Two"))
    assert history.undo_text == "bring two"
    with pytest.raises(NotKept):
        history.at_once("bring a bad one", lambda: make("Three", " "))
    assert [row.name for row in Resource.select()] == ["One", "Two"]
    assert history.undo_text == "bring two"
    history.undo()
    assert Resource.select().count() == 0
    history.redo()
    assert Resource.select().count() == 2
