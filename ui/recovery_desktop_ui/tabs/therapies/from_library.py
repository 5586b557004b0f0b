"""The name of a service that is entered by hand: found in the library while it is typed, and weighed by the limits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.guidance import Guidance
from recovery_desktop.guidance import library as shelf
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.therapies import MODALITIES, Service
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.editors.code import CodeEditor, Offer
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.therapies.guided import Guided

_OFF = ("declined", "advised_against")


class NameOfService(QWidget):
    """The field, and below it why the service is not suggested now, if so."""

    def __init__(self, form: Form, guided: Guided) -> None:
        super().__init__()
        self._form, self._guided = form, guided
        self._services: Sequence[shelf.Service] = ()
        editor = CodeEditor(Service.name, self._offers, lambda _name: "", _("Name it, or find it in the library"))
        editor.picked.connect(self._take)
        self._stops = text("", "body", "care", wrap=True)
        self._stops.setObjectName("service.stops")
        self.setLayout(col(form.field("name", editor=editor), self._stops, gap=6))
        form.shown.connect(lambda _row: self._follow())
        form.saved.connect(lambda _name: self._weigh(guided.guidance))
        guided.found.connect(self._weigh)
        self._stops.hide()

    def _follow(self) -> None:
        self._services = shelf.library([as_entry(row) for row in LibraryService.select()])
        self._weigh(self._guided.guidance)

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

    def _weigh(self, found: Guidance | None) -> None:
        """Says what speaks against it; of a private reason only that there is one."""
        row = self._form.row
        notes = found.stops_for(row.name) if found is not None and isinstance(row, Service) else ()
        is_off = isinstance(row, Service) and row.decision in _OFF
        said = dict.fromkeys(note.text if not note.private else _("A safety gate speaks against it.") for note in notes)
        self._stops.setText(_("Not suggested now: {reasons}").format(reasons=joined(list(said), " ")))
        self._stops.setVisible(bool(said) and not is_off)


def _line(one: shelf.Service) -> str:
    kind = _(MODALITIES[one.modality]) if one.modality in MODALITIES else ""
    return joined([one.name, kind, one.usual], " · ")
