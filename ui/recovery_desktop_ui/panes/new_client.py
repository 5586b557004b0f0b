"""Adding a client: a few fields, a word of warning when the person is here already, and the record is open."""

import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.client import Client, ContactPoint
from recovery_desktop.records.new_client import likely_same, next_record_number
from recovery_desktop.records.search import Found
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.new_episode import new_episode
from recovery_desktop_ui.editing.pending import PendingForm
from recovery_desktop_ui.panes.begun_clients import NEW_CLIENT, begun_clients, names_from
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.editors.base import NotYet
from recovery_desktop_ui.parts.icons import mark
from recovery_desktop_ui.parts.layouts import Columns, Flow, clear, col, hold, row, scrolling
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

LOOK_AFTER = 300  # milliseconds without a key until the same person is looked for
_WIDE = 780


class NewClientPane(QWidget):
    """Nothing is added before the button is pressed; what is typed is kept until then."""

    made = Signal(int)  # the number of the client who was added
    chosen = Signal(int)  # the number of one who was here already

    def __init__(self, keeper: Keeper, name: str = "") -> None:
        """With a `name` a new one is begun, else the one begun last goes on."""
        super().__init__()
        self.keeper = keeper
        self._client = PendingForm(keeper, Client, NEW_CLIENT)
        self._reach = PendingForm(keeper, ContactPoint, NEW_CLIENT)
        self._same: list[Found] = []
        self._is_another = False
        self._look = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._look.timeout.connect(self.look_for_same)
        self._compose()
        for field in ("legal_given", "legal_family", "preferred_name", "birth_date"):
            self._client.rows[field].editor.edited.connect(self._look.start)
        begun = begun_clients(keeper)
        self._begin(begun[0][0] if begun and not name else 0, name)
        self.setFocusProxy(self._client.rows["birth_date" if name.strip() else "legal_given"].editor.target())

    def _begin(self, number: int, name: str = "") -> None:
        """Goes on with one that was begun, or with 0 begins another."""
        begun = begun_clients(self.keeper)
        number = number or max((each for each, _name in begun), default=0) + 1
        self._client.go_on_with(number, record_number=next_record_number(), **names_from(name))
        self._reach.go_on_with(number)
        self._offer_others([one for one in begun if one[0] != number])
        self.look_for_same()

    # -- composing

    def _compose(self) -> None:
        self._warning, self._add = self._make_warning(), button(_("Add client"), "primary", "user-plus", does=self.add)
        self._add.setObjectName("new_client.add")
        away = button(_("Discard"), "link", "x", does=self.let_go)
        away.setObjectName("new_client.let_go")
        foot = Flow(self._add, text("Ctrl+Enter", "caption", "quiet"), away, gap=12)
        self._chips: list[Button] = []
        self._chip_line = Flow()
        before = text(_("Begun before and not added yet"), "caption", "quiet")
        self._others = hold(col(before, hold(self._chip_line), gap=4))
        column = hold(
            col(
                text(_("New client"), "title"),
                self._who(),
                self._how(),
                self._warning,
                hold(foot),
                self._others,
                None,
                gap=20,
            )
        )
        column.setMaximumWidth(px(_WIDE))
        line = row(column, gap=0, pad=(32, 24, 32, 24))
        line.setStretch(0, 1)
        line.addStretch(0)
        content = hold(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(content))
        tab_in_reading_order(content)

    def _who(self) -> QWidget:
        field = self._client.field
        names = Columns(field("legal_given"), field("legal_family"), field("preferred_name"), least=200, gap=16)
        about = Columns(field("birth_date", past=True), field("pronouns"), field("record_number"), least=200, gap=16)
        return hold(col(names, about, gap=16))

    def _how(self) -> QWidget:
        field = self._reach.field
        phone = Columns(field("value", label=_("Phone")), field("kind", few=0), field("best_time"), least=200, gap=16)
        rules = Columns(field("safe_to_use"), field("messages"), least=200, gap=16, across=3)
        return hold(col(text(_("How to reach the client safely"), "heading"), phone, rules, gap=16))

    def _make_warning(self) -> Card:
        self._said = text("", "strong", wrap=True)
        self._found = QVBoxLayout()
        self._found.setSpacing(4)
        head = row(mark("care"), self._said, gap=8)
        head.setStretch(1, 1)
        made = Card(col(head, self._found, gap=6, pad=(16, 12, 12, 12)), "care_soft", "care")
        made.hide()
        return made

    def _offer_others(self, begun: list[tuple[int, str]]) -> None:
        """The others whose adding was begun; the chips are used again, for one of them may have been pressed."""
        while len(self._chips) < len(begun):
            chip = button("", "chip", "pencil")
            chip.clicked.connect(lambda _checked, chip=chip: self._go_on_with(chip))
            self._chips.append(chip)
            self._chip_line.addWidget(chip)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(begun))
            if at < len(begun):
                number, name = begun[at]
                chip.setText(name)
                chip.setAccessibleName(_("Go on with {name}").format(name=name))
                chip.setProperty("begun", number)
                chip.setObjectName(f"new_client.begun{number}")
        self._others.setVisible(bool(begun))

    # -- the same person

    def look_for_same(self) -> None:
        """Looks for clients who may be this person, and offers to open them."""
        self._look.stop()
        given, family = self._client.typed("legal_given"), self._client.typed("legal_family")
        preferred = self._client.typed("preferred_name")
        found = likely_same(given, family, self._birth_date(), preferred) if family and (given or preferred) else []
        if found == self._same:
            return
        self._same, self._is_another = found, False
        self._name_button()
        clear(self._found)
        for one in found:
            self._found.addWidget(self._offer(one))
        count = len(found)
        words = ngettext("Is this person here already?", "Is this person one of these {count}?", count)
        self._said.setText(words.format(count=count))
        self._warning.setVisible(bool(found))

    def _offer(self, one: Found) -> QWidget:
        name = joined([one.preferred_name or one.legal_given, one.legal_family], " ")
        born = long_date(datetime.date.fromisoformat(one.birth_date)) if one.birth_date else ""
        words = joined([name, _("born {day}").format(day=born) if born else "", one.record_number], " · ")
        opens = button(_("Open this one"), name=_("Open {name}").format(name=words), does=lambda: self._open(one.id))
        opens.setObjectName(f"new_client.open{one.id}")
        line = row(text(words, wrap=True), opens, gap=16)
        line.setStretch(0, 1)
        return hold(line)

    def _open(self, number: int) -> None:
        self._drop_drafts()
        self.chosen.emit(number)

    def _birth_date(self) -> datetime.date | None:
        try:
            day: datetime.date | None = self._client.rows["birth_date"].editor.value()
        except NotYet:
            return None
        return day

    # -- what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Adds the client with an episode from today and a first assessment, as one change; asks once when the person
        may be here already."""
        values = self._client.values()
        reach = self._reach_values() if values is not None else None
        if values is None or reach is None:
            return
        self.look_for_same()
        if self._same and not self._is_another:
            self._is_another = True
            self._name_button()
            return
        with self.keeper.history.group(_("add a client")):
            client = self.keeper.attempt(lambda: self.keeper.add(Client, None, **values))
            if client is None:
                return
            self.keeper.attempt(lambda: self._add_below(client, reach))
        self._drop_drafts()
        self.made.emit(client.id)

    def _add_below(self, client: Client, reach: dict[str, object]) -> None:
        if reach:
            self.keeper.add(ContactPoint, client, **reach)
        new_episode(self.keeper, client)

    def _reach_values(self) -> dict[str, object] | None:
        """The way to reach the client; none at all is well, a half one is not."""
        if not any(self._reach.typed(name) for name in self._reach.rows):
            return {}
        return self._reach.values()

    def _name_button(self) -> None:
        another = bool(self._same) and self._is_another
        words = _("It is another person: add") if another else _("Add client")
        self._add.setText(words)
        self._add.setAccessibleName(words)

    def let_go(self) -> None:
        """Forgets what was begun here."""
        self._drop_drafts()
        self._begin(0)

    def _go_on_with(self, chip: Button) -> None:
        if self.keeper.flush():
            self._begin(chip.property("begun"))

    def _drop_drafts(self) -> None:
        self.keeper.flush()
        for form in (self._client, self._reach):
            form.drop_draft()
