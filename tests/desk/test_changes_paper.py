"""What changed as a document: each change stands beside its reason, and only what may be told is in it."""

import datetime
from collections.abc import Iterator

import pytest

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.documents.paper import Paper
from recovery_desktop.plans.papers.changes import PARTS_OF_CHANGES
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.diagnoses import Diagnosis, Medication
from recovery_desktop.records.goals import Goal, Objective
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.documents.reading import headings, spoken, unmarked_text
from tests.people import TODAY, sample

PAPER = PAPERS["changes"]
MOMENT = datetime.datetime(2026, 10, 24, 14, 5)
LONG = "Eight of eight nights, as Łukasz saw. " * 600


@pytest.fixture
def client(store: Store) -> Client:
    return sample(store, "priya-shah")


@pytest.fixture
def before(store: Store, client: Client) -> Iterator[Entry]:
    medicine = store.add(Medication, client, name="Nicotine patch", dose="21 mg")
    earlier = take(client.id)
    store.save(Goal.get(Goal.own_words == "Keep my weekends"), status="met", status_reason=LONG)
    store.save(Objective.get(Objective.goal == Goal.get(Goal.own_words == "Dance again")), target="two classes")
    store.save(Service.get_by_id(1), times=1, change_reason="Ελένη was there")
    store.save(Diagnosis.get(), severity="mild")
    store.save(medicine, dose="40 units of it")
    yield earlier


def made(client: Client, before: Entry, parts: frozenset[str] | None = None) -> str:
    content = PAPER.content(take(client.id), take_practice(), Occasion(on=TODAY, parts=parts, before=before))
    pdf = PAPER.build(content, Paper.A4, MOMENT, "en-US")
    assert not unmarked_text(pdf)
    return "\n".join(text.strip() for text in spoken(pdf))


def test_it_reads_goal_by_goal_with_the_reason_beside(client: Client, before: Entry) -> None:
    said = made(client, before)
    assert "“Keep my weekends”" in said
    assert said.index("is reached.") < said.index("Eight of eight nights,") < said.index("Dance again")
    assert "Nobody has said why yet." in said
    assert " ".join(LONG.split()) in " ".join(said.split())


def test_its_outline_is_goals_and_parts(client: Client, before: Entry) -> None:
    content = PAPER.content(take(client.id), take_practice(), Occasion(on=TODAY, before=before))
    found = headings(PAPER.build(content, Paper.LETTER, MOMENT, "en-US"))
    assert [tag for tag, _title in found] == ["H1"] + ["H2"] * (len(found) - 1)
    assert [title for _tag, title in found][:3] == ["What changed, and why", "Goal 1", "Goal 3"]


@pytest.mark.parametrize("part", [part.key for part in PARTS_OF_CHANGES])
def test_a_part_that_may_not_be_told_is_not_in_it(client: Client, before: Entry, part: str) -> None:
    canaries = {
        "goals": "two classes",
        "services": "Ελένη",
        "diagnoses": "severity",
        "medications": "40 units",
        "comment": PlanVersion.get(PlanVersion.number == 2).client_comment,
    }
    allowed = frozenset(each.key for each in PARTS_OF_CHANGES) - {part}
    said = made(client, before, allowed)
    for key, words in canaries.items():
        assert (words in said) == (key != part), key


def test_there_must_be_something_to_compare_with(client: Client) -> None:
    with pytest.raises(LookupError):
        PAPER.content(take(client.id), take_practice(), Occasion(on=TODAY))
