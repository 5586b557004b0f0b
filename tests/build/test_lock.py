"""The locks: exact, hashed, silent about where things come from, and enough for every platform we promise."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    name: (ROOT / "build" / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")
}
PLATFORMS = [
    ("win32", "AMD64"),
    ("win32", "ARM64"),
    ("darwin", "x86_64"),
    ("darwin", "arm64"),
    ("linux", "x86_64"),
    ("linux", "aarch64"),
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def entries(lock: str) -> list[str]:
    """The lock's entries, each with its hashes on one line."""
    return [line for line in lock.replace("\\\n", "").splitlines() if not line.startswith("#")]


def pins(lock: str, platform: tuple[str, str], python: str) -> dict[str, str]:
    """The version of each library for one platform and Python."""
    surroundings = {"sys_platform": platform[0], "platform_machine": platform[1]}
    surroundings |= {"python_full_version": f"{python}.0", "python_version": python}
    surroundings |= {"platform_python_implementation": "CPython", "implementation_name": "cpython"}
    requirements = [Requirement(entry.partition("--hash")[0]) for entry in entries(lock)]
    right = [each for each in requirements if each.marker is None or each.marker.evaluate(surroundings)]
    assert len(right) == len({each.name for each in right}), "two versions of one library"
    return {each.name: str(each.specifier).removeprefix("==") for each in right}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_every_entry_is_exact_and_hashed(lock: str) -> None:
    exact = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^@]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries(lock) if not exact.fullmatch(entry.strip())] == []


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_names_no_address(lock: str) -> None:
    assert re.findall(r"\S*(?:://|@|index|find-links|\.\w+/)\S*", lock) == []


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS, ids=" ".join)
def test_has_what_the_program_asks_for(platform: tuple[str, str], python: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = pins(LOCKS["requirements.lock"], platform, python)
    asked = {each.name.lower(): each.specifier for each in map(Requirement, project["dependencies"])}
    assert asked.keys() <= locked.keys()
    assert [name for name, versions in asked.items() if not versions.contains(locked[name])] == []


@pytest.mark.parametrize("platform", PLATFORMS, ids=" ".join)
def test_tests_run_with_the_very_same_libraries(platform: tuple[str, str]) -> None:
    program, tests = (pins(lock, platform, PYTHONS[0]) for lock in LOCKS.values())
    assert program.items() <= tests.items()
