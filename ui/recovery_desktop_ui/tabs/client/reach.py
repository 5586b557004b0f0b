"""How to reach the client safely, and what they react to."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.client import Allergy, Client, ContactPoint
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.note_below import NoteBelow
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet, the_client
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import group, groups
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text

_SAFE = {"yes": "done", "no": "care"}


class ReachSheet(Sheet):
    """Phones and addresses, each with whether, when and how it may be used."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        why = text(
            _("Ask for each one whether it is safe: a message about treatment in the wrong ears can do harm."),
            "body",
            "quiet",
            wrap=True,
        )
        ways = self.rows_below(
            ContactPoint,
            the_client,
            _contact_form,
            contact_words,
            add=_("Add a way to reach the client"),
            empty=_("A phone number, an email or a postal address, and when it is good to use."),
        )
        self.setLayout(groups(group(_("Ways to reach"), why, ways)))


def _contact_form(form: Form) -> QWidget:
    way = across(form, "value", "kind", least=260)
    use = across(form, "safe_to_use", "best_time", least=300)
    return hold(col(way, use, across(form, "messages", "note", least=260), gap=14))


def contact_words(point: ContactPoint) -> RowWords:
    """A way to reach the client in one line."""
    kinds = point.described()
    messages = kinds["messages"].shown(point.messages)
    safe = {"yes": _("safe to use"), "no": _("not safe: do not use"), "": _("not asked whether safe")}
    return RowWords(
        point.value,
        joined([kinds["kind"].shown(point.kind), point.best_time, messages, point.note], " · "),
        safe.get(point.safe_to_use, kinds["safe_to_use"].shown(point.safe_to_use)),
        _SAFE.get(point.safe_to_use, "empty"),
        dim=point.safe_to_use == "no",
        tone="care" if point.safe_to_use == "no" else "quiet",
    )


class AllergySheet(Sheet):
    """What the client reacts to, and whether they take medications: both asked, also when the answer is none."""

    def __init__(self, keeper: Keeper, show_medicines: Callable[[], object]) -> None:
        """`show_medicines` leads to the list of medications."""
        super().__init__(keeper)
        self._form = self.form_of(Client, the_client, name="health")
        self._note = NoteBelow()
        self._allergies = self.rows_below(
            Allergy,
            the_client,
            lambda form: hold(col(across(form, "substance", "reaction", least=260))),
            lambda row: RowWords(row.substance, row.reaction),
            add=_("Add an allergy"),
        )
        self._allergies.counted.connect(lambda _count: self._compare())
        self._form.saved.connect(lambda _name: self._compare())
        there = button(_("Medications are listed under Diagnoses"), "link", "chevron-right", does=show_medicines)
        there.setObjectName("client.medicines")
        allergies = group(_("Allergies"), self._form.field("allergies_state"), self._allergies, self._note)
        medicines = group(_("Medications"), self._form.field("medications_state"), row(there, None))
        self.setLayout(groups(allergies, medicines))

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        self._compare()

    def _compare(self) -> None:
        """Says when the answer and the list do not agree."""
        client = self._form.row
        state = client.allergies_state if isinstance(client, Client) else ""
        listed = bool(self._allergies.rows)
        if listed and state != "listed":
            self._note.say(_("Something is listed: choose “Listed below”."))
        elif state == "listed" and not listed:
            self._note.say(_("Nothing is listed yet."))
        else:
            self._note.say("")
