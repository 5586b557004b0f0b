"""What a draft carries over, not yet reviewed: goal by goal, kept with one key or changed where it stands."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.changes import PARTS, Carried
from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import LookedAt, PlanVersion
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, beside, clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import space

_GroupKey = int | str  # the number of a goal, or one of the PARTS


class CarriedItems(QWidget):
    """A line for each goal and each part of the plan; it unfolds into its items."""

    go_to = Signal(object)  # Place

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._items: tuple[Carried, ...] = ()
        self._version = 0
        self._drawn: object = None
        self._open: _GroupKey | None = None
        self._goes_on = False  # the cursor goes to the next item to keep
        self._state = text("", "strong", wrap=True)
        self._state.setObjectName("carried.state")
        self._groups = QVBoxLayout()
        self._groups.setSpacing(space(6))
        says = row(Icon("repeat", "care"), self._state, gap=8)
        says.setStretch(1, 1)
        hint = text(_("Keep what still holds; what you change is kept by changing it."), "body", "quiet", wrap=True)
        self.setLayout(col(Card(col(says, hint, self._groups, gap=8, pad=(14, 10, 14, 10)), "paper"), gap=0))

    def show_items(self, items: tuple[Carried, ...], version: Entry) -> None:
        """Shows what waits in the draft `version`."""
        drawn = version.number, tuple((item.key, item.entry.number) for item in items)
        self._items, self._version = items, version.number
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw()
        self.setVisible(bool(items))

    def _draw(self) -> None:
        count = len(self._items)
        words = ngettext(
            "{count} item is carried over, not yet reviewed", "{count} items are carried over, not yet reviewed", count
        )
        self._state.setText(words.format(count=count))
        clear(self._groups)
        groups = self._grouped()
        if self._open not in groups:
            self._open = None
        for at, (key, items) in enumerate(groups.items()):
            made = self._group(at, key, items)
            self._groups.addWidget(made)
            made.show()
        tab_in_reading_order(self)
        self._take_cursor()

    def _grouped(self) -> dict[_GroupKey, list[Carried]]:
        found: dict[_GroupKey, list[Carried]] = {}
        for item in self._items:
            found.setdefault(item.goal.number if item.goal is not None else item.part, []).append(item)
        return found

    def _group(self, at: int, key: _GroupKey, items: Sequence[Carried]) -> QWidget:
        goal = items[0].goal
        title = goal_title(goal) if goal is not None else _(PARTS[items[0].part])
        count = ngettext("{count} item", "{count} items", len(items)).format(count=len(items))
        is_open = key == self._open
        unfold = button(title, "link", "chevron-down" if is_open else "chevron-right", does=partial(self._turn, key))
        unfold.setAccessibleName(f"{title}, {count}")
        unfold.setAccessibleDescription(_("open") if is_open else _("closed: press Enter to open"))
        unfold.setObjectName(f"carried.group{at}")
        all_of = _("Keep all of {what}").format(what=title)
        keep = button(_("Keep all"), "plain", "check", name=all_of, does=partial(self._keep, tuple(items)))
        keep.setToolTip(all_of)
        keep.setObjectName(f"carried.keep_all{at}")
        line = beside(hold(row(unfold, text(count, "caption", "quiet"), None, gap=10)), keep)
        inner = [self._item(n, item) for n, item in enumerate(items)] if is_open else []
        return hold(col(line, *inner, gap=4))

    def _item(self, at: int, item: Carried) -> QWidget:
        words = text(item.words, "body", wrap=True)
        keep = button(_("Keep"), "plain", "check", name=_("Keep: {what}").format(what=item.words))
        keep.clicked.connect(lambda: self._keep((item,)))
        keep.setObjectName(f"carried.keep.{at}")
        place = Place(model=item.entry.model, number=item.entry.number)
        change = button(_("Change"), "link", name=_("Change: {what}").format(what=item.words))
        change.clicked.connect(lambda: self.go_to.emit(place))
        change.setObjectName(f"carried.change.{at}")
        line = beside(words, hold(Flow(keep, change, gap=12)))
        line.setContentsMargins(space(26), 0, 0, 0)
        return hold(line)

    def _turn(self, key: _GroupKey) -> None:
        self._open = None if key == self._open else key
        self._goes_on = self._open is not None
        self._draw()

    def _keep(self, items: Sequence[Carried]) -> None:
        """What was looked at and holds still; one step to undo."""
        if not self._keeper.flush():
            return
        self._goes_on = True
        version = PlanVersion.get_by_id(self._version)
        self._keeper.attempt(lambda: self._note(items, version))

    def _note(self, items: Sequence[Carried], version: PlanVersion) -> None:
        with self._keeper.history.group(_("keep what was carried over")):
            for item in {each.key: each for each in items}.values():
                self._keeper.add(LookedAt, version, what=item.key)

    def _take_cursor(self) -> None:
        """After a key that kept something the cursor stands on the next to keep."""
        if not self._goes_on:
            return
        self._goes_on = False
        for widget in self.findChildren(QWidget):
            if widget.objectName() == "carried.keep.0" and widget.isVisible():
                widget.setFocus()
                return
        focus_first(self)
