"""Small made-up clients in the form of a client file, with only what a case is about."""

import datetime
import json
from typing import Any

from recovery_desktop.diagnoses import TOPICS
from recovery_desktop.exchange.form import FORMAT, VERSION
from recovery_desktop.exchange.reading import read_client_file
from recovery_desktop.guidance import Book, Guidance, guidance_for, plain_client
from recovery_desktop.instruments import instrument
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.tree import owned_by

Plain = dict[str, Any]
TODAY = datetime.date(2026, 9, 10)
ON = "2026-09-10"

_OF_CLIENT = {*Client.described(), *(owner.listed_as for owner, _model in owned_by(Client))}
_OF_EPISODE = {*Episode.described(), *(owner.listed_as for owner, _model in owned_by(Episode))}
_OF_ASSESSMENT = {owner.listed_as for owner, _model in owned_by(Assessment)}


def client(**parts: Any) -> Plain:
    """A client file with these fields and lists, each put where it belongs: client, episode or its one assessment."""
    unknown = parts.keys() - _OF_CLIENT - _OF_EPISODE - _OF_ASSESSMENT
    assert not unknown, unknown
    assessment = {"started_on": ON, **{name: held for name, held in parts.items() if name in _OF_ASSESSMENT}}
    episode: Plain = {"intake_on": ON, "assessments": [assessment]}
    episode |= {name: held for name, held in parts.items() if name in _OF_EPISODE}
    person: Plain = {"record_number": "RD-000901", "legal_family": "Example", "episodes": [episode]}
    person |= {name: held for name, held in parts.items() if name in _OF_CLIENT - {"episodes"}}
    return {"format": FORMAT, "version": VERSION, "client": person}


def is_client_file(plain: Plain) -> bool:
    """Whether it is one: a field that no record has is refused."""
    read_client_file(json.dumps(plain).encode())
    return True


def guided(plain: Plain, today: datetime.date = TODAY, book: Book | None = None) -> Guidance:
    """What guidance says of a client file."""
    return guidance_for(plain_client(plain), today, book)


def asked(**answers: Any) -> Plain:
    """A section of the assessment that was asked."""
    return {"state": "asked", "asked_on": ON, **answers}


def uses(substance_class: str, days: int | None = None, *, topics: int | None = None, **more: Any) -> Plain:
    """A row of the substance grid, with so many of the eleven topics met and the others denied."""
    row: Plain = {"substance_class": substance_class, **more}
    if days is not None:
        row["days_of_30"] = days
    if topics is not None:
        row["topics"] = {topic: "yes" if n < topics else "no" for n, topic in enumerate(TOPICS)}
    return row


def gave(instrument_id: str, *answers: Any, on: str = ON, **named: Any) -> Plain:
    """A questionnaire with its answers in printed order, or by item; None is left out."""
    keys = [item.key for item in instrument(instrument_id).items]
    responses = {key: answer for key, answer in zip(keys, answers, strict=False) if answer is not None}
    responses |= {name.removeprefix("_"): answer for name, answer in named.items()}
    return {"instrument": instrument_id, "given_on": on, "responses": responses}


def phq_9(total: int) -> Plain:
    """A whole PHQ-9 of this total, without thoughts of death."""
    return gave("phq-9", *_spread(total, 8, 3), 0)


def gad_7(total: int) -> Plain:
    return gave("gad-7", *_spread(total, 7, 3))


def pcl_5(total: int) -> Plain:
    return gave("pcl-5", *_spread(total, 20, 4))


def bam_use(points: int, on: str = ON) -> Plain:
    """A BAM whose use scale has these points and whose other answers are missing."""
    return gave("bam", on=on, **dict(zip(("_4", "_5", "_6"), _spread(points, 3, 4), strict=True)))


def _spread(total: int, items: int, most: int) -> list[int]:
    return [max(0, min(most, total - most * n)) for n in range(items)]


def has(code: str, name: str, **more: Any) -> Plain:
    """A diagnosis of mind or body."""
    kind = "mental" if code[0] == "F" else "social" if code[0] == "Z" else "medical"
    return {"kind": kind, "code": code, "name": name, "status": "active", **more}


def takes(name: str, status: str = "taking") -> Plain:
    return {"name": name, "status": status}


def knows(name: str, relationship: str, **more: Any) -> Plain:
    """A support person."""
    return {"name": name, "relationship": relationship, **more}


def hark(positive: int = 0) -> Plain:
    return gave("hark", *["yes"] * positive, *["no"] * (4 - positive))
