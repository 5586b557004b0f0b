"""Follow-ups as a calendar file (RFC 5545) that any calendar program reads, and that tells nobody who or why.

A calendar is often shared, shown on a phone, or kept by a company. So an entry holds a day and the record number: no
name, no kind of follow-up, nothing that says what kind of practice this is, which its identifiers and the name of the
program that made the file would.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from recovery_desktop.documents.paper import document_file_name
from recovery_desktop.exchange.files_out import write_file
from recovery_desktop.plans.follow_up_days import to_come
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

_MOST_OCTETS = 75  # of a line, without its end
_END = "\r\n"
_NAMES = uuid.UUID("5a3f1d0e-7c1b-5b8e-9d43-2f6f0c1a7e21")  # ours, so that an entry keeps its identifier


@dataclass(frozen=True)
class CalendarFile:
    """What can be written: its contents, the file name suggested, and how many entries there are."""

    content: bytes
    name: str
    count: int

    def write(self, path: Path) -> None:
        """Puts it where the counselor says, whole or not at all. Raises FolderNotWritable."""
        write_file(self.content, path)


def calendar_file(client: Entry, practice: Entry, episode: Entry, now: datetime.datetime) -> CalendarFile:
    """The follow-ups of an episode that are still to be held, from today on; those of a sample practice say so."""
    number, today = client["record_number"], now.date()
    coming = to_come(episode, today)
    words = _("SAMPLE: follow-up {record}") if practice["sample"] == "yes" else _("Follow-up {record}")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Follow-up calendar//EN"]
    for row in coming:
        lines += _event(number, row, words.format(record=number), now)
    content = "".join(fold(line) for line in (*lines, "END:VCALENDAR"))
    name = document_file_name(number, "follow-up", 0, today.isoformat(), "ics")
    return CalendarFile(content.encode(), name, len(coming))


def _event(number: str, row: Entry, words: str, now: datetime.datetime) -> Iterable[str]:
    """A whole day that leaves the counselor free; it is the same entry when it is taken over again."""
    day = row["due_on"]
    return (
        "BEGIN:VEVENT",
        f"UID:{uuid.uuid5(_NAMES, f'{number}/{row.number}')}",
        f"DTSTAMP:{now.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_plain(day)}",
        f"DTEND;VALUE=DATE:{_plain(day + datetime.timedelta(1))}",
        "SUMMARY:" + escaped(words),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _plain(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A text as a value: what would end or divide it is marked."""
    marked = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return marked.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def fold(line: str) -> str:
    """A line with its end, broken after 75 octets at most, never inside a letter; what goes on begins with a space."""
    parts, octets = [""], 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > _MOST_OCTETS:
            parts.append(" ")
            octets = 1
        parts[-1] += letter
        octets += size
    return _END.join(parts) + _END
