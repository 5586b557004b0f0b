"""The page on aftercare: steps, the relapse-prevention plan, follow-ups, discharge criteria."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.records.aftercare import (
    ENTRY_KINDS,
    AftercareStep,
    DischargeCriterion,
    FollowUp,
    PreventionEntry,
)
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.text import N_, _, ngettext
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.groups import group, groups, listed
from recovery_desktop_ui.parts.layouts import Columns, Flow, col, hold, scrolling
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.aftercare.follow_ups import (
    add_calls,
    counted_from,
    follow_up_form,
    follow_up_words,
    missing_calls,
)
from recovery_desktop_ui.tabs.aftercare.prevention import (
    ADD,
    HINTS,
    entry_form,
    entry_words,
    named_triggers,
    take_triggers,
)
from recovery_desktop_ui.tabs.aftercare.steps import criterion_form, criterion_words, step_form, step_words

_BEFORE = Before(
    "sprout",
    N_("What keeps this going afterwards?"),
    N_("Aftercare belongs to an episode of care. It may be planned from the first day on."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)
_HERE = (AftercareStep, PreventionEntry, FollowUp, DischargeCriterion)


class AftercarePage(Page):
    """Four parts one below the other; a page that holds nothing yet says how to begin."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._has_begun = False  # a first step is being written
        self._steps = self.rows_below(
            AftercareStep,
            the_episode,
            step_form,
            step_words,
            add=_("Add a step"),
            empty=_("What continues, less and less: sessions, check-ups, groups, a coach, a doctor."),
        )
        self._entries = {kind: self._make_entries(kind) for kind in ENTRY_KINDS}
        self._calls = button("", "plain", "phone", does=self._add_calls)
        self._calls.setObjectName("aftercare.usual_days")
        self._counted = text("", "caption", "quiet")
        self._empty = self._make_empty()
        self._content = scrolling(hold(groups(*self._parts())))
        self._beginning = Beginning(self, _BEFORE, self._content)
        self.setLayout(col(self._beginning, self._empty, self._content, gap=0))
        tab_in_reading_order(self)
        keeper.changed.connect(self._follow)

    # -- composing

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

    def _make_empty(self) -> Empty:
        first = button(_("Add a first step"), "primary", "plus", does=self._add_step)
        first.setObjectName("aftercare.first_step")
        self._take = button(_("Use what the assessment names"), does=self._take_triggers)
        self._take.setObjectName("aftercare.take_triggers")
        return Empty(
            "sprout",
            _("What keeps this going afterwards?"),
            _(
                "Aftercare begins while treatment is still running. Start with what continues, and with whom the "
                "client calls on a hard evening."
            ),
            first,
            self._take,
        )

    def _parts(self) -> list[QWidget]:
        lists = [
            hold(col(text(_(words), "strong"), self._entries[kind], None, gap=4)) for kind, words in ENTRY_KINDS.items()
        ]
        self._follow_ups = self.rows_below(
            FollowUp,
            the_episode,
            follow_up_form,
            follow_up_words,
            add=_("Add a review or follow-up"),
            empty=_("Plan reviews, questionnaires again, calls after discharge: each with its day."),
            order="due_on",
        )
        criteria = self.rows_below(
            DischargeCriterion,
            the_episode,
            criterion_form,
            criterion_words,
            add=_("Add a criterion"),
            empty=_(
                "What has to hold before this treatment is done? Agree on it early, in words the client would use."
            ),
        )
        calls = hold(Flow(self._calls, self._counted, gap=12))
        return [
            listed(_("Steps of continuing care"), self._steps),
            group(_("Relapse-prevention plan"), Columns(*lists, least=400)),
            listed(_("Reviews and follow-up"), self._follow_ups, 6, calls),
            listed(_("Discharge criteria"), criteria),
        ]

    # -- showing

    def fill(self, opened: OpenClient) -> None:
        self._has_begun = False
        if self._beginning.is_needed(opened):
            self._empty.hide()
            return
        super().fill(opened)
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        """The way to begin while there is nothing, else the lists."""
        episode = self._episode()
        if episode is None:
            return
        is_empty = not any(model.select().where(model.owner() == episode).exists() for model in _HERE)
        self._empty.setVisible(is_empty and not self._has_begun)
        self._content.setVisible(not is_empty or self._has_begun)
        if is_empty:
            self._offer_triggers(episode)
        self._offer_calls(episode)

    def _offer_triggers(self, episode: Episode) -> None:
        count = len(named_triggers(episode))
        words = ngettext("Use the trigger in the assessment", "Use the {count} triggers in the assessment", count)
        self._take.setText(words.format(count=count))
        self._take.setAccessibleName(self._take.text())
        self._take.setVisible(bool(count))

    def _offer_calls(self, episode: Episode) -> None:
        day, name = counted_from(episode)
        self._counted.setText(_("counted from {name}, {day}").format(name=name, day=long_date(day)))
        days = [str(count) for count, _day in missing_calls(episode)]
        words = ngettext("Add a call on day {days}", "Add calls on days {days}", len(days))
        self._calls.setText(words.format(days=", ".join(days)))
        self._calls.setAccessibleName(self._calls.text())
        for widget in (self._calls, self._counted):
            widget.setVisible(bool(days))

    def _episode(self) -> Episode | None:
        """The current episode as it is on the disk now."""
        episode = self.opened.episode if self.opened is not None else None
        return Episode.get_or_none(Episode.id == episode.id) if episode is not None else None

    def _follow(self, model: type[Record], _number: int) -> None:
        if model in _HERE and self.isVisible():
            self._show_what_is_there()

    # -- what the buttons do

    def _add_step(self) -> None:
        self._has_begun = True
        self._show_what_is_there()
        self._steps.add()

    def _take_triggers(self) -> None:
        episode = self._episode()
        if episode is not None and self.keeper.flush():
            take_triggers(self.keeper, episode)
            self._entries["trigger"].refresh()
            focus_first(self._entries["trigger"])

    def _add_calls(self) -> None:
        episode = self._episode()
        if episode is not None and self.keeper.flush():
            add_calls(self.keeper, episode)
            self._follow_ups.refresh()
