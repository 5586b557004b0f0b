"""The local directory of help: where a client can be sent, found by what it helps with."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import without_accents
from recovery_desktop.records.practice import Resource
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.helps_with import HelpsWith
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.panes.directory_files import DirectoryFiles
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.search_line import SearchLine
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

_AT_ONCE = 60  # entries that are shown until more are asked for; a thousand lines would keep the window for seconds
_SEARCHED = ("name", "kind", "needs", "languages", "eligibility", "note")


class Directory(RecordList):
    """The entries by name; of these the open one, and the first of those that hold all the words looked for."""

    wanted: tuple[str, ...] = ()
    area = ""
    most = _AT_ONCE
    left = 0  # how many more there are

    def _read(self) -> list[Record]:
        found = [one for one in super()._read() if one.id == self._open or self._is_wanted(one)]
        shown = [one for at, one in enumerate(found) if at < self.most or one.id == self._open]
        self.left = len(found) - len(shown)
        return shown

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Also an entry that is not among the first, or does not hold the words looked for."""
        if model is Resource and Resource.get_or_none(Resource.id == number) is not None and self.keeper.flush():
            self._open = number
            self.refresh()
        return super().reveal(model, number, field)

    def _is_wanted(self, one: Record) -> bool:
        if self.area and self.area not in one.needs:  # type: ignore[attr-defined]
            return False
        fields = one.described()
        key = without_accents(" ".join(fields[name].shown(getattr(one, name)) for name in _SEARCHED))
        return all(word in key for word in self.wanted)


class DirectoryView(QWidget):
    """The directory under its search."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        name, ghost = _("Find in the directory"), _("Find by name, need or language")
        self._search = SearchLine("directory.search", ghost, name)
        self._search.setMaximumWidth(px(420))
        self._search.textChanged.connect(lambda _words: self._find())
        self._helps = HelpsWith("directory.area")
        self._helps.setMaximumWidth(px(220))
        self._helps.chosen.connect(self._find)
        self._none = text(_("Nothing in the directory fits."), "body", "quiet", wrap=True)
        self._rows = Directory(
            keeper,
            Resource,
            _resource_form,
            resource_words,
            add=_("Add an entry"),
            empty=_("Food, housing, groups, doctors, legal aid: whom the practice can send a client to."),
            order="name",
        )
        self._rows.counted.connect(lambda _count: self._say_left())
        self._more = button("", "link", does=self._show_more)
        self._more.setObjectName("directory.more")
        self._files = DirectoryFiles(keeper)
        self._files.taken.connect(self.refresh)
        find = row(self._search, self._helps, None, gap=12)
        self.setLayout(col(find, self._none, self._rows, row(self._more, None), self._files, gap=10))

    def refresh(self) -> None:
        """Shows what the disk has now."""
        self._rows.show_rows(None)
        self._say_none()

    def _find(self) -> None:
        self._rows.wanted = tuple(without_accents(self._search.text()).split())
        self._rows.area, self._rows.most = self._helps.area, _AT_ONCE
        self._rows.refresh()
        self._say_none()

    def _show_more(self) -> None:
        """As many again; the cursor goes to the first of them."""
        first = len(self._rows.rows)
        self._rows.most += _AT_ONCE
        self._rows.refresh()
        self._rows.focus_row(first)

    def _say_left(self) -> None:
        left = self._rows.left
        more = min(left, _AT_ONCE)
        words = ngettext("Show {more} of {left} more entry", "Show {more} of {left} more entries", left)
        said = words.format(more=more, left=left)
        self._more.setText(said)
        self._more.setAccessibleName(said)
        self._more.setVisible(left > 0)

    def _say_none(self) -> None:
        is_narrowed = bool(self._rows.wanted or self._rows.area)
        self._none.setVisible(is_narrowed and not self._rows.rows)


def _resource_form(form: Form) -> QWidget:
    return hold(
        col(
            across(form, "name", "kind", "phone"),
            form.field("needs"),
            across(form, "address", "eligibility", least=300),
            across(form, "cost", "hours", "languages"),
            across(form, "website", "verified_on", least=300),
            form.field("note"),
            gap=14,
        )
    )


def resource_words(entry: Any) -> RowWords:
    """An entry in one line; one that was not verified for a year says so."""
    verified = entry.verified_on
    is_old = not entry.is_verified(today())
    said = _("not verified yet")
    if verified is not None:
        words = _("verify again: last {day}") if is_old else _("verified {day}")
        said = words.format(day=short_date(verified))
    helps = entry.described()["needs"].shown(entry.needs)
    return RowWords(
        entry.name,
        joined([entry.kind, helps, entry.phone], " · "),
        said,
        "started" if is_old else "done",
        tone="care" if is_old else "quiet",
    )
