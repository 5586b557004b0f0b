"""A page of sections: an outline with a status mark for each at the left, one section shown at a time.

With large text the outline folds into a list above the section.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.combo import PlainCombo
from recovery_desktop_ui.parts.icons import mark_word
from recovery_desktop_ui.parts.layouts import col, hold, row, rule, scrolling
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.tokens import is_large, px, space

_LEAST_WIDE, _WIDEST = 236, 284  # of the outline: as wide as its titles within these


@dataclass(frozen=True)
class Section:
    """One section: `key` names it, `title` is a marked text, `build` makes its sheet when it is first shown, `mark`
    tells how far it is by what its page `looks_at`, without building it, `holds` are the names of the tables whose rows
    it shows, `group` is what sections that belong together stand below, as a marked text."""

    key: str
    title: str
    build: Callable[[Keeper], Sheet]
    mark: Callable[[Any], str | None]
    holds: tuple[str, ...] = ()
    group: str = ""


class SectionedPage(Page):
    """A page made of sections."""

    def __init__(self, keeper: Keeper, sections: Sequence[Section], outline: str, above: QWidget | None = None) -> None:
        """`outline` is what a screen reader calls the list of sections; `above` stands over it, or beside it when it
        has folded."""
        super().__init__(keeper)
        self._sections = tuple(sections)
        self._at = 0
        self._sheets: dict[str, Sheet] = {}
        self._areas: dict[str, QWidget] = {}
        self._filled: dict[str, tuple[int, int]] = {}  # section: client and revision it was filled with
        self._stack = QStackedWidget()
        self._outline: RowList | None = None
        self._picker: PlainCombo | None = None
        head = [above] if above is not None else []
        side = self._make_picker(outline, *head) if is_large() else self._make_outline(outline, *head)
        place = col if is_large() else row
        layout = place(side, self._stack, gap=0)
        layout.setStretchFactor(self._stack, 1)
        self.setLayout(layout)
        self._marks_later = QTimer(self, singleShot=True, interval=0)
        self._marks_later.timeout.connect(self._follow_marks)
        keeper.changed.connect(self._note_marks)

    def _make_outline(self, name: str, *head: QWidget) -> QWidget:
        self._outline = RowList(name)
        self._outline.setObjectName("outline")
        self._outline.chosen.connect(self._choose)
        side = hold(col(*head, self._outline, gap=8, pad=(8, 16, 8, 8)))
        side.setFixedWidth(min(px(_WIDEST), max(px(_LEAST_WIDE), self._outline.width_for(self._titles()) + space(16))))
        return hold(row(side, rule(vertical=True), gap=0))

    def _make_picker(self, name: str, *head: QWidget) -> QWidget:
        self._picker = PlainCombo()
        self._picker.setObjectName("outline")
        self._picker.setAccessibleName(name)
        self._picker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for each in self._sections:
            self._picker.addItem(_(each.title), each.key)
        self._picker.activated.connect(lambda index: self._choose(self._sections[index].key))
        line = row(self._picker, *head, gap=16, pad=(32, 10, 32, 10))
        line.setStretch(0, 1)
        return hold(line)

    def _titles(self) -> list[str]:
        return [_(each.title) for each in self._sections]

    # -- showing

    def fill(self, opened: OpenClient) -> None:
        self._renew_marks()
        self._show_section()

    def _renew_marks(self) -> None:
        if self.opened is None:
            return
        seen = self.looks_at(self.opened)
        marks = [each.mark(seen) for each in self._sections]
        if self._outline is not None:
            self._outline.set_rows(list(self._outlined(marks)))
            self._outline.choose(self._sections[self._at].key)
        if self._picker is not None:
            for index, (each, mark) in enumerate(zip(self._sections, marks, strict=True)):
                self._picker.setItemText(index, f"{_(each.title)}: {mark_word(mark)}" if mark else _(each.title))
            self._picker.setCurrentIndex(self._at)

    def looks_at(self, opened: OpenClient) -> Any:
        """What the marks of the sections are told by, read once for all of them."""
        return opened

    def _outlined(self, marks: Sequence[str | None]) -> Iterator[RowData]:
        """The sections with their marks, and above those that belong together what they are about."""
        above = ""
        for each, mark in zip(self._sections, marks, strict=True):
            if each.group and each.group != above:
                yield RowData(f"head {each.group}", _(each.group), head=True)
            above = each.group
            yield RowData(each.key, _(each.title), mark=mark, hangs=True)

    def _show_section(self) -> None:
        if self.opened is None:
            return
        section = self._sections[self._at]
        sheet = self._sheets.get(section.key)
        if sheet is None:
            sheet = self._sheets[section.key] = section.build(self.keeper)
            self.sheet_made(sheet)
            self._areas[section.key] = scrolling(sheet, "paper")
            self._stack.addWidget(self._areas[section.key])
            tab_in_reading_order(sheet)
        now = (self.opened.client.id, self.keeper.revision)
        if self._filled.get(section.key) != now:
            sheet.fill(self.opened)
            self._filled[section.key] = now
        self._stack.setCurrentWidget(self._areas[section.key])

    def sheet_made(self, sheet: Sheet) -> None:
        """A section was built: a page that wants to hear of it extends this."""

    def note_own_change(self) -> None:
        super().note_own_change()
        if self.opened is not None:
            self._filled[self._sections[self._at].key] = (self.opened.client.id, self.keeper.revision)

    def note_other_change(self) -> None:
        super().note_other_change()
        self._filled.clear()

    def _note_marks(self, _model: object, _number: int) -> None:
        """A bound method, unlike a function made here, is not called any more once the page is gone. The marks read the
        whole record: once for all that one key changes, and after what it changes is on the screen."""
        self._marks_later.start()

    def _follow_marks(self) -> None:
        """Not when the records were closed between the change and this moment, as by a lock."""
        if self.isVisible() and not self.keeper.store.vault.closing:
            self._renew_marks()

    # -- moving

    def _choose(self, key: str) -> None:
        self.keeper.flush()  # first: what it changes is shown in the section one leaves, not in the one that comes
        self._at = next(i for i, each in enumerate(self._sections) if each.key == key)
        self._show_section()

    def section_keys(self) -> list[str]:
        """The sections by key, in their order."""
        return [each.key for each in self._sections]

    def section(self) -> str:
        return self._sections[self._at].key

    def step_section(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._sections):
            self._choose(self._sections[at].key)
            self._renew_marks()
            self.take_cursor()

    def content(self) -> QWidget:
        return self._areas.get(self._sections[self._at].key, self)

    def reveal(self, place: Place) -> bool:
        table = place.model._meta.table_name if place.model is not None else ""
        wanted = [s for s in self._sections if place.section in (s.key, *s.holds) or table in s.holds]
        wanted.sort(key=lambda each: each.key != place.section)  # the named section goes before others with such rows
        for section in wanted:
            self._choose(section.key)
            self._renew_marks()
            if place.model is None or self._sheets[section.key].reveal(place):
                return True
        return False
