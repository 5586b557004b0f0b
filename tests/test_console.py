"""What goes wrong at the console is told in words, and never with a client's."""

import pytest

from recovery_desktop.console import NOT_DONE, OK, OUR_BUG, run
from recovery_desktop.errors import KnownError


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


def test_stopping_it_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> int:
        raise KeyboardInterrupt

    assert run(stopped) == NOT_DONE
    assert run(lambda: OK) == OK
    assert capsys.readouterr().err == "Stopped.\n"
