"""Safety steps first, then services and therapies grouped by what the client decided."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.guidance import Fired, Gate, Guidance
from recovery_desktop.plans.due import OPEN_GATE
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first
from recovery_desktop.records.base import Record
from recovery_desktop.records.therapies import DECISIONS, SafetyStep, Service
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, Beginning
from recovery_desktop_ui.editing.checklist import Then
from recovery_desktop_ui.editing.composing import After, Fields, composed_form, part
from recovery_desktop_ui.editing.dose import dose_row, dose_words
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold, scrolling
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.therapies.gates import OpenGates
from recovery_desktop_ui.tabs.therapies.guided import Guided
from recovery_desktop_ui.tabs.therapies.suggested import Suggested
from recovery_desktop_ui.tabs.therapies.taking import take_gate, take_suggestion

_NOT_SAID = N_("Offered, no decision entered yet")
_BEFORE = Before(
    "repeat",
    N_("No episode of care yet"),
    N_("Services and safety steps belong to an episode of care. Begin one, and they can be entered."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)

_SAFETY_STEP = (
    part("", Fields(("action", "finding"))),
    part(
        N_("What was done"),
        Fields(("status",)),
        Fields(("done_on", "done_by")),
        Fields(("response",)),
        Fields(("gate",)),
    ),
)
_OFFERED = (
    part("", Fields(("name", "modality"))),
    part(
        N_("What the client decided"),
        Fields(("decision", "decided_on")),
        Fields(("decision_reason",)),
        After(Then("decision", ("deferred_until", "look_again_on"), answers=("deferred", "declined"))),
    ),
    part(
        N_("Why it was offered"),
        Fields(("because_of", "reason")),
        Fields(("evidence", "evidence_source", "rules")),
    ),
)
_GIVEN = (part("", Fields(("formats", "places", "day_times")), Fields(("provider", "starts_on", "ends_on"))),)


def _step(row: SafetyStep) -> RowWords:
    """What is to be done and why; what became of it at the right."""
    entry = as_entry(row)
    is_open = row.status in OPEN_GATE
    state = joined([lower_first(entry.shown("status") or _("Open")), short_date(row.done_on)], " ")
    mark, tone = ("alarm", "alarm") if is_open else ("done" if row.status == "done" else "closed", "quiet")
    return RowWords(row.action, row.finding, state, mark, tone=tone)


def _service(row: Service) -> RowWords:
    """Its name, how often and how long, the client's reason; since when at the right."""
    entry = as_entry(row)
    way = joined([dose_words(row), lower_first(entry.shown("formats")), row.provider], " · ")
    until = row.deferred_until or short_date(row.look_again_on)
    again = _("again {when}").format(when=until) if row.decision in ("deferred", "declined") and until else ""
    is_off = row.decision in ("declined", "advised_against")
    since = _("from {day}").format(day=short_date(row.starts_on)) if row.starts_on else ""
    reason = in_quotes(row.decision_reason) if row.decision != "accepted" else ""
    return RowWords(row.name, joined([reason, way or row.because_of], " · "), again or since, dim=is_off)


