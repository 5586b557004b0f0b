"""What goes wrong at the console is told in words, and never with a client's."""

import getpass
import io
import json
import re
from collections.abc import Callable, Iterator

import pytest

from recovery_desktop.console import (
    NOT_DONE,
    OK,
    OUR_BUG,
    NothingTyped,
    TypedDifferently,
    ask_new_secret,
    ask_secret,
    run,
)
from recovery_desktop.errors import KnownError

Types = Callable[..., None]


def test_an_error_to_act_on_is_told_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        raise KnownError("The disk is full.", "Nothing is lost.", "Free space.")

    assert run(fails) == NOT_DONE
    assert capsys.readouterr().err == "The disk is full. Nothing is lost. Free space.\n"


def test_our_own_mistake_is_told_without_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        raise ValueError("Priya Shah uses cocaine")

    assert run(fails) == OUR_BUG
    said = capsys.readouterr().err
    assert "ValueError" in said and "fails" in said
    assert "Priya" not in said and "cocaine" not in said


def test_our_own_mistake_is_told_with_its_place_and_no_path(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        return int(json.loads("{Priya"))

    assert run(fails) == OUR_BUG
    said = capsys.readouterr().err
    assert re.search(r"^  recovery_desktop\.console run \d+$", said, re.MULTILINE)
    assert re.search(r"^  json\.decoder raw_decode \d+$", said, re.MULTILINE)
    assert ".py" not in said and "/" not in said and "\\" not in said


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Types:
    """Puts somebody at a terminal who types these lines and then ends the input."""

    def sit_down(*lines: str) -> None:
        left: Iterator[str] = iter(lines)

        def typed(prompt: str) -> str:
            for line in left:
                return line
            raise EOFError

        terminal = io.StringIO()
        monkeypatch.setattr(terminal, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", terminal)
        monkeypatch.setattr(getpass, "getpass", typed)

    return sit_down


def test_a_new_passphrase_is_typed_twice(types: Types) -> None:
    types("six plain words", "six plain words")
    assert ask_new_secret("New:", "Again:") == "six plain words"
    types("six plain words", "six plane words")
    with pytest.raises(TypedDifferently):
        ask_new_secret("New:", "Again:")


def test_a_script_says_a_new_passphrase_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("six plain words\r\nsomething else\n"))
    assert ask_new_secret("New:", "Again:") == "six plain words"


def test_an_input_that_ends_is_told_in_words(types: Types, monkeypatch: pytest.MonkeyPatch) -> None:
    types()
    with pytest.raises(NothingTyped):
        ask_secret("Passphrase:")
    for nothing in (io.StringIO(), None):
        monkeypatch.setattr("sys.stdin", nothing)
        with pytest.raises(NothingTyped):
            ask_secret("Passphrase:")


def test_stopping_it_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> int:
        raise KeyboardInterrupt

    assert run(stopped) == NOT_DONE
    assert run(lambda: OK) == OK
    assert capsys.readouterr().err == "Stopped.\n"
