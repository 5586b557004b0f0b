"""Rule profiles: those that come with the program are whole, a practice's own take their place, mistakes have lines."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_desktop.plans.profile import Profile
from recovery_desktop.plans.profile_reading import profile
from recovery_desktop.plans.profiles import DEFAULT, profile_named, shipped_profiles
from recovery_desktop.plans.readiness_checks.registry import CHECKS
from recovery_desktop.plans.rhythm import Rhythm

KEYS = {
    "generic",
    "joint-commission-like",
    "carf-like",
    "new-jersey-outpatient",
    "new-york-outpatient",
    "california-problem-list",
    "opioid-treatment-program",
}
TEXT = """name = "Ours"
edition = "2026"
looked_at = 2026-11-29
signers = ["client"]

[[sources]]
id = "law"
cite = "A law"

[[due]]
what = "review"
days = 60
words = "Every 60 days."
source = "law"

[[rules]]
id = "words"
words = "In the client's own words."
check = "goals_in_own_words"
source = "law"
"""


def test_all_of_them_come_with_the_program_and_the_default_is_first() -> None:
    found = shipped_profiles()
    assert found[0].key == DEFAULT
    assert {one.key for one in found} == KEYS


@pytest.mark.parametrize("found", shipped_profiles(), ids=lambda one: one.key)
def test_each_can_be_read_and_says_where_it_is_from_and_when_it_was_looked_at(found: Profile) -> None:
    assert found.problems == ()
    assert found.name and found.about and found.edition and found.signers
    assert found.looked_at is not None and found.looked_at >= datetime.date(2026, 11, 29)
    assert len(found.rules) >= 15
    assert all(one.sources for one in (*found.rules, *found.due))
    cited = {source for one in (*found.rules, *found.due) for source in one.sources}
    assert cited == set(found.sources), "a source that nothing rests on, or one that is not listed"
    assert all(source.link or source.unverified or "G2076" in source.cite for source in found.sources)
    assert len({one.check for one in found.rules}) == len(found.rules), "no check is asked for twice"


def test_every_check_is_asked_for_by_some_profile() -> None:
    assert {rule.check for one in shipped_profiles() for rule in one.rules} == set(CHECKS)


def test_none_takes_the_name_of_an_accreditor_or_speaks_for_one() -> None:
    for one in shipped_profiles():
        for accreditor in ("Joint Commission", "CARF"):
            assert accreditor not in one.name or f"{accreditor}-like" in one.name
            assert accreditor not in one.about
    like = [one for one in shipped_profiles() if "-like" in one.name]
    assert len(like) == 2
    assert all("not the accreditor’s own text, and not approved by it" in one.about for one in like)


@pytest.mark.parametrize(
    ("key", "rhythm", "unsure"),
    [
        ("generic", Rhythm(30, 0, 90, 0), {"first_plan", "review"}),
        ("new-jersey-outpatient", Rhythm(30, 3, 90, 30, ("supervisor",)), {"review"}),
        ("new-york-outpatient", Rhythm(30, 0, 90, 0), {"first_plan", "review"}),
        ("california-problem-list", Rhythm(), set()),
        ("opioid-treatment-program", Rhythm(14, 0, 90, 0), {"first_plan", "review"}),
    ],
)
def test_days_and_which_of_them_were_not_verified(key: str, rhythm: Rhythm, unsure: set[str]) -> None:
    found = profile_named(key, {})
    assert found.rhythm == rhythm
    assert {one.what for one in found.due if one.unverified} == unsure


def test_a_practice_s_own_goes_before_one_of_the_program_and_an_unknown_name_means_the_default() -> None:
    own = profile_named("carf-like", {"carf-like": TEXT})
    assert (own.is_own, own.name, len(own.rules), own.problems) == (True, "carf-like", 1, ())
    assert own.rhythm == Rhythm(review_days=60)
    assert profile_named("gone", {}).key == profile_named("", {}).key == DEFAULT


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('check = "goals_in_own_words"', 'check = "no_such"', 19, "“check” is one of"),
        ('check = "goals_in_own_words"', "", 16, "“check” is missing"),
        ('source = "law"\n\n[[rules]]', 'source = "lore"\n\n[[rules]]', 14, "there is no source “lore”"),
        ("days = 60", "days = 0", 12, "“days” is a number from 1 on"),
        ("days = 60", 'days = "60"', 12, "“days” is a number from 1 on"),
        ('what = "review"', 'what = "party"', 11, "“what” is one of first_plan, review, family_session"),
        ("looked_at = 2026-11-29", 'looked_at = "today"', 3, "“looked_at” is a day"),
        ('signers = ["client"]', 'signers = ["dog"]', 4, "“signers” is one of"),
        ('cite = "A law"', 'cite = "A law"\nunverified = "no"', 9, "“unverified” is true or false"),
        ("[[rules]]", "[[laws]]", 16, "nothing is called [[laws]] here"),
        ('words = "In', 'strict = "yes"\nwords = "In', 18, "nothing is called “strict” here"),
        ('id = "words"', 'id = "words', 17, "Illegal character"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_costs_one_block(old: str, new: str, line: int, reason: str) -> None:
    assert TEXT.count(old) == 1
    found = profile("Ours", TEXT.replace(old, new), is_own=True)
    assert [one.line for one in found.problems][:1] == [line]
    assert reason in str(found.problems[0])
    assert str(found.problems[0]).startswith(f"Ours, line {line}: ")
    assert len(found.rules) + len(found.due) + len(found.sources) + bool(found.looked_at) >= 1


def test_the_same_id_twice_is_told() -> None:
    rule = TEXT[TEXT.index("[[rules]]") :]
    found = profile("Ours", f"{TEXT}\n{rule}", is_own=True)
    assert [str(one) for one in found.problems] == ["Ours, line 23: “words” stands here twice"]
    assert len(found.rules) == 1


@settings(max_examples=150)
@given(
    cut=st.integers(0, len(TEXT)),
    put=st.text(alphabet=st.sampled_from('[]"=\n#abc 019{}.,ä'), max_size=12),
    drop=st.integers(0, 40),
)
def test_nothing_that_somebody_types_raises(cut: int, put: str, drop: int) -> None:
    found = profile("Ours", TEXT[:cut] + put + TEXT[cut + drop :], is_own=True)
    lines = (TEXT[:cut] + put + TEXT[cut + drop :]).count("\n") + 1
    assert all(1 <= one.line <= lines + 1 for one in found.problems)
