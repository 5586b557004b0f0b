"""The areas of life, all of them in one grid: looked at or not, and the client's own rating."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import AreaOfLife
from recovery_desktop.records.base import Record
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.note_below import SharedNote
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import is_large

_FIELDS = ("state", "rating", "reason")
_SHARES = (3, 4, 2, 6)
_LEAST = 96


class AreasSheet(Sheet):
    """One line for each area, in the order of the one list."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._areas = {code: Form(keeper, AreaOfLife, name=f"area_{code}") for code in DOMAINS}
        for form in self._areas.values():
            form.row_made.connect(partial(self._note_asked, form))
            form.saved.connect(partial(self._note_asked, form))
        lines = [self._line(code, form) for code, form in self._areas.items()]
        words = _("How the client sees each area, 10 is best. What nobody asked about stays empty.")
        about = text(words, "body", "quiet", wrap=True)
        heads = [] if is_large() else [self._heads()]
        self.setLayout(groups(hold(col(heading(_("Areas of life")), about, 8, *heads, *lines, gap=6))))

    def _note_asked(self, form: Form, _saved: object) -> None:
        """Whoever writes down a rating has asked: an area left at "not asked" would hide it from wheel and plan."""
        row = form.row
        if isinstance(row, AreaOfLife) and row.rating is not None and not row.state:
            self.keeper.save(row, state="assessed")
            form.rows["state"].put("assessed", None)

    @staticmethod
    def _heads() -> QWidget:
        words = ("", *(AreaOfLife.described()[name].label for name in ("state",)), _("Rating"), _("Why not"))
        return Columns(*(text(each, "caption", "quiet", wrap=True) for each in words), least=_LEAST, shares=_SHARES)

    @staticmethod
    def _line(code: str, form: Form) -> QWidget:
        area = _(DOMAINS[code])
        bare = not is_large()
        fields = [_field(form, name, area, bare) for name in _FIELDS]
        if not bare:
            return hold(col(*fields, gap=8, pad=(0, 8, 0, 8)))
        line = Columns(text(area, "strong", wrap=True), *fields, least=_LEAST, shares=_SHARES)
        return hold(col(line, SharedNote(*fields), gap=2))

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        assessment = opened.assessment
        if assessment is None:
            return
        rows: dict[str, Any] = {row.domain: row for row in _rows(assessment)}
        for code, form in self._areas.items():
            form.show(rows.get(code), assessment, domain=code)

    def reveal(self, place: Place) -> bool:
        if place.model is None:
            return False
        return any(form.reveal(place.model, place.number, place.field) for form in self._areas.values())


def _field(form: Form, name: str, area: str, bare: bool) -> FieldRow:
    label = f"{area}: {form.model.described()[name].label}"
    look = "row" if bare else None
    if name == "state":
        return form.field(name, label=label, bare=bare, look=look, empty=N_("Not asked"))
    return form.field(name, label=label, bare=bare, look=look)


def _rows(assessment: Record) -> list[AreaOfLife]:
    """The rows in the order that lets the first of two about one area win."""
    query = AreaOfLife.select().where(AreaOfLife.assessment == assessment)
    return list(query.order_by(AreaOfLife.position.desc(), AreaOfLife.id.desc()))
