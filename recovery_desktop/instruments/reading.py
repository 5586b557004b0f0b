"""Reads the data file of a questionnaire; a file with a mistake is our bug, and named with what is wrong in it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tomli

from recovery_desktop.instruments.definitions import (
    Answer,
    Bands,
    Condition,
    Cut,
    Flag,
    Instrument,
    Item,
    License,
    Listed,
    Note,
    Outcome,
    Scale,
    Skip,
)

Table = Mapping[str, Any]
Other = Callable[[str], Instrument]
_LICENSE = "\n[license]\n"


class BadDefinition(ValueError):
    """A data file that does not say what it must."""


def read_whole(file: Path, other: Other) -> Instrument:
    """The questionnaire that `file` describes whole; `other` gives the one whose items a short form shares."""
    with _naming(file):
        return _whole(_load(file), other)


def read_listed(file: Path, languages: tuple[str, ...]) -> Listed:
    """What the list of all needs of a questionnaire: it stands first in `file`, and the rest is not parsed."""
    with _naming(file):
        content = tomli.loads(_beginning(file.read_text("utf-8")))
        own = {name: content[name] for name in ("id", "name", "title", "measures", "items_shown")}
        return Listed(**own, languages=languages, license=_license(content["license"]))


def read_translation(file: Path, original: Instrument, other: Other) -> Instrument:
    """`original` with the words that `file` gives in its language; how it is scored stays the original's. `other` gives
    in the same language the questionnaire whose items a short form shares."""
    with _naming(file):
        return _translated(_load(file), original, other)


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """What is wrong in a file, be it no TOML, no UTF-8 or a word that is missing, is said with the file's name."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadDefinition(f"{file.name}: {error!r}") from error


def _load(file: Path) -> Table:
    with file.open("rb") as source:
        return tomli.load(source)


def _beginning(text: str) -> str:
    """What stands in a data file up to the table after its licence: about a quarter of it."""
    end = text.find("\n[", text.find(_LICENSE) + len(_LICENSE))
    return text[:end] if end >= 0 else text


def _whole(content: Table, other: Other) -> Instrument:
    shared = _shared(content, other)
    return Instrument(
        **_words(content, shared),
        given=content["given"],
        items_shown=content["items_shown"],
        scoring_source=content["scoring"]["source"],
        items=_items(content, shared),
        scales=tuple(_scale(each) for each in content.get("scales", ())),
        bands=tuple(_bands(each) for each in content.get("bands", ())),
        skips=tuple(_skip(each) for each in content.get("skips", ())),
        outcomes=tuple(
            Outcome(each["severity"], each["means"], _condition(each["when"])) for each in content.get("outcomes", ())
        ),
        flags=tuple(Flag(each["flag"], each["says"], _condition(each["when"])) for each in content.get("flags", ())),
        notes=tuple(Note(each["text"], _condition(each["when"])) for each in content.get("notes", ())),
    )


def _shared(content: Table, other: Other) -> Instrument | None:
    """The questionnaire whose items a short form shares, in the language of the short form."""
    if "uses" not in content:
        return None
    shared = other(content["uses"]["instrument"])
    if shared.language != content["language"]:
        raise BadDefinition(f"there is no {shared.id!r} in its language")
    return shared


def _items(content: Table, shared: Instrument | None) -> tuple[Item, ...]:
    if shared is not None:
        return tuple(shared.item(key) for key in content["uses"]["items"])
    answers = {name: tuple(_answer(each) for each in rows) for name, rows in content.get("options", {}).items()}
    return tuple(_item(each, answers) for each in content["items"])


def _words(content: Table, shared: Instrument | None = None) -> dict[str, Any]:
    """What a translation says anew."""
    compared = content.get("compared", {})
    return {
        "id": content["id"],
        "language": content["language"],
        "name": content["name"],
        "title": content["title"],
        "measures": content["measures"],
        "period": content["period"],
        "instruction": shared.instruction if shared else content["instruction"],
        "license": _license(content["license"]),
        "compared_with": shared.compared_with if shared else compared.get("copy", ""),
        "compared_note": shared.compared_note if shared else compared.get("note", ""),
    }


