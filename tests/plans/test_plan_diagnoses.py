"""Diagnoses and tests in the plan: what is the same of several stands once."""

import datetime

from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.treatment_plan import build
from recovery_desktop.plans import plan_diagnoses
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.store import Store
from tests.documents.reading import spoken
from tests.people import sample

TODAY = datetime.date(2026, 10, 14)
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def printed(client: int) -> str:
    plan = treatment_plan(take(client), take_practice(), TODAY)
    return " ".join(" ".join(spoken(build(plan, Paper.LETTER, NOW))).split())


def test_the_same_result_several_times_running_stands_once_with_all_its_days(store: Store) -> None:
    client = take(sample(store, "priya-shah").id)
    rows = plan_diagnoses.tests(client.rows("episodes")[-1])
    assert [row.date for row in rows] == [
        "9 Oct 2026, 5 Oct 2026, 2 Oct 2026, 28 Sep 2026, 25 Sep 2026",
        "24 Sep 2026",
        "21 Sep 2026, 18 Sep 2026, 14 Sep 2026",
        "10 Sep 2026",
    ]
    assert [row.result for row in rows][::2] == ["Negative", "Negative"]


def test_who_diagnosed_stands_once_while_it_is_the_same_of_all(store: Store) -> None:
    client = sample(store, "priya-shah").id
    confirmed = "to be confirmed by a licensed clinician"
    assert printed(client).count(confirmed) == 1
    store.save(Diagnosis.get(), diagnosed_by="Rafael Okafor, LCSW")
    assert printed(client).count(confirmed) == Diagnosis.select().count() - 1
