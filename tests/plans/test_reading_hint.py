"""The counselor is told how what was written for the client reads; the client's own words are never scored."""

from dataclasses import replace

import pytest

from recovery_desktop.documents.family_copy import FamilyCopy
from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.my_plan import MyPlan, Wanted
from recovery_desktop.plain_language import reading_of
from recovery_desktop.plans.papers.family_advice import how_to_help, in_an_emergency, of_naloxone
from recovery_desktop.plans.papers.reading_hint import MOST, reading_hint
from recovery_desktop.records.store import Store
from recovery_desktop.text import in_language
from tests.documents.client_papers import document, filled
from tests.documents.reading import spoken
from tests.plans.client_papers import made, record, release_to

HARD = "Utilize motivational interventions in order to ameliorate maladaptive psychosocial functioning"


def test_what_the_counselor_wrote_is_judged(store: Store) -> None:
    plan = replace(made("my_plan", record(store, "priya-shah")), calendar=(), strengths=(HARD,), wants=())
    hint = reading_hint(plan)
    assert hint.is_hard and hint.grade is not None and hint.grade > MOST
    assert hint.plainer.items() >= {"utilize": "use", "in order to": "to", "ameliorate": "make better"}.items()
    grade, long_words, plainer = hint.sentences  # ten words are no long sentence
    assert "reads like school grade" in grade and "grade 6 with ease" in grade
    assert "psychosocial" in long_words and "“utilize”: use" in plainer


def test_the_client_s_own_words_change_nothing(store: Store) -> None:
    plan = made("my_plan", record(store, "priya-shah"))
    without = reading_hint(plan)
    said = tuple(replace(one, own_words=HARD) for one in plan.wants)
    changed = replace(plan, hopes=HARD, wants=said, what_helps=(HARD,), if_i_slip=(HARD,), crisis=(HARD,))
    assert reading_hint(changed) == without


def test_what_stands_for_the_client_s_words_is_judged(store: Store) -> None:
    plan = replace(made("my_plan", record(store, "priya-shah")), calendar=(), strengths=(), wants=(Wanted("", HARD),))
    assert reading_hint(plan).is_hard


def test_nothing_written_gives_no_hint(store: Store) -> None:
    plan = replace(made("my_plan", record(store, "priya-shah")), calendar=(), strengths=(), wants=())
    assert reading_hint(plan).sentences == ()


def test_the_hint_stands_on_no_paper(store: Store) -> None:
    client = record(store, "priya-shah")
    for paper in (made("my_plan", client), made("family", client, release=release_to(client, "Anjali"))):
        assert reading_hint(paper).grade is not None or not paper.written_for_the_client()
        assert not any("grade" in text for text in (*texts_of(paper), *spoken(document(paper))))


def test_long_sentences_are_named_and_shortened(store: Store) -> None:
    long = "We meet on Monday and on Friday and we look at " + "what went well and " * 4 + "what did not go well"
    plan = replace(made("my_plan", record(store, "priya-shah")), calendar=(), strengths=(f"{long}. Short.",), wants=())
    (sentence,) = (one for one in reading_hint(plan).sentences if one.startswith("Long sentences: "))
    assert sentence.startswith("Long sentences: “We meet on Monday") and sentence.endswith("…”.")
    assert "Short" not in sentence


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_we_say_ourselves_to_clients_and_families_is_at_most_grade_six(language: str) -> None:
    with in_language(language):
        ours = [how_to_help(), in_an_emergency(), of_naloxone()]
        papers = [filled(kind, lambda name: "", 1) for kind in (MyPlan, FamilyCopy)]
        ours += [tuple(spoken(document(paper))) for paper in papers]
    for texts in ours:
        grade = reading_of(texts, language).grade
        assert grade is not None and grade <= 6