class TherapiesPage(Page):
    """One page from top to bottom; a service whose decision changes moves to its group, the cursor with it."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._groups: dict[str, RecordList] = {}
        self._field = ""
        keeper.changed.connect(self._note_focus)
        content = QWidget()
        services = hold(col(heading(_("Services and therapies")), *map(self._group, ("", *DECISIONS)), gap=14))
        self._gates, self._suggested = OpenGates(), Suggested()
        content.setLayout(groups(self._safety(), self._suggested, services, gap=32))
        area = scrolling(content, "paper")
        self._beginning = Beginning(self, _BEFORE, area)
        self.setLayout(col(area, self._beginning))
        tab_in_reading_order(self)
        self._guided = Guided(keeper, self)
        self._guided.found.connect(self._show_guidance)
        self._gates.answering.connect(self._answer)
        self._suggested.decided.connect(self._decide)
        self._suggested.laid_out.connect(self._order)

    def _safety(self) -> QWidget:
        self._steps = self.rows_below(
            SafetyStep,
            the_episode,
            lambda form: composed_form(form, _SAFETY_STEP),
            _step,
            add=_("Add a safety step"),
            empty=_(
                "What a finding makes necessary before anything else, such as naloxone. Each stays until answered."
            ),
        )
        return hold(col(heading(_("Safety first")), self._gates, self._steps, gap=6))

    def _group(self, decision: str) -> QWidget:
        """The services of one decision; a group without any is not shown, but for the first, where one adds."""
        rows = self.rows_below(
            Service,
            the_episode,
            self._service_form,
            _service,
            add="" if decision else _("Add a service or therapy"),
            empty="" if decision else _("What was offered and why, what the client decided, and how it is given."),
            name=f"service_{decision}" if decision else "service",
            decision=decision,
        )
        self._groups[decision] = rows
        title = text(_(DECISIONS[decision] if decision else _NOT_SAID), "strong", "quiet")
        group = hold(col(title, rows, gap=4))
        if decision:
            rows.counted.connect(lambda count: group.setVisible(count > 0))
        return group

    def _service_form(self, form: Form) -> QWidget:
        form.saved.connect(lambda name: self._regroup(form) if name == "decision" else None)
        offered = composed_form(form, _OFFERED)  # first: the cursor goes to the first field that is made
        given = hold(col(text(_("How it is given"), "strong"), dose_row(form), gap=12))
        return hold(col(offered, given, composed_form(form, _GIVEN), gap=20))

    def _note_focus(self, model: type[Record], number: int) -> None:
        """Remembers in which field the cursor is, before the group closes over a service that leaves it."""
        focused = self.focusWidget()
        if model is Service and focused is not None:
            forms = [rows.form for rows in self._groups.values() if rows.form is not None]
            fields = [(name, field) for form in forms for name, field in form.rows.items() if form.row is not None]
            # a group that closes hands the focus on, and hears of its change once more: that is no field
            self._field = next((name for name, field in fields if field.isAncestorOf(focused)), self._field)

    def _regroup(self, form: Form) -> None:
        """Shows a service in the group of its new decision, open as it was."""
        moved, field = form.row, self._field
        is_there = isinstance(moved, Service) and moved in self._groups[moved.decision].rows
        if isinstance(moved, Service) and self.opened is not None and not is_there:
            self.fill(self.opened)
            group = self._groups[moved.decision]
            group.open_row(moved.id, focus=False)
            if field and group.form is not None:
                group.form.focus(field)
            self._field = ""

    def fill(self, opened: OpenClient) -> None:
        if not self._beginning.is_needed(opened):
            super().fill(opened)
            self._guided.follow(opened.client.id)

    def _show_guidance(self, found: Guidance) -> None:
        """Gates and suggestions but for those on which something is recorded already."""
        episode = self.opened.episode if self.opened is not None else None
        if episode is None:
            return
        services = Service.select(Service.rules).where(Service.episode == episode)
        decided = frozenset(rule for row in services for rule in row.rules.replace(",", " ").split())
        steps = SafetyStep.select().where(SafetyStep.episode == episode).order_by(SafetyStep.position, SafetyStep.id)
        self._gates.show_guidance(found, list(steps))
        self._suggested.show_guidance(found, decided)
        self._order()

    def _order(self) -> None:
        tab_in_reading_order(self)

    def _answer(self, gate: Gate, step: SafetyStep | None) -> None:
        """Writes the safety step, or takes the one there is, and puts the cursor where one says what was done."""
        if self.opened is None or self.opened.episode is None or not self.keeper.flush():
            return
        made = step or take_gate(self.keeper, self.opened.episode, gate)
        if made is not None:
            self._steps.refresh()
            self._steps.open_row(made.id)
            if self._steps.form is not None:
                self._steps.form.focus("response")

    def _decide(self, one: Fired, decision: str) -> None:
        """Records the decision; the cursor goes to the client's reason where there is to be one."""
        if self.opened is None or self.opened.episode is None or not self.keeper.flush():
            return
        made = take_suggestion(self.keeper, self.opened.episode, one, decision)
        if made is not None:
            group = self._groups[decision]
            group.refresh()
            group.open_row(made.id)
            if group.form is not None and decision != "accepted":
                group.form.focus("decision_reason")
