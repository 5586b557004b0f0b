"""What happened and what is due, day by day, as plain values."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.charts.telling import Values


@dataclass(frozen=True)
class Event:
    """Something of one day, in a few words."""

    day: datetime.date
    words: str


@dataclass(frozen=True)
class Timeline:
    """Events in the order of their days, and the day that is today."""

    name: str
    events: tuple[Event, ...]
    today: datetime.date

    @property
    def past(self) -> tuple[Event, ...]:
        """What has happened, with what happened today."""
        return tuple(event for event in self.events if event.day <= self.today)

    @property
    def coming(self) -> tuple[Event, ...]:
        return tuple(event for event in self.events if event.day > self.today)

    def sentence(self) -> str:
        """How many events there are, what came last and what comes next."""
        if not self.events:
            return _("Nothing has happened yet.")
        count = len(self.events)
        said = [ngettext("{count} event.", "{count} events.", count).format(count=count)]
        if self.past:
            last = self.past[-1]
            said.append(_("Last, on {date}: {words}.").format(date=long_date(last.day), words=last.words))
        if self.coming:
            due = self.coming[0]
            said.append(_("Next, on {date}: {words}.").format(date=long_date(due.day), words=due.words))
        return " ".join(said)

    def values(self) -> Values:
        """Date, words, and whether it is past or to come."""
        heads = (_("Date"), _("What"), _("When"))
        return Values(heads, tuple((short_date(event.day), event.words, self._when(event)) for event in self.events))

    def _when(self, event: Event) -> str:
        if event.day == self.today:
            return _("today")
        return _("past") if event.day < self.today else _("to come")
