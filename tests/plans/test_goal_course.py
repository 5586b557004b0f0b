"""How goals go: the client's own rating by day, and what is to be reached next."""

import datetime

from recovery_desktop.plans.goal_course import GoalCourse, goal_courses
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.goals import Goal, Objective, Progress
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted


def courses(store: Store, client: int) -> tuple[GoalCourse, ...]:
    return goal_courses(take(client).rows("episodes")[0], TODAY)


def test_ratings_stand_by_day_and_the_last_of_a_day_counts(store: Store) -> None:
    client, episode = admitted(store)
    goal = store.add(Goal, episode, own_words="Dance")
    store.add(Goal, episode, own_words="Over", status="met")
    for when, rating in ((-1, 5), (-8, 3), (-1, 6), (-3, None)):
        store.add(Progress, goal, noted_on=TODAY + datetime.timedelta(when), client_rating=rating)
    (one,) = courses(store, client.id)
    assert (one.title, one.is_own, one.next, one.is_late) == ("“Dance”", True, "", False)
    assert one.readings == ((TODAY - datetime.timedelta(8), 3), (TODAY - datetime.timedelta(1), 6))


def test_the_next_objective_is_the_earliest_that_is_worked_on(store: Store) -> None:
    client, episode = admitted(store)
    goal = store.add(Goal, episode, statement="Leisure")
    store.add(Objective, goal, statement="Done", due_on=TODAY, status="met")
    store.add(Objective, goal, statement="Later", due_on=TODAY + datetime.timedelta(20))
    store.add(Objective, goal, statement="Sooner", due_on=TODAY + datetime.timedelta(3))
    (one,) = courses(store, client.id)
    assert (one.next, one.is_late) == ("Sooner: in 3 days", False)
    store.add(Objective, goal, statement="Late", due_on=TODAY - datetime.timedelta(2))
    (one,) = courses(store, client.id)
    assert (one.next, one.is_late) == ("Late: 2 days late", True)
