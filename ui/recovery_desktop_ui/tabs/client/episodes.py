"""All episodes of a client; an earlier one opens below the list."""

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.records.client import Episode
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.groups import group, groups
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.client.discharge import discharge_fields
from recovery_desktop_ui.tabs.client.episode import episode_fields


class EpisodesSheet(Sheet):
    """The current episode by name, and the earlier ones whole."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._episodes: list[Episode] = []
        self._current = 0
        self._list = RowList(_("Episodes of care"), on="paper", grows=True)
        self._list.setObjectName("episodes")
        self._list.chosen.connect(self._open)
        self._form = Form(keeper, Episode, name="earlier_episode")
        self._earlier = hold(
            col(*episode_fields(self._form), group(_("Discharge"), *discharge_fields(self._form)), gap=28)
        )
        self._words = text("", "body", "quiet", wrap=True)
        self.setLayout(groups(group(_("Episodes of care"), self._list, self._words), self._earlier))
        tab_in_reading_order(self)

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        self._current = opened.episode.id if opened.episode else 0
        episodes = Episode.select().where(Episode.client == opened.client)
        self._episodes = list(episodes.order_by(Episode.position.desc(), Episode.id.desc()))
        self._list.set_rows([self._words_of(each) for each in self._episodes])
        self._words.setText(self._hint())
        shown = self._form.row.id if self._form.row else 0
        self._open(shown if shown in {each.id for each in self._episodes} else 0)

    def _hint(self) -> str:
        if not self._episodes:
            return _("No episode of care yet.")
        if len(self._episodes) == 1:
            return _("This is the first one. Earlier episodes will be listed here, to read and to mend.")
        return _("Choose an earlier episode to read it. Its assessment, goals and plan are kept with it.")

    def _words_of(self, episode: Episode) -> RowData:
        begun = episode.admitted_on or episode.intake_on
        ended = short_date(episode.discharged_on) or _("today")
        fields = episode.described()
        source = lower_first(fields["referral_source"].shown(episode.referral_source))
        came = _("referred by: {source}").format(source=source) if source else ""
        why = fields["discharge_reason"].shown(episode.discharge_reason)
        return RowData(
            episode.id,
            _("{begun} to {ended}").format(begun=short_date(begun) or _("Not begun"), ended=ended),
            joined([came, lower_first(why)], " · "),
            _("shown in the other sections") if episode.id == self._current else "",
            "closed" if episode.discharged_on else "started",
        )

    def _open(self, number: object) -> None:
        """Shows an earlier episode; the current one has its own sections."""
        if not self.keeper.flush():
            return
        episode = next((each for each in self._episodes if each.id == number and number != self._current), None)
        self._form.show(episode)
        self._earlier.setVisible(episode is not None)
        self._list.choose(episode.id if episode else None)

    def reveal(self, place: Place) -> bool:
        if place.model is not Episode or place.number not in {each.id for each in self._episodes}:
            return False
        self._open(place.number)
        return self._form.reveal(Episode, place.number, place.field)
