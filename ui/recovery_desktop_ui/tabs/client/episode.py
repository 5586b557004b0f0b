"""An episode of care from the first call to admission: how the client came, what is required, who is responsible."""

from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.new_episode import new_episode
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.groups import group, groups
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.tabs.client.new_staff import NewStaff


class WithinEpisode(Sheet):
    """A section that works on the current episode; without one it says so, and offers to begin one."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._client: Client | None = None
        begin = button(_("Begin an episode of care"), "primary", "plus", does=self._begin)
        begin.setObjectName("episode.begin")
        self._none = Empty(
            "calendar-days",
            _("No episode of care yet"),
            _("An episode goes from admission to discharge. Assessment, goals and plan belong to it."),
            begin,
        )
        self._content = hold(self.compose())
        self.setLayout(col(self._none, self._content, gap=0))
        tab_in_reading_order(self)

    def compose(self) -> QLayout:
        """The section's own content."""
        raise NotImplementedError

    def fill(self, opened: OpenClient) -> None:
        self._client = opened.client
        self._none.setVisible(opened.episode is None)
        self._content.setVisible(opened.episode is not None)
        super().fill(opened)

    def _begin(self) -> None:
        client = self._client
        if client is not None and self.keeper.flush():
            self.keeper.attempt(lambda: new_episode(self.keeper, client))


class EpisodeSheet(WithinEpisode):
    """The current episode until its discharge."""

    def compose(self) -> QLayout:
        form = self.form_of(Episode, the_episode)
        parts = episode_fields(form)
        new_staff = NewStaff(self.keeper, form)
        return groups(*parts[:-1], hold(col(parts[-1], new_staff, gap=8)))


def episode_fields(form: Form) -> tuple[QWidget, ...]:
    """All fields of an episode but the discharge, in groups; the last one says who is responsible."""
    came = group(
        _("How the client came"),
        across(form, "referral_source", "referral_detail", least=260, shares=(2, 3)),
        form.field("reason_for_coming"),
    )
    intake = group(
        _("Intake and admission"),
        across(form, "intake_on", "intake_at", "admitted_on"),
        form.field("intoxicated_at_intake"),
    )
    law = group(
        _("Court or agency"),
        across(form, "legal_status", "required_until", least=300),
        form.field("legal_requirements"),
    )
    rights = group(_("Rights and privacy"), across(form, "rights_explained_on", "privacy_notice_on", least=300))
    names = Columns(*(pointer_field(form, name) for name in ("counselor", "supervisor")), least=300, gap=16)
    return came, intake, law, rights, group(_("Responsible"), names)
