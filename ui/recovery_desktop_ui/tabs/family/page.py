"""The page on family involvement: who is in the client's life, what may be told, what is done together."""

from typing import Any

from recovery_desktop.plans.phrases import in_quotes
from recovery_desktop.plans.short import short
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import FamilySession, Referral, Release, SupportPerson
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import the_client, the_episode
from recovery_desktop_ui.parts.groups import group, groups, listed
from recovery_desktop_ui.parts.layouts import col, hold, scrolling
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.tabs.family.people import PersonReleases, person_form, person_words
from recovery_desktop_ui.tabs.family.picture import NetworkPicture
from recovery_desktop_ui.tabs.family.referrals import referral_form, referral_words, take_next_step
from recovery_desktop_ui.tabs.family.releases import release_form, release_words
from recovery_desktop_ui.tabs.family.safety import SafetyFirst
from recovery_desktop_ui.tabs.family.sessions import session_form, session_words
from recovery_desktop_ui.tabs.family.social_needs import SocialNeeds

_BEFORE = Before(
    "users",
    N_("Sessions, social needs and referrals"),
    N_("They belong to an episode of care. Begin one when the client comes."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)
_TOGETHER = (Release, FamilySession, SupportPerson)
"""Whose rows say something of each other in their lines."""


class FamilyPage(Page):
    """People, boundaries, releases, sessions, social needs, referrals, one below the other."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._people, self._releases, self._sessions = self._make_people(), self._make_releases(), self._make_sessions()
        self._picture = NetworkPicture()
        self._picture.chosen.connect(lambda number: self._people.reveal(SupportPerson, number))
        self._spoken = RowList(_("Boundaries"), grows=True)
        self._spoken.setObjectName("boundaries")
        self._spoken.chosen.connect(lambda number: self._people.reveal(SupportPerson, number, "boundaries"))
        self._boundaries = listed(_("Boundaries, in the client's words"), self._spoken)
        self._needs, self._safety = SocialNeeds(keeper), SafetyFirst()
        referrals = self.rows_below(
            Referral,
            the_episode,
            referral_form,
            referral_words,
            add=_("Add a referral"),
            empty=_(
                "Whom the client is sent to, when, and what came of it. A referral is open until its result is known."
            ),
        )
        referrals.next_step.connect(lambda referral: take_next_step(referrals, referral))
        self._within = hold(
            col(
                listed(_("Family sessions"), self._safety, self._sessions),
                group(_("Social needs"), self._needs),
                listed(_("Referrals"), referrals),
                gap=28,
            )
        )
        self._beginning = Beginning(self, _BEFORE, self._within)
        people = listed(_("People"), self._people)
        releases = listed(_("Releases of information"), self._releases)
        content = hold(groups(self._picture, people, self._boundaries, releases, self._beginning, self._within))
        self.setLayout(col(scrolling(content), gap=0))
        tab_in_reading_order(self)
        keeper.changed.connect(self._follow)

    def _make_people(self) -> RecordList:
        return self.rows_below(
            SupportPerson,
            the_client,
            lambda form: person_form(form, PersonReleases(form, self._show_release, self._write_release)),
            person_words,
            add=_("Add a person"),
            empty=_(
                "Who is close to the client, who helps, who makes it harder? Ask what part the client wants each of "
                "them to have before anybody is called."
            ),
        )

    def _make_releases(self) -> RecordList:
        return self.rows_below(
            Release,
            the_client,
            release_form,
            release_words,
            add=_("Add a release"),
            empty=_("Nothing may be told to anybody without a signed release that says what, to whom and until when."),
        )

    def _make_sessions(self) -> RecordList:
        return self.rows_below(
            FamilySession,
            the_episode,
            session_form,
            session_words,
            add=_("Plan a session"),
            empty=_("Education, repair, planning: whom to bring together, and for what."),
        )

    # -- showing

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        if not self._beginning.is_needed(opened) and opened.episode is not None:
            self._needs.show_rows(opened.episode)
        self._say_of_people(opened)

    def _say_of_people(self, opened: OpenClient) -> None:
        """What stands around the list of people and follows from it."""
        self._picture.show_client(opened.client)
        if opened.episode is not None:
            self._safety.show_for(opened.client)
        self._say_boundaries()

    def _say_boundaries(self) -> None:
        people: list[Any] = [person for person in self._people.rows if getattr(person, "boundaries", "").strip()]
        self._spoken.set_rows(
            [RowData(one.id, in_quotes(short(one.boundaries, 110)), right=one.name, voice=True) for one in people]
        )
        self._spoken.choose(None)
        self._boundaries.setVisible(bool(people))

    def _follow(self, model: type[Record], _number: int) -> None:
        """Brings the lines up to date that say something of what was changed in another list."""
        if model in _TOGETHER and self.opened is not None and self.isVisible():
            for rows in (self._people, self._releases, self._sessions):
                rows.say_again()
            self._say_of_people(self.opened)
            self._sessions.say_beside()

    def reveal(self, place: Place) -> bool:
        if place.model is not None and self._needs.reveal(place.model, place.number, place.field):
            return True
        return super().reveal(place)

    # -- releases to a person

    def _show_release(self, number: int) -> None:
        self._releases.reveal(Release, number)

    def _write_release(self, person: SupportPerson) -> None:
        """Begins a release to a person, with the name filled in and nothing allowed yet."""
        client = self.opened.client if self.opened else None
        if isinstance(client, Client) and self.keeper.flush():
            made = self.keeper.attempt(lambda: self.keeper.add(Release, client, person=person, recipient=person.name))
            if made is not None:
                self._releases.refresh()
                self._releases.reveal(Release, made.id, "scope")
