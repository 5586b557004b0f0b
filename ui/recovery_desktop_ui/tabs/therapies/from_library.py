"""The name of a service that is entered by hand: found in the library while it is typed, and weighed by the limits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.guidance import library as shelf
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.therapies import MODALITIES, Service
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.stops import Stops
from recovery_desktop_ui.parts.editors.look_up import LookUpEditor, Offer
from recovery_desktop_ui.parts.layouts import col

_OFF = ("declined", "advised_against")


class NameOfService(QWidget):
    """The field, and below it what speaks against the service, if so."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._services: Sequence[shelf.Service] = ()
        editor = LookUpEditor(Service.name, self._offers, lambda _name: "", _("Name it, or find it in the library"))
        editor.picked.connect(self._take)
        stops = Stops(form, lambda row: row.episode.client_id, lambda row: "" if row.decision in _OFF else "all")
        self.setLayout(col(form.field("name", editor=editor), stops, gap=6))
        form.shown.connect(lambda _row: self._follow())

    def _follow(self) -> None:
        self._services = shelf.library([as_entry(row) for row in LibraryService.select()])

    def _offers(self, words: str) -> list[Offer]:
        return [Offer(one.name, _line(one)) for one in shelf.find(words, self._services)]

    def _take(self, name: str) -> None:
        """Writes what the library says of it into the form, as one step to undo."""
        one = next(each for each in self._services if each.name == name)
        values = {"name": one.name, "modality": one.modality, "provider": one.provider}
        form, row = self._form, self._form.row
        if row is None:
            for key, value in values.items():
                form.rows[key].put(value)
            form.rows["name"].editor.edited.emit()  # what was entered so far makes the row
            return
        kept = {key: value for key, value in values.items() if value}
        with form.keeper.history.group(_("take a service from the library")):
            form.keeper.attempt(lambda: form.keeper.save(row, **kept))
        form.refresh()
        form.saved.emit("name")


def _line(one: shelf.Service) -> str:
    kind = _(MODALITIES[one.modality]) if one.modality in MODALITIES else ""
    return joined([one.name, kind, one.usual], " · ")
