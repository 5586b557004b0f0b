"""Every fact of the example case is kept in a field of its own and stands in the printed plan, or says why not."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.treatment_plan import build
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from tests.documents.reading import artifacts, spoken, structure
from tests.practices import new_practice
from tests.vignette_facts import FACTS, Fact

TODAY = datetime.date(2026, 10, 10)
STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Entry]:
    """Priya's record in a practice of its own."""
    store = new_practice(tmp_path_factory.mktemp("vignette") / "vault")
    content = (resources() / "sample" / "priya-shah.json").read_bytes()
    client = take_client(store, content)
    yield take(client.id)
    store.close()


@pytest.fixture(scope="module")
def printed(practice: Entry) -> bytes:
    """Priya's plan as printed."""
    plan = treatment_plan(practice, take_practice(), TODAY)
    return build(plan, Paper.LETTER, datetime.datetime(2026, 10, 10, 11, 40))


@pytest.fixture(scope="module")
def text(printed: bytes) -> str:
    """What the printed plan says, in reading order."""
    return " ".join(" ".join(spoken(printed)).split())


@pytest.fixture(scope="module")
def rows(printed: bytes) -> list[str]:
    """What each row of a table and each point of a list says."""
    pieces = [piece for piece in structure(printed).walk() if piece.tag in ("TR", "LI")]
    return [" ".join(" ".join(inner.text for inner in piece.walk()).split()) for piece in pieces]


def kept_at(client: Entry, path: str) -> Any:
    """The value at a path, in the form it has in a client file."""
    episode = client.rows("episodes")[0]
    starts = {"episode": episode, "assessment": episode.rows("assessments")[0]}
    first, _, rest = path.partition(".")
    here: Any = starts.get(first, client)
    for name, number in STEP.findall(rest if first in starts else path):
        here = _step(here, name, int(number or 0))
    return here.isoformat() if isinstance(here, datetime.date) else here


def _step(here: Any, name: str, number: int) -> Any:
    if isinstance(here, dict):
        return here[name]
    if name in here.values:
        return here[name]
    return here.refs[name] if name in here.refs else here.rows(name)[number]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.fact)
def test_a_fact_is_kept_in_its_field(practice: Entry, fact: Fact) -> None:
    assert kept_at(practice, fact.path) == fact.value


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.words], ids=lambda fact: fact.fact)
def test_a_fact_stands_in_the_plan(text: str, rows: list[str], fact: Fact) -> None:
    words = fact.words.split(" | ")
    assert any(all(word in row for word in words) for row in (rows if len(words) > 1 else [text]))


def test_a_fact_is_printed_or_says_why_not() -> None:
    assert all(bool(fact.words) != bool(fact.not_printed) for fact in FACTS)


def test_no_gate_opens_but_the_two(practice: Entry) -> None:
    steps = practice.rows("episodes")[0].rows("safety_steps")
    assert [step["gate"] for step in steps] == ["G06", "G16"]


def test_suggestions_go_with_finding_reason_strength_and_source(practice: Entry, text: str) -> None:
    for service in practice.rows("episodes")[0].rows("services"):
        for name in ("because_of", "reason", "evidence", "evidence_source"):
            assert service[name] and service.shown(name) in text, service["name"]


def test_the_plan_keeps_to_the_words_of_the_field(printed: bytes, text: str) -> None:
    assert not re.search(r"abus|addict|\bclean\b|\bdirty\b|ASAM level|\blevel \d", text, re.I)
    assert "HARK" not in text


def test_each_page_tells_the_version(printed: bytes) -> None:
    assert all("2" in foot and "Priya" not in foot for foot in artifacts(printed)[1:])
