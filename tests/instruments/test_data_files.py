"""Every data file keeps to its own rules: each key that it names exists, and its bands fit its scales."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from recovery_desktop.assets import resources
from recovery_desktop.instruments import instrument
from recovery_desktop.instruments.definitions import Condition, Flag, Instrument, Item, Note, Outcome, Skip
from tests.instruments.valid_answers import printed

FILES = sorted((resources() / "instruments").glob("*.toml"))
NAMES = [file.name for file in FILES]
KNOWN = {
    "": {
        *("id", "language", "name", "title", "measures", "given", "items_shown", "period", "instruction", "uses"),
        *("license", "compared", "scoring", "options", "items", "scales", "bands", "skips", "outcomes", "flags"),
        "notes",
    },
    "license": {"status", "holder", "notice", "source", "commercial_use"},
    "compared": {"copy", "note"},
    "scoring": {"source"},
    "uses": {"instrument", "items"},
    "options": {"answer", "label", "points", "also"},
    "items": {
        *("key", "text", "options", "range", "points", "scored", "group", "hint", "low_label", "high_label"),
        "not_for_substance",
    },
    "scales": {"key", "name", "items", "method", "low", "high", "higher_is"},
    "bands": {"scale", "source", "cuts", "for_sex", "for_substance"},
    "cuts": {"from", "severity", "means"},
    "skips": {"items", "when", "gate", "means", "recorded_as"},
    "outcomes": {"severity", "means", "when"},
    "flags": {"flag", "says", "when"},
    "notes": {"text", "when"},
    "when": {"items", "count", "at_least", "at_most", "sum_at_most", "scale", "all"},
    "all": {"items", "count", "at_least", "at_most", "sum_at_most", "scale"},
}
STATUSES = {"free", "government", "public_domain", "non_commercial", "permission_needed"}


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def form_of(file: Path) -> Instrument:
    return instrument(*file.name.removesuffix(".toml").rsplit(".", 1))


def tables(value: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table of a file, with the name under which it stands."""
    if isinstance(value, list):
        for each in value:
            yield from tables(each, name)
    elif isinstance(value, dict):
        if name == "options":  # sets of answers, by names of their own
            value = {"": [row for rows in value.values() for row in rows]}
            yield from tables(value[""], "answers")
        else:
            yield name, value
            for key, each in value.items():
                if not (name == "items" and key == "points"):
                    yield from tables(each, key)


def conditions(form: Instrument) -> Iterator[Condition]:
    """Every condition of a form, those inside others too."""
    rules: list[Skip | Outcome | Flag | Note] = [*form.skips, *form.outcomes, *form.flags, *form.notes]
    for rule in rules:
        yield from rule.when.all or [rule.when]


def ends(form: Instrument, keys: Iterable[str]) -> tuple[int, int]:
    """The least and the most that these items can come to."""
    points = [[answer.points for answer in form.item(key).answers] for key in keys]
    return sum(min(each) for each in points), sum(max(each) for each in points)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_a_file(file: Path) -> None:
    """Items and answers, scales, bands, conditions, licence and wording of one file."""
    form = form_of(file)
    check_names(file, form)
    check_license(read(file)["license"])
    check_items(form)
    check_scales(form)
    check_bands(form)
    check_conditions(form)
    check_wording(file, form)


def check_names(file: Path, form: Instrument) -> None:
    assert file.name == f"{form.id}.{form.language}.toml"
    for name, table in tables(read(file)):
        assert table.keys() <= KNOWN["options" if name == "answers" else name], name
    assert form.name and form.title and form.measures and form.scoring_source
    assert form.given in ("self", "interview", "clinician")


def check_license(terms: dict[str, Any]) -> None:
    assert terms.keys() == KNOWN["license"]
    assert terms["status"] in STATUSES and terms["source"]
    assert terms["commercial_use"] is (terms["status"] not in ("non_commercial", "permission_needed"))


def check_items(form: Instrument) -> None:
    assert form.items
    keys = [item.key for item in form.items]
    assert len(set(keys)) == len(keys)
    for item in form.items:
        values = printed(item)
        assert len(item.answers) >= 2 and len(set(values)) == len(values)
        labels = [answer.label for answer in item.answers if answer.label]
        assert len(set(labels)) == len(labels)
        if form.items_shown:
            assert len(labels) == len(item.answers) or (item.low_label and item.high_label)


def check_scales(form: Instrument) -> None:
    assert form.scales or form.outcomes
    assert len({scale.key for scale in form.scales}) == len(form.scales)
    for scale in form.scales:
        assert scale.name and len(set(scale.items)) == len(scale.items)
        assert all(form.item(key).scored for key in scale.items)
        low, high = ends(form, scale.items)
        count = len(scale.items) if scale.is_mean else 1
        assert (scale.low * count, scale.high * count) == (low, high)


def check_bands(form: Instrument) -> None:
    for bands in form.bands:
        scale = form.scale(bands.scale)
        assert scale is not None and bands.source
        starts = [cut.at for cut in bands.cuts]
        assert starts == sorted(set(starts)) and starts[0] == scale.low and starts[-1] <= scale.high
        assert len({cut.severity for cut in bands.cuts}) == len(starts)
        assert all(cut.severity and cut.means.endswith(".") for cut in bands.cuts)
        assert bands.sex in ("", "female", "male")
    told_apart = [(bands.scale, bands.sex, bands.substance) for bands in form.bands]
    assert len(set(told_apart)) == len(told_apart)


def check_conditions(form: Instrument) -> None:
    keys = {item.key for item in form.items}
    scales = {scale.key for scale in form.scales}
    for condition in conditions(form):
        assert set(condition.items) <= keys and ({condition.scale} - {""}) <= scales
        assert bool(condition.items) != bool(condition.scale) and not condition.all
        asks_for_scale = condition.at_least is not None or condition.at_most is not None
        asks_for_items = condition.sum_at_most is not None or None not in (condition.count, condition.at_least)
        assert asks_for_scale if condition.scale else asks_for_items
        assert condition.count is None or 1 <= condition.count <= len(condition.items)
    assert all(set(skip.items) <= keys for skip in form.skips)
    assert len({flag.flag for flag in form.flags}) == len(form.flags)


def words_of(item: Item) -> list[str]:
    labels = [answer.label for answer in item.answers]
    return [word for word in (item.text, item.group, item.hint, item.low_label, item.high_label, *labels) if word]


def check_wording(file: Path, form: Instrument) -> None:
    """An item has its printed text only where it may be shown, and then the copies it was compared with are named."""
    if form.items_shown:
        assert all(item.text for item in form.items)
        assert form.compared_with and form.compared_note
    else:
        assert not any(words_of(item) for item in form.items)
        assert not form.instruction and not form.compared_with
    said = file.read_text(encoding="utf-8")
    assert "TODO" not in said and "\t" not in said
    for item in form.items:
        assert all(word == word.strip() and "  " not in word for word in words_of(item))
    assert form.instruction == form.instruction.strip() and "  " not in form.instruction
