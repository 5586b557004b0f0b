"""A line for each rule of guidance: what fires it, why and by which source; a suggestion can be switched off."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.guidance.rules import GATE, NEEDS, Rule
from recovery_desktop.records.guiding import SwitchedOff
from recovery_desktop.records.therapies import EVIDENCE
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import hold, row
from recovery_desktop_ui.parts.opening_list import Block, Line, OpeningList
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text


class RuleLines(OpeningList):
    """Suggestions by the need they answer, then the gates, which stay."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__("rule", may_leave=keeper.flush)
        self._keeper = keeper
        self._off: dict[str, SwitchedOff] = {}
        self._begun = ""  # the rule that was just switched off: the cursor goes to its reason

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Shows these rules as the practice has them."""
        self._off = {row.rule: row for row in SwitchedOff.select()}
        blocks = [Block(_(words), self._lines(r for r in rules if r.need == need)) for need, words in NEEDS.items()]
        others = [rule for rule in rules if rule.kind != GATE and not rule.need]
        gates = [rule for rule in rules if rule.kind == GATE]
        beside = (Block(_("Further suggestions"), self._lines(others)), Block(_("Safety gates"), self._lines(gates)))
        self.show_blocks([*blocks, *beside])

    def _lines(self, rules: Iterable[Rule]) -> tuple[Line, ...]:
        return tuple(self._line(rule) for rule in rules)

    def _line(self, rule: Rule) -> Line:
        off = self._off.get(rule.id)
        since = _("off since {day}").format(day=short_date(off.since)) if off and off.since else _("off")
        right = since if off else _("{rule} · {strength}").format(rule=rule.id, strength=_(EVIDENCE[rule.strength]))
        words = RowWords(rule.suggestion, rule.finding, right, "closed" if off else None, dim=off is not None)
        return Line(rule.id, words, lambda: self._details(rule, off), (rule, off and off.id))

    def _details(self, rule: Rule, off: SwitchedOff | None) -> list[QWidget]:
        lines = [text(words, role, tone, wrap=True) for words, role, tone in _said(rule)]
        if rule.kind == GATE:
            return [*lines, text(_("A safety gate: it stays, whatever a practice switches off."), "body", "quiet")]
        if off is None:
            switch = button(_("Switch off"), "plain", "circle-minus", name=_("Switch off: {rule}").format(rule=rule.id))
            switch.clicked.connect(lambda: self._switch_off(rule))
            switch.setObjectName(f"rule.{rule.id}.off")
            return [*lines, hold(row(switch, None))]
        form = Form(self._keeper, SwitchedOff, name="switched_off")
        fields = across(form, "reason", "since", least=260)
        form.show(off)
        if self._begun == rule.id:
            self._begun = ""
            QTimer.singleShot(0, fields, lambda: form.focus("reason"))
        switch = button(_("Switch on again"), "plain", "check", name=_("Switch on: {rule}").format(rule=rule.id))
        switch.clicked.connect(lambda: self._switch_on(off))
        switch.setObjectName(f"rule.{rule.id}.on")
        return [*lines, fields, hold(row(switch, None))]

    def _switch_off(self, rule: Rule) -> None:
        if self._keeper.flush():
            self._begun = rule.id
            self._keeper.attempt(lambda: self._keeper.add(SwitchedOff, None, rule=rule.id, since=today()))

    def _switch_on(self, off: SwitchedOff) -> None:
        if self._keeper.flush():
            words = _("switching off {rule}").format(rule=off.rule)
            self._keeper.attempt(lambda: self._keeper.remove(off, words))


def _said(rule: Rule) -> list[tuple[str, str, str]]:
    """All that a rule says, each with its type role and tone."""
    fires = _(" or ").join(condition.text for condition in rule.when)
    lines = [(rule.finding, "body", "ink"), (rule.why, "body", "ink")]
    lines += [(_("For: {words}").format(words=rule.pro), "body", "quiet")] if rule.pro else []
    lines += [(_("Against: {words}").format(words=rule.contra), "body", "quiet")] if rule.contra else []
    lines.append((_("Fires when: {conditions}").format(conditions=fires), "caption", "quiet"))
    lines += [
        (_("Held back when {condition}: {words}").format(condition=each.when.text, words=each.text), "caption", "quiet")
        for each in rule.unless
    ]
    cites = "; ".join(source.words for source in rule.sources)
    return [*lines, (_("Source: {sources}").format(sources=cites), "caption", "quiet")]
