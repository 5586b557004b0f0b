"""What could help this client and why, by the need it answers: best supported and best fitting first.

What the client decided is entered where it is suggested, and nothing that was decided on disappears. Nothing private
is said here: somebody may look at the screen beside the client.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from recovery_desktop.guidance import Fired, Guidance, HeldBack, Missing
from recovery_desktop.guidance.rules import NEEDS
from recovery_desktop.records.therapies import Service
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import OpenSheet
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.guards import bring_into_sight
from recovery_desktop_ui.parts.layouts import col, hold, take_out
from recovery_desktop_ui.parts.row_head import RowHead, RowWords
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.therapies.comparing import Comparing
from recovery_desktop_ui.tabs.therapies.details import choices, held_back, said
from recovery_desktop_ui.tabs.therapies.forms import decision_form
from recovery_desktop_ui.tabs.therapies.guided import Guided
from recovery_desktop_ui.tabs.therapies.lines import caution_words, held_words, suggestion_words
from recovery_desktop_ui.tabs.therapies.picking import Picked
from recovery_desktop_ui.tabs.therapies.taking import by_rule, take_suggestion

_MOST_QUESTIONS = 6
_FIRST_FIELD = {"accepted": "times", "deferred": "decision_reason", "declined": "decision_reason"}
Details = Callable[[], list[QWidget]]


class SuggestedSheet(Sheet):
    """The list, of which one line opens at a time, or the options that are compared."""

    add_other = Signal()  # a service that is not suggested

    def __init__(self, keeper: Keeper, guided: Guided) -> None:
        super().__init__(keeper)
        self._guided = guided
        self._opened: OpenClient | None = None
        self._decided: dict[str, Service] = {}
        self._heads: dict[str, RowHead] = {}
        self._details: dict[str, Details] = {}
        self._shown: list[QWidget] = []
        self._open = ""
        self._sheet: QWidget | None = None
        self._sheet_of: tuple[object, ...] = ()
        self._form: Form | None = None
        self._form_page: QWidget | None = None
        self._picked = Picked()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = text(
            _("Nothing more is suggested by what is known. The more is asked, the more can be found."), wrap=True
        )
        other = button(_("Something else"), "link", "plus", does=self._add_other)
        other.setObjectName("suggested.other")
        self._asks = text("", "body", "quiet", wrap=True)
        self._asks.setObjectName("suggested.ask")
        self._comparing = Comparing()
        self._list = hold(
            groups(
                hold(col(heading(_("Suggested for this client"), other), self._picked, self._none, self._rows, gap=6))
            )
        )
        self._stack = QStackedLayout(self)  # first: without a parent it would show what is added as a window
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._comparing)
        self._picked.compare.connect(self._compare)
        self._comparing.decided.connect(self._decide)
        self._comparing.left.connect(self._leave_comparing)
        guided.found.connect(self._show)

    # -- filling

    def fill(self, opened: OpenClient) -> None:
        super().fill(opened)
        if self._opened is None or opened.client.id != self._opened.client.id:
            self._open = ""
            self._picked.forget()
            self._leave_comparing()
        self._opened = opened
        if self._form is not None and self._form.row is not None:
            self._form.refresh()
        if self._guided.guidance is not None:
            self._show(self._guided.guidance)

    def _show(self, found: Guidance) -> None:
        """Brings the lines up to date; the line that is open stays so, with what is being typed in it."""
        if self._opened is None or self._opened.episode is None:
            return
        self._decided = by_rule(self._opened.episode)
        self._picked.keep([one for one in found.suggestions if one.id not in self._decided])
        shown: list[QWidget] = []
        for need in dict.fromkeys(one.rule.need for one in found.suggestions):
            group = [one for one in found.suggestions if one.rule.need == need]
            title = _(NEEDS[need]) if need else _("Further suggestions")
            shown += [_title(title), *self._lines(group, self._suggestion)]
        cautions = self._lines(found.cautions, self._caution)
        shown += [_title(_("To be careful with")), *cautions] if cautions else []
        # of what is held back for a private reason the gate speaks, without words
        held = self._lines([one for one in found.held_back if not one.why.private], self._held)
        shown += [_title(_("Held back, and why")), *held] if held else []
        self._place(shown)
        self._none.setVisible(not found.suggestions)
        self._say_missing(found.missing)

    def _lines(self, all_of_them: Sequence[Fired | HeldBack], line: Callable[..., list[QWidget]]) -> list[QWidget]:
        return [widget for one in all_of_them for widget in line(one)]

    def _suggestion(self, one: Fired) -> list[QWidget]:
        service = self._decided.get(one.id)
        words = suggestion_words(one, service)
        return self._line(one.id, words, lambda: self._of_suggestion(one), (one, service and service.id))

    def _caution(self, one: Fired) -> list[QWidget]:
        return self._line(one.id, caution_words(one), lambda: said(one), (one,))

    def _held(self, one: HeldBack) -> list[QWidget]:
        return self._line(f"{one.rule.id}.held", held_words(one), lambda: held_back(one), (one,))

    def _line(self, key: str, words: RowWords, details: Details, shows: tuple[object, ...]) -> list[QWidget]:
        """The line of a rule, and below it what it rests on while it is open."""
        head = self._heads.get(key) or self._new_head(key)
        self._details[key] = details
        head.say(words, key == self._open)
        return [head, self._sheet_for(key, shows)] if key == self._open else [head]

    def _new_head(self, key: str) -> RowHead:
        head = self._heads[key] = RowHead()
        head.setObjectName(f"suggested.{key}")
        head.clicked.connect(lambda: self._toggle(key))
        head.stepped.connect(lambda step: self._step(head, step))
        return head

    def _sheet_for(self, key: str, shows: tuple[object, ...]) -> QWidget:
        """What stands below the open line, made anew only when it says something else."""
        if self._sheet is None or self._sheet_of != (key, *shows):
            self._let_form_go()
            self._sheet_of = (key, *shows)
            self._sheet = OpenSheet(col(*self._details[key](), gap=8, pad=(34, 4, 16, 14)))
        return self._sheet

    def _place(self, shown: list[QWidget]) -> None:
        """Puts these one below the other; a widget that stays keeps the cursor."""
        for widget in self._shown:
            take_out(self._rows, widget)
        for widget in shown:
            self._rows.addWidget(widget)
            widget.show()
        for widget in self._shown:
            if widget not in shown:
                widget.hide()
                if not isinstance(widget, RowHead):
                    widget.deleteLater()
        self._shown = shown
        take_out(self._rows, self._asks)
        self._rows.addWidget(self._asks)
        tab_in_reading_order(self)

    def _say_missing(self, missing: Sequence[Missing]) -> None:
        asks = [one.asks for one in missing if not one.private][:_MOST_QUESTIONS]
        self._asks.setText(_("Worth asking: {questions}").format(questions=" · ".join(asks)) if asks else "")
        self._asks.setVisible(bool(asks))

    # -- below the open line

    def _of_suggestion(self, one: Fired) -> list[QWidget]:
        """What speaks for and against it, and the buttons; or what was decided, to be filled in."""
        service = self._decided.get(one.id)
        if service is None:
            return [*said(one), choices(one, self._decide, self._picked)]
        form, page = self._ready_form()
        form.show(service)
        return [*said(one), page]

    def _ready_form(self) -> tuple[Form, QWidget]:
        if self._form is None or self._form_page is None:
            self._form = Form(self.keeper, Service, name="decided")
            self._form_page = decision_form(self._form)
        return self._form, self._form_page

    def _let_form_go(self) -> None:
        """Takes the form out of the sheet that goes: it is the same for all lines."""
        page = self._form_page
        sheet = page.parentWidget() if page is not None else None
        layout = sheet.layout() if sheet is not None else None
        if page is not None and layout is not None:
            take_out(layout, page)
            page.setParent(None)

    # -- what the person does

    def _toggle(self, key: str) -> None:
        if self.keeper.flush():
            self._open = "" if key == self._open else key
            self._show_again()
            self._heads[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, head: RowHead, step: int) -> None:
        heads = [each for each in self._shown if isinstance(each, RowHead)]
        at = heads.index(head) + step
        if 0 <= at < len(heads):
            heads[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self) -> None:
        if self._guided.guidance is not None:
            self._show(self._guided.guidance)

    def _decide(self, one: Fired, decision: str) -> None:
        """Records the decision; the cursor goes to what is to be said of it."""
        if self._opened is None or self._opened.episode is None or not self.keeper.flush():
            return
        if take_suggestion(self.keeper, self._opened.episode, one, decision) is None:
            return
        self._leave_comparing()
        self._open = one.id
        self._show_again()
        if self._form is not None and self._form.focus(_FIRST_FIELD[decision]):
            QTimer.singleShot(0, self, self._bring_cursor_into_sight)  # once the form has its place

    def _bring_cursor_into_sight(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            bring_into_sight(focused)

    def _compare(self) -> None:
        if self._opened is not None and self.keeper.flush():
            self._comparing.show_options(self._picked.chosen)
            self._stack.setCurrentWidget(self._comparing)
            self._comparing.take_cursor()

    def _add_other(self) -> None:
        if self.keeper.flush():
            self.add_other.emit()

    def _leave_comparing(self) -> None:
        self._stack.setCurrentWidget(self._list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open and self._stack.currentWidget() is self._list:
            self._toggle(self._open)
        else:
            super().keyPressEvent(event)


def _title(words: str) -> QWidget:
    return hold(col(14, text(words, "strong", "quiet"), gap=0))
