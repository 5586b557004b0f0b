"""What pip cannot bring is named for an ordinary user and installed for root; Qt says why it cannot start."""

import sys
from pathlib import Path
from types import ModuleType

import pytest


def test_packages_are_named_for_an_ordinary_user(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_missing", list)
    monkeypatch.setattr(system, "_install", lambda packages: pytest.fail("installed without being root"))
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match=r"^Python cannot: .* `sudo apt-get install python3-venv`, then start this"):
        system.need(["python3-venv"], "Python cannot")


def test_packages_are_installed_for_root(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = ["libegl1"]
    monkeypatch.setattr(system, "_missing", lambda packages: list(missing))
    monkeypatch.setattr(system, "_install", lambda packages: missing.clear())
    monkeypatch.setattr(system.os, "geteuid", lambda: 0, raising=False)
    assert system.provide(["libegl1"]) == []


def test_qt_starts_here(screen: ModuleType) -> None:
    screen.check_qt(Path(sys.executable), on_screen=False)


def test_qt_says_why_it_cannot_start(screen: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nowhere")
    monkeypatch.setattr(screen.system, "provide", lambda packages: [])
    with pytest.raises(SystemExit, match=r"(?s)nowhere.*Qt cannot start here: install .*, then start this again\."):
        screen.check_qt(Path(sys.executable), on_screen=True)
