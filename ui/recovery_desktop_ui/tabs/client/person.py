"""Who the client is: names, birth date, language, address, who speaks for them and whom to call."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import age
from recovery_desktop.plans.signers import ADULT
from recovery_desktop.records.client import Client
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet, the_client
from recovery_desktop_ui.parts.groups import Fact, group, groups
from recovery_desktop_ui.parts.layouts import Columns, col, hold


class PersonSheet(Sheet):
    """The fields of a client, in the order one asks for them."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._form = self.form_of(Client, the_client)
        self._form.saved.connect(lambda name: self._say_age() if name == "birth_date" else None)
        self._age = Fact(_("Age"))
        self.setLayout(groups(self._names(), self._person(), self._language(), self._address(), *self._others()))

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        self._say_age()

    def _names(self) -> QWidget:
        first = across(self._form, "preferred_name", "pronouns", "record_number")
        legal = across(self._form, "legal_given", "legal_middle", "legal_family")
        return group(_("Name"), first, legal)

    def _person(self) -> QWidget:
        form = self._form
        born = Columns(
            form.field("birth_date", past=True), self._age, form.field("relationship_status"), least=216, gap=16
        )
        own = across(form, "gender", "culture", least=300)
        return group(_("Person"), born, form.field("sex"), own)

    def _language(self) -> QWidget:
        spoken = across(self._form, "languages", "document_language", least=300)
        interpreter = across(self._form, "interpreter", "interpreter_language", least=300)
        return group(_("Language"), spoken, interpreter)

    def _address(self) -> QWidget:
        payer = hold(col(self._form.field("payer"), self._form.field("payer_member_number"), gap=14))
        return group(_("Address and payer"), Columns(self._form.field("address"), payer, least=300, gap=16))

    def _others(self) -> tuple[QWidget, QWidget]:
        form = self._form
        guardian = across(form, "guardian_name", "guardian_relationship", "guardian_phone")
        emergency = across(form, "emergency_name", "emergency_relationship", "emergency_phone")
        return (
            group(_("Parent or guardian"), guardian),
            group(_("In an emergency"), emergency),
        )

    def _say_age(self) -> None:
        """How old the client is today, and that a minor has somebody who signs too."""
        client = self._form.row
        born = client.birth_date if isinstance(client, Client) else None
        years = age(born, today()) if born else None
        if years is None:
            self._age.say("")
        elif years < ADULT:
            self._age.say(_("{years}, a minor: name the parent or guardian below").format(years=years))
        else:
            self._age.say(ngettext("{years} year", "{years} years", years).format(years=years))
