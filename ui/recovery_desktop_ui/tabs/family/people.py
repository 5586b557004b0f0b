"""The people in the client's life: who they are to the client, and what part both sides want."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import age, day_and_month
from recovery_desktop.plans.consent import is_live, release_state
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.family import TO_COME, SupportPerson
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.family.releases import release_words, releases_to

_NOT_IN = ("no", "no_contact")
CHILD_UNTIL = 18


def person_words(person: Any) -> RowWords:
    """A person in one line: influence, wishes of both sides, release; when they last came and come next."""
    record = take(person.client_id)
    entry = next(one for one in record.rows("support_people") if one.number == person.id)
    fields, wants = person.described(), person.client_wants
    no_contact = wants == "no_contact"
    wishes = [_("client wants: {wish}").format(wish=lower_first(fields["client_wants"].shown(wants))) if wants else ""]
    if person.wants_involvement and not no_contact:
        answer = lower_first(fields["wants_involvement"].shown(person.wants_involvement))
        wishes.append(_("wants in: {wish}").format(wish=answer))
    live = [one for one in record.rows("releases") if one.ref("person") is entry and is_live(one, today())]
    parts = [
        _relation(person),
        lower_first(fields["influence"].shown(person.influence)),
        *([] if no_contact else wishes),
        _("release {state}").format(state=release_state(live[-1], today())[1]) if live else "",
    ]
    return RowWords(
        person.name,
        joined(parts, " · "),
        _("NO CONTACT: ask the client first") if no_contact else _sessions(entry),
        _mark(person),
        dim=wants in _NOT_IN,
        tone="care" if no_contact else "quiet",
    )


def _mark(person: SupportPerson) -> str:
    """Who needs thought, and who was asked about."""
    if person.influence == "risky" or person.client_wants == "no_contact":
        return "care"
    return "done" if person.influence and person.client_wants else "started"


def _relation(person: SupportPerson) -> str:
    years = age(person.birth_date, today()) if person.birth_date else CHILD_UNTIL
    return joined([lower_first(person.relationship), str(years) if years < CHILD_UNTIL else ""])


def _sessions(person: Entry) -> str:
    """When the person last came, and when they come next."""
    sessions = person.tied("family_sessions")
    held = [one["held_on"] for one in sessions if one["held_on"]]
    planned = [one["due_on"] for one in sessions if one["due_on"] and not one["held_on"] and one["status"] in TO_COME]
    last = _("last {day}").format(day=day_and_month(max(held))) if held else ""
    coming = _("next {day}").format(day=day_and_month(min(planned))) if planned else ""
    return joined([last, coming], " · ")


class PersonReleases(QWidget):
    """What the person of a form may be told: a chip for each release that leads to it, and one that begins another."""

    def __init__(self, form: Form, show: Callable[[int], object], write: Callable[[SupportPerson], object]) -> None:
        super().__init__()
        self._form, self._show, self._write = form, show, write
        self._chips = Flow(gap=8)
        self.setLayout(col(text(_("Releases of information"), "caption", "quiet"), hold(self._chips), gap=4))
        form.shown.connect(self.follow)

    def follow(self, person: Record | None) -> None:
        """Shows the releases to a person; hidden before the person is in the record."""
        clear(self._chips)
        self.setVisible(person is not None)
        for place, chip in enumerate(self._made(person) if isinstance(person, SupportPerson) else []):
            chip.setObjectName(f"support_person.release{place}")
            self._chips.addWidget(chip)

    def _made(self, person: SupportPerson) -> list[Button]:
        chips = []
        for release in releases_to(person):
            words = release_words(release)
            said = joined([short(words.sub, 24), short(words.right, 34)], ": ")
            whole = joined([words.sub, words.right], ": ")
            chips.append(button(said, "chip", "file-text", name=whole, does=partial(self._show, release.id)))
            chips[-1].setToolTip(whole)
        chips.append(button(_("Write a release"), "link", "plus", does=lambda: self._write(person)))
        return chips


def person_form(form: Form, releases: PersonReleases) -> QWidget:
    """All fields of a person, in the order one asks for them."""
    return hold(
        col(
            across(form, "name", "relationship", "relation"),
            across(form, "phone", "lives", "birth_date"),
            across(form, "influence", "client_wants", "wants_involvement"),
            across(form, "uses_substances", "knows_of_treatment", least=290),
            across(form, "naloxone_trained", "feels_unsafe", least=290),
            releases,
            across(form, "role_in_plan", "aims", least=300),
            across(form, "boundaries", "ask_again_on", least=220),
            gap=14,
        )
    )
