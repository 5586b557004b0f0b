"""The sample clients are whole: accepted, rightly scored, worded with respect, with no loose end in the thread."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.exchange.reading import read_client_file
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store

Plain = dict[str, Any]
FILES = sorted((resources() / "sample").glob("*-*.json"))
EMERGENCY = {"911", "988"}
FORBIDDEN = re.compile(
    r"addict|abus|junkie|\bdrunk|\bclean\b|\bdirty\b|\balcoholics?\b(?! Anonymous)|\bDSM|\bdimension|\blevel [1-4]\b",
    re.I,
)


def banded(*bands: tuple[float, str]) -> Callable[[float], str]:
    return lambda score: next(word for upto, word in bands if score <= upto)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def plain(file: Path) -> Plain:
    content: Plain = json.loads(file.read_text(encoding="utf-8"))
    return content


@pytest.fixture
def client(plain: Plain) -> Plain:
    whole: Plain = plain["client"]
    return whole


@pytest.fixture
def episode(client: Plain) -> Plain:
    only: Plain = client["episodes"][0]
    return only


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, with the name of the field it stands in."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)


def by_id(*lists: list[Plain]) -> dict[str, Plain]:
    return {row["id"]: row for rows in lists for row in rows if "id" in row}


def test_there_are_three() -> None:
    assert [path.stem for path in FILES] == ["ernesto-quizhpe", "josephine-tate", "priya-shah"]


def test_a_sample_is_accepted_and_written_as_the_program_writes(file: Path, plain: Plain) -> None:
    content = file.read_bytes()
    read_client_file(content)
    assert content.decode() == json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def test_all_three_share_the_same_staff(store: Store) -> None:
    for path in FILES:
        take_client(store, path.read_bytes())
    assert [one.name for one in Staff.select()] == ["Dana Whitfield", "Rafael Okafor", "Marisol Reyes"]


def test_every_telephone_number_is_fictional(plain: Plain) -> None:
    for name, text in texts(plain):
        assert all(re.fullmatch(r"555-01\d\d", found) for found in re.findall(r"\b\d{3}-\d{4}\b", text)), text
        if name.endswith("phone"):
            assert text in EMERGENCY or re.fullmatch(r"555-01\d\d", text), text


def test_words_put_the_person_first(plain: Plain) -> None:
    for name, text in texts(plain):
        assert not FORBIDDEN.search(text), text
        assert "ASAM" not in text or name == "evidence_source", text


def test_topics_met_are_counted_rightly(episode: Plain) -> None:
    substances = by_id(episode["assessments"][0]["substances"])
    for substance in substances.values():
        topics = substance["topics"]
        assert topics["met"] == sum(topics[name] == "yes" for name in topics.keys() - {"met"})
    for diagnosis in episode["diagnoses"]:
        if diagnosis["kind"] == "use_disorder":
            met = substances[diagnosis["substance"]]["topics"]["met"]
            assert diagnosis["topics_met"] == met
            assert diagnosis["severity"] == banded((3, "mild"), (5, "moderate"), (11, "severe"))(met)
            assert diagnosis["code"].startswith("F1")


def test_every_diagnosis_says_by_whom_and_on_what_it_rests(episode: Plain) -> None:
    assert [row["role"] for row in episode["diagnoses"]].count("principal") == 1
    for row in episode["diagnoses"]:
        assert row["code"] and row["code_set"] and row["basis"] and row["entered_by"] and row["entered_on"]
        assert (row["provisional"] == "yes") == ("to_be_confirmed_by" in row)
        assert row["provisional"] == "yes" or (row["diagnosed_by"] and row["diagnosed_on"])


def test_every_need_has_its_answer(episode: Plain) -> None:
    services = by_id(episode["services"])
    in_goals = {need for goal in episode["goals"] for need in goal["needs"]}
    for need in episode["needs"]:
        accepted = [one for one in need.get("services", []) if services[one]["decision"] == "accepted"]
        match need["status"]:
            case "addressed":
                assert need["id"] in in_goals or accepted or need.get("safety_steps"), need["statement"]
            case "referred":
                assert need["referrals"] and need["status_reason"], need["statement"]
            case "deferred" | "declined":
                assert need["status_reason"] and need["look_again_on"], need["statement"]
            case status:
                assert (status, bool(need["status_reason"])) == ("met", True)


def test_every_goal_is_the_clients_own_and_measurable(episode: Plain) -> None:
    for goal in episode["goals"]:
        assert goal["own_words"] and goal["statement"] and goal["domains"] and goal["why_it_matters"] and goal["needs"]
        assert goal["objectives"] and goal["target_on"] and goal["progress"]
        for objective in goal["objectives"]:
            assert objective["measure"] and objective["baseline"] and objective["target"] and objective["due_on"]
    assert any(goal["approach"] == "other" for goal in episode["goals"])


def test_the_golden_thread_has_no_loose_end(episode: Plain) -> None:
    findings = by_id(episode["assessments"][0]["findings"])
    needs, services = by_id(episode["needs"]), by_id(episode["services"])
    followed = {finding for need in needs.values() for finding in need["findings"]}
    areas_in_need = {need["domain"] for need in needs.values()}
    for key, finding in findings.items():
        assert key in followed or finding["domain"] not in areas_in_need, finding["statement"]
    assert all(need["findings"] for need in needs.values())
    assert {step for need in needs.values() for step in need.get("safety_steps", [])} == by_id(
        episode["safety_steps"]
    ).keys()
    used = {service for need in needs.values() for service in need.get("services", [])}
    for goal in episode["goals"]:
        served = set()
        for one in goal["interventions"]:
            assert one["who"] and one["objectives"] and services[one["service"]]["decision"] == "accepted", one["what"]
            assert one.get("times") or one.get("span") or one.get("due_on"), one["what"]
            assert {"starts_on", "due_on"} & one.keys(), one["what"]
            served |= set(one["objectives"])
            used.add(one["service"])
        assert served == by_id(goal["objectives"]).keys(), goal["own_words"]
    assert used == services.keys()


def test_every_service_is_explained_and_decided(episode: Plain) -> None:
    for service in episode["services"]:
        assert service["because_of"] and service["reason"] and service["evidence"] and service["evidence_source"]
        assert service["decided_on"] and service["decision"] != "open"
        if service["decision"] in ("declined", "deferred"):
            assert service["decision_reason"] and service["look_again_on"], service["name"]
        if service["decision"] == "advised_against":
            assert service["evidence"] == "caution"


def test_every_area_of_life_is_accounted_for(client: Plain, episode: Plain) -> None:
    assessment = episode["assessments"][0]
    areas = {area["domain"]: area for area in assessment["areas_of_life"]}
    assert list(areas) == list(DOMAINS) and len(assessment["areas_of_life"]) == len(DOMAINS)
    found = {finding["domain"] for finding in assessment["findings"]}
    for domain, area in areas.items():
        assert (area["state"] == "assessed") == (domain in found) == ("reason" not in area), domain
    others = {area["state"] for area in areas.values()} - {"assessed"}
    assert bool(others) == (client["preferred_name"] != "Priya")


def test_every_release_has_the_elements_of_a_consent(client: Plain) -> None:
    people, team = by_id(client["support_people"]), by_id(client["care_team"])
    for release in client["releases"]:
        for name in ("kind", "recipient", "discloser", "scope", "scope_detail", "purpose", "signed_on", "signed_by"):
            assert release[name], (release["recipient"], name)
        assert release.get("expires_on") or release["expires_when"]
        assert release["revocation_explained"] == "yes"
        named = people.get(release.get("person", ""), {}) or team.get(release.get("team_member", ""), {})
        assert named.get("name", "") in release["recipient"]


def test_every_safety_step_says_what_was_done(episode: Plain) -> None:
    for step in episode["safety_steps"]:
        assert step["gate"] and step["finding"] and step["action"] and step["response"]
        assert step["status"] == "watch" or (step["done_on"] and step["done_by"])


def test_referrals_have_results_and_medicines_a_prescriber(client: Plain, episode: Plain) -> None:
    assert all(row["result"] for row in episode["referrals"] if row["status"] != "planned")
    assert all(row["purpose"] and row["prescriber"] for row in client.get("medications", []))
    assert client["medications_state"] == ("listed" if client.get("medications") else "none")


def test_plan_versions_follow_each_other(episode: Plain) -> None:
    versions = episode["plan_versions"]
    assert [one["number"] for one in versions] == list(range(1, len(versions) + 1))
    assert [one["dated_on"] for one in versions] == sorted(one["dated_on"] for one in versions)
    assert {one["status"] for one in versions[:-1]} == {"replaced"} and versions[-1]["status"] == "draft"
    assert all(one["reason_detail"] and one["next_review_on"] > one["dated_on"] for one in versions)
    first, admitted = (date.fromisoformat(day) for day in (versions[0]["dated_on"], episode["admitted_on"]))
    assert 0 <= (first - admitted).days <= 30
