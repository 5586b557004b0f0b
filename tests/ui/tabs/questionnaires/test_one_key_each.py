"""PHQ-9 takes nine keys and Enter; a key that is no answer says so; nothing is answered before the person does it."""

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import keys_of

from recovery_desktop.instruments import available, instrument
from recovery_desktop.records.store import Store
from tests.people import TODAY
from tests.ui.tabs.questionnaires.giving import at_questionnaires, chosen, give, here, latest, scores
from tests.ui.windows import field, on_screen


def test_phq_9_is_entered_with_nine_figures_and_enter(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    assert here() == "question.1"
    keyboard.type("212112102")
    keyboard.press("Return")
    assert keyboard.total == 10
    given = latest()
    assert given.responses == dict(zip("123456789", (2, 1, 2, 1, 1, 2, 1, 0, 2), strict=True))
    assert (given.instrument, given.name, given.given_on, given.answered_by) == ("phq-9", "PHQ-9", TODAY, "self")
    assert scores(given) == [{"value": 12, "highest": 27, "band": "moderate"}]
    words = on_screen(window)
    for part in ("12 of 27", "moderate", "Signs of depression were reported", "Kroenke", "not a diagnosis", "Spitzer"):
        assert part in words
    assert "PHQ-9, depression · 12 of 27, moderate, 14 Oct 2026" in words  # the line of the row


@pytest.mark.parametrize(
    ("figures", "value", "band"),
    [
        ("000000000", 0, "minimal"),
        ("111110000", 5, "mild"),
        ("222220000", 10, "moderate"),
        ("333330000", 15, "moderately severe"),
        ("333333333", 27, "severe"),
    ],
)
def test_each_band_of_phq_9(qtbot: QtBot, store: Store, figures: str, value: int, band: str) -> None:
    keyboard = give(at_questionnaires(qtbot, store), "phq-9")
    keyboard.type(figures)
    keyboard.press("Return")
    assert scores(latest()) == [{"value": value, "highest": 27, "band": band}]


def test_nothing_is_answered_beforehand(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store)
    for instrument_id in ("phq-9", "cows", "peg", "asq", "bam"):
        give(window, instrument_id)
        assert chosen(window) == {}, instrument_id
        assert latest().responses in ({}, None), instrument_id


def test_a_wrong_key_answers_nothing_and_says_which_keys_do(qtbot: QtBot, store: Store, heard: list[str]) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("7")
    assert here() == "question.1" and chosen(window) == {} and not latest().responses
    assert "That key is no answer here: press 0 to 3." in on_screen(window)
    assert heard[-1] == "That key is no answer here: press 0 to 3."
    keyboard.type("x2")
    assert "no answer here" not in on_screen(window)
    assert latest().responses == {"1": 2} and here() == "question.2"


def test_up_goes_back_and_another_key_answers_anew(qtbot: QtBot, store: Store) -> None:
    keyboard = give(at_questionnaires(qtbot, store), "phq-9")
    keyboard.type("12")
    keyboard.press("Up")
    assert here() == "question.2"
    keyboard.type("3")
    assert latest().responses == {"1": 1, "2": 3} and here() == "question.3"
    keyboard.press("Up", times=5)
    assert here() == "question.1"


def test_d_declines_s_skips_and_backspace_takes_back(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("1d")
    assert latest().responses == {"1": 1, "2": "declined"} and here() == "question.3"
    assert "The client declines to answer." in on_screen(window)
    keyboard.type("s")
    assert latest().responses == {"1": 1, "2": "declined"} and here() == "question.4"
    keyboard.press("Up", times=2)
    keyboard.press("Backspace")
    assert latest().responses == {"1": 1} and here() == "question.2"
    assert "The client declines to answer." not in on_screen(window)
    keyboard.press("Up")
    keyboard.press("Delete")
    assert not latest().responses


def test_arrows_go_along_the_answers_and_space_chooses(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.press("Right", times=2)
    assert not latest().responses
    keyboard.press("Space")
    assert latest().responses == {"1": 2} and here() == "question.2"
    assert chosen(window) == {"1": "2 More than half the days"}


def test_one_and_nought_are_ten(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    keyboard = give(at_questionnaires(qtbot, store), "peg")
    keyboard.type("10")
    assert latest().responses == {"1": 10} and here() == "question.2"
    keyboard.type("710")
    keyboard.press("Return")
    assert scores(latest()) == [{"value": 9, "highest": 10}]


def test_a_one_alone_goes_on_after_a_moment(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    keyboard = give(at_questionnaires(qtbot, store), "peg")
    keyboard.type("1")
    assert latest().responses == {"1": 1} and here() == "question.1"
    qtbot.waitUntil(lambda: here() == "question.2", timeout=3000)
    assert latest().responses == {"1": 1}


def test_a_one_and_another_figure_typed_fast_are_two_answers(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    keyboard = give(at_questionnaires(qtbot, store), "peg")
    keyboard.type("152")
    assert latest().responses == {"1": 1, "2": 5, "3": 2}


def test_yes_and_no_are_answered_by_their_first_letters(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "asq")
    keyboard.type("nnn")
    keyboard.type("n")
    assert not field(window, "question.5").isEnabled()
    assert here() == "asking.done"
    keyboard.press("Return")
    assert scores(latest()) == [{"band": "negative"}]
    assert keyboard.total == 5


def test_a_declined_answer_counts_where_the_form_says_so(qtbot: QtBot, store: Store) -> None:
    keyboard = give(at_questionnaires(qtbot, store), "asq")
    keyboard.type("ndnny")
    keyboard.press("Return")
    assert latest().responses == {"1": "no", "2": "declined", "3": "no", "4": "no", "5": "yes"}
    assert scores(latest()) == [{"band": "acute positive"}]


def test_no_two_answers_of_a_question_have_the_same_key() -> None:
    for each in available():
        for language in each.languages:
            for item in instrument(each.id, language).items:
                signs = [key.sign for key in keys_of(item)]
                assert len(set(signs)) == len(signs), (each.id, language, item.key, signs)


def test_the_spanish_suicide_screen_is_answered_by_its_own_letters(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "asq", "Sp")
    assert "↓ skips" in on_screen(window) and "S skips" not in on_screen(window)
    keyboard.type("snd")
    assert latest().responses == {"1": "yes", "2": "no", "3": "declined"}
    assert chosen(window) == {"1": "Sí", "2": "No", "3": "D No quiso contestar"}


def test_a_one_that_is_left_at_once_does_not_go_on_from_elsewhere(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    keyboard = give(at_questionnaires(qtbot, store), "peg")
    keyboard.type("1")
    keyboard.press("Tab")
    assert here() == "question.2"
    qtbot.wait(900)
    assert here() == "question.2"
    keyboard.type("1")
    keyboard.press("Backspace")
    qtbot.wait(900)
    assert here() == "question.2" and latest().responses == {"1": 1}
