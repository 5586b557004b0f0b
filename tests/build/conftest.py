"""The modules of the folder `build/`, which are scripts beside each other and no package."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BUILD = Path(__file__).resolve().parents[2] / "build"


def loaded(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BUILD)
    return importlib.import_module(name)


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return loaded("dev", monkeypatch)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return loaded("environment", monkeypatch)


@pytest.fixture
def pythons(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return loaded("pythons", monkeypatch)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return loaded("screen", monkeypatch)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return loaded("system", monkeypatch)
