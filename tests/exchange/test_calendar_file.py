"""The calendar file is one that calendar programs read (RFC 5545), and it tells nobody who or why."""

import datetime
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.exchange.calendar_file import CalendarFile, calendar_file, escaped, fold
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import admitted, sample

NOW = datetime.datetime(2026, 10, 12, 9, 30, tzinfo=datetime.UTC)
LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[A-Za-z-]+)*:.*")


def _file(client: Client, now: datetime.datetime = NOW) -> CalendarFile:
    record = take(client.id)
    return calendar_file(record, take_practice(), record.rows("episodes")[0], now)


def _lines(file: CalendarFile) -> list[str]:
    """The lines as a calendar program takes them, put together again."""
    return file.content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _events(file: CalendarFile) -> list[dict[str, str]]:
    events: list[dict[str, str]] = []
    for line in _lines(file):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name not in ("BEGIN", "END"):
            events[-1][name] = value
    return events


def test_each_follow_up_to_come_is_a_whole_day(store: Store) -> None:
    client, episode = admitted(store, record_number="RD-000123")
    for day in (datetime.date(2026, 12, 31), datetime.date(2026, 10, 12)):
        store.add(FollowUp, episode, kind="call", due_on=day)
    store.add(FollowUp, episode, kind="call", due_on=NOW.date(), held_on=NOW.date())
    store.add(FollowUp, episode, kind="call", due_on=datetime.date(2026, 10, 11))
    file = _file(client)
    assert (file.count, file.name) == (2, "RD-000123_follow-up_2026-10-12.ics")
    days = [(event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) for event in _events(file)]
    assert days == [("20261012", "20261013"), ("20261231", "20270101")]
    assert {event["SUMMARY"] for event in _events(file)} == {"Follow-up RD-000123"}
    assert {event["DTSTAMP"] for event in _events(file)} == {"20261012T093000Z"}


def test_the_follow_ups_of_a_sample_say_so(store: Store) -> None:
    client, episode = admitted(store, record_number="RD-000123")
    store.add(FollowUp, episode, kind="call", due_on=NOW.date())
    store.save(store.practice(), sample="yes")
    assert [event["SUMMARY"] for event in _events(_file(client))] == ["SAMPLE: follow-up RD-000123"]


def test_the_stamp_is_in_universal_time(store: Store) -> None:
    client, episode = admitted(store)
    store.add(FollowUp, episode, kind="call", due_on=NOW.date())
    east = NOW.astimezone(datetime.timezone(datetime.timedelta(hours=5)))
    assert _events(_file(client, east))[0]["DTSTAMP"] == "20261012T093000Z"


def test_it_is_well_formed(store: Store) -> None:
    file = _file(sample(store, "priya-shah"))
    lines = _lines(file)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[2].startswith("PRODID:")
    assert lines[-1] == "END:VCALENDAR"
    assert file.content.endswith(b"\r\n")
    assert file.content.count(b"\n") == file.content.count(b"\r\n") == file.content.count(b"\r")
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    assert all(LINE.fullmatch(line) for line in lines)
    assert file.count == lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 3
    assert all({"UID", "DTSTAMP", "SUMMARY"} <= set(event) for event in _events(file))


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_it_says_neither_who_nor_why(store: Store, name: str) -> None:
    client = sample(store, name)
    content = _file(client).content.decode().casefold()
    rows = FollowUp.select()
    words = {client.legal_given, client.legal_family, client.preferred_name, "recovery", "desktop", "harbor", "clinic"}
    words |= {row.what for row in rows} | {row.instrument for row in rows} | {"call", "review", "phq", "gad"}
    assert rows.count() > 5
    assert [word for word in words if word and word.casefold() in content] == []
    without = content.replace(client.record_number.casefold(), "")
    assert set(re.findall(r"summary:(.*)\r", without)) == {"follow-up "}


def test_an_entry_keeps_its_identifier_and_no_two_share_one(store: Store) -> None:
    client = sample(store, "priya-shah")
    before = [event["UID"] for event in _events(_file(client))]
    assert len(set(before)) == len(before)
    last = FollowUp.select().order_by(FollowUp.due_on.desc()).first()
    store.save(last, due_on=last.due_on + datetime.timedelta(3))
    again = _events(_file(client, NOW + datetime.timedelta(1)))
    assert [event["UID"] for event in again] == before


def test_a_strange_record_number_does_no_harm(store: Store) -> None:
    client, episode = admitted(store, record_number="A/1; B,\\2 " + "é" * 60)
    store.add(FollowUp, episode, kind="call", due_on=NOW.date())
    file = _file(client)
    assert _events(file)[0]["SUMMARY"] == "Follow-up A/1\\; B\\,\\\\2 " + "é" * 60
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    assert "/" not in file.name


@given(st.text())
def test_folding_loses_nothing_and_keeps_letters_whole(text: str) -> None:
    line = "SUMMARY:" + escaped(text.replace("\r", ""))
    folded = fold(line)
    assert folded.endswith("\r\n")
    parts = folded.removesuffix("\r\n").split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.text(alphabet=st.characters(exclude_characters="\r")))
def test_what_is_escaped_can_be_read_again(text: str) -> None:
    value = escaped(text)
    assert "\n" not in value
    read = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)
    assert read == text


def test_it_is_written_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    file = _file(sample(store, "priya-shah"))
    place = tmp_path / file.name
    file.write(place)
    assert place.read_bytes() == file.content
    assert os.name == "nt" or place.stat().st_mode & 0o077 == 0
    with pytest.raises(FolderNotWritable):
        file.write(tmp_path / "missing" / file.name)
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ""] == [file.name]
