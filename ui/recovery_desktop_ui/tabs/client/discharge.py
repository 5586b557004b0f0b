"""The end of an episode: when, why and what comes after; then a new one may begin."""

from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop.records.client import Episode
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import group, groups
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.client.episode import WithinEpisode


class DischargeSheet(WithinEpisode):
    """The discharge of the current episode."""

    def compose(self) -> QLayout:
        self._form = self.form_of(Episode, the_episode, name="discharge")
        self._form.saved.connect(lambda _name: self._offer())
        calm = text(
            _("Leave this empty while care goes on. A lapse is no reason for a discharge."), "body", "quiet", wrap=True
        )
        again = button(_("Begin a new episode of care"), "plain", "plus", does=self._begin)
        again.setObjectName("discharge.new_episode")
        words = text(
            _("Back again? A new episode starts with its own assessment; this one stays as it is."),
            "body",
            "quiet",
            wrap=True,
        )
        self._again = hold(col(words, row(again, None), gap=10))
        return groups(group(_("Discharge"), calm, *discharge_fields(self._form)), self._again)

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        self._offer()

    def _offer(self) -> None:
        episode = self._form.row
        self._again.setVisible(isinstance(episode, Episode) and episode.discharged_on is not None)


def discharge_fields(form: Form) -> tuple[QWidget, ...]:
    """How an episode ended."""
    return across(form, "discharged_on", "discharge_reason", least=300), form.field("discharge_disposition")
