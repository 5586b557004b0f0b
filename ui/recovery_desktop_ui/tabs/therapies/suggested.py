"""What could help this client and why, by the need it answers: best supported and best fitting first.

What the client decided is entered where it is suggested, and nothing that was decided on disappears. Nothing private
is said here: somebody may look at the screen beside the client.
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from recovery_desktop.guidance import Fired, Guidance, HeldBack, Missing
from recovery_desktop.guidance.library import library, named_by
from recovery_desktop.guidance.rules import NEEDS
from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.therapies import Service
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.guards import bring_into_sight
from recovery_desktop_ui.parts.layouts import col, hold, take_out
from recovery_desktop_ui.parts.opening_list import Block, Line, OpeningList
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.therapies.comparing import Comparing
from recovery_desktop_ui.tabs.therapies.details import choices, held_back, said
from recovery_desktop_ui.tabs.therapies.forms import decision_form
from recovery_desktop_ui.tabs.therapies.guided import Guided, GuidedSheet
from recovery_desktop_ui.tabs.therapies.lines import caution_words, held_words, suggestion_words
from recovery_desktop_ui.tabs.therapies.picking import Picked
from recovery_desktop_ui.tabs.therapies.taking import by_rule, take_suggestion

_MOST_QUESTIONS = 6
_FIRST_FIELD = {"accepted": "times", "deferred": "decision_reason", "declined": "decision_reason"}


class SuggestedSheet(GuidedSheet):
    """The list, of which one line opens at a time, or the options that are compared."""

    add_other = Signal()  # a service that is not suggested
    together = Signal(bool)  # whether options are looked at together with the client

    def __init__(self, keeper: Keeper, guided: Guided) -> None:
        super().__init__(keeper, guided)
        self._decided: dict[str, Service] = {}
        self._form: Form | None = None
        self._form_page: QWidget | None = None
        self._picked = Picked()
        self._rows = OpeningList("suggested", may_leave=keeper.flush, going=self._let_form_go)
        self._none = text(
            _("Nothing more is suggested by what is known. The more is asked, the more can be found."), wrap=True
        )
        other = button(_("Something else"), "link", "plus", does=self._add_other)
        other.setObjectName("suggested.other")
        self._asks = text("", "body", "quiet", wrap=True)
        self._asks.setObjectName("suggested.ask")
        self._comparing = Comparing()
        title = heading(_("Suggested for this client"), other)
        self._list = hold(groups(hold(col(title, self._picked, self._none, self._rows, self._asks, gap=6))))
        self._stack = QStackedLayout(self)  # first: without a parent it would show what is added as a window
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._comparing)
        self._picked.compare.connect(self._compare)
        self._comparing.decided.connect(self._decide)
        self._comparing.left.connect(self._leave_comparing)
        self._comparing.seen.connect(self.together)

    # -- filling

    def fill(self, opened: OpenClient) -> None:
        if self._form is not None and self._form.row is not None:
            self._form.refresh()
        super().fill(opened)

    def forget(self) -> None:
        self._rows.open_key = ""
        self._rows.show_blocks([])
        self._picked.forget()
        self._none.hide()
        self._asks.hide()
        self._leave_comparing()

    def show_guidance(self, found: Guidance) -> None:
        """Brings the lines up to date; the line that is open stays so, with what is being typed in it."""
        if self.opened is None or self.opened.episode is None:
            return
        self._decided = by_rule(self.opened.episode)
        self._picked.keep([one for one in found.suggestions if one.id not in self._decided])
        self._none.setVisible(not found.suggestions)
        self._rows.show_blocks([*self._by_need(found.suggestions), *_beside(found)])
        self._say_missing(found.missing)

    def _by_need(self, suggestions: Sequence[Fired]) -> list[Block]:
        """The needs in the order of the best that answers each."""
        blocks = []
        for need in dict.fromkeys(one.rule.need for one in suggestions):
            lines = tuple(self._line(one) for one in suggestions if one.rule.need == need)
            blocks.append(Block(_(NEEDS[need]) if need else _("Further suggestions"), lines))
        return blocks

    def _line(self, one: Fired) -> Line:
        service = self._decided.get(one.id)
        shows = (one, service and service.id)
        return Line(one.id, suggestion_words(one, service), lambda: self._details(one), shows)

    def _say_missing(self, missing: Sequence[Missing]) -> None:
        asks = [one.asks for one in missing if not one.private][:_MOST_QUESTIONS]
        lines = "\n".join(f"•  {each}" for each in asks)
        self._asks.setText(_("Worth asking, in the assessment:\n{questions}").format(questions=lines) if asks else "")
        self._asks.setVisible(bool(asks))

    # -- below the open line

    def _details(self, one: Fired) -> list[QWidget]:
        """What speaks for and against it, and the buttons; or what was decided, to be filled in."""
        service = self._decided.get(one.id)
        usual = named_by(one.id, library([as_entry(row) for row in LibraryService.select()]))[:1]
        words = _("As a rule: {usual}")
        *lines, source = said(one)
        lines += [text(words.format(usual=each.usual), "body", "quiet", wrap=True) for each in usual if each.usual]
        lines.append(source)
        if service is None:
            return [*lines, choices(one, self._decide, self._picked)]
        form, page = self._ready_form()
        form.show(service)
        return [*lines, page]

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

    def _decide(self, one: Fired, decision: str) -> None:
        """Records the decision; the cursor goes to what is to be said of it."""
        if self.opened is None or self.opened.episode is None or not self.keeper.flush():
            return
        if take_suggestion(self.keeper, self.opened.episode, one, decision) is None:
            return
        self._leave_comparing()
        self._rows.open_key = one.id
        self.show_again()
        if self._form is not None and self._form.focus(_FIRST_FIELD[decision]):
            QTimer.singleShot(0, self, self._bring_cursor_into_sight)  # once the form has its place

    def _bring_cursor_into_sight(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            bring_into_sight(focused)

    def _compare(self) -> None:
        if self.opened is not None and self.keeper.flush():
            self._comparing.show_options(self._picked.chosen)
            self._stack.setCurrentWidget(self._comparing)
            self._comparing.take_cursor()

    def _add_other(self) -> None:
        if self.keeper.flush():
            self.add_other.emit()

    def _leave_comparing(self) -> None:
        self._stack.setCurrentWidget(self._list)


def _beside(found: Guidance) -> list[Block]:
    """What is to be minded, and what is held back; of what is held back for a private reason the gate speaks, without
    words."""
    cautions = tuple(_caution(one) for one in found.cautions)
    held = tuple(_held(one) for one in found.held_back if not one.why.private)
    return [Block(_("To be careful with"), cautions), Block(_("Held back, and why"), held)]


def _caution(one: Fired) -> Line:
    return Line(one.id, caution_words(one), lambda: said(one), (one,))


def _held(one: HeldBack) -> Line:
    return Line(f"{one.rule.id}.held", held_words(one), lambda: held_back(one), (one,))
