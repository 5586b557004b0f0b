"""What an accounting of disclosures says (42 CFR 2.25): all of the last three years, from the log of what left."""

import datetime

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.documents.accounting_content import Accounting, Disclosed
from recovery_desktop.plans.papers.courses import Span
from recovery_desktop.plans.papers.heading import head
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.phrases import joined, said
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _, ngettext

YEARS = 3


def accounting(client: Entry, practice: Entry, occasion: Occasion) -> Accounting:
    """The accounting for the three years that end on the day of the occasion, the newest disclosure first."""
    span = Span(_years_before(occasion.on), occasion.on)
    rows = sorted(
        (row for row in client.rows("disclosures") if span.has(row["told_on"])),
        key=lambda row: (row["told_on"], row["told_at"]),
        reverse=True,
    )
    words = ngettext(
        "{count} disclosure was made in this time.", "{count} disclosures were made in this time.", len(rows)
    )
    return Accounting(
        **head(client, practice, occasion.on, is_final=True),
        period=span.words,
        entries=tuple(map(_disclosed, rows)),
        said=words.format(count=len(rows)) if rows else _("Nothing was disclosed to anybody in this time."),
    )


def _years_before(day: datetime.date) -> datetime.date:
    """The same day three years ago; of 29 February the day after, where there is none."""
    try:
        return day.replace(year=day.year - YEARS)
    except ValueError:
        return datetime.date(day.year - YEARS, 3, 1)


def _disclosed(row: Entry) -> Disclosed:
    version = row["version_number"]
    of_version = _("version {number}").format(number=version) if version else ""
    release = row.ref("release")
    day = long_date(release["signed_on"]) if release else ""
    return Disclosed(
        date=joined([short_date(row["told_on"]), row["told_at"]]),
        recipient=row["recipient"],
        address=row["recipient_address"],
        what=joined([row.shown("document"), of_version]),
        content=joined([said(row, "scope"), row["content"]], "; "),
        purpose=row["purpose"],
        basis=row.shown("basis"),
        basis_detail=row["basis_detail"],
        release=_("Release signed on {day}").format(day=day) if day else "",
        told_by=_("by {name}").format(name=row["told_by"]) if row["told_by"] else "",
        handed_over=row.shown("form"),
    )