def _license(row: Table) -> License:
    return License(row["status"], row["holder"], row["notice"], row["source"], bool(row["commercial_use"]))


def _answer(row: Table) -> Answer:
    value = row["answer"]
    points = row.get("points", value)
    if not isinstance(points, int):
        raise BadDefinition(f"the answer {value!r} does not say what it counts")
    return Answer(value, row.get("label", ""), points, tuple(row.get("also", ())))


def _item(row: Table, answers: Mapping[str, tuple[Answer, ...]]) -> Item:
    if "range" in row:
        low, high = row["range"]
        choice = tuple(Answer(value, "", value) for value in range(low, high + 1))
    else:
        choice = _keyed(answers[row["options"]], row.get("points", {}))
    return Item(
        key=row["key"],
        text=row.get("text", ""),
        options=row.get("options", ""),
        answers=choice,
        scored=row.get("scored", True),
        group=row.get("group", ""),
        hint=row.get("hint", ""),
        low_label=row.get("low_label", ""),
        high_label=row.get("high_label", ""),
        not_for_substance=tuple(row.get("not_for_substance", ())),
    )


def _keyed(answers: tuple[Answer, ...], points: Mapping[str, int]) -> tuple[Answer, ...]:
    """The answers with what they count at an item that is keyed the other way round."""
    if not points:
        return answers
    return tuple(Answer(each.value, each.label, points[str(each.value)], each.also) for each in answers)


def _scale(row: Table) -> Scale:
    return Scale(
        key=row["key"],
        name=row["name"],
        items=tuple(row["items"]),
        is_mean={"sum": False, "mean": True}[row["method"]],
        low=row["low"],
        high=row["high"],
        higher_is_better={"worse": False, "better": True}[row["higher_is"]],
    )


def _bands(row: Table) -> Bands:
    cuts = tuple(Cut(each["from"], each["severity"], each["means"]) for each in row["cuts"])
    return Bands(row["scale"], row["source"], cuts, row.get("for_sex", ""), row.get("for_substance", ""))


def _skip(row: Table) -> Skip:
    return Skip(
        tuple(row["items"]),
        _condition(row["when"]),
        row.get("gate", False),
        row.get("means", ""),
        row.get("recorded_as", ""),
    )


def _condition(row: Table) -> Condition:
    return Condition(
        items=tuple(row.get("items", ())),
        count=row.get("count"),
        at_least=row.get("at_least"),
        at_most=row.get("at_most"),
        sum_at_most=row.get("sum_at_most"),
        scale=row.get("scale", ""),
        all=tuple(_condition(each) for each in row.get("all", ())),
    )


def _translated(content: Table, original: Instrument, other: Other) -> Instrument:
    shared = _shared(content, other)
    items = _items(content, shared) if shared is not None else _items_in_words(content, original)
    if [item.key for item in items] != [item.key for item in original.items]:
        raise BadDefinition("its items are not those of the English file, in their order")
    kept = {name: getattr(original, name) for name in Instrument.__slots__}
    return Instrument(**{**kept, **_words(content, shared), "items": items})


def _items_in_words(content: Table, original: Instrument) -> tuple[Item, ...]:
    labels = {
        name: {each["answer"]: each["label"] for each in rows} for name, rows in content.get("options", {}).items()
    }
    return tuple(_item_in_words(original.item(row["key"]), row, labels) for row in content["items"])


def _item_in_words(item: Item, row: Table, labels: Mapping[str, Mapping[Any, str]]) -> Item:
    answers = item.answers
    if item.options:
        words = labels[item.options]
        answers = tuple(Answer(each.value, words[each.value], each.points, each.also) for each in answers)
    return Item(
        key=item.key,
        text=row["text"],
        options=item.options,
        answers=answers,
        scored=item.scored,
        group=row.get("group", ""),
        hint=row.get("hint", ""),
        low_label=row.get("low_label", ""),
        high_label=row.get("high_label", ""),
        not_for_substance=item.not_for_substance,
    )
