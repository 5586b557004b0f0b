"""A bad client file is refused whole: every mistake named with its place, nothing written, no crash."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.form import MOST_PROBLEMS, VERSION
from recovery_desktop.exchange.reading import BadClientFile, read_client_file
from recovery_desktop.exchange.taking import ClientAlreadyHere, take_client
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store
from tests.whole_clients import client_files

GOOD: dict[str, Any] = {
    "format": "recovery-desktop-client",
    "version": VERSION,
    "staff": [{"id": "dana", "name": "Dana Whitfield"}],
    "client": {
        "record_number": "RD-000001",
        "legal_family": "Doe",
        "birth_date": "1990-02-28",
        "episodes": [
            {
                "counselor": "dana",
                "needs": [{"id": "n1", "statement": "Sleep"}],
                "goals": [{"own_words": "Sleep", "needs": ["n1"], "domains": ["physical"]}],
            }
        ],
    },
}


def changed(path: str, value: Any) -> bytes:
    """The good file with one place set to `value`."""
    plain: Any = json.loads(json.dumps(GOOD))
    *way, last = path.split("/")
    inner = plain
    for step in way:
        inner = inner[int(step) if step.isdigit() else step]
    inner[last] = value
    return json.dumps(plain).encode()


MISTAKES = [
    ("format", "other-program", "format"),
    ("version", VERSION + 1, "version"),
    ("version", 0, "version"),
    ("version", True, "version"),
    ("version", "1", "version"),
    ("surprise", 1, "field 5"),
    ("client", [], "client"),
    ("client/record_number", "", "client.record_number"),
    ("client/legal_family", 7, "client.legal_family"),
    ("client/birth_date", "1990-02-30", "client.birth_date"),
    ("client/birth_date", "28.02.1990", "client.birth_date"),
    ("client/birth_date", "1990-02-28T10:00", "client.birth_date"),
    ("client/birth_date", "0001-01-01", "client.birth_date"),
    ("client/sex", "sometimes", "client.sex"),
    ("client/favourite_color", "red", "client.field 5"),
    ("client/episodes", {}, "client.episodes"),
    ("client/episodes/0/counselor", "nobody", "client.episodes[0].counselor"),
    ("client/episodes/0/counselor", "n1", "client.episodes[0].counselor"),
    ("client/episodes/0/counselor", ["dana"], "client.episodes[0].counselor"),
    ("client/episodes/0/intake_at", "25:00", "client.episodes[0].intake_at"),
    ("client/episodes/0/goals/0/needs", ["n2"], "client.episodes[0].goals[0].needs[0]"),
    ("client/episodes/0/goals/0/needs", ["n1", "n1"], "client.episodes[0].goals[0].needs"),
    ("client/episodes/0/goals/0/needs", "n1", "client.episodes[0].goals[0].needs"),
    ("client/episodes/0/goals/0/domains", ["physical", "physical"], "client.episodes[0].goals[0].domains"),
    ("client/episodes/0/goals/0/importance", 11, "client.episodes[0].goals[0].importance"),
    ("client/episodes/0/goals/0/importance", 7.5, "client.episodes[0].goals[0].importance"),
    ("client/episodes/0/goals/0/id", "n1", "client.episodes[0].goals[0].id"),
    ("client/episodes/0/goals/0/own_words", "half \ud800 a letter", "client.episodes[0].goals[0].own_words"),
    ("client/episodes/0/needs/0/statement", " ", "client.episodes[0].needs[0].statement"),
]


@pytest.mark.parametrize(("path", "value", "place"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_nothing_is_written(
    store: Store, path: str, value: Any, place: str
) -> None:
    with pytest.raises(BadClientFile) as refused:
        take_client(store, changed(path, value))
    assert place in [problem.place for problem in refused.value.problems]
    assert all(problem.message for problem in refused.value.problems)
    assert not Client.select().count() and not Staff.select().count()


def test_all_mistakes_are_named_at_once() -> None:
    plain = json.loads(changed("client/sex", "sometimes"))
    plain["client"]["episodes"][0]["goals"][0] |= {"importance": 99, "needs": ["gone"]}
    with pytest.raises(BadClientFile) as refused:
        read_client_file(json.dumps(plain).encode())
    assert {problem.place for problem in refused.value.problems} == {
        "client.sex",
        "client.episodes[0].goals[0].importance",
        "client.episodes[0].goals[0].needs[0]",
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[" * 100_000,
        b'{"a":' * 40 + b"1" + b"}" * 40,
        b'{"format": "recovery-desktop-client", "version": NaN}',
        b'{"format": "x", "format": "recovery-desktop-client"}',
        b'{"version": ' + b"9" * 5000 + b"}",
    ],
    ids=["empty", "not utf-8", "null", "open lists", "deep", "NaN", "name twice", "long number"],
)
def test_what_is_no_client_file_is_refused(content: bytes) -> None:
    with pytest.raises(BadClientFile):
        read_client_file(content)


def test_a_file_is_as_large_as_the_limit_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    content = json.dumps(GOOD).encode()
    monkeypatch.setattr("recovery_desktop.exchange.reading.MOST_BYTES", len(content))
    read_client_file(content)
    with pytest.raises(BadClientFile, match="The file is larger than"):
        read_client_file(content + b" ")


def test_a_name_that_may_be_a_client_s_words_is_not_repeated() -> None:
    plain = json.loads(changed("client/episodes/0/uses cocaine", 1)) | {"Priya Shah": 1}
    with pytest.raises(BadClientFile) as refused:
        read_client_file(json.dumps(plain).encode())
    said = str(refused.value) + str(refused.value.problems)
    assert "client.episodes[0].field 4: The program does not know this field." in said
    assert "cocaine" not in said and "Priya" not in said


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_where_counting_ended_there_may_be_more(more: int) -> None:
    with pytest.raises(BadClientFile) as refused:
        read_client_file(changed("client/allergies", [7] * (MOST_PROBLEMS + more)))
    assert len(refused.value.problems) == MOST_PROBLEMS + min(more, 0)
    assert ("there may be more" in refused.value.cause) == (more >= 0)


def test_a_failure_half_way_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> None:
        raise RuntimeError("the last thread cannot be tied")

    monkeypatch.setattr(Store, "link", fails)
    with pytest.raises(RuntimeError):
        take_client(store, json.dumps(GOOD).encode())
    assert not Client.select().count() and not Episode.select().count() and not Staff.select().count()


def test_the_same_client_is_not_taken_twice(store: Store) -> None:
    content = json.dumps(GOOD).encode()
    take_client(store, content)
    with pytest.raises(ClientAlreadyHere) as refused:
        take_client(store, content)
    assert "RD-000001" in str(refused.value)
    assert Client.select().count() == 1


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


def spoiled(draw: st.DrawFn, plain: Any) -> Any:
    """A copy of a file with one place replaced by something random."""
    if isinstance(plain, (dict, list)) and plain and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(list(plain))) if isinstance(plain, dict) else draw(st.integers(0, len(plain) - 1))
        copy: Any = dict(plain) if isinstance(plain, dict) else list(plain)
        copy[key] = spoiled(draw, plain[key])
        return copy
    return draw(ANY_JSON)


@st.composite
def spoiled_files(draw: st.DrawFn) -> bytes:
    return json.dumps(spoiled(draw, draw(client_files()))).encode()


def read_or_refuse(content: bytes) -> None:
    """Reads a file; anything but a client file or a named refusal comes through."""
    try:
        assert read_client_file(content).client.values["record_number"]
    except KnownError as refused:
        assert refused.cause and refused.kept and refused.remedy


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=spoiled_files())
def test_spoiled_files_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)


@settings(max_examples=300, deadline=None)
@example(b"\xef\xbb\xbf{}")
@given(content=st.binary(max_size=300) | ANY_JSON.map(lambda plain: json.dumps(plain).encode()))
def test_random_files_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=spoiled_files() | st.binary(max_size=300) | ANY_JSON.map(lambda plain: json.dumps(plain).encode()))
def test_twenty_thousand_files_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)
