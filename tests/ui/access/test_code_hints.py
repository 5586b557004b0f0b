"""Which group of a mistyped recovery code looks wrong."""

from hypothesis import given, settings
from hypothesis import strategies as st
from recovery_desktop_ui.access.code_hints import wrong_groups

from recovery_desktop.vault.recovery_code import code_for

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=20, max_size=20)


@settings(max_examples=25, deadline=None)
@given(secret=secrets, group=st.integers(0, 8), place=st.integers(0, 3), letter=st.sampled_from(LETTERS))
def test_one_wrong_letter_is_found(secret: bytes, group: int, place: int, letter: str) -> None:
    groups = code_for(secret).split("-")
    right = groups[group]
    groups[group] = right[:place] + letter + right[place + 1 :]
    assert wrong_groups(groups) == (set() if groups[group] == right else {group + 1})


@settings(max_examples=25, deadline=None)
@given(secret=secrets, group=st.integers(0, 8), place=st.integers(0, 2))
def test_two_letters_in_the_wrong_order_are_found(secret: bytes, group: int, place: int) -> None:
    groups = code_for(secret).split("-")
    right = groups[group]
    groups[group] = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert wrong_groups(groups) == (set() if groups[group] == right else {group + 1})


def test_groups_that_cannot_be_right_are_named() -> None:
    groups = code_for(bytes(20)).split("-")
    groups[1], groups[4], groups[8] = "ABC", "AB?D", ""
    assert wrong_groups(groups) == {2, 5, 9}


def test_the_letter_u_is_in_no_code() -> None:
    groups = code_for(bytes(20)).split("-")
    groups[3] = "UUUU"
    assert wrong_groups(groups) == {4}


def test_more_than_one_slip_is_not_guessed_at() -> None:
    groups = code_for(bytes(20)).split("-")
    groups[0], groups[7] = "ZZZZ", "YYYY"
    assert wrong_groups(groups) == set()
