"""What the client said is asked about until a goal takes it up; what is private is never read out over a goal."""

import pytest

from recovery_desktop.plans.goal_prompts import goal_prompts
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.health import PsychiatricHistory, TraumaSafety
from recovery_desktop.records.life import WorkSchool
from recovery_desktop.records.person import CultureMeaning, Hopes
from recovery_desktop.records.store import Store
from tests.people import admitted, sample


@pytest.fixture
def assessment(store: Store) -> Assessment:
    return store.add(Assessment, admitted(store)[1])


def asked(assessment: Assessment) -> list[tuple[str, str]]:
    episode = take(assessment.episode.client_id).rows("episodes")[0]
    return [(one.quote, one.asks) for one in goal_prompts(episode)]


def test_a_saying_is_asked_about_until_a_goal_takes_up_one_of_its_words(store: Store, assessment: Assessment) -> None:
    store.add(CultureMeaning, assessment, used_to_enjoy="I used to dance")
    assert asked(assessment) == [("I used to dance", "What would be a first step back to it?")]
    goal = store.add(Goal, assessment.episode, own_words="Dancing again")
    assert asked(assessment) == []
    store.save(goal, status="dropped")
    assert len(asked(assessment)) == 1


def test_hopes_come_first(store: Store, assessment: Assessment) -> None:
    store.add(WorkSchool, assessment, own_words="They count the minutes")
    store.add(Hopes, assessment, a_year_from_now="A quiet head")
    assert [quote for quote, _asks in asked(assessment)] == ["A quiet head", "They count the minutes"]


@pytest.mark.parametrize("model", [TraumaSafety, PsychiatricHistory])
def test_words_on_safety_and_on_the_mind_are_left_alone(store: Store, assessment: Assessment, model: type) -> None:
    store.add(model, assessment, own_words="Nobody knows this")
    assert asked(assessment) == []


def test_of_the_example_client_only_that_is_asked_which_her_goals_do_not_say(store: Store) -> None:
    episode = take(sample(store, "priya-shah").id).rows("episodes")[-1]
    said = [one.quote for one in goal_prompts(episode)]
    assert "I used to dance" not in said
    assert "To come down" in said
