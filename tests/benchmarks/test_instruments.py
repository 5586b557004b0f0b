"""How long the questionnaires take to read: all of them in all languages, and only what the list of them needs."""

from pathlib import Path
from typing import Any

import tomli

from recovery_desktop.assets import resources
from recovery_desktop.instruments import available, instrument, library

GROUP = "all questionnaires read"
LIST = "the first list of questionnaires"
ROUNDS = 30


def forget() -> None:
    for kept in (library._languages, library._read, library._listed):
        kept.cache_clear()


def read_all() -> int:
    return len([instrument(form.id, language) for form in available() for language in form.languages])


def files() -> list[Path]:
    return sorted((resources() / "instruments").glob("*.toml"))


def parse(some: list[Path]) -> int:
    return len([tomli.loads(file.read_text(encoding="utf-8")) for file in some])


def test_reading_all(benchmark: Any) -> None:
    benchmark.group = GROUP
    benchmark.extra_info["milliseconds"] = 30
    assert benchmark.pedantic(read_all, setup=forget, rounds=ROUNDS, warmup_rounds=1) == len(files())


def test_reading_all_floor(benchmark: Any) -> None:
    """Only parsing the same files."""
    benchmark.group = GROUP
    assert benchmark.pedantic(parse, args=(files(),), rounds=ROUNDS, warmup_rounds=1) == len(files())


def test_listing_all(benchmark: Any) -> None:
    benchmark.group = LIST
    benchmark.extra_info["milliseconds"] = 10
    assert benchmark.pedantic(lambda: len(available()), setup=forget, rounds=ROUNDS, warmup_rounds=1)


def test_listing_all_floor(benchmark: Any) -> None:
    """Only parsing the files that it lists, whole."""
    benchmark.group = LIST
    english = [file for file in files() if file.name.endswith(".en.toml")]
    assert benchmark.pedantic(parse, args=(english,), rounds=ROUNDS, warmup_rounds=1) == len(english)
