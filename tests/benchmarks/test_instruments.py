"""How long the questionnaires take to read, all of them in all languages: what the first list of them costs."""

import tomllib
from pathlib import Path
from typing import Any

from recovery_desktop.assets import resources
from recovery_desktop.instruments import available, instrument, library

GROUP = "all questionnaires read"
ROUNDS = 30


def forget() -> None:
    library._languages.cache_clear()
    library._read.cache_clear()


def read_all() -> int:
    return len([instrument(form.id, language) for form in available() for language in form.languages])


def files() -> list[Path]:
    return sorted((resources() / "instruments").glob("*.toml"))


def parse_all() -> int:
    return len([tomllib.loads(file.read_text(encoding="utf-8")) for file in files()])


def test_reading_all(benchmark: Any) -> None:
    benchmark.group = GROUP
    benchmark.extra_info["milliseconds"] = 30
    assert benchmark.pedantic(read_all, setup=forget, rounds=ROUNDS, warmup_rounds=1) == len(files())


def test_reading_all_floor(benchmark: Any) -> None:
    """Only parsing the same files."""
    benchmark.group = GROUP
    assert benchmark.pedantic(parse_all, rounds=ROUNDS, warmup_rounds=1) == len(files())
