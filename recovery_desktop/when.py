"""How far a day is from today, in words: late in days, soon in days, else the date."""

import datetime

from recovery_desktop.dates import day_and_month, short_date
from recovery_desktop.text import _, ngettext

_SOON = 14  # days that are counted rather than dated


def when(day: datetime.date, today: datetime.date) -> str:
    """“5 days late”, “today”, “tomorrow”, “in 3 days”, “22 Oct”."""
    days = (day - today).days
    if days < 0:
        return ngettext("{count} day late", "{count} days late", -days).format(count=-days)
    if days <= 1:
        return _("tomorrow") if days else _("today")
    if days <= _SOON:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return near_date(day, today)


def ago(day: datetime.date, today: datetime.date) -> str:
    """“today”, “yesterday”, “5 days ago”, “3 weeks ago”."""
    days = (today - day).days
    if days <= 1:
        return _("yesterday") if days == 1 else _("today")
    if days <= _SOON:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    weeks = days // 7
    return ngettext("{count} week ago", "{count} weeks ago", weeks).format(count=weeks)


def near_date(day: datetime.date, today: datetime.date) -> str:
    """A date without its year where the year is plain."""
    return day_and_month(day) if abs((day - today).days) < 180 or day.year == today.year else short_date(day)
