"""The practice's library of services: its own, and those that come with the program and can be made its own."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.guidance.library import Service, find, library
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.base import Record
from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.therapies import MODALITIES
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.layouts import col, hold, no_wider, row, scrolling
from recovery_desktop_ui.parts.opening_list import Block, Line, OpeningList
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.search_line import SearchLine
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px


class ServicesPane(QWidget):
    """What clients are told of each service when options are compared."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._search = SearchLine("services.search", _("Find a service by its words"))
        self._search.textChanged.connect(lambda _words: self._show())
        self._own = RecordList(
            keeper,
            LibraryService,
            _form,
            _words,
            add=_("Add a service"),
            empty=_("Services as this practice gives them. One that stands for an entry below takes its place."),
            order="name",
            brief=True,
        )
        self._shipped = OpeningList("library", may_leave=keeper.flush)
        about = text(
            _("What a client is told when two or three options are looked at together: plain words, nothing promised."),
            "body",
            "quiet",
            wrap=True,
        )
        content = groups(
            text(_("Library of services"), "title"),
            about,
            listed(_("Our own"), self._own),
            listed(_("Included with the program"), no_wider(self._search, px(420)), self._shipped),
        )
        self.setLayout(col(scrolling(hold(content)), gap=0))
        keeper.changed.connect(self._follow)
        keeper.taken_back.connect(lambda _touched: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Shows what the disk has now."""
        self._own.show_rows(None)
        self._show()

    def _follow(self, model: type[Record], _number: int) -> None:
        if model is LibraryService:
            self._show()

    def _show(self) -> None:
        every = library([as_entry(row) for row in LibraryService.select()])
        shown = [one for one in find(self._search.text(), every) if not one.is_own]
        self._shipped.show_blocks([Block("", tuple(self._line(one) for one in shown))])
        tab_in_reading_order(self)

    def _line(self, one: Service) -> Line:
        words = RowWords(one.name, one.usual, _(MODALITIES[one.modality]))
        return Line(one.id, words, lambda: self._details(one), (one,))

    def _details(self, one: Service) -> list[QWidget]:
        make = button(_("Make it our own"), "plain", "pencil", name=_("Make it our own: {name}").format(name=one.name))
        make.clicked.connect(lambda: self._make_own(one))
        make.setObjectName(f"library.{one.id}.own")
        said = text(one.description, "body", wrap=True), text(one.takes, "body", "quiet", wrap=True)
        return [*said, hold(row(make, None))]

    def _make_own(self, one: Service) -> None:
        """A copy to be changed, opened at its description."""
        ways: dict[str, Any] = {"formats": list(one.formats), "places": list(one.places)}
        words = {name: getattr(one, name) for name in ("name", "modality", "description", "takes", "usual")}
        values = {**words, **ways, "rules": ", ".join(one.rules), "stands_for": one.id}
        if self._keeper.flush():
            made = self._keeper.attempt(lambda: self._keeper.add(LibraryService, None, **values))
            if made is not None:
                self._own.refresh()
                self._own.open_row(made.id)
                if self._own.form is not None:
                    self._own.form.focus("description")


def _form(form: Form) -> QWidget:
    return hold(
        col(
            across(form, "name", "modality", least=260),
            form.field("description"),
            form.field("takes"),
            across(form, "usual", "provider", least=260),
            form.field("formats"),
            form.field("places"),
            across(form, "rules", "stands_for", least=260),
            gap=14,
        )
    )


def _words(row: LibraryService) -> RowWords:
    """An entry in one line."""
    kind = row.described()["modality"].shown(row.modality)
    return RowWords(row.name, joined([row.usual, row.provider], " · "), kind, "done" if row.description else "started")
