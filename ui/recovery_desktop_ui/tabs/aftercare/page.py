"""The page on aftercare: steps, relapse-prevention plan, follow-ups, criteria, how things stand before discharge."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.before_discharge import before_discharge, said_of_discharge
from recovery_desktop.plans.prevention_offers import prevention_offers
from recovery_desktop.plans.snapshot import take, take_practice, take_staff
from recovery_desktop.plans.step_offers import step_offers
from recovery_desktop.records.aftercare import (
    ENTRY_KINDS,
    AftercareStep,
    DischargeCriterion,
    FollowUp,
    PreventionEntry,
)
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.groups import group, groups, listed
from recovery_desktop_ui.parts.layouts import Columns, col, hold, scrolling
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.aftercare.calendar import CalendarFoot
from recovery_desktop_ui.tabs.aftercare.follow_ups import follow_up_form, follow_up_words
from recovery_desktop_ui.tabs.aftercare.offered import OffersOf
from recovery_desktop_ui.tabs.aftercare.prevention import ADD, HINTS, entry_form, entry_words
from recovery_desktop_ui.tabs.aftercare.read import episode_of
from recovery_desktop_ui.tabs.aftercare.standing import BeforeDischarge
from recovery_desktop_ui.tabs.aftercare.steps import (
    criterion_form,
    criterion_words,
    step_form,
    step_words,
)

_BEFORE = Before(
    "sprout",
    N_("What keeps this going afterwards?"),
    N_("Aftercare belongs to an episode of care. It may be planned from the first day on."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)
_HERE = (AftercareStep, PreventionEntry, FollowUp, DischargeCriterion)
_LISTS = ("aftercare_steps", "prevention_entries", "follow_ups", "discharge_criteria")


class AftercarePage(Page):
    """Five parts one below the other; a page that holds nothing yet says how to begin."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._has_begun = False  # a first step is being written, or what the record offers is looked at
        self._steps = self._make_steps()
        self._step_offers = OffersOf(self._steps, "aftercare_step")
        self._entries = {kind: self._make_entries(kind) for kind in ENTRY_KINDS}
        self._entry_offers = {kind: OffersOf(rows, f"prevention_entry.{kind}") for kind, rows in self._entries.items()}
        self._follow_ups = self._make_follow_ups()
        self._calendar = CalendarFoot(self._follow_ups)
        self._criteria = self._make_criteria()
        self._standing = BeforeDischarge()
        self._standing.go_to.connect(self._go)
        self._empty = self._make_empty()
        self._content = scrolling(hold(groups(*self._parts())))
        self._beginning = Beginning(self, _BEFORE, self._content)
        self.setLayout(col(self._beginning, self._empty, self._content, gap=0))
        tab_in_reading_order(self)
        keeper.changed.connect(self._follow)

    # -- composing

    def _make_steps(self) -> RecordList:
        return self.rows_below(
            AftercareStep,
            the_episode,
            step_form,
            step_words,
            add=_("Add a step"),
            empty=_("What continues, less and less: sessions, check-ups, groups, a coach, a doctor."),
        )

    def _make_entries(self, kind: str) -> RecordList:
        return self.rows_below(
            PreventionEntry,
            the_episode,
            entry_form,
            entry_words,
            add=_(ADD[kind]),
            empty=_(HINTS[kind]),
            name=f"prevention_entry.{kind}",
            brief=True,
            kind=kind,
        )

    def _make_follow_ups(self) -> RecordList:
        return self.rows_below(
            FollowUp,
            the_episode,
            follow_up_form,
            follow_up_words,
            add=_("Add a review or follow-up"),
            empty=_("Plan reviews, questionnaires again, calls after discharge: each with its day."),
            order="due_on",
        )

    def _make_criteria(self) -> RecordList:
        return self.rows_below(
            DischargeCriterion,
            the_episode,
            criterion_form,
            criterion_words,
            add=_("Add a criterion"),
            empty=_(
                "What has to hold before this treatment is done? Agree on it early, in words the client would use."
            ),
        )

    def _make_empty(self) -> Empty:
        first = button(_("Add a first step"), "primary", "plus", does=self._add_step)
        first.setObjectName("aftercare.first_step")
        self._look = button(_("See what the record offers ({count})").format(count=10), does=self._look_at_offers)
        self._look.setObjectName("aftercare.look_at_offers")
        return Empty(
            "sprout",
            _("What keeps this going afterwards?"),
            _(
                "Aftercare begins while treatment is still running. Start with what continues, and with whom the "
                "client calls on a hard evening."
            ),
            first,
            self._look,
        )

    def _parts(self) -> list[QWidget]:
        headings = [
            hold(col(text(_(words), "strong"), self._entries[kind], self._entry_offers[kind], None, gap=4))
            for kind, words in ENTRY_KINDS.items()
        ]
        return [
            listed(_("Steps of continuing care"), self._steps, self._step_offers),
            group(_("Relapse-prevention plan"), Columns(*headings, least=400)),
            listed(_("Reviews and follow-up"), self._follow_ups, 6, self._calendar),
            listed(_("Discharge criteria"), self._criteria),
            group(_("Before discharge"), self._standing),
        ]

    # -- showing

    def fill(self, opened: OpenClient) -> None:
        self._has_begun = False
        if self._beginning.is_needed(opened):
            self._empty.hide()
            return
        super().fill(opened)
        for offers in (self._step_offers, *self._entry_offers.values()):
            offers.fold()
        self._calendar.begin_anew()
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        """The way to begin while there is nothing, else the lists and all that follows from them."""
        episode = self._episode()
        if self.opened is None or episode is None:
            return
        client, entry = take(self.opened.client.id), episode_of(episode)
        steps = step_offers(entry, today())
        entries = prevention_offers(client, entry, take_practice(), take_staff(), today())
        is_empty = not any(entry.rows(listed_as) for listed_as in _LISTS)
        self._empty.setVisible(is_empty and not self._has_begun)
        self._content.setVisible(not is_empty or self._has_begun)
        self._say_offers(len(steps) + len(entries))
        self._step_offers.tell(entry, steps, "step", entry.rows("aftercare_steps"))
        for kind, shown in self._entry_offers.items():
            of_kind = [one for one in entries if one.values["kind"] == kind]
            shown.tell(entry, of_kind, kind, [row for row in entry.rows("prevention_entries") if row["kind"] == kind])
        self._calendar.tell(client, entry)
        self._standing.tell(before_discharge(client, entry, today()), said_of_discharge(client, entry))

    def _say_offers(self, count: int) -> None:
        self._look.setText(_("See what the record offers ({count})").format(count=count))
        self._look.setAccessibleName(self._look.text())
        self._look.setVisible(bool(count))

    def _episode(self) -> Episode | None:
        """The current episode, unless it is gone."""
        episode = self.opened.episode if self.opened is not None else None
        return Episode.get_or_none(Episode.id == episode.id) if episode is not None else None

    def _follow(self, model: type[Record], _number: int) -> None:
        if model in (*_HERE, SetAside) and self.isVisible():
            self._show_what_is_there()

    def _go(self, place: Place) -> None:
        """To a place on this page, or elsewhere."""
        if not self.reveal(place):
            self.go_to.emit(place)

    def reveal(self, place: Place) -> bool:
        if place.model is SetAside:
            return True  # what was left aside has no row of its own: it is offered again, or is not
        sections = {"steps": self._steps, "criteria": self._criteria, **self._entries}
        if place.model is None and place.page == "aftercare" and place.section in sections:
            return focus_first(sections[place.section])
        return super().reveal(place)

    # -- what the buttons do

    def _add_step(self) -> None:
        self._has_begun = True
        self._show_what_is_there()
        self._steps.add()

    def _look_at_offers(self) -> None:
        self._has_begun = True
        self._show_what_is_there()
        focus_first(self._step_offers if self._step_offers.isVisible() else self._entry_offers["trigger"])
