"""The client's page: its sections, and how far each is."""

from collections.abc import Sequence

from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Allergy, Client, ContactPoint, Episode, LevelOfCare
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sections import Section, SectionedPage
from recovery_desktop_ui.tabs.client.discharge import DischargeSheet
from recovery_desktop_ui.tabs.client.episode import EpisodeSheet
from recovery_desktop_ui.tabs.client.episodes import EpisodesSheet
from recovery_desktop_ui.tabs.client.level_of_care import LevelOfCareSheet
from recovery_desktop_ui.tabs.client.person import PersonSheet
from recovery_desktop_ui.tabs.client.reach import AllergySheet, ReachSheet

_PERSON = ("legal_given", "legal_family", "birth_date", "sex", "languages", "interpreter", "emergency_phone")
_EPISODE = ("intake_on", "admitted_on", "rights_explained_on", "privacy_notice_on", "counselor_id")
_DISCHARGE = ("discharged_on", "discharge_reason", "discharge_disposition")


class ClientPage(SectionedPage):
    """Who somebody is, how to reach them, and their episodes of care."""

    def __init__(self, keeper: Keeper) -> None:
        sections = (
            Section("person", N_("Client"), PersonSheet, _mark_person, ("client",)),
            Section("reach", N_("Ways to reach"), ReachSheet, _mark_reach, ("contact_point",)),
            Section("allergies", N_("Allergies, medications"), self._make_allergies, _mark_allergies, ("allergy",)),
            Section("episode", N_("Episode of care"), EpisodeSheet, _mark_episode, ("episode",)),
            Section("level_of_care", N_("Level of care"), LevelOfCareSheet, _mark_level, ("level_of_care",)),
            Section("discharge", N_("Discharge"), DischargeSheet, _mark_discharge),
            Section("episodes", N_("All episodes"), EpisodesSheet, lambda _opened: None, ("episode",)),
        )
        super().__init__(keeper, sections, _("Parts of the client's page"))
        keeper.changed.connect(self._follow)

    def _make_allergies(self, keeper: Keeper) -> AllergySheet:
        return AllergySheet(keeper, lambda: self.go_to.emit(Place("diagnoses")))

    def _follow(self, model: type[Record], _number: int) -> None:
        """Another episode may be the current one now."""
        if model is Episode and self.opened is not None and self.isVisible():
            now = open_client(self.opened.client.id)
            if now.episode != self.opened.episode:
                self.note_other_change()
                self.show_client(now)

    def reveal(self, place: Place) -> bool:
        """What ends an episode stands in a section of its own, and so do the answers that go before a list."""
        if place.model is Episode and place.field in _DISCHARGE:
            place = Place(place.page, "discharge", place.model, place.number, place.field)
        elif place.model is Client and place.field in ("allergies_state", "medications_state"):
            place = Place(place.page, "allergies", place.model, place.number, place.field)
        return super().reveal(place)


def _how_far(row: Record | None, names: Sequence[str]) -> str:
    """Complete when all the named fields say something, started when one does."""
    said = [bool(getattr(row, name)) for name in names] if row is not None else [False]
    return "done" if all(said) else "started" if any(said) else "empty"


def _mark_person(opened: OpenClient) -> str:
    return _how_far(Client.get_by_id(opened.client.id), _PERSON)


def _mark_reach(opened: OpenClient) -> str:
    points = list(ContactPoint.select().where(ContactPoint.client == opened.client))
    if any(point.safe_to_use == "yes" for point in points):
        return "done"
    return "started" if points else "empty"


def _mark_allergies(opened: OpenClient) -> str:
    state = Client.get_by_id(opened.client.id).allergies_state
    listed = Allergy.select().where(Allergy.client == opened.client).exists()
    if (state == "listed") == listed:
        return "done" if state else "empty"
    return "care"


def _episode(opened: OpenClient) -> Episode | None:
    """The current episode as it is on the disk now."""
    return Episode.get_or_none(Episode.id == opened.episode.id) if opened.episode else None


def _mark_episode(opened: OpenClient) -> str:
    return _how_far(_episode(opened), _EPISODE)


def _mark_level(opened: OpenClient) -> str:
    decisions = list(LevelOfCare.select().where(LevelOfCare.episode == opened.episode)) if opened.episode else []
    if not decisions:
        return "empty"
    return "done" if decisions[-1].chosen else "started"


def _mark_discharge(opened: OpenClient) -> str | None:
    episode = _episode(opened)
    return "closed" if episode is not None and episode.discharged_on else None
